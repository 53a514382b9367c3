{* WHMCS: Invoice Payment Overdue Notice / Subject: Invoice {$invoice_num} is still open *}
<style>
body { font: 15px/1.5 Arial; }
.total td { border-top: 1px solid #ccc; color: #333 }
</style>
<p>Hi {$client_first_name|default:$client_name},</p>
<p>Our records show that invoice&nbsp;<strong>{$invoice_num}</strong> for {$invoice_total} was due on {$invoice_date_due} and that {$invoice_balance} of it is still open. It may well have crossed with a payment you've already sent; if so, please ignore this note.</p>
{if $invoice_items}
<table>
{foreach $invoice_items as $line}
  <tr><td>{$line.description}</td><td>{$line.amount}</td></tr>
{/foreach}
  <tr class="total"><td>Left to pay</td><td>{$invoice_balance}</td></tr>
</table>
{/if}
<p>You can pay by card or PayPal here: <a href="{$invoice_link}?src=email&amp;cid={$client_id}">view invoice {$invoice_num}</a>.</p>
{if $invoice_status eq 'Payment Pending'}<p>We can see that a bank transfer is on its way, so there is nothing more for you to do.</p>{/if}
<p>If this month is tight, just reply to this e-mail and we'll find a date that suits you.</p>
<p>Thank you for hosting with us,<br>{$signature}</p>
