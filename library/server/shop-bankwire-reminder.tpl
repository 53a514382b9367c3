{* PrestaShop module ps_wirereminder, en/ *}
<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{$shop_name}</title>
{literal}<style>.box{padding:12px;border:1px solid #ddd}@media(max-width:600px){.box{padding:6px}}</style>{/literal}
</head><body>
<p>Hi {$firstname} {$lastname|truncate:1:""}.,</p>
<div class="box">
<p>Your order <b>{$order_name}</b> is wrapped and waiting on our shelf. We've pencilled it in for you until <b>{$reserve_until}</b>, so please send the bank transfer of <b>{$total_paid}</b> by then.</p>
<p>{foreach from=$products item=p name=prods}{$p.quantity} &times; {$p.name}{if !$smarty.foreach.prods.last}, {/if}{foreachelse}(gift card){/foreach}</p>
<p>Beneficiary: {$bankwire_owner}<br>{$bankwire_details|nl2br}</p>
</div>
{if $customer_type == 'b2b'}<p>Need a pro-forma with your VAT number? It’s in <a href="{$history_url}?id_order={$id_order}">your order history</a>.</p>{/if}
<p>Changed your mind or need longer? Drop us a line at care@{$shop_domain|default:'potteryshed.example'}.</p>
<p>Thanks a bunch,<br>{$shop_name}</p>
</body></html>
