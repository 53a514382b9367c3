"""Blade: what a reader sees of it."""

from __future__ import annotations

import pytest

from tests.templates.test_template import shown, subject

HOLES = [
    ("Hi {{ $name }}!", "Hi ⟨$name⟩!"),
    ("Hi {!! $name !!}!", "Hi ⟨$name⟩!"),
    ("{{ $a->b }} {{ $a['b'] }}", "⟨$a->b⟩ ⟨$a.b⟩"),
    ("Hi {{ $a ?? '}}' }}!", "Hi ⟨$a ??⟩!"),
    ("Hi {{ $a ?? 'our dear friend' }}!", "Hi ⟨$a ??⟩! | Hi our dear friend!"),
    ("By {{ $due->format('l, d F Y') }}", "By ⟨$due->format( )⟩"),
    ("{{ 'Please pay' }}.", "Please pay."),
    ("{{ __('mail.greeting') }}", "⟨__( )⟩"),
    ("@lang('mail.greeting')", "⟨mail.greeting⟩"),
    ("@include('mail.footer', ['x' => ')'])", "⟨'mail.footer', ['x' => ')']⟩"),
    ("@yield('content')", "⟨'content'⟩"),
]
ADDRESSES = [
    ("Write to me@example.com.", "Write to me@example.com."),
    ("Write to me@if.com or a.b@else.co.uk", "Write to me@if.com or a.b@else.co.uk"),
    ("@media (max-width: 9px) { a }", "@media (max-width: 9px) { a }"),
    ("Follow @ourshop (daily)", "Follow @ourshop (daily)"),
    ("Call us @ 9", "Call us @ 9"),
    ("a@@b.c @@if ($x)", "a@b.c @if ($x)"),
    ("@{{ name }}.", "{{ name }}."),
]
REMARKS = [
    ("{{-- we will sue you --}}Hi", "Hi"),
    ("{{-- don't {{ $x }} @if --}}Hi", "Hi"),
    ("{{-- two\nlines --}}\nHi", "Hi"),
    ("@verbatim {{ x }} @if @endverbatim.", " {{ x }} @if ."),
    ("@php\n$a = 'We will sue';\n@endphp\nHi", "Hi"),
    ("@php($a = 'We will sue (you)')Hi", "Hi"),
    ("@extends('x')\n@csrf\nHi", "Hi"),
    ("@props(['x' => 'y'])Hi", "Hi"),
]
CHOICES = [
    ("@if ($a) A @endif.", " A . | ."),
    ("@if($a)A @else B @endif", "A  |  B "),
    ("@if ($a) A @elseif ($b) B @else C @endif", " A  |  B  |  C "),
    ("@if ($a == ')') A @endif", " A  | "),
    ("@if (count($a) > (1 + 2)) A @endif", " A  | "),
    ("@unless ($a) A @endunless", " |  A "),
    ("@unless ($a) A @else B @endunless", " B  |  A "),
    ("@if ($a) A @endif @unless ($a) B @endunless", " A   |   B "),
    ("@if ($a) A @endif @if (!$a) B @endif", " A   |   B "),
    ("@isset($a) A @endisset", " A  | "),
    ("@empty($a) A @endempty", " |  A "),
    ("@isset($a) A @else B @endisset", " A  |  B "),
    ("@can('pay', $x) A @else B @endcan", " A  |  B "),
    ("@switch($a) @case(1) A @break @case(2) B @break @default C @endswitch", " A   |  B   |  C "),
    ("@if ($a)\nA\n@else\nB\n@endif\nC", "A\nC | B\nC"),
]
LOOPS = [
    ("@foreach ($xs as $x) {{ $x }}, @endforeach", " ⟨$x⟩, "),
    ("@forelse ($xs as $x) A @empty B @endforelse", " A  |  B "),
    ("@for ($i = 0; $i < 3; $i++) A @endfor", " A "),
    ("@while (true) A @endwhile", " A "),
    ("@foreach ($xs as $x) @if ($x) A @else B @endif @continue @endforeach", "  A    |   B   "),
    ("@forelse ($xs as $x) @if ($x) A @endif @empty B @endforelse", "  A   |    |  B "),
]
PARTS = [
    ("@component('mail::message')\nA\n@endcomponent\nB", "A\nB"),
    ("@component('mail::button', ['url' => $url])\nPay\n@endcomponent", "Pay\n"),
    ("@section('content') A @endsection B", " A  B"),
    ("@section('content') A @stop B", " A  B"),
    ("@push('x') A @endpush B", " A  B"),
]
SUBJECTS = [
    ("@section('subject', 'Due soon') A", "Due soon", " A"),
    ("@section('subject', 'Due (soon)') A", "Due (soon)", " A"),
    ("@section('subject', \"Due $x\") A", "Due ⟨x⟩", " A"),
    ("@section('subject')Due {{ $x }}@endsection A", "Due ⟨$x⟩", " A"),
    ("@slot('subject')Due @endslot A", "Due ", " A"),
    ("@section('title', 'Due soon') A", "Due soon", " A"),
    ("@section('subject', 'No. ' . $n) A", "No. ⟨$n⟩", " A"),
]
SUBTLE = [
    ("{{ __('Please pay today.') }}", "Please pay today."),
    ("{{ __('Dear :name, please pay', ['name' => $x]) }}", "Dear ⟨:name⟩, please pay"),
    ("@lang('Please pay :sum today', ['sum' => $x])", "Please pay ⟨:sum⟩ today"),
    ("@media(max-width: 9px) { a }", "@media(max-width: 9px) { a }"),
    ("Hi <?= $name ?>, @if ($a) A @endif", "Hi ⟨$name⟩,  A  | Hi ⟨$name⟩, "),
    ("@auth A @else B @endauth", " A  |  B "),
    ("@guest A @endguest", " A  | "),
    ("@if ($a)@auth A @endauth @else B @endif", " A   |   |  B "),
    ("Pay @money($x) now", "Pay ⟨$x⟩ now"),
    ("@lang('Please pay today.')", "Please pay today."),
    ("@{!! name !!}.", "{!! name !!}."),
    ("<?php $a = 'We will sue'; ?>Hi", "Hi"),
]


@pytest.mark.parametrize(
    ("source", "texts"),
    [*HOLES, *ADDRESSES, *REMARKS, *CHOICES, *LOOPS, *PARTS, *SUBTLE],
)
def test_what_is_shown(source: str, texts: str) -> None:
    assert shown(source, ".blade.php") == texts


@pytest.mark.parametrize(("source", "named", "body"), SUBJECTS)
def test_a_subject(source: str, named: str, body: str) -> None:
    assert (subject(source, ".blade.php"), shown(source, ".blade.php")) == (named, body)
