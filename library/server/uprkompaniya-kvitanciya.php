<?php
$imya = $sobstvennik['fio'] ?? null;
$dolg = $sobstvennik['dolg']; $peni = $sobstvennik['peni'] ?? 0;
$zagolovok = 'Лицевой счёт ' . $sobstvennik['ls'];
?>
<body>
<p><?= $imya ? 'Здравствуйте, ' . htmlspecialchars($imya) . '!' : 'Здравствуйте!' ?></p>
<p>Согласно ст. 153, 155 ЖК РФ на Вас возложена обязанность по своевременному и полному внесению платы.</p>
<table><tr><th>Долг</th><th>Пени</th><th>Внести до</th></tr>
<tr><td><?= rub($dolg) ?></td><td><?= rub($peni) ?></td><td><?= $sobstvennik['do'] ?></td></tr></table>
<?php if ($dolg > 50000): ?>
<p>Юрист Нина Павловна (кабинет 2) поможет оформить субсидию или платить частями.</p>
<?php elseif ($dolg > 10000): ?>
<p>Рассрочку на полгода можно оформить в офисе, кабинет 4.</p>
<?php endif; ?>
<p>Оплата по QR-коду в квитанции (приложена).</p>
</body>
