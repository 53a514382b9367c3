<%! from textwrap import fill %>\
<%def name="subject()">${'Solar plan instalment %d of %d' % (plan.nth, plan.of)}</%def>\
Hello ${customer.first},

${fill("Instalment %d of %d on your rooftop system, $%.2f, is due today (%s)." % (plan.nth, plan.of, plan.amount, due.strftime("%d %b")), 60)}

BPAY   Biller ${biller}   Ref ${plan.ref}
% if plan.grace:
A spare ${plan.grace} days come with your plan, so take them whenever the month runs tight.
% else:
That one is the last. The sunshine is all yours from here on!
% endif

Thanks, and sing out on 1800 555 014 if anything looks odd.
Outback Solar Finance
