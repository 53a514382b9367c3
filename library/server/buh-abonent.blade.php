<html><head><meta charset="utf-8"><style>td{padding:4px} .w{ width:50% }</style></head>
<body>
<p align="right">{{ $firma->rukovoditel_dat }}<br>{{ $firma->nazvanie }}</p>
<p>В соответствии с условиями договора № {{ $dog->nomer }} имеет место быть дебиторская задолженность, подлежащая погашению в установленном порядке.</p>
<table border="1">
<tr><td class="w">Акт</td><td>Сумма</td><td>Оплатить до</td></tr>
@forelse($akty as $a)
<tr><td>{{ $a['nomer'] }}</td><td>{{ rub($a['summa']) }}</td><td>{{ $a['srok'] }}</td></tr>
@empty
<tr><td>—</td><td>{{ rub($dog->saldo) }}</td><td>{{ $dog->srok }}</td></tr>
@endforelse
</table>
<p>Платёжные реквизиты: ИНН 0000000000, р/с 40802810000000000000. Акт сверки прилагается.</p>
@if($dog->penalty_rate)<p>Пени по договору {{ $dog->penalty_rate }}% в день, мы их не начисляли.</p>@endif
</body></html>
