Subject: {$term|capitalize} lessons for {$pupil.first}: fee due {$fee.due_on}

Hello {$parent.name|default:"there"},

{$pupil.first} has had a lovely half-term on the {$pupil.instrument|lower}. This is just a
heads-up that the {$term} tuition fee of {$fee.currency}{$fee.total} (ref {$fee.ref})
is due on {$fee.due_on}.

{if $fee.sibling_discount}
We've taken {$fee.sibling_discount}% off because you have two children with us.
{/if}
How to pay:
  - bank transfer to Tremolo Music Ltd, sort code 00-00-00, account 12345678
  - or by card at reception, any weekday from 3pm

Would two instalments be easier? Ring Bea on 01632 960 144 and she'll set that up.

With thanks,
{$sender}, Tremolo Music School
