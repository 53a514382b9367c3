@php
  $obraschenie = $zhilec->pol === 'ж' ? 'Уважаемая' : 'Уважаемый';
@endphp
<div>
<p>{{ $obraschenie }} {{ $zhilec->imya }} {{ $zhilec->otchestvo ?? '' }}!</p>
<p>За комнату {{ $zhilec->komnata }} (л/с {{ $zhilec->ls }}) {{ plural_ru($mesyacev, 'не внесён', 'не внесены', 'не внесены') }} {{ $mesyacev }} {{ plural_ru($mesyacev, 'платёж', 'платежа', 'платежей') }}, всего <strong>{{ rub($dolg) }} руб.</strong>, крайний срок был {{ $srok->format('d.m.Y') }}.</p>
@if ($mesyacev >= 3)
  <p>Загляните, пожалуйста, к коменданту: составим график на семестр.</p>
@elseif ($mesyacev == 2)
  <p>Вам должно быть стыдно перед соседями: они платят вовремя.</p>
@else
  <p>Если стипендия задержалась, загляните в комнату 101, подберём другой день.</p>
@endif
<p>Касса на первом этаже или <a href="{{ url('/oplata/' . $zhilec->ls) }}">оплата онлайн</a>.</p>
</div>
