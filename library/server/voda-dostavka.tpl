{assign var="Subject" value="Вода «Родничок»: счёт {$sch.num} на {$sch.sum} ₽"}
<style type="text/css">
  h3 { color: #06c }
  .cap { font-size: 11px; }
</style>
<h3>{$k.name}, вода доставлена!</h3>
<p>Водитель оставил у вас {$bottles|@count} {if $bottles|@count eq 1}бутыль{else}бутылей{/if}:</p>
<ol>{foreach $bottles as $b}<li>{$b.kind}, {$b.vol}&nbsp;л{if $b.deposit}, залоговая тара{/if}</li>{foreachelse}<li>только помпа</li>{/foreach}</ol>
<p>Сегодня, {$sch.due}, срок оплаты по счёту {$sch.num}: <b>{$sch.sum}&nbsp;₽</b>. Удобнее всего по <a href="{$sch.sbp_link}"><img src="{$sch.qr}" alt="QR-коду: счёт {$sch.num}, {$sch.sum} ₽"></a>.</p>
<p class="cap">Вопросы: +7&nbsp;900&nbsp;555-01-02, диспетчер Аня. Благодарим за заказ 💧</p>
