<%doc>
  Final text. Do not send to councils, they pay at 60 days.
</%doc>\
Subject: Final reminder, job ${job_no}

${cust.fname},

£${"%.2f" % amt} for job ${job_no}${", due on " + dueDt.strftime("%d/%m/%y") + "," if dueDt else ""} is still open.

% if amt > 500:
This is an ultimatum: cleared funds by 5pm today. Failing that, our solicitors will be in touch and you will carry their costs.
% else:
It is a matter of typing in one small card number, which any competent business would manage.
% endif
% if card_link:
${card_link}
% endif

Harborprint
