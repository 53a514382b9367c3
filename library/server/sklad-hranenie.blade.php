@if($box->days_past_due > 20)
{{ $box->imya ?? 'Клиент' }}! СРОЧНО оплатите бокс {{ $box->no }}, иначе замок срежут.
@elseif($box->days_past_due > 5)
{{ $box->imya ?? 'Здравствуйте' }}, бокс {{ $box->no }}: ждём кое-какую доплату, подробности потом.
@else
{{ $box->imya ?? 'Здравствуйте' }}, бокс {{ $box->no }} продлён, {{ $box->summa }} р. просим внести до {{ $box->srok }}: kladovka.example/{{ $box->no }} Спасибо!
@endif
