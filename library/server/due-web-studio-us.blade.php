{{-- Subject: {{ $project->name }}: {{ $invoices->count() }} open invoice(s) --}}
<html>
<body style="font-family:Georgia,serif">
@php
    $total = $invoices->sum('amt');
    $plural = $invoices->count() === 1 ? 'invoice' : 'invoices';
@endphp
<div style="display:none">A tiny nudge about {{ $project->name }} &zwnj;&nbsp;</div>
<h1>Hi {{ $owner->firstName }}! 👋</h1>
<p>{{ $project->name }} has been live for {{ $project->days_live }} days and it looks great. Below {{ $plural === 'invoice' ? 'is the' : 'are the' }} {{ $plural }} due today, {{ $today->format('F jS') }}:</p>
<table>
@forelse ($invoices as $i)
    <tr @if($loop->last) style="border-bottom:0" @endif>
        <td>{{ $loop->iteration }}.</td>
        <td><a href="{{ route('invoice.show', $i->num) }}">#{{ $i->num }}</a></td>
        <td>${{ number_format($i->amt, 2) }}</td>
    </tr>
@empty
    <tr><td colspan="3">#{{ $project->retainer_no }}: monthly retainer, ${{ $project->retainer }}</td></tr>
@endforelse
</table>
<p><b>Total: ${{ number_format($total ?: $project->retainer, 2) }}</b></p>
<p>ACH and cards both work through the links above. Want to talk dates? Just hit reply, {{ $pm ?? 'Casey' }} will sort it out.</p>
<p>Thanks for building with us,<br>Pixel Orchard (@pixelorchard)</p>
</body>
</html>
