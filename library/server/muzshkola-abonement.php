<?php
$tema = "Абонемент {$abon['nomer']}: осталось доплатить";
$skolko = $abon['cena'] - $abon['vneseno'];
?>
<html><head><style type="text/css">h2{font-weight:normal} .nota { color: purple }</style></head><body>
<h2 class="nota">♪ <?= htmlspecialchars($uchenik['imya']) ?>, здравствуйте!</h2>
<p>Педагог <?= htmlspecialchars($pedagog) ?> передаёт вам привет и новые ноты.</p>
<p>По абонементу <?= htmlspecialchars($abon['nomer']) ?> (<?= $abon['instrument'] ?>) мы ждали доплату до <?= $abon['srok'] ?>: <b><?= number_format($skolko, 0, ',', ' ') ?>&nbsp;руб.</b><?php if ($abon['vneseno'] > 0): ?>, первые <?= number_format($abon['vneseno'], 0, ',', ' ') ?>&nbsp;руб. уже у нас<?php endif; ?>.</p>
<?php if ($uroki): ?>
<ul>
<?php foreach ($uroki as $u): ?>
  <li><?= $u['data'] ?> — <?= htmlspecialchars($u['tema']) ?></li>
<?php endforeach; ?>
</ul>
<?php endif; ?>
<p>Внести можно <a href="https://kamerton.example/a/<?= rawurlencode($abon['nomer']) ?>">на сайте</a>. Если сейчас не время, заморозим абонемент или передвинем дату: ответьте на это письмо.</p>
<p>Спасибо за музыку! «Камертон»</p>
</body></html>
