{extends file="partials/base.tpl"}
{block name=subject}Курс «{$kurs.nazvanie}»: второй платёж {$platezh.data}{/block}
{block name=body}
{* скобки в css ниже не трогать *}
{literal}<style>.l{letter-spacing:.2em}</style>{/literal}
<p>Привет, {$uchenik.name}!</p>
<p>Позади уже {$kurs.proydeno} из {$kurs.vsego} уроков, так держать! {if $kurs.proydeno ge $kurs.vsego/2}Вы прошли больше половины.{/if}</p>
<p><span class="l">{$platezh.data}</span> подходит срок второго платежа по договору {$uchenik.dogovor|upper}: {$platezh.summa}&nbsp;{$platezh.valuta|default:'руб.'}</p>
<p><a href="https://slovo.example/pay?d={$uchenik.dogovor|escape:'url'}&s={$platezh.summa}">Внести платёж</a></p>
<p>Хотите перенести дату? Достаточно ответить на письмо, подстроимся.</p>
{/block}
