"""The closed classes of words that decide whether a clause can be a sentence of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tonecheck.types import Language


@dataclass(frozen=True, slots=True)
class Words:
    """The closed classes of a language that decide about clauses.

    ``openers`` are the conjunctions at which a sentence may be split, each with what the new
    sentence begins with instead.
    """

    openers: Mapping[str, str]
    contrast: frozenset[str]
    conditions: frozenset[str]
    moments: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    complements: frozenset[str]
    opinions: frozenset[str]
    pairs: frozenset[str]
    pronouns: frozenset[str]
    please: str
    asking: frozenset[str]


WORDS: Mapping[Language, Words] = {
    Language.EN: Words(
        openers={"and": "", "but": "However, ", "so": "So ", ";": "", ",": ""},
        contrast=frozenset({"but", ";"}),
        conditions=frozenset(
            "if unless when whenever once until till provided should case otherwise".split()
        ),
        moments=frozenset("when once until till".split()),
        subordinators=frozenset(
            "that which who whom whose because although though while whereas since as before "
            "after where whether than why how what".split()
        ),
        relatives=frozenset("which who whom whose".split()),
        complements=frozenset({"that"}),
        opinions=frozenset(
            "hope think believe assume expect wish suppose doubt guess fear say not".split()
        ),
        pairs=frozenset("either neither whether nor".split()),
        pronouns=frozenset("i we you he she it they there this these".split()),
        please="please",
        asking=frozenset(
            "can could would will may might do does did is are was were have has shall what when "
            "where who why how which".split()
        ),
    ),
    Language.RU: Words(
        openers={
            "и": "",
            "а": "",
            "но": "Однако ",
            "поэтому": "Поэтому ",
            "однако": "Однако ",
            ";": "",
        },
        contrast=frozenset({"но", "однако", ";"}),
        conditions=frozenset("если когда раз пока ли случае условии иначе коли ежели".split()),
        moments=frozenset("когда пока".split()),
        subordinators=frozenset(
            "что чтобы который как потому поскольку хотя где куда откуда кто чей чем почему "
            "зачем сколько будто ибо ведь".split()
        ),
        relatives=frozenset({"который", "чей"}),
        complements=frozenset({"что"}),
        opinions=frozenset(
            "надеяться думать считать полагать предполагать хотеть бояться говорить сказать "
            "писать уверять не".split()
        ),
        pairs=frozenset("либо ни или только столько то".split()),
        pronouns=frozenset("я мы ты вы он она оно они это".split()),
        please="пожалуйста",
        asking=frozenset(
            "когда сможете можете сможешь можешь как что кто где какой почему не удастся".split()
        ),
    ),
}

RESULTS = frozenset({";", "so", "поэтому"})
"""Joints of main clauses only."""

JOINING = frozenset("or yet else или либо да зато причем".split())

DETERMINERS = frozenset("the a an our your my his her their its all each every no".split())
ALSO_PREPOSITIONS = frozenset("as since before after than".split())
FRONTED = frozenset("since because although though while as поскольку хотя".split())
PREDICATES = frozenset("можно нужно надо нельзя нет".split())
BE = frozenset({"быть"})
MARKS = frozenset({",", ";", ":", "—", "–", "(", ")"})
