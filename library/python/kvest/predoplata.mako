Привет, ${kapitan}! Команда${' (%d %s)' % (igrokov, plural_ru(igrokov, 'игрок', 'игрока', 'игроков'))} записана на «${igra}» 🔦
Остаток ${summa} ₽ ждём до ${do_}${', бронь ' + bron if bron else ''}: kvest.example/oplata
Вопросы пишите прямо сюда. Спасибо, что играете с нами!
