<?php
// письмо по просроченным рейсам, крон ежедневно в 09:00
$otpravitel = $nastroyki['podpis'] ?? 'Отдел взыскания';
foreach ($reysy as $i => $r) {
    $prosrochka = $r['days_past_due'];
    echo ($i + 1) . ". Рейс {$r['marshrut']} от {$r['data']}: {$r['summa']} руб., оплата до {$r['srok']}";
    if ($prosrochka > 30) {
        echo ". Вы намеренно затягиваете расчёт";
    }
    echo ";\n";
}
if (!$reysy) {
    echo "Рейсов без оплаты нет, остался простой: {$prostoy} руб., оплата до {$prostoy_srok}.\n";
}
?>

<?= $otpravitel ?>, договор <?= $dogovor ?>

<?php if (count($reysy) > 1): ?>
По каждому рейсу можем выслать скан накладной.
<?php endif; ?>
