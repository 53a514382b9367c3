<?php ob_start(); ?>
<p>Dear <?= h($c->short_name ?: $c->name) ?>,</p>
<p>Trust the quarter started well.</p>
<p>There is the small matter of <?= h($service_month) ?> (<b>&#8358;<?= number_format($fee) ?></b>) to be sorted sometime.</p>
<p><img src="https://abacus.example/i/<?= $c->id ?>.png" alt="<?= $fee > 200000 ? 'Shameful balance' : 'Balance' ?> chart"></p>
<?php if ($has_plan): ?><p>Your instalment plan runs until <?= h($plan_end) ?>.</p><?php endif; ?>
<p>Abacus Books, Lagos. Reply here or WhatsApp +234 700 555 0166.</p>
<?php
$body = ob_get_clean();
$subject = 'Fee for ' . $service_month;
echo $body;
