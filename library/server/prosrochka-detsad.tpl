Добрый день, {$roditel.imya_otchestvo}!

Это {$vospitatel.imya} из садика «Облачко». Похоже, квитанция за {$mesyats|default:"прошлый месяц"}
затерялась: {$rebenok.imya} ходил{if $rebenok.pol eq 'ж'}а{/if} {$dney} {if $dney eq 1}день{else}дн.{/if}, к оплате {$itogo} руб.,
срок был {$srok_oplaty}. Договор № {$dogovor}.

{if $lgota}Льготу {$lgota}% мы уже учли.{/if}

Перевести можно по ссылке https://oblachko.example/pay/{$rebenok.id}
Понимаем, что с малышами не до бумаг :) Если нужна отсрочка, ответьте на это сообщение, договоримся.
