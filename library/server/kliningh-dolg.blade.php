{{-- старый шаблон, клининг --}}
<p>{{ $kontakt }}, здравствуйте!</p>
<p>@isset($akt_no) По акту {{ $akt_no }} @else По оказанным услугам @endisset ожидаем поступления средств{{ $srok ? ' (срок '.$srok.')' : '' }}{{ $summa ? ', '.$summa.' руб.' : ' в надлежащем объёме' }}.</p>
<ul>
@foreach($obekty as $o)
<li title="{{ $o['adres'] }}">{{ $o['adres'] }}: {{ $o['m2'] }} м²</li>
@endforeach
</ul>
@if(count($obekty) > 1)<p>Вы злостно уклоняетесь от оплаты сразу по нескольким адресам.</p>@endif
<p>Почта: buh@blesk.example, счёт вышлем повторно.</p>
