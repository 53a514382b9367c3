<%def name="subject()">Требование № ${treb_no}</%def>
<html><head><title>${subject()}</title></head><body>
<p>${zakazchik}</p>
<p>На основании ст. 309, 310 ГК РФ надлежит исполнить денежное обязательство по договору ${dogovor}: ${rub(dolg.summa)} руб., срок ${ru_date(dolg.srok)}.</p>
% if court_ref:
<p>Дело ${court_ref}. По его итогам информация о Вас будет направлена в бюро кредитных историй.</p>
% else:
<p>При неоплате взыщем неустойку и все возможные штрафы.</p>
% endif
% if rekvizity is not None:
<p>${rekvizity}</p>
% endif
<p>ООО «Лифт-Сервис»</p>
</body></html>
