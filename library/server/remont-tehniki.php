<?php $subj = 'Ваш ' . $rem['tehnika'] . ' готов'; ?>
<p>Вы <?= $rem['imya'] ?: 'кто-нибудь' ?>?!! ЗАБЕРИТЕ УЖЕ СВОЮ РУХЛЯДЬ!!!</p>
<p><?= $rem['tehnika'] ?> лежит с <?= $rem['gotov'] ?>, квитанция <?= $rem['kvit'] ?>. К оплате <?= $rem['summa'] ? $rem['summa'] . ' руб.' : 'сколько насчитает мастер' ?>.</p>
<?php foreach ($rem['raboty'] as $rb) { ?>
<p>&mdash; <?= $rb ?></p>
<?php } ?>
<?php if ($rem['hranenie']) { ?><p>Хранение со второй недели <?= $rem['hranenie'] ?> руб. в сутки, как написано в квитанции.</p><?php } ?>
<script>var t = {"a": "просрочка", b: function(){ return 1; }};</script>
