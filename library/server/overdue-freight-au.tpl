{capture name=subject}Statement for {$debtor.code} - {$docs|@count} docket(s) open{/capture}
{strip}{/strip}Dear Customer,

{if $debtor.days_past_due gt 60}
You have repeatedly ignored our statements and failed to honour your account terms.
{elseif $debtor.days_past_due gt 30}
The dockets below have run past our 30-day terms.
{else}
Please find your open dockets below.
{/if}

{foreach $docs as $d}
{$d.no|string_format:"%-10s"} {$d.route|truncate:22:"..."} AUD {$d.bal|number_format:2}  due {$d.due}
{foreachelse}
(no single dockets, balance carried forward: AUD {$debtor.cf|number_format:2}, due {$debtor.cf_due})
{/foreach}

Total: AUD {$debtor.total|number_format:2}
EFT: BSB 000-000, Acc 1122 3344, quote {$debtor.code}

Accounts, Coolabah Freight Pty Ltd
ph 02 5550 4410
