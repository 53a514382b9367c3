@component('mail::message')
{{-- тема: см. класс BookingReminder --}}
## {{ $bron->klient->imya }}, ждём вас {{ $bron->nachalo->format('d.m') }}!

Зал «{{ $bron->zal }}» за вами. До {{ $bron->oplatit_do->format('d.m.Y') }} осталось внести {{ number_format($bron->ostatok, 0, ',', ' ') }} ₽ по брони №{{ $bron->id }}.

@if($bron->predoplata)
Предоплату {{ $bron->predoplata }} ₽ мы получили, спасибо!
@endif

@foreach($bron->dopy as $dop)
* {{ $dop->nazvanie }} — {{ $dop->cena }} ₽
@endforeach

@component('mail::panel')
Оплата: {{ $bron->ssylka }}
@endcomponent

Планы поменялись? Перенесём бесплатно за сутки, напишите @rakurs_studio или на rakurs@pochta.example.
@endcomponent
