@extends('partials.layout')
@section('subject', 'Garden works at ' . $job->postcode . ': invoice ' . $job->inv_ref)
@section('content')
<style>
@@media (max-width: 480px) { .cta { display: block } }
.due { color: #a00; }
</style>
<p>Dear {{ $job->client_title ? $job->client_title.' '.$job->client_surname : $job->email }},</p>
@if($job->days_over > 45)
    <p>You have chosen not to pay for the work our lads did in the pouring rain, and frankly we are <em>dis</em>appointed in you.</p>
@elseif($job->days_over > 14)
    <p>The hedge and turf work is now {{ $job->days_over }} days past its payment date.</p>
@else
    <p>Hope the new beds are taking well!</p>
@endif
<p>Invoice {{ $job->inv_ref }}: <span class="due">£{{ $job->gross }}</span>, due {{ $job->due->format('d/m/Y') }}.</p>
<p><a class="cta" href="https://greenfold.example/pay/{{ $job->token }}?amt={{ $job->gross }}">Pay online</a> or cheque to Greenfold Gardens.</p>
{{-- @todo phone number from settings --}}
@endsection
