"""How people write currencies, and the ISO 4217 code that each way of writing means."""

from __future__ import annotations

import re

from tonecheck.literals.listed import listed

_ISO = listed(
    "USD EUR GBP INR NGN ZAR CAD AUD NZD SGD HKD CHF RUB RUR BYN KZT UZS AMD KGS UAH GEL AZN MDL "
    "TJS KES GHS PKR LKR BDT PLN SEK NOK DKK CZK AED JPY CNY"
)

_SYMBOLS: dict[str, str] = {
    "US$": "USD",
    "U$": "USD",
    "CA$": "CAD",
    "CDN$": "CAD",
    "C$": "CAD",
    "AU$": "AUD",
    "A$": "AUD",
    "NZ$": "NZD",
    "SG$": "SGD",
    "S$": "SGD",
    "HK$": "HKD",
    "GH₵": "GHS",
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
    "₨": "INR",
    "₦": "NGN",
    "₽": "RUB",
    "₸": "KZT",
    "₴": "UAH",
    "֏": "AMD",
    "₾": "GEL",
    "₼": "AZN",
    "¥": "JPY",
}

_NOUNS: tuple[tuple[str, str], ...] = (
    (r"(?:US|U\.S\.|American)\s+dollars?|американски[хе]\s+доллар\w*", "USD"),
    (r"Canadian\s+dollars?|канадск\w{2,3}\s+доллар\w*", "CAD"),
    (r"Australian\s+dollars?|австралийск\w{2,3}\s+доллар\w*", "AUD"),
    (r"New\s+Zealand\s+dollars?|новозеландск\w{2,3}\s+доллар\w*", "NZD"),
    (r"Singapore(?:an)?\s+dollars?|сингапурск\w{2,3}\s+доллар\w*", "SGD"),
    (r"Hong\s+Kong\s+dollars?|гонконгск\w{2,3}\s+доллар\w*", "HKD"),
    (r"dollars?|bucks?|доллар\w{0,3}|бакс\w{0,3}|у\.\s?е\.", "USD"),
    (r"pounds?(?:\s+sterling)?|quid|фунт\w{0,3}(?:\s+стерлингов)?", "GBP"),
    (r"euros?|евро", "EUR"),
    (r"rupees?|rs\.?|рупи[йяюи]", "INR"),
    (r"naira|найр\w?", "NGN"),
    (r"rands?", "ZAR"),
    (r"roubles?|rubles?", "RUB"),
    (r"(?:бел\.|белорусских|белорусского|белорусский)\s*руб(?:л\w{1,3}|\.)?", "BYN"),
    (r"т\.?\s?р\.|т\.?р\.?|тыр", "RUB"),
    (r"рубл(?:ей|я|ь|ю|ями|ем|ях|и|ям)|руб\b\.?|р\b\.?", "RUB"),
    (r"те[нң]ге|tenge|тг\b\.?", "KZT"),
    (r"сумов|сум[аыу]?|с[ўу]м|soums?", "UZS"),
    (r"драм(?:ов|а|ы|ами)?|drams?", "AMD"),
    (r"сом(?:ов|а|ы)?", "KGS"),
    (r"лари", "GEL"),
    (r"манат(?:ов|а)?", "AZN"),
    (r"сомони", "TJS"),
    (r"гривен|гривн[аыу]|грн\.?", "UAH"),
    (r"dirhams?|дирхам\w{0,2}", "AED"),
    (r"ksh\.?|kes", "KES"),
)

THOUSANDS_OF_ROUBLES = re.compile(r"т\.?\s?р\.?|тыр", re.IGNORECASE)
"""«230 т.р.»: the mark itself says thousand."""

_BY_COUNTRY: dict[tuple[str, str], str] = {
    ("USD", "CA"): "CAD",
    ("USD", "AU"): "AUD",
    ("USD", "NZ"): "NZD",
    ("USD", "SG"): "SGD",
    ("USD", "HK"): "HKD",
    ("INR", "PK"): "PKR",
    ("INR", "LK"): "LKR",
    ("RUB", "BY"): "BYN",
}
_PLAIN_MARKS = frozenset({"$", "₨"})

_symbols = "|".join(re.escape(s) for s in sorted(_SYMBOLS, key=len, reverse=True))
_codes = "|".join(_ISO)
_nouns = "|".join(f"(?:{pattern})" for pattern, _ in _NOUNS)

PREFIX = (
    rf"(?:(?<![\w$])(?:{_symbols})|(?<!\w)(?:{_codes})(?![A-Za-z])"
    r"|(?<!\w)(?i:rs\.?|ksh\.?)(?=\s?[0-9])"
    r"|(?<!\w)(?i:naira|rupees?|euros?|dirhams?)(?=\s[0-9])|(?<!\w)[RN](?=\s?[0-9]))"
)
"""A currency mark that stands before a number."""

SUFFIX = rf"(?:[$£€₹₦₽₸₴֏₾₼]|(?:{_codes})(?!\w)|(?i:(?:{_nouns})(?!\w)))"
"""A currency mark or noun that stands after a number."""

_LETTERS = {"R": "ZAR", "N": "NGN"}
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), code) for pattern, code in _NOUNS)


def currency_of(mark: str, country: str | None = None) -> str | None:
    """The ISO 4217 code of a mark, symbol, code or noun; None when it is unknown.

    Args:
        mark: as written ("A$", "Rs.", «рублей»).
        country: ISO 3166 code of the recipient's country; it settles a plain "$",
            "dollars", "Rs" or «руб.». Without it they mean USD, INR and RUB.
    """
    if mark in _LETTERS:
        return _LETTERS[mark]
    if mark in _ISO:
        return "RUB" if mark == "RUR" else mark
    code = _SYMBOLS.get(mark)
    plain = code is None or mark in _PLAIN_MARKS
    if code is None:
        code = next((iso for pattern, iso in _COMPILED if pattern.fullmatch(mark)), None)
    if code is None or country is None or not plain:
        return code
    return _BY_COUNTRY.get((code, country.upper()), code)
