{* биллинг: письмо за {$dney_do} дн. до конца оплаченного периода *}
{assign var=tema value="Хостинг {$usluga.domen}: оплачено до {$usluga.data_okonchaniya}"}
{include file="partials/head.tpl" brand="Север-Хост"}
<p>{$klient.imya|default:'Коллеги'}, здравствуйте!</p>
<p>Тариф «{$usluga.tarif}» для сайта <b>{$usluga.domen}</b> оплачен до {$usluga.data_okonchaniya}. Продление на {$period} стоит {$summa|number_format:0:',':' '}&nbsp;₽, счёт №&nbsp;{$nomer_scheta} уже ждёт в <a href="https://lk.sever-host.example/bill/{$nomer_scheta|escape:'url'}">личном кабинете</a>: там же можно оплатить картой или по СБП.</p>
{if $balans gt 0}<p>На балансе лежит {$balans} ₽, их мы зачтём автоматически.</p>{/if}
{if $klient.yurlico}<p>Закрывающие документы придут по ЭДО.</p>{else}<p>Чек пришлём на {$klient.pochta}.</p>{/if}
<p>Если удобнее платить помесячно, напишите нам в ответ, переключим тариф. Спасибо, что вы с нами!</p>
