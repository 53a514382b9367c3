{* lexibridge / reminder_2 / 2019-04, do not touch the {ldelim}TAG{rdelim}s, the CRM replaces them *}
{assign var=title value="Re: job {$job.code} ({$job.src}>{$job.tgt})"}
Dear {$pm_name},

Pursuant to clause 7.2 of the aforementioned Master Services Agreement, the sum hereunder
is hereby notified as outstanding and remitted forthwith shall it be.

{foreach $jobs as $j}{if $j@first}Jobs:{/if}

 * {$j.code}: {$j.words} words @ EUR {$j.rate} = EUR {$j.sum}
{if $j@last}(ticket {ldelim}TICKET-{$j@total}{rdelim}){/if}
{/foreach}

{if $open_balance}Balance: EUR {$open_balance}.{else}Some amount remains open on your side.{/if}


IBAN XX00 0000 0000 0000 — LexiBridge Translations
