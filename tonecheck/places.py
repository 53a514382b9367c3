"""Where the recipient lives: zones, weekends and public holidays of countries and regions.

Public holidays and moved working days come from the ``holidays`` package, zones from
``zoneinfo`` and ``tzdata``; all of them are local data and are imported only when asked for.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tonecheck.sentences import Sentence, TonecheckError, sentence

if TYPE_CHECKING:
    from holidays import HolidayBase

# How alike two names must be for a "did you mean", from 0 to 1; below it chance suggestions begin.
_SIMILAR = 0.8

# One zone serves more than nineteen inhabitants in twenty, or is the official time.
_USUAL_ZONES: Mapping[str, str] = {
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "UA": "Europe/Kyiv",
}


@dataclass(frozen=True, slots=True)
class HolidayName:
    """A public holiday as the ``holidays`` package names it; ``ru`` is None where it does not."""

    en: str
    ru: str | None


def clock_in(send_at: datetime, zone: str | None, country: str | None) -> datetime | None:
    """The moment on the clock of a zone, or of a country that has one time; None if unknown.

    Raises:
        TonecheckError: no zone has that name.
    """
    from zoneinfo import ZoneInfo

    if zone is not None:
        try:
            return send_at.astimezone(ZoneInfo(zone))
        except (KeyError, ValueError, OSError):  # OSError: the name of a folder, an endless name
            raise _unknown_zone(zone) from None
    if usual := _USUAL_ZONES.get(country or ""):
        return send_at.astimezone(ZoneInfo(usual))
    clocks = _country_clocks(send_at, country)
    return clocks[0] if len({clock.utcoffset() for clock in clocks}) == 1 else None


def _country_clocks(send_at: datetime, country: str | None) -> list[datetime]:
    """The moment in each zone of a country; empty without a country."""
    from zoneinfo import ZoneInfo

    return [send_at.astimezone(ZoneInfo(zone)) for zone in _zones().get(country or "", ())]


def possible_clocks(send_at: datetime, country: str | None) -> tuple[datetime, ...]:
    """The moment on each clock that the recipient may have; the sender's if it is one of them."""
    clocks = {clock.utcoffset(): clock for clock in _country_clocks(send_at, country)}
    if not clocks or send_at.utcoffset() in clocks:
        return (send_at,)
    return tuple(clocks.values())


def is_weekend(country: str | None, region: str | None, day: date) -> bool:
    """Whether a day is free there by the week; Saturday and Sunday where nothing is known."""
    if country is None:
        return day.weekday() >= 5
    calendar = _calendar(country, region, day.year, russian=False)
    return calendar.is_weekend(day) and day not in calendar.weekend_workdays


def holiday_on(country: str, region: str | None, day: date) -> HolidayName | None:
    """The public holiday on a day, None on any other day."""
    english = _calendar(country, region, day.year, russian=False)
    if day not in english:
        return None
    has_russian = "ru" in english.supported_languages
    russian = _calendar(country, region, day.year, russian=True)[day] if has_russian else None
    return HolidayName(english[day], russian)


@lru_cache(maxsize=128)
def _calendar(country: str, region: str | None, year: int, *, russian: bool) -> HolidayBase:
    """Holidays, weekends and moved working days of one year."""
    from holidays import country_holidays

    # The language is always given, or the package would ask the machine's environment.
    known = country_holidays(country, language="en_US")
    own = known.default_language
    english = own if own is None or own.startswith("en") else "en_US"
    with warnings.catch_warnings():
        # A year outside the package's tables has fewer holidays; the user can do nothing about it.
        warnings.simplefilter("ignore", UserWarning)
        return country_holidays(
            country,
            subdiv=_subdivision(known, country, region),
            years=year,
            expand=False,
            language="ru" if russian else english,
        )


def _subdivision(calendar: HolidayBase, country: str, region: str | None) -> str | None:
    """The package's name for an ISO 3166-2 code ("GB-SCT", "SCT") or a region's name."""
    wanted = (region or "").strip().upper().removeprefix(f"{country}-")
    names = (*calendar.subdivisions, *calendar.subdivisions_aliases)
    return next((name for name in names if name.upper() == wanted), None)


@cache
def _zones() -> Mapping[str, tuple[str, ...]]:
    """The IANA zones of each ISO 3166 country."""
    zones: dict[str, tuple[str, ...]] = {}
    for country, _, zone, *_ in _table("zone.tab"):
        zones[country] = (*zones.get(country, ()), zone)
    return zones


@cache
def _countries() -> Mapping[str, str]:
    """The English name of each ISO 3166 country code."""
    return {code: name for code, name, *_ in _table("iso3166.tab")}


def _table(name: str) -> list[list[str]]:
    from importlib.resources import files

    text = files("tzdata").joinpath("zoneinfo", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def country_code(country: str | None) -> str | None:
    """The ISO 3166 code in capitals.

    Raises:
        TonecheckError: there is no such country; the message may name one like it.
    """
    if country is None:
        return None
    code = country.strip().upper()
    if code in _countries():
        return code
    raise TonecheckError(
        "unknown country {name}: expected a two-letter ISO 3166 code such as GB{hint}",
        name=repr(country),
        hint=_did_you_mean([f"{near} ({_countries()[near]})" for near in _similar_countries(code)]),
    )


def _similar_countries(text: str) -> list[str]:
    """The codes that a longer code ("GBR", "UK") or a country's name may stand for."""
    from holidays import country_holidays, list_supported_countries

    if text in list_supported_countries(include_aliases=True):
        return [country_holidays(text, language="en_US").country]
    codes = {name.upper(): code for code, name in _countries().items()}
    return [codes[name] for name in get_close_matches(text, codes, cutoff=_SIMILAR)]


def _unknown_zone(zone: str) -> TonecheckError:
    from zoneinfo import available_timezones

    # People know the city better than the continent, so the last part counts alone as well.
    # Never "Etc/GMT+3": its sign is the opposite of what whoever writes "GMT+3" means.
    names = {
        part.casefold(): name
        for name in sorted(available_timezones(), reverse=True)
        if "/" in name and not name.startswith("Etc/")
        for part in (name, name.rpartition("/")[2])
    }
    wanted = zone.strip().replace(" ", "_").casefold()
    near = [names[name] for name in get_close_matches(wanted, names, cutoff=_SIMILAR)]
    return TonecheckError(
        "unknown time zone {name}: expected an IANA name such as Europe/London{hint}",
        name=repr(zone),
        hint=_did_you_mean(list(dict.fromkeys(near))),
    )


def _did_you_mean(choices: list[str]) -> Sentence | str:
    return sentence("; did you mean {choices}?", choices=" / ".join(choices)) if choices else ""
