<%block name="subject">Абонемент ${abon.nomer}</%block>
<html><body style="font-family: 'PT Sans', sans-serif">
<p>${gost.imya}, с лёгким паром!</p>
% if abon.prosr > 14:
<p>Вы в который раз нарушаете договорённости. Немедленно закройте долг: ${rub(abon.summa)}&nbsp;₽.</p>
% else:
<p>По абонементу ${abon.nomer} осталось ${rub(abon.summa)}&nbsp;₽, срок вышел ${ru_dm(abon.srok)}.</p>
<p><a href="${oplata}">Заплатить онлайн</a></p>
% endif
<p>Банный клуб, 8 000 555-14-14</p>
</body></html>
