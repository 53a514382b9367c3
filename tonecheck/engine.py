"""The pipeline: source → message → analysis → facts, rules and checks → findings → scores.

Rules and checks yield places; the engine stamps severity, wording and source offsets, decides
what an explicit stage relaxes, and keeps one finding a place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from tonecheck.accepted import Spans, accept, is_accepted
from tonecheck.analysis import Analysis
from tonecheck.branches import Decisions
from tonecheck.circumstances import context_of, merged
from tonecheck.facts import find_facts
from tonecheck.languages import analyse, detect
from tonecheck.message import Message
from tonecheck.noticing import Noticer
from tonecheck.observation import Facts
from tonecheck.placeholder_types import told
from tonecheck.policy import Policy
from tonecheck.readers import from_parts, open_file, read_bytes, read_messages, read_source
from tonecheck.readers.discovery import discover
from tonecheck.readings import Reading, read_all
from tonecheck.remedies import remedied
from tonecheck.reminders import asks_for_payment, is_reminder_text
from tonecheck.rulebook import Rule, RuleBook, load
from tonecheck.scores import score
from tonecheck.selection import Selection
from tonecheck.sentences import TonecheckError
from tonecheck.stamping import Noticed, as_finding, settle
from tonecheck.suppression import waivers
from tonecheck.templates import TEMPLATE_SUFFIXES
from tonecheck.traits import traits_of
from tonecheck.types import (
    Context,
    Declared,
    Fact,
    FactType,
    FileError,
    Language,
    MessageReport,
    Report,
    Score,
)
from tonecheck.vetting import vet

Remedy = Callable[
    [Sequence[Noticed], Analysis, Context, Facts, Mapping[str, Any]], Sequence[Noticed]
]
"""What proposes fixes, as :func:`~tonecheck.remedies.remedied` does."""

MAX_CHARACTERS = 200_000
"""A reminder is a page or two; checking this much takes seconds."""


class Checker:
    """Checks messages under given circumstances.

    Args:
        declared: what the command line says; it overrides what a file says about itself.
        rulebook: the rules; by default those that come with tonecheck.
        selection: which rules count; all by default.
        speech: the language in which findings are written; each message's own by default.
        assumed: what holds where neither the command line nor a file says anything.
        policy: what a house has decided about the rules.
    """

    def __init__(
        self,
        declared: Declared | None = None,
        *,
        rulebook: RuleBook | None = None,
        selection: Selection | None = None,
        speech: Language | None = None,
        assumed: Declared | None = None,
        policy: Policy | None = None,
    ) -> None:
        self._declared = declared or Declared()
        self._assumed = assumed or Declared()
        self._policy = policy or Policy()
        self._meanings = dict(self._policy.placeholders)
        self._rulebook = rulebook or load()
        self._selection = selection or Selection()
        self.speech = speech
        self._noticer = _noticer(self._rulebook)

    def _wants(self, rule: Rule) -> bool:
        return self._selection(rule) and self._policy.wants(rule)

    def check_text(
        self, text: str, *, subject: str | None = None, path: str = "<text>", suffix: str = ".txt"
    ) -> MessageReport:
        """Check one message given as text.

        Args:
            text: the whole file as a reader of ``suffix`` would get it, or, with a subject,
                just the body.

        Raises:
            TonecheckError: the text cannot be read, or its language cannot be told.
        """
        if subject is None:
            message = read_source(text, suffix)
            return self._vetted([message], path, suffix, lambda s: [read_source(s, suffix)])[0]
        message = from_parts(subject, text)
        return self._vetted([message], path, suffix, _from_source(message))[0]

    def check_bytes(self, data: bytes, *, path: str, suffix: str = ".txt") -> list[MessageReport]:
        """Check the messages in the bytes of one file.

        Raises:
            TonecheckError: the bytes cannot be read, or a language cannot be told.
        """
        return self._vetted(read_bytes(data, suffix), path, suffix)

    def check_paths(self, paths: Sequence[Path]) -> Report:
        """Check files and folders; what cannot be read is an error beside the findings."""
        messages: list[MessageReport] = []
        errors: list[FileError] = []
        named = set(paths)
        for path in discover(paths):
            try:
                messages += self.check_file(path, is_named=path in named)
            except TonecheckError as error:
                errors.append(FileError(str(path), error.said(self.speech)))
        return Report(tuple(messages), tuple(errors))

    def check_file(self, path: Path, *, is_named: bool = True) -> list[MessageReport]:
        """Check the messages of one file.

        Args:
            path: the file.
            is_named: somebody asked for this very file, which makes its text a message; a text
                found in a folder is one where it asks for a payment.

        Raises:
            TonecheckError: the file cannot be read, or a language cannot be told.
        """
        return self.check_opened(open_file(path).text, path, is_named=is_named)

    def check_opened(
        self, source: str, path: Path, *, is_named: bool = True
    ) -> list[MessageReport]:
        """Check the messages in the decoded text of a file as :meth:`check_file` does.

        Raises:
            TonecheckError: the text cannot be read, or a language cannot be told.
        """
        return self._check_all(read_messages(source, path.name), path, is_named)

    def check_source(self, source: str, *, path: str, suffix: str = ".txt") -> list[MessageReport]:
        """Check the messages in the decoded text of one file.

        Raises:
            TonecheckError: the text cannot be read, or a language cannot be told.
        """
        return self._vetted(read_messages(source, suffix), path, suffix)

    def _check_all(
        self, found: Sequence[Message], path: Path, is_named: bool
    ) -> list[MessageReport]:
        """Check the messages of one file; a text of a catalogue that is no reminder is none."""
        found = told(found, self._meanings)
        if not any(_is_meant(message) for message in found):
            return [_not_a_reminder(message, str(path)) for message in found[:1]]
        if is_named or any(message.name or asks_for_payment(message) for message in found):
            return self._vetted(found, str(path), path.name)
        return [_not_a_reminder(message, str(path)) for message in found]

    def _vetted(
        self,
        found: Sequence[Message],
        path: str,
        suffix: str,
        read: Callable[[str], Sequence[Message]] | None = None,
    ) -> list[MessageReport]:
        """Check the messages of one source and try out their fixes.

        Args:
            read: reads the source once it is changed; by default as a file of the suffix.
        """
        waived = waivers(found, self._rulebook, self._wants)
        reports = {
            number: waived.spared(self.check_message(message, path, suffix))
            for number, message in enumerate(told(found, self._meanings))
            if _is_meant(message)
        }
        vetted = vet(
            reports,
            read or (lambda source: read_messages(source, suffix)),
            lambda message: self._check(
                told([message], self._meanings)[0], path, suffix, lambda settled, *_: settled
            ),
        )
        return waived.settled(vetted, self.speech)

    def check_message(self, message: Message, path: str, suffix: str = ".txt") -> MessageReport:
        """Check one message; its fixes are proposed, not tried out.

        Raises:
            TonecheckError: it is far too long, its language cannot be told, or a
                circumstance is impossible.
        """
        return replace(self._check(message, path, suffix, remedied), traits=traits_of(message))

    def _check(self, message: Message, path: str, suffix: str, remedy: Remedy) -> MessageReport:
        """Check one message; ``remedy`` proposes fixes that rules and checks have not."""
        if len(message.text) > MAX_CHARACTERS:
            raise TonecheckError(
                "is too long for a message: {size:,} characters, at most {limit:,} are checked",
                size=len(message.text),
                limit=MAX_CHARACTERS,
            )
        said = merged(self._declared, message.declared, self._assumed)
        language = said.language or detect(message.text)
        context = context_of(said, language, self.speech, is_template=_is_template(message, suffix))
        verdict = read_all(message, lambda text, path: self._read(text, path, context, remedy))
        # A selection chooses what is shown; the scores are those of the whole message.
        chosen = tuple(f for f, rule in verdict.findings if self._selection(rule))
        return MessageReport(
            path=path,
            name=message.name,
            source=message.source,
            context=context,
            politeness=verdict.politeness,
            clarity=verdict.clarity,
            facts=verdict.facts,
            sometimes=verdict.sometimes,
            findings=chosen,
        )

    def _read(self, text: Message, path: Decisions, context: Context, remedy: Remedy) -> Reading:
        """Read one text of a message."""
        analysis = analyse(
            text,
            context.language,
            reference=context.send_at.date() if context.send_at else None,
            country=context.recipient.country,
        )
        analysis, accepted = accept(analysis, self._policy.accepted)
        facts = find_facts(analysis, self._rulebook)
        noticed = self._noticer.notice(analysis, context, facts, self._policy.is_on)
        settled = remedy(
            list(self._decided(settle(noticed), accepted)),
            analysis,
            context,
            facts,
            self._rulebook.rewordings,
        )
        findings = tuple(as_finding(n, analysis, context) for n in settled)
        politeness, clarity = score(analysis, context, facts, findings, self._rulebook)
        return Reading(
            path,
            {fact: tuple(_in_source(f, text) for f in facts[fact]) for fact in facts},
            tuple((f, n.rule) for f, n in zip(findings, settled, strict=True)),
            politeness,
            clarity,
        )

    def _decided(self, settled: Iterable[Noticed], accepted: Spans) -> Iterator[Noticed]:
        """What is a finding in this house, and how severe it is.

        What is off has settled its stretch before: no other rule takes it up instead.
        """
        for noticed in settled:
            severity = self._policy.severity(noticed.rule, noticed.severity)
            here = noticed.observation
            if severity is not None and not is_accepted(here.start, here.end, accepted):
                yield replace(noticed, severity=severity)


@cache
def _noticer(rulebook: RuleBook) -> Noticer:
    """What applies the rules of a book; it takes a while to make and serves every checker."""
    return Noticer(rulebook)


def _from_source(message: Message) -> Callable[[str], list[Message]]:
    """Reads the source of a message whose subject and body were known apart."""
    if message.declared.subject is None:
        return lambda source: [from_parts(None, source)]

    def read(source: str) -> list[Message]:
        subject, _, body = source.partition("\n\n")
        return [from_parts(subject, body)]

    return read


def _is_template(message: Message, suffix: str) -> bool:
    """Whether a message looks like a template: by its syntax, or by the name of its file."""
    return message.engine or suffix.lower().endswith(TEMPLATE_SUFFIXES)


def _is_meant(message: Message) -> bool:
    """Whether a message is to be checked; of a catalogue only what reminds of a payment is."""
    return message.name is None or is_reminder_text(message)


def _in_source(fact: Fact, message: Message) -> Fact:
    start, end = message.source_span(fact.start, fact.end)
    return replace(fact, start=start, end=end, text=message.source[start:end])


def _not_a_reminder(message: Message, path: str) -> MessageReport:
    return MessageReport(
        path=path,
        name=message.name,
        source=message.source,
        context=Context(language=message.declared.language or Language.EN),
        politeness=Score(100),
        clarity=Score(100),
        facts=dict.fromkeys(FactType, ()),
        findings=(),
        is_reminder=False,
    )
