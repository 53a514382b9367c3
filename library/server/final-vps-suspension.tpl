{assign var="Subject" value="Open balance on {$svc.domain|default:'your server'}"}
{include file="partials/head.tpl" brand=$co.name}
<h2>Account {$cust.acct_no}</h2>
<p>{$cust.fname},</p>
<p>{if $suspensionDays le 0}
Your VPS <code>{$svc.domain}</code> has been handed to our collections partner and your credit file will be marked.
{elseif $suspensionDays lt 3}
Your VPS will be switched off within {$suspensionDays} day(s).
{else}
There is an open balance on your VPS plan.
{/if}</p>
<ul>
<li>Amount: ${$amt|string_format:"%.2f"}</li>
<li>Due since: {$dueDt|date_format:"%b %e, %Y"}</li>
{if $late_fee gt 0}<li>A ${$late_fee} late fee has been slapped on for paying late</li>{/if}
</ul>
<p><a class="btn" href="https://pay.rackmoor.example/{$cust.acct_no}">Pay now</a></p>
{literal}<script type="application/ld+json">{"@type":"EmailMessage","action":{"name":"Pay"}}</script>{/literal}
{include file="partials/foot.tpl"}
