<%
    from datetime import date
    gr = ', '.join(gruppy) or 'любая группа'
%>
<%block name="subject">${uchenik.imya}: абонемент на ${mesyac}</%block>
<div style="max-width:560px">
<p>Привет! Это школа танцев «Па-де-де». В списке группы: ${uchenik.imya} (${gr}).</p>
<p>Сегодня, ${ru_dm(do)}, день оплаты за ${mesyac}: <b>${"{:,}".format(cena).replace(',', ' ')}&nbsp;₽</b>${' по договору ' + dog if dog else ''}.</p>
% if onlain:
<p><a href="https://padede.example/pay?m=${mesyac | u}&amp;s=${cena}">Оплатить через СБП</a></p>
% else:
<p>Терминал стоит у администратора, в зал А.</p>
% endif
% if gruppy:
<ul>\
% for g in gruppy:
<li>${g.capitalize()}</li>\
% endfor
</ul>
% endif
<p>Заболели или уезжаете? Заморозим абонемент или возьмём половину сейчас: напишите Алсу, alsu@padede.example.</p>
<p>Спасибо, что танцуете!</p>
</div>
