Subject: @lang('Ticket desk :desk / unpaid support hours', ['desk' => $desk_id])

@lang('Hello :name,', ['name' => $user->display_name])

{!! __('It appears you failed to settle :amt for support in :month, despite being told twice.', ['amt' => '£'.$amt, 'month' => $month]) !!}
@if($contract)
Contract: {{ $contract }}
@endif
Payment date on the invoice: {{ $dueDate }}. Bank details are at the foot of it (PDF enclosed).

@if($escalation_level > 1)
WE WILL NOT ASK AGAIN. SORT IT OUT.
@endif

Questions: write to help@tinkerbit.example or message @@tinkerbit.
@{{ unsubscribe }}
