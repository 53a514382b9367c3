"""The values that flow through tonecheck: frozen, typed, and free of behaviour.

Every other module imports this one; it imports nothing of ours. The value of each
enum member is the word that users and other programs see (see ``docs/contract.md``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class Language(StrEnum):
    """The language of one message."""

    EN = "en"
    RU = "ru"


class Stage(StrEnum):
    """How far the matter has gone when the message is sent."""

    PRE_DUE = "pre-due"
    DUE = "due"
    OVERDUE = "overdue"
    FINAL = "final"
    DISPUTED = "disputed"


class Channel(StrEnum):
    """How the message reaches the client."""

    EMAIL = "email"
    SMS = "sms"
    MESSENGER = "messenger"
    LETTER = "letter"


class Kind(StrEnum):
    """A draft is about to be sent; a template still has placeholders to fill."""

    DRAFT = "draft"
    TEMPLATE = "template"


class Severity(StrEnum):
    """How much a finding matters; members stand from most to least severe."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a suggestion."""
        return _SEVERITY_RANK[self]


_SEVERITY_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class Category(StrEnum):
    """What kind of mistake a finding is about."""

    THREAT = "threat"
    ACCUSATION = "accusation"
    GUILT = "guilt"
    PRESSURE = "pressure"
    RUDENESS = "rudeness"
    PENALTY = "penalty"
    IMPERSONAL = "impersonal"
    FORMALITY = "formality"
    JARGON = "jargon"
    VAGUE = "vague"
    READABILITY = "readability"
    OVERLOAD = "overload"
    MISSING = "missing"
    INCONSISTENT = "inconsistent"
    PLACEHOLDER = "placeholder"
    EVIDENCE = "evidence"
    TIMING = "timing"
    GRAMMAR = "grammar"
    STRATEGY = "strategy"


class FactType(StrEnum):
    """Something that a client needs, or is glad, to find in a reminder.

    ``NAME``, ``INVOICE_DATE`` and ``OTHER`` are meanings that a placeholder can have;
    they are not listed among the facts of a report.
    """

    AMOUNT = "amount"
    DUE_DATE = "due_date"
    INVOICE_REF = "invoice_ref"
    PAYMENT_METHOD = "payment_method"
    CONTACT = "contact"
    THANKS = "thanks"
    EMPATHY = "empathy"
    FLEXIBILITY = "flexibility"
    EVIDENCE = "evidence"
    NAME = "name"
    INVOICE_DATE = "invoice_date"
    OTHER = "other"


REPORTED_FACTS: tuple[FactType, ...] = tuple(
    t for t in FactType if t not in (FactType.NAME, FactType.INVOICE_DATE, FactType.OTHER)
)
"""The facts of the contract, in its order."""


class Applicability(StrEnum):
    """Whether a fix may be applied without reading."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the source characters ``start:end`` by ``replacement``."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding; a fix without edits is advice that only a person can follow.

    ``caution`` says why it is not safe; empty where it is.
    """

    label: str
    applicability: Applicability
    edits: tuple[Edit, ...] = ()
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake or piece of advice.

    ``start`` and ``end`` are offsets in characters of the decoded source; they are equal
    where the finding is about something absent. ``branch`` names the template condition
    under which the finding holds. ``read_as`` is what the client reads there, for sources that
    write it in escapes.
    """

    rule: str
    category: Category
    severity: Severity
    message: str
    advice: str
    guide: tuple[str, ...]
    start: int
    end: int
    text: str
    branch: str | None = None
    fixes: tuple[Fix, ...] = ()
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a client needs, found in a message.

    ``value`` is a ``Decimal`` for an amount, a ``date`` for a due date, a string for a
    reference, and None where it cannot be known (a placeholder, "by Friday" without a
    send date). ``currency`` is an ISO 4217 code, for amounts only. Offsets are in
    characters of the visible text while a message is analysed, and of the decoded source
    in a report.
    """

    type: FactType
    text: str
    start: int
    end: int
    value: Decimal | date | str | None = None
    currency: str | None = None
    placeholder: bool = False


@dataclass(frozen=True, slots=True)
class Factor:
    """One entry in the account of a score; whole-message factors have no span."""

    rule: str
    points: int
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Gain:
    """What would raise a score, and by how much; ``start`` is where to change something."""

    points: int
    advice: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100 with the factors that add up to it.

    ``gains`` are what would raise it, the greatest first.
    """

    value: int
    factors: tuple[Factor, ...] = ()
    gains: tuple[Gain, ...] = ()


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range of days, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Recipient:
    """What is known about who receives a message."""

    name: str | None = None
    country: str | None = None
    region: str | None = None
    time_zone: str | None = None
    away: tuple[DateRange, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiver:
    """What a file asks not to be told of: names of rules and categories, and why.

    ``names`` are as written and may be unknown, ``reason`` may be empty. ``line`` is 1-based.
    """

    names: tuple[str, ...]
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Declared:
    """What somebody has *said* about a message; None where nobody has.

    The command line and the file itself each give one of these; the former has the last word.
    Only a file has ``ignore``: what it asks not to be told of; ``send_at_place`` are the source
    characters that give the time, where its front matter does.
    """

    subject: str | None = None
    language: Language | None = None
    stage: Stage | None = None
    channel: Channel | None = None
    kind: Kind | None = None
    send_at: datetime | None = None
    recipient: Recipient | None = None
    delivered_on: date | None = None
    previous_reminder: date | None = None
    ignore: tuple[Waiver, ...] = ()
    send_at_place: tuple[int, int] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Context:
    """The circumstances under which a message is judged.

    ``stage_declared`` says whether the stage was given by somebody: only then may it relax
    a rule. ``kind_declared`` likewise for the kind. ``speech`` is the language that findings
    are written in: the message's own where None.
    """

    language: Language
    stage: Stage = Stage.OVERDUE
    channel: Channel = Channel.EMAIL
    kind: Kind = Kind.DRAFT
    stage_declared: bool = False
    kind_declared: bool = False
    speech: Language | None = None
    send_at: datetime | None = None
    recipient: Recipient = field(default_factory=Recipient)
    delivered_on: date | None = None
    previous_reminder: date | None = None


class Suppression(StrEnum):
    """Who asked not to be told of a finding: the file itself, or a baseline of old findings."""

    IN_SOURCE = "in-source"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is not to be told, and why; ``reason`` is empty where nobody gave one."""

    finding: Finding
    kind: Suppression
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a run that is worth knowing and is no mistake in a message.

    ``line`` is 1-based; None where the note is about a file as a whole.
    """

    path: str
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells whether messages of a library belong together (see :mod:`tonecheck.traits`).

    ``placeholders`` are what its holes are called, ``sketch`` stands for its words without
    giving them away, ``place`` is where it begins in the source.
    """

    placeholders: tuple[str, ...] = ()
    sketch: tuple[int, ...] = ()
    place: int = 0


@dataclass(frozen=True, slots=True)
class Demand:
    """What a message has to hold for the exit code to be 0.

    ``fail_on`` is the severity from which on a finding counts, None where none does; the scores
    go from 0 to 100.
    """

    fail_on: Severity | None = Severity.ERROR
    min_politeness: int | None = None
    min_clarity: int | None = None


@dataclass(frozen=True, slots=True)
class MessageReport:
    """Everything that tonecheck has to say about one message.

    ``source`` is the decoded text of the file; reports show lines of it but never store it.
    ``is_reminder`` is False for a file in which nothing asks for a payment: it has no
    findings and no scores. ``sometimes`` are facts that only some texts of a template hold.
    ``suppressed`` are findings that are not to be told; they count in the scores. ``notes`` are
    about the whole file; the first message of a file has them.
    ``demand`` is what is asked of the message, which settings may say for each path.
    """

    path: str
    name: str | None
    source: str = field(repr=False)
    context: Context
    politeness: Score
    clarity: Score
    facts: Mapping[FactType, tuple[Fact, ...]]
    findings: tuple[Finding, ...]
    is_reminder: bool = True
    sometimes: frozenset[FactType] = frozenset()
    suppressed: tuple[Suppressed, ...] = ()
    notes: tuple[Note, ...] = ()
    traits: Traits = Traits()
    waived: tuple[tuple[str, str], ...] = ()
    demand: Demand = Demand()

    def fails(self, finding: Finding) -> bool:
        """Whether a finding makes the exit code 1."""
        least = self.demand.fail_on
        return least is not None and finding.severity.rank <= least.rank

    @property
    def is_low(self) -> bool:
        """Whether a score is below what is asked for; a message without scores never is."""
        asked = (
            (self.politeness, self.demand.min_politeness),
            (self.clarity, self.demand.min_clarity),
        )
        low = any(least is not None and score.value < least for score, least in asked)
        return self.is_reminder and low


@dataclass(frozen=True, slots=True)
class FileError:
    """A file that could not be checked, and why."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one run; ``remarks`` are notes that belong to no file that was checked."""

    messages: tuple[MessageReport, ...]
    errors: tuple[FileError, ...] = ()
    remarks: tuple[Note, ...] = ()

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes, those about the files that were checked first."""
        return (*(note for m in self.messages for note in m.notes), *self.remarks)

    def count(self, severity: Severity) -> int:
        """The number of findings of one severity over all messages."""
        return sum(f.severity is severity for m in self.messages for f in m.findings)
