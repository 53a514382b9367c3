{assign var=Theme value="Membership {$m.id}: we couldn't take your payment"}
{assign var=tone value=$opts.tone|default:"Shame on you for training here while other members cover your bill."}
<div style="display:none;max-height:0">Quick look at your {$m.plan} membership</div>
<table role="presentation" width="600"><tr><td>
<p>Hey {$m.nick|default:$m.first},</p>
<p>{$tone}</p>
<p>Your {$m.plan} payment of ${$m.fee} from {$m.due} didn’t go through ({$m.decline_reason|lower|default:"the bank gave no reason"}).</p>
<p>Update your card in the app: <a href="https://app.ironloft.example/m/{$m.id}/card">Profile &rarr; Billing</a></p>
<p>{if $m.failed_attempts gt 2}PAY TODAY OR STAY HOME!!!{else}We'll try again in a couple of days, so there's no rush.{/if}</p>
<p>IronLoft Gym &middot; desk@ironloft.example</p>
</td></tr></table>
