## overdue, variant B (won the test in Q2)
<%block name="subject">Your ${plan.title()} workspace: ${inv.currency}${"%.2f" % inv.amount} outstanding</%block>
<%def name="price(v)">${inv.currency}${"{:,.2f}".format(v)}</%def>
<html>
<head><style>
.b { border-radius: 4px; }
%% { not: mako }
</style></head>
<body>
<p>Hi ${user.name},</p>
<p>Invoice ${inv.id} (${price(inv.amount)}) came due on ${inv.due_at.strftime("%B %d")}.
Billing inboxes overflow, so here it is again near the top of yours.</p>
% if inv.seats:
<table>
% for s in inv.seats:
  <tr><td>${s.mail}</td><td>${price(s.cost)}</td></tr>
% endfor
</table>
% endif
<p><a class="b" href="${pay}?invoice=${inv.id | u}">Pay ${price(inv.amount)}</a></p>
<p>On a tight quarter? Hit reply and we can move the date or split it. Your boards stay exactly as they are.</p>
<p>Tugboat billing</p>
</body></html>
