{extends file="partials/base.tpl"}
{block name=subject}Desk rent for {$month}, {$member.company}{/block}
{block name=body}
  <p>Good day {$member.contact_person},</p>
  <p>I hope the new desks are treating {$member.company} well. The {$month} rent on agreement <b>{$member.agreement_no}</b>
  ({$desks} {if $desks eq 1}desk{else}desks{/if}, &#8358;{$rent|number_format:2}) was due on {$due_date|date_format:"%d %B %Y"}.</p>
  {if $paid_part gt 0}
  <p>We've received &#8358;{$paid_part|number_format:2}, thank you! What remains is &#8358;{math equation="a-b" a=$rent b=$paid_part format="%.2f"}.</p>
  {else}
  <p>Thank you for settling it whenever you get a moment this week.</p>
  {/if}
  <p>Transfer to Palmgrove Hub, Example Bank 0011223344, or use the <a href="{$paystack_url|escape}">payment link</a>.
  A statement is attached. Something not right? WhatsApp Ngozi on +234 700 555 0101, she can also split the sum over two months.</p>
{/block}
