{assign var=subj value="Тираж готов, заказ {$z.no}"}
{$z.kontakt}, тираж «{$z.izdelie}» ({$z.tirazh} экз.) отпечатан и упакован.

По договору {$z.dog} вторая половина, {$z.dop|number_format:2:",":" "} руб., вносится при получении, то есть {$z.data_vydachi}.
{if $z.dostavka}Курьер примет оплату картой.{else}На складе есть терминал; можно и по счёту:
{$z.url}{/if}

{if $z.skidka gt 0}P.S. Скидка {$z.skidka}% за макет уже вычтена.{/if}

С благодарностью, печатня «Литера», manager@litera.example
