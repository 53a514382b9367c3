@component('mail::message')
# Namaste {{ $client->contact_name }},

The fee note **{{ $invoice->no }}** for {{ $invoice->service ?? 'GST filing' }} was payable on {{ $invoice->due_at->format('j M Y') }}. As of this morning **₹{{ number_format($invoice->balance, 2) }}** remains in our books.

@if($invoice->tds_deducted)
We have already considered TDS of ₹{{ number_format($invoice->tds_deducted, 2) }} (tax you hold back and deposit on our behalf).
@endif

@component('mail::table')
| Work done | Hours |
|:----------|------:|
@forelse($invoice->lines as $line)
| {{ $line->label }} | {{ $line->hrs }} |
@empty
| Retainer | – |
@endforelse
@endcomponent

@component('mail::button', ['url' => route('invoice.pay', $invoice->uuid), 'color' => 'green'])
Pay by UPI or net banking
@endcomponent

March is a heavy month for everybody, we do understand. Should you prefer two tranches, write to accounts&#64;ledgerleaf.example.

Thank you,
{{ config('app.name') }}
@endcomponent
