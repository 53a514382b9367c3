{* Письмо №2, отправляется на {$suspensionDays}-й день *}
{capture assign=mailSubject}Договор {$abonent.dogovor}: доступ в интернет{/capture}
<table bgcolor="#fff"><tr><td>
<p>Здравствуйте{if $abonent.imya}, {$abonent.imya}{/if}!</p>
<p>Напоминаем, что абонентская плата за {$mesyac} ({$abon_plata|default:"сумма указана в кабинете"}&nbsp;руб.) не поступила до <b>{$srok}</b>.</p>
{if $suspensionDays ge 10}<p><b>Немедленно погасите долг,</b> иначе пеняйте на себя.</p>{else}<p>Пополнить счёт: <a href="https://lk.tutnet.example/?d={$abonent.dogovor}">lk.tutnet.example</a> или терминал у подъезда.</p>{/if}
<p>Баланс виден и в приложении.</p>
<p>Абонентский отдел «ТутНет», 8-800-555-01-09</p>
</td></tr></table>
