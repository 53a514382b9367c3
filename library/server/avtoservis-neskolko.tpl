<html><body>
{assign var=Theme value="Заказ-наряды: открыто {$naryady|@count}"}
<p>Уважаемый {$vladelec|default:'клиент'}!</p>
{foreach $naryady as $n}
<p>{$n@iteration}) Заказ-наряд {$n.nomer}, {$n.avto}: {$n.summa|number_format:2:',':' '} руб., срок {$n.srok}.
{if $n.days_past_due > 30}<span style="color:red">Вы опять не соизволили заплатить.</span>{/if}</p>
{foreachelse}
<p>По вашим машинам всё закрыто.</p>
{/foreach}
<p>Мастера передают вам привет.</p>
<p>Карта для перевода: 0000 0000 0000 0000, Гараж 27</p>
</body></html>
