<?php
$childLine = count($children) > 1 ? implode(' and ', $children) : ($children[0] ?? 'your child');
echo <<<TXT
{$family['addressee']}
{$family['street']}

Account {$acct_no}: fees for {$childLine}

A sum of A\${$amt} was due on {$dueDt} and is with us as unpaid.


TXT;
if ($court_ref) {
    echo "A claim has been lodged with the tribunal (file $court_ref). The tribunal will write to you itself.\n\n";
} elseif ($place_at_risk) {
    echo "We would love to see $childLine stay with us. Shall we talk about a payment plan?\n\n";
} else {
    echo "Could you let us know by phone how you'd like to go ahead? We are happy to work out a plan.\n\n";
}
echo "BPAY biller 00000, ref {$acct_no}\n";
echo 'Wattle Grove Early Learning, 03 5550 1900', PHP_EOL;
