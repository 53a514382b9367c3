<% hvost = 'Хватит прятаться.' if dney > 20 else 'Звоните, поможем: 8 000 555-16-16.' %>\
${imya}, \
% if zakaz:
заказ ${zakaz}: ${s} р., срок ${do_}. teplitsa.example/${zakaz} \
% else:
${s} р. Остались вопросы по оплате, вы знаете какие. \
% endif
${hvost} Теплица
