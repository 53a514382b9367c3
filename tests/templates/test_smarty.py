"""Smarty: what a reader sees of it."""

from __future__ import annotations

import pytest

from tests.templates.test_template import shown, subject

HOLES = [
    ("Hi {$name}!", "Hi ⟨$name⟩!"),
    ("{$a.b} {$a->b} {$a|escape:'html'}", "⟨$a.b⟩ ⟨$a->b⟩ ⟨$a⟩"),
    ("{$a.b|date_format:'%A, %d %B %Y'}", "⟨$a.b⟩"),
    ('{$smarty.now|date_format:"%Y"}', "⟨$smarty.now⟩"),
    ("{#shop_name#}", "⟨#shop_name#⟩"),
    ("Hi {$a|default:'}'}!", "Hi ⟨$a⟩!"),
    ("Hi {$a|default:'our dear friend'}!", "Hi ⟨$a⟩! | Hi our dear friend!"),
    ("{'Please pay'}.", "Please pay."),
    ('{"Dear $name, please pay"}.', "Dear ⟨name⟩, please pay."),
    ("{include file='footer.tpl'}", "⟨file='footer.tpl'⟩"),
    ("{l s='Don\\'t wait'}.", "Don't wait."),
    ("p { color: red } {a}", "p { color: red } ⟨a⟩"),
    ("{ $x }", "{ $x }"),
]
REMARKS = [
    ("{* we will sue you *}Hi", "Hi"),
    ("{* don't {if $x} } *}Hi", "Hi"),
    ("{* two\nlines *}\nHi", "Hi"),
    ("{literal}{$x} {if}{/literal}.", "{$x} {if}."),
    ("{ldelim}x{rdelim}", "{x}"),
    ("{assign var='a' value='We will sue'}{$b = 'We sue'}Hi", "Hi"),
    ("{config_load file='x'}{extends file='y'}{break}Hi", "Hi"),
    ("{php}echo 'We sue';{/php}Hi", "Hi"),
]
CHOICES = [
    ("{if $a}A{/if}.", "A. | ."),
    ("{if $a}A{else}B{/if}", "A | B"),
    ("{if $a eq 1}A{elseif $b > 2}B{else}C{/if}", "A | B | C"),
    ("{if $a}A{else if $b}B{/if}", "A | B | "),
    ("{if $a == '}'}A{/if}.", "A. | ."),
    ("{if !$a}A{/if}{if $a}B{/if}", "B | A"),
    ("{if not $a}A{/if}{if $a}B{/if}", "B | A"),
    ("{if $a}A{if $b}B{else}C{/if}{/if}", "AB | AC | "),
    ("{if $a}\nA\n{else}\nB\n{/if}\nC", "A\nC | B\nC"),
]
LOOPS = [
    ("{foreach $xs as $x}{$x},{/foreach}", "⟨$x⟩,"),
    ("{foreach from=$xs item=x}A{foreachelse}B{/foreach}", "A | B"),
    ("{section name=i loop=$xs}A{sectionelse}B{/section}", "A | B"),
    ("{for $i=1 to 3}A{forelse}B{/for}{while $a}C{/while}", "AC | BC"),
    ("{foreach $xs as $x}{if $x@first}A{else}B{/if}{/foreach}", "A | B"),
]
PLAIN = [
    ("{strip}A{/strip}{nocache}B{/nocache}", "AB"),
    ("{block name='body'}A{/block}{block name=x}B{/block}", "AB"),
    ("{if $a}{strip}A{/strip}{else}B{/if}", "A | B"),
    ("{l s='Please pay %s' sprintf=[$x] d='Shop'}", "Please pay ⟨%s⟩"),
    ("{t}Please pay{/t}.", "Please pay."),
]
SUBJECTS = [
    ("{assign var='subject' value='Due soon'}A", "Due soon", "A"),
    ('{assign var=subject value="Due $x"}A', "Due ⟨x⟩", "A"),
    ("{assign 'subject' 'Due soon'}A", "Due soon", "A"),
    ("{$subject = 'Due soon'}A", "Due soon", "A"),
    ("{capture name='subject'}Due {$x}{/capture}A", "Due ⟨$x⟩", "A"),
    ("{capture 'subject'}Due{/capture}A", "Due", "A"),
    ("{block name=subject}Due{/block}A", "Due", "A"),
    ("{block name=title}Due{/block}A", "Due", "A"),
    ("{block 'subject'}Due{/block}A", "Due", "A"),
    ("{assign value='Due soon' var='subject'}A", "Due soon", "A"),
]


@pytest.mark.parametrize(("source", "texts"), [*HOLES, *REMARKS, *CHOICES, *LOOPS, *PLAIN])
def test_what_is_shown(source: str, texts: str) -> None:
    assert shown(source, ".smarty") == texts


@pytest.mark.parametrize(("source", "named", "body"), SUBJECTS)
def test_a_subject(source: str, named: str, body: str) -> None:
    assert (subject(source, ".smarty"), shown(source, ".smarty")) == (named, body)
