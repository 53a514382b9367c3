<?php
/**
 * Reminder 1 (7 days after due date). Vars: $inv (array), $cust (array), $part (float)
 * keep in sync with reminder_2.php
 */
$subject = "Your {$inv['product']}: invoice {$inv['no']}";
$left = $inv['amt'] - $part;
?>
<html>
<body>
<p>Dear <?= htmlspecialchars($cust['salutation'] ?: $cust['fname']) ?>,</p>

<p>We hope the <?= htmlspecialchars($inv['product']) ?> went down a storm. One small thing: invoice
<strong><?= htmlspecialchars($inv['no']) ?></strong>, dated <?= $inv['date'] ?> and payable by <?= $inv['dueDt'] ?>,
<?php if ($part > 0): ?>
has &pound;<?= number_format($left, 2) ?> left on it after your payment of &pound;<?= number_format($part, 2) ?>. Thank you for that!
<?php else: ?>
is showing as open on our side (&pound;<?= number_format($left, 2) ?>). Thank you for taking a look.
<?php endif; ?>
</p>

<p><a href="https://inkwell-press.example/pay.php?i=<?= urlencode($inv['no']) ?>&amp;k=<?= $inv['key'] ?>">Pay by card</a>
or by BACS to 00-00-00 / 11223344.</p>

<?php /* TODO: only for trade accounts */ if ($cust['trade']): ?>
<p>As a trade account you're welcome to ask for 14 more days. Simply email <a href="mailto:ledger@inkwell-press.example?subject=<?= rawurlencode($inv['no']) ?>">Ruth</a>.</p>
<?php endif ?>

<p>Warm regards,<br>Ruth, Inkwell Press (01632 960 720)</p>
<?php include 'partials/foot.php'; ?>
</body>
</html>
