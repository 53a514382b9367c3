{capture name="zagolovok"}Уведомление о задолженности № {$ishodyashiy}{/capture}
Исх. № {$ishodyashiy} от {$data_pisma|date_format:"%d.%m.%Y"}

{$arendator.rukovoditel|default:'Здравствуйте!'}

По договору аренды крана № {$dogovor.nomer} у нас не закрыты позиции:

{foreach $scheta as $s}
 {$s@iteration}. Счёт {$s.nomer} на {$s.summa} руб., оплатить следовало до {$s.srok};
{foreachelse}
 1. Остаток {$dogovor.ostatok} руб., оплатить следовало до {$dogovor.srok};
{/foreach}

{if $dogovor.peni_stavka}
За каждый день Вам начислят штраф {$dogovor.peni_stavka}%, и он будет только расти.
{/if}
{if $etap eq 3}
В противном случае мы обратимся в Арбитражный суд.
{/if}

Реквизиты для оплаты: р/с 40702810000000000000, ООО «Крансервис», тел. (812) 555-01-44
