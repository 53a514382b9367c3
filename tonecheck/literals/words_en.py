"""English word tables: numbers, the calendar, and the words that give a literal its role."""

from __future__ import annotations

from decimal import Decimal

from tonecheck.literals.listed import listed

_SMALL = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")

NUMBERS: dict[str, Decimal] = {
    **{word: Decimal(value) for value, word in enumerate(_SMALL)},
    **{word: Decimal(20 + 10 * index) for index, word in enumerate(_TENS)},
    "a": Decimal(1),
    "an": Decimal(1),
}
SCALES: dict[str, Decimal] = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "grand": Decimal(1000),
    "lakh": Decimal(100_000),
    "lakhs": Decimal(100_000),
    "lac": Decimal(100_000),
    "lacs": Decimal(100_000),
    "million": Decimal(1_000_000),
    "crore": Decimal(10_000_000),
    "crores": Decimal(10_000_000),
}

_MONTH_NAMES = listed(
    "january february march april may june july august september october november december"
)
MONTHS: dict[str, int] = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
_ORDINAL_NAMES = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS: dict[str, int] = {
    **{name: day for day, name in enumerate(_ORDINAL_NAMES, 1)},
    **{f"twenty-{name}": 20 + day for day, name in enumerate(_ORDINAL_NAMES[:9], 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
"""Days of the month in words ("the first", "the twenty-fifth")."""

VERB_MONTHS = frozenset({"may", "march", "mar"})
"""Months that are also common words: in lower case they need a preposition before."""

_WEEKDAY_NAMES = listed("monday tuesday wednesday thursday friday saturday sunday")
WEEKDAYS: dict[str, int] = {
    **{name: number for number, name in enumerate(_WEEKDAY_NAMES)},
    **{name[:3]: number for number, name in enumerate(_WEEKDAY_NAMES)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}

FREE_WORDS = frozenset(
    listed("""
    a about after again all already also although and any are as at attached because before
    being but by can cleared comes could do does due else for from hasn't has have i i'd i'll
    if in inc incl including instead is isn't it just last may me minus must net no not now
    of off ok okay on only or outstanding overdue paid payable pending per please pls plus
    remains right should since so soon still than thanks that the then there this till til
    to today tomorrow tonight too total until unpaid up via was we when where which while
    will with within without would yet you your
    """)
)
"""Words that may follow an amount or a number without being what it counts."""

MONEY_WORDS = (
    r"balance|fees?|amount|total|sum|rent|debt|arrears|dues|price|cost|deposit|charge"
    r"|remainder|instal+ment|payment|pay|owe[sd]?(?:\s+(?:me|us))?|owing|comes\s+to"
    r"|(?:send|transfer)(?:\s+(?:me|us))?"
)
"""Words beside which a bare number is a sum."""

LOOSE_MONEY_WORDS = r"all\s+in|altogether"
"""Words beside which only a bare sum of a thousand or more is one."""

MONEY_LINKS = r"is|was|of|comes?\s+to|stands?\s+at|now|still|due|at|for|to\s+pay|me|us|you"
"""What may stand between such a word and the number."""

FEE_BEFORE = (
    r"\bfin(?:e|es|ed)\b|\bpenalt(?:y|ies)\b|\bsurcharges?\b|\binterest\b|\bdiscounts?\b"
    r"|\brefund(?:ed)?\b|\bcredit(?:ed)?\b(?!\s+card)|\brebate\b|\bminimum\b|\bat\s+least\b"
    r"|\b(?:late|overdue|returned[\s-]payment|bounced[\s-](?:cheque|check)|nsf|admin(?:istration)?|reminder|collection|default|court|nuisance"
    r"|chasing|no-show|cancellation|re-?connection)\s+(?:payment\s+)?(?:fees?|charges?|costs?)\b"
    r"|\b(?:unlocking|dunning|bounce|oopsie|lateness)\s+(?:fee|fine|charge)(?:\s+of)?\b|\blate\s+payment\s+(?:now\s+)?costs\b"
    r"|\brefer\s+a\s+friend\s+for\b|\b(?:less|minus|deduct(?:ed|ing)?|waive[ds]?|knock(?:ed|ing)?\s+off)\b"
    r"|\b(?:for\s+)?(?:each|every|per)\s+(?:\w+\s+)?day\b|\b(?:an\s+)?extra\b|\badd(?:ed|ing)?\s+(?:a|an|another)\b|\bwill\s+add\b"
    r"|\b(?:tack|slap|stick|put|pil)\w*\s+on\b"
)
FEE_AFTER = (
    r"(?:[\w-]+\s+){0,2}(?:late|nuisance|admin(?:istration)?|reminder|rebooking|re-?connection"
    r"|call-?out|default|collection|penalty|no-show|cancellation|chasing|overdue|interest)"
    r"\s+(?:payment\s+)?(?:fees?|charges?|penalty|fine|interest)\b"
    r"|(?:(?:per|a|an|each|every)\s+\w+\s+)?(?:fines?|penalty|surcharge|discount|refund|rebate"
    r"|interest)\b"
    r"|(?:off\b|(?:[\w-]+\s+){0,3}on\s+top\b|extra\b|(?:of\s+)?credit\b(?!\s+card))"
    r"|(?:a|per|each|every|for\s+(?:each|every))\s+day\b"
    r"|(?:call-?out|late|reminder|oops\W?|oopsie)\s+(?:fee|charge|penalty)\b|daily\b"
    r"|(?:is\s+|was\s+|has\s+been\s+)?(?:already\s+)added\b"
)
PAID_BEFORE = (
    r"(?<=\s)[-−](?=$)|\bpaid\b|\breceived\b|\bdeposited\b|\byour\s+(?:part\s+)?payment\s+of\b|\bthank(?:s|\s+you)\s+for\b"
    r"|\bcame\s+through\b|\barrived\b|\bfor\s+the\s+deposit\s+of\b"
)
PAID_AFTER = (
    r"(?:(?:deposit|part|payment|advance|instal+ment)\s+)?"
    r"(?:(?:was|were|has\s+been|have\s+been|is)\s+)?"
    r"(?:already\s+|gratefully\s+|safely\s+)?(?:received|credited|paid(?!\s+(?:by|before|in\s+full)))\b"
    r"|(?:you\s+)(?:already\s+)?(?:paid|sent)\b"
)
OTHER_BEFORE = (
    r"\bfrom\b|\binstead\s+of\b|\brather\s+than\b|\bworth\b|\bsav(?:e|es|ing)\b"
    r"|\b(?:sale|raffle|fair)\s+(?:made|raised)\b|\braised\b|\bup\s+to\b|\b(?:goes|go|going|went|rises?|rising|rose)\s+(?:up\s+)?(?:to|by)\b"
    r"|\bpriced\s+at\b|\bnormally\b|\busually\s+cost\b|\bbudget\b"
)
DUE_BEFORE = (
    r"\b(?:over)?due\b|\bbalance\b|\btotal\b|\bamount\b|\boutstanding\b|\bowe[sd]?\b|\bowing\b"
    r"|\binvoices?\b|\bbills?\b|\bcomes?\s+to\b|\bcame\s+to\b|\bremain(?:s|ing|der)\b|\bunpaid\b"
    r"|\bpayable\b|\bleaves\b|\bsum\s+of\b|\bto\b(?=\W*$)"
)
NEGATION = (
    r"(?:\bnot|n['’]t|\bnever|\bno|\bto\s+be|\bbe|\bmust|\bshould|\bneither|\byet\s+to"
    r"|\bwithout|\buntil|\bonce|\bif|\bwhen)\b(?:\W+\w+){0,3}\W*$"
)
"""What before "paid" or "received" says that it has not happened."""

DEADLINE = (
    r"(?:\bby|\buntil|\btill?|\bbefore|\bno\s+later\s+than|\bnot\s+later\s+than|\blatest"
    r"|\bwithin|\bdeadline\s+of|\bon\s+or\s+before|\bahead\s+of|\bprior\s+to|\bnot\s+after)"
    r"(?:\s+(?:the|this|midnight|noon|sun(?:down|set|rise)|nightfall|dusk|dawn|tea(?:time)?|dinner"
    r"(?:time)?|supper|bedtime|first\s+thing|half(?:\s+past)?\s+\w+|[0-9]{1,2}h[0-9]{2}"
    r"|(?:seven|eight|nine|ten|eleven|twelve)(?:\s+on)?|the\s+\w+\s+(?:goes|closes|shuts)\s+on"
    r"|close\s+of\s+business|c\.?o\.?b\.?|at\s+the\s+latest|end\s+of"
    r"|(?:noon|midday|lunch(?:time)?|close(?:\s+of\s+play)?|five|six|(?:the\s+)?(?:morning|evening)\s+of)"
    r"(?:\s+on)?|[^\W\d_]+,|[0-9]{1,2}(?:[:.][0-9]{2})?\s*(?:[ap]\.?m\.?)?(?:\s+on)?))?\W*$"
)
DATE_STRONG = (
    r"\bdue\s+(?:when|once|after|on)\s+[^.;,]{1,40},?(?=\W*$)"
    r"|\b(?:payable|due|pay|settled?)\s+(?:before|until)\s+(?:[\w'’-]+\s+){1,5}(?=\W*$)|"
    r"\b(?:over)?due\b|\bpayable\b|\bdeadline\b|\brenews?\b|\bdate\s+of\b(?=\W*$)"
    r"|\bdate\b[^.;]{0,30}\b(?:is|was)\b(?=\W*$)|\bterm(?:\s+(?:passed|expired|ended))?\b(?=\W*$)"
    r"|\b(?:were|was)\s+for(?:\s+the)?\b(?=\W*$)"
    r"|\b(?:sooner|rather|let\s+us)\s+say\b(?=\W*$)|\bput\s+(?:it\s+)?(?:at|for)\b(?=\W*$)"
    r"|\bmoved\s+(?:the|your|our)\s+(?:due\s+|payment\s+)?(?:date|deadline)\s+(?:back\s+)?to\b|\bpayment\s+date\b|\bunpaid\s+since\b"
    r"|\b(?:payment|instal+ment|balance|fee|rent|invoice)\b[^.;]{0,60}\bfalls?\s+on\b(?=\W*$)"
    r"|\b(?:hanging|hangs?|lying|sitting)\s+(?:about|around|there)\s+since\b"
    r"|\b(?:outstanding|pending|open|owed|owing)\s+(?:since|from)\b|\bagreed(?:\s+(?:on|for))?\b|\bpromis(?:e|ed|ing)\b|\bdown\s+for\b"
    r"|\bpencil+ed\s+in\b|\bmeant\s+to\b|\bsupposed\s+to\b|\bexpected\b|\bterms\b"
    r"|\b(?:will|to)\s+be\s+(?:charged|debited|collected|taken|paid|cleared|settled)\b"
    r"|\b(?:new|payment|settlement|agreed)\s+date\s+(?:is|was|of)\b|\b(?:set|fixed)\s+for\b"
    r"|\bshould\s+have\s+(?:come|arrived|been\s+(?:paid|settled|cleared))\b|\bextended\s+to\b"
    r"|\b(?:would|does|how\s+about|what\s+about|suggest|propose)\b(?=\W*$)|\bwas\s+to\s+be\b"
    r"|\b(?:written|put|marked|noted)\s+down\b|\bwas\s+for\b(?=\W*$)|\bpassed\s+its\s+date\b"
    r"|\b(?:collect|take)\s+(?:it|this|the\s+payment)\b|\bdirect\s+debit\b"
    r"|[$£€₹₦]\s?[0-9][0-9.,]*k?\W{1,3}$"
    r"|\b(?:you|u|ye|ya)(?:['’]d)?\s+(?:said|told\s+(?:me|us)|gave\s+us)\b|\b(?:last|final)\s+day\b"
    r"|\b(?:can|could|would|will)\s+(?:you|u|ye|ya|we)\s+(?:please\s+)?(?:do|manage|make|settle|clear)\b"
    r"|\b(?:let['’]?s|(?:shall|can|could|will)\s+we|we(?:['’]d)?)\s+sa(?:y|id)\b(?=\W*$)"
    r"|\btoo\s+(?:much|soon|early|tight)\s+for\b(?=\W*$)|\bready\s+for\b(?=\W*$)"
    r"|\b(?:had|has|have|needs?|must|should|ought|was|were|is|are)\s+(?:to\s+)?"
    r"(?:be|have\s+been|arrive|land|reach)\s+(?:here|in|with\s+(?:us|me)|us|me|ours|mine)\b"
    r"|\b(?:set|fixed|named|chose|picked|settled\s+on|shook\s+(?:hands\s+)?on|ran\s+out"
    r"|expired|fell|lapsed|scheduled|arranged|planned|asked)\b(?:\s+(?:on|for|us|with|you))?(?=\W*$)"
    r"|\b(?:the\s+date|the\s+day|payday|your\s+turn|term)\s+(?:is|was)\b(?=\W*$)"
    r"|\bgave\s+(?:me|us)\s+your\s+word\s+for\b|\b(?:leave|leaves|come\s+off|debit|charge)"
    r"\s+your\s+(?:card|account)\b|\bin\s+my\s+hands?\b"
)
DATE_WEAK = (
    r"\bpay(?:ing|ments?)?\b|\b(?:not|be)\s+paid\b|\bsettled?\b|\bclear(?:ed)?\b|\btransfer\b|\bsquared\s+(?:away|up|off)\b"
    r"|\bsend\s+(?:it|the\s+money|[$£€₹₦])|\bwired?\b|\bremit\b|\bdeposit\b|\bowed?\b|\bsort\s+it\b"
    r"|\bmoney\b|\bsquare\s+(?:it|up|this)\b|\bsort\s+(?:this|that)\b|\bbalance\b|\bche(?:ck|que)\b|\bcash\b|\be-?transfer\b|\binstal+ment\b"
)
DATE_INVOICE = (
    r"\bdated\b|\bissued\b|\binvoiced\b|\binvoice\s+date\b|\bbilled\b"
    r"|\b(?:invoice|bill)\s+(?:(?:no\.?\s*)?[\w/#-]*[0-9][\w/-]*\s*)?(?:of|from|,|\()?(?=\W*$)"
    r"|\bsent\s+(?:you\s+)?(?:the|our|my|an?)\s+(?:invoice|bill|statement)\b"
)
DATE_EVENT = (
    r"\bdelivered\b|\bdone\b|\binstalled\b|\bcompleted\b|\bfinished\b|\bheld\b|\bserviced\b"
    r"|\bbooked\b|\bparty\b|\bwedding\b|\bsession\b|\blessons?\b|\bvisit(?:ed)?\b|\bappointment\b"
    r"|\bcame\b|\blent\b|\bborrowed\b|\b(?:quote|quotation|estimate|offer)\s+(?:of|from|dated)\b"
    r"(?=\W*(?:$|\|))|\bcollected\b|\bsee\s+(?:you|ye|them)\b|\bstart(?:s|ed)?\b|\bwent\s+up\b|\bworked\b"
    r"|\bsigned\b|\b(?:received|got|had)\b[^.]{0,30}\bpayment\b|\b(?<!be\s)(?<!not\s)paid\b|\bfree\b"
    r"|\btime\s+on\b|\bnobody\s+came\b|\bout\s+on\b|\bopen\b|\bclosed\b|\baway\b|\bmove[ds]?\b"
)
DATE_LETTER = (
    r"\bwrote\b|\bwritten\b|\be-?mail(?:ed|s)?\b|\bletters?\b|\breminders?\b|\bcall(?:ed|s)?\b"
    r"|\btexted\b|\brang\b|\bspoke\b|\bphoned\b|\bmessaged?\b"
)
ACTIVITY = (
    r"\brepl(?:y|ies)\b|\brespond\b|\banswer\b|\bconfirm\b|\brsvp\b|\blet\s+(?:me|us)\s+know\b"
    r"|\btell\s+(?:me|us)\b|\bchoose\b|\bvote\b|\bfill\b|\bforms?\b|\bsurvey\b|\boffer\b|\bsale\b"
    r"|\bfree\b|\btwo-for-one\b|\bclosed\b|\baway\b|\bdeliver(?:ed|y)?\b|\barrive\b|\bregister\b"
    r"|\bavailable\b|\bvalid\b|\bupgrade\b|\bsign\s+up\b|\bhand\s+in\b|\bneed\s+(?!it\b|this\b|that\b)\w+,"
    r"|\bget\s+back\s+to\s+you\b|\bsend\s+you\b|\bresend\b|\bfix\b"
    r"|\bfinish(?:ed)?\b|\bneeds?\s+(?!paying|settling)\w+ing\b|\bwithdraw\w*\b|\bbring\b|\breturn\b"
)
"""Other things than paying that are done by a day."""

DATE_AFTER_DUE = (
    r"(?:(?:is|was|being|as)\s+)?(?:the\s+|your\s+|our\s+)?(?:due\b|payment\s+date\b|deadline\b"
    r"|last\s+day\b|final\s+day\b|payment\s+is\s+due\b)"
    r"|(?:would|will|could|is|be)\s+(?:also\s+)?(?:be\s+)?(?:fine|suit|do|work|ok(?:ay)?|good)\b"
    r"|on\s+(?:it|the\s+(?:bill|invoice|docket|slip|account))\b|(?:['’]?s|being)\s+the\s+day\b(?!\s+of\b)"
    r"|(?:is|was)\s+the\s+(?:\w+\s+){0,2}arrangement\b|(?:suits?|works?)\b|,[^.,;]{1,40},\s*(?:would|will)\s+(?:do|suit|work|be)\b"
    r"|(?:is|was|as)\s+(?:the|our|your)\s+(?:\w+\s+){0,2}(?:date|day|limit|deadline|cut-?off)\b"
    r"|(?:(?!and\b|but\b)\w+\s+){0,4}(?:falls?|fell|comes?|becomes?|became)\s+due\b"
    r"|by\s+(?:UPI|cheque|check|transfer|card|cash|EFT)\b[^.;]{0,30}\b(?:would|will)\s+be\b"
    r"|is\s+the\s+(?:\w+\s+){1,3}on\s+which\b.{0,40}\bdue\b"
    r"|(?:at\s+the\s+)?latest\b|instead\s*\?|instead\s+of\s*$"
)
DATE_AFTER_INVOICE = r"(?:invoice|bill)(?:\s+date)?\b(?!\s*(?:no\b|number|#|[\w/-]*[0-9]))"
PAST = r"\b(?:was|were|had|fell|came|agreed|promised|said|since|meant|supposed|expected)\b"
"""Words that put a weekday or a day of the month before the day of writing."""
