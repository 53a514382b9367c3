"""Words by which a greeting addresses somebody without a name."""

from __future__ import annotations

from tonecheck.types import Language

GENERIC: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "accountholder addressee advertiser all applicant attendee beneficiary bidder boarder "
        "borrower buyer candidate candidates caregiver carer chorister choristers claimant "
        "client clients colleague colleagues consumer contractor creditor customer customers "
        "dads debtor debtors defaulter director dispatcher donor donors everybody everyone "
        "exhibitor exporter exporters families folk folks friend friends gardener gardeners "
        "gentlemen gents grower guardian guardians guest guests guys holder holders homeowner "
        "homeowners householder householders importer investor landlord learner learners "
        "leaseholder lessee licence-holder licensee ma ma'am madam madame mammas manager member "
        "members mommies moms mums neighbor neighbors neighbour neighbours occupant occupants "
        "occupier occupiers organiser organizer owner owners parent parents participant "
        "participants partner partners passenger patient patients patron payee payer people "
        "player players policyholder proprietor pupil pupils purchaser purchasers reader "
        "recipient renter resident residents retailer seller shareholder shopper sir sirs "
        "sponsor stallholder stockist student students subscriber subscribers supplier "
        "supporter team tenant tenants there trader traveler traveller user users vendor "
        "visitor volunteer volunteers yogis rockstar rockstars superstar superstars legends".split()
    ),
    Language.RU: frozenset(
        "абонент автор администрация арендатор брат бухгалтер бухгалтерия вкладчик владелец "
        "водитель волонтер воспитанник врач все всем господа гость гражданин дама дамы дачник "
        "девочки девушка директор доверитель доктор должник домовладелец донор друг друзья "
        "женщина жилец житель заемщик заказчик заявитель зритель инвестор квартиросъемщик "
        "клиент коллега коллеги коллектив контрагент кооператор курсант мальчики мама мужчина "
        "налогоплательщик наниматель народ неплательщик отправитель папа партнер пассажир "
        "пациент плательщик подписчик покупатель получатель пользователь поставщик постоялец "
        "потребитель правление представитель прихожанин ребята родители родитель руководитель "
        "руководство садовод сестра слушатель собственник сосед соседи соседка соседушка "
        "сотрудник спонсор страхователь студент сударыня сударь съемщик товарищ турист туристы "
        "участник ученик учредитель хозяин хозяйка читатель член".split()
    ),
}
"""Generic nouns and roles; Russian ones are keys (lemmas, «ё» as «е»)."""

RUSSIAN_ROLE_ENDINGS = ("тель", "ник", "ница", "щик", "чик", "атор", "итор", "ист", "ант", "ент")
"""Endings of nouns that name people by what they do."""

NAMES_LIKE_ROLES = frozenset(
    "aimee alexander archer arthur baker booker bowler brent carpenter carter chandler "
    "chester clement conner connor cooper cutter desiree dexter eleanor fisher fletcher "
    "foster fowler gardner glover grant gunner harper heather hector hooper hunter jasper "
    "jennifer kent laurent lester luther mercer miller oliver packer palmer parker peter "
    "piper porter potter ranger renee rider roger ryder salter salvador sawyer shearer "
    "skinner skipper slater spencer stringer tanner taylor thatcher trent tucker turner tyler "
    "victor vincent walker waller walter warner weaver webster wheeler winter".split()
)
"""First names and surnames that look like roles."""

GREETING_WORDS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "a afternoon attention attn beloved day dear esteemed evening g'day gday good greetings "
        "hello hey hi hiya howdy morning most my namaste our respected the to valued yo".split()
    ),
    Language.RU: frozenset(
        "ая вечер вечера вниманию времени глубокоуважаемая глубокоуважаемые глубокоуважаемый "
        "господин господину госпожа госпоже день дня доброго доброе добрый дорогая дорогие "
        "дорогим дорогой здравствуй здравствуйте милая милые милый многоуважаемая многоуважаемые "
        "многоуважаемый мой моя наш наша наши привет привет-привет приветик приветствуем "
        "приветствую салам суток уважаемая уважаемой уважаемому уважаемые уважаемый уважаемым "
        "утра утро уважаемый(ая хай".split()
    ),
}
"""Words of a greeting that say nothing about who is greeted."""

HONORIFICS: dict[Language, str] = {Language.EN: "dear", Language.RU: "уважаем"}
"""How a word begins after which somebody has to be named."""

CONJUNCTIONS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "a account accounts and at billing business card concerned department dept finance for "
        "holder holders hotel house in of office or payable property receivable school tax the "
        "unit".split()
    ),
    Language.RU: frozenset("в за и из или на от по с".split()),
}

ADDRESS_TITLES: dict[Language, frozenset[str]] = {
    Language.EN: frozenset({"attention", "attn"}),
    Language.RU: frozenset(
        "внимание господин госпожа гражданин гражданка дорогой уважаемый".split()
    ),
}
"""Words that open an address on the first line though no greeting is recognised."""

VOCATIVE_TITLES: dict[Language, frozenset[str]] = {
    Language.EN: frozenset("dear esteemed valued respected".split()),
    Language.RU: frozenset(
        "уважаемый многоуважаемый глубокоуважаемый дорогой милый ув ув. сударь".split()
    ),
}
"""Words with which somebody is addressed in the middle of a text."""

TITLES_OF_PERSONS = frozenset(
    "mr mr. mrs mrs. ms ms. miss mx mx. mdm dr dr. prof prof. professor father sister brother "
    "uncle aunt auntie captain lieutenant rabbi reverend rev rev. sir team family".split()
)
"""English titles that a name follows."""

GROUPS = frozenset("team family folks friends friend all everyone guys there".split())
"""English words for a group or nobody, which a name may stand before: "Northwind team"."""
