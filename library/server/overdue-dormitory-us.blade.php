{{-- resources/views/mail/rent/late.blade.php --}}
<x-mail::message>
# Room {{ $room->number }} – {{ trans_choice('one open charge|:count open charges', $charges->count()) }}

{{ optional($resident)->preferred_name ?? 'Hi there' }},

@foreach ($charges as $charge)
- {{ $charge->label }}: **${{ $charge->owed }}**, was due {{ $charge->due_date->format('m/d/Y') }}@if ($charge->late_fee) plus the ${{ $charge->late_fee }} late fee named in your lease @endif

@endforeach

@isset($rooms_mates_note)
The shared utilities bill for your suite comes separately.
@endisset

<x-mail::button :url="$payUrl">
Open resident portal
</x-mail::button>

@if ($days_past_due >= 30)
Unpaid accounts are reported to the credit bureaus.
@else
Not sure what a charge is for? Stop by the front desk or email housing@maplehall.example, and we can spread it across the semester.
@endif
</x-mail::message>
