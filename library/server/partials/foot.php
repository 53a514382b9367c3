<p class="foot">Automated message<?= isset($year) ? " " . $year : "" ?></p>
