"""The advice that rules rest on, one line each: what a careful reminder does.

The numbers are those that rules cite in their ``guide`` field.
"""

from __future__ import annotations

from tonecheck.types import Language

_EN, _RU = Language.EN, Language.RU

GUIDE: dict[str, dict[Language, str]] = {
    "G01": {
        _EN: "Begin warmly: say thank you first",
        _RU: "Начинайте тепло, со слов благодарности",
    },
    "G02": {
        _EN: "Greet people by their name",
        _RU: "Обращайтесь к человеку по имени",
    },
    "G03": {
        _EN: "Never threaten: no courts, collectors or hints at trouble",
        _RU: "Не угрожайте: ни судом, ни коллекторами, ни намёками на неприятности",
    },
    "G04": {
        _EN: "State what happened without blaming the client",
        _RU: "Говорите о факте, а не о вине клиента",
    },
    "G05": {
        _EN: "Do not play on the client's conscience",
        _RU: "Не давите на совесть",
    },
    "G06": {
        _EN: "Ask; do not demand, hurry or corner",
        _RU: "Просите, а не требуйте: без спешки и ультиматумов",
    },
    "G07": {
        _EN: "Stay respectful: no sarcasm, no talking down, no shouting",
        _RU: "Сохраняйте уважение: без сарказма, поучений и крика",
    },
    "G08": {
        _EN: "Look for a solution together instead of waving penalties",
        _RU: "Ищите решение вместе, а не грозите штрафами",
    },
    "G09": {
        _EN: "Show that you understand how delays happen",
        _RU: "Покажите, что понимаете: задержки случаются у всех",
    },
    "G10": {
        _EN: "Explain what good a timely payment does",
        _RU: "Объясните, чем полезна своевременная оплата",
    },
    "G11": {
        _EN: "Let the client feel that you value working together",
        _RU: "Дайте понять, что цените сотрудничество",
    },
    "G12": {
        _EN: "Suit the form of address to the person and their culture",
        _RU: "Выбирайте обращение, привычное для этого человека",
    },
    "G13": {
        _EN: "Mind the channel: a chat message is read more lightly than a letter",
        _RU: "Учитывайте канал: сообщение в чате читают иначе, чем письмо",
    },
    "G14": {
        _EN: "Name the amount",
        _RU: "Назовите сумму",
    },
    "G15": {
        _EN: "Name the day by which payment was or is due",
        _RU: "Назовите день, к которому нужна оплата",
    },
    "G16": {
        _EN: "Give the invoice number or another reference",
        _RU: "Укажите номер счёта или другого документа",
    },
    "G17": {
        _EN: "Say how to pay",
        _RU: "Объясните, как заплатить",
    },
    "G18": {
        _EN: "Write so that nobody needs a glossary",
        _RU: "Пишите без терминов и сокращений, которые нужно расшифровывать",
    },
    "G19": {
        _EN: "Keep it short, with the request easy to find",
        _RU: "Пишите коротко, чтобы просьба была сразу видна",
    },
    "G20": {
        _EN: "Use plain, definite sentences",
        _RU: "Пишите простыми и определёнными фразами",
    },
    "G21": {
        _EN: "List the charges when there is more than one",
        _RU: "Если начислений несколько, перечислите их",
    },
    "G22": {
        _EN: "Attach the invoice or link to it",
        _RU: "Приложите счёт или дайте ссылку на него",
    },
    "G23": {
        _EN: "Keep attachments small",
        _RU: "Следите, чтобы вложения были небольшими",
    },
    "G24": {
        _EN: "Offer a way out: parts, more time, another means of payment",
        _RU: "Предложите выход: рассрочку, отсрочку, другой способ оплаты",
    },
    "G25": {
        _EN: "Do not suggest a minimum payment",
        _RU: "Не предлагайте минимальный платёж",
    },
    "G26": {
        _EN: "Say whom to ask, and welcome questions",
        _RU: "Укажите, к кому обратиться, и пригласите задавать вопросы",
    },
    "G27": {
        _EN: "Answer an objection calmly and with a compromise",
        _RU: "На возражения отвечайте спокойно и с готовностью к компромиссу",
    },
    "G28": {
        _EN: "Write in the client's working hours, not at night or on holidays",
        _RU: "Пишите в рабочее время клиента, а не ночью и не в праздники",
    },
    "G29": {
        _EN: "Leave time to see what was delivered before asking for money",
        _RU: "Дайте клиенту время увидеть результат, прежде чем напоминать об оплате",
    },
    "G30": {
        _EN: "Remind regularly, with some days in between",
        _RU: "Напоминайте регулярно, с перерывами в несколько дней",
    },
    "G31": {
        _EN: "Become firmer step by step, by a plan made beforehand",
        _RU: "Переходите к более строгому тону постепенно, по заранее составленному плану",
    },
    "G32": {
        _EN: "Mention a legal step only at the very end, calmly, with a way to avoid it",
        _RU: "О юридических шагах говорите только в конце, спокойно и с возможностью их избежать",
    },
    "G33": {
        _EN: "State agreed terms as plain facts",
        _RU: "Условия договора называйте нейтрально, как факт",
    },
    "G34": {
        _EN: "Keep a record of what was sent and answered",
        _RU: "Храните историю переписки",
    },
    "G35": {
        _EN: "Ask openly what is in the way and when payment may come",
        _RU: "Спросите прямо, что мешает и когда ждать оплату",
    },
}
"""Each line of advice in both languages, by its number."""
