<?php
/* Harbor View Animal Hospital: client messages */
return array(
	'msg_checked_in'  => 'Thanks for checking in, %s!',
	'err_no_balance'  => 'This client has no open balance.',
	'unit_lbs'        => 'lbs',
	'report_aging'    => 'Accounts receivable aging',

	'stmt_subject'    => 'Statement for %2$s',
	'stmt_body'       => "Hi %1\$s,\n\nWe hope %2\$s is feeling better. Your statement shows a balance of \$%3\$s from the visit on %4\$s, due %5\$s.\n\nYou can pay at %6\$s, call us at (555) 010-0142, or ask about CareCredit-style monthly payments.\n\nWarmly,\nHarbor View\n",

	'late_subject'    => 'Past-due balance',
	'late_body'       => 'Dear Client, our records indicate a past-due balance on your account. '
	                   . 'It is your responsibility to remit payment promptly. '
	                   . 'A finance charge of 1.5%% per month plus a $25 billing fee will be imposed.',

	'final_subject'   => 'Balance for %2$s, invoice %3$s',
	'final_body'      => 'Hello %1$s, the $%4$s on invoice %3$s has been open since %5$s and this is the last note we\'ll send by mail. '
	                   . 'Please call (555) 010-0142 so we can find a plan you can live with; '
	                   . 'a copy of the invoice is enclosed and checks can go in the envelope provided.',

	'sms_balance'     => 'Harbor View: $%1$s balance for %2$s. Pay %3$s. Or do you expect us to treat %2$s for free?',
);
