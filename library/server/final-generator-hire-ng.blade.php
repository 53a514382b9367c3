<table width="100%"><tr><td>
<p>Hello {{ $hirer->name }},</p>
<p>RE: HIRE AGREEMENT {{ $agreement->no }}</p>
@switch($level)
    @case(1)
        <p>We have not yet seen your hire payment of ₦{{ number_format($agreement->owed) }}, which fell due on {{ $agreement->due }}.</p>
        @break
    @case(2)
        <p>This is our second note on ₦{{ number_format($agreement->owed) }}, due {{ $agreement->due }}. Tell us if the invoice never reached you.</p>
        @break
    @default
        <p>Pay ₦{{ number_format($agreement->owed) }} or face the consequences. (It was due {{ $agreement->due }}.)</p>
@endswitch
@unless($agreement->returned)
<p>The generator ({{ $agreement->kva }}kVA) is still with you; we're glad it is serving.</p>
@endunless
<p>{!! $bank_block !!}</p>
<p>Call Mrs. Eze: {{ $desk_phone }}</p>
@include('partials.foot')
</td></tr></table>
