"""What the command ``fix`` sets in motion; imported only when it runs."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tonecheck.cli_asking import Asked, Dialogue, at_terminal, refuse_to_ask
from tonecheck.cli_circumstances import Circumstances
from tonecheck.cli_options import DASH
from tonecheck.cli_runs import make_plan, read_stdin
from tonecheck.console import Color, note, use_color, write, write_bytes
from tonecheck.fixes import Check, Repair, repair, rewrite
from tonecheck.readers import open_file
from tonecheck.readers.decoding import decode, encode
from tonecheck.reports.outcome import Manner, Outcome, outcome, say_outcome
from tonecheck.reports.speech import common_language
from tonecheck.reports.style import Ink, ink
from tonecheck.reports.words import STDIN, as_argument, count, say
from tonecheck.running import Plan, checker_for, joined
from tonecheck.running.many import check_many
from tonecheck.sentences import TonecheckError
from tonecheck.settings import Settings
from tonecheck.types import Language, MessageReport

_NO_LINE_END = "\n\\ No newline at end of file\n"


def mend(
    paths: Sequence[Path], given: Circumstances, speech: Language | None, color: Color,
    *, ask: bool, unsafe: bool, diff: bool,
) -> bool:  # fmt: skip
    """Mend files as the options ask for it; whether all of them could be read and written.

    Raises:
        TonecheckError: settings that cannot be used, or circumstances that cannot be.
        WrongUse: options that do not go together, or name no rule.
    """
    if ask:
        refuse_to_ask(diff=diff, stdin=DASH in paths)
    plan = make_plan(paths, given, speech, {})
    dialogue = at_terminal(plan.speech, color) if ask else None
    manner = Manner.ASK if ask else Manner.UNSAFE if unsafe else Manner.SAFE
    colored = use_color(color, sys.stdout, os.environ)
    return Fixing(plan, manner, diff, colored, plan.speech, dialogue).run(paths)


@dataclass(frozen=True, slots=True)
class Fixing:
    """Makes the changes that findings propose.

    Attributes:
        plan: the files, with their settings.
        manner: which of them, and whether a person is asked about each.
        diff: show them and write nothing.
        color: colour what is shown.
        speech: the language of notes; by default that of the messages that they are about.
        dialogue: how to ask, where a person is asked.
    """

    plan: Plan
    manner: Manner
    diff: bool
    color: bool
    speech: Language | None
    dialogue: Dialogue | None = None

    def run(self, paths: Sequence[Path]) -> bool:
        """Mend files; whether all of them could be read and written."""
        report = joined(self.plan, check_many(self.plan.tasks, jobs=1))
        for error in report.errors:
            self._complain(error.path, error.message)
        language = common_language(report.messages, self.speech)
        for message in report.messages:
            if not message.is_reminder:
                note(f"{message.path}: {say('not-a-reminder', language)}")
        nothing = not (report.messages or report.errors or self.plan.left_out)
        if nothing and DASH not in paths:
            searched = ", ".join(map(str, paths))
            note("tonecheck: " + say("none-found", language, paths=searched))
        done = self._fix_files([m for m in report.messages if m.is_reminder])
        if DASH in paths:
            try:
                self._fix_stdin()
            except TonecheckError as error:
                self._complain(STDIN, error.said(self.speech))
                done = False
        return done and not report.errors

    def _fix_files(self, messages: Sequence[MessageReport]) -> bool:
        """Mend the files of messages one after the other; whether all of them could be."""
        done, outcomes = True, []
        language = common_language(messages, self.speech)
        by_path: dict[str, list[MessageReport]] = {}
        for message in messages:
            by_path.setdefault(message.path, []).append(message)
        for number, (path, here) in enumerate(by_path.items()):
            try:
                came, go_on = self._fix_file(path, common_language(here, self.speech))
            except TonecheckError as error:
                self._complain(path, error.said(self.speech))
                done = False
                continue
            outcomes.append(came)
            rest = len(by_path) - number - 1
            if not go_on:
                if rest:
                    note(count(rest, "not-looked-at", language))
                break
        if len(outcomes) > 1:
            files = count(len(outcomes), "file", language)
            self._tell(files, sum(outcomes, Outcome()), None, language)
        return done

    def _fix_file(self, path: str, language: Language) -> tuple[Outcome, bool]:
        """Mend a file; what it came to, and whether to go on with the next.

        Raises:
            TonecheckError: it cannot be read, checked or written.
        """
        opened = open_file(Path(path))
        settings = next(t.settings for t in self.plan.tasks if str(t.path) == path)
        check = self._check(path, Path(path).name, settings)
        if self.dialogue:
            asked = self._asked(self.dialogue, path, opened.text, check, language)
        else:
            asked = Asked(self._repaired(opened.text, check), go_on=True)
        repaired = asked.repair
        if self.diff:
            self._show(path, repaired)
        elif repaired.after != repaired.before:
            rewrite(Path(path), opened.rewritten(repaired.after), before=opened.data)
        came = outcome(repaired, self.manner)
        self._tell(path, came, f"tonecheck check {as_argument(path, language)}", language)
        return came, asked.go_on

    def _asked(
        self, dialogue: Dialogue, path: str, source: str, check: Check, language: Language
    ) -> Asked:
        try:
            return dialogue.ask(path, source, check)
        except KeyboardInterrupt:
            write("\n")
            note(f"{path}: {say('stopped', language)}")
            raise

    def _fix_stdin(self) -> None:
        """Be a filter: what an editor puts in place of the text has nothing else in it."""
        decoded = decode(read_stdin())
        repaired = self._repaired(decoded.text, self._check(STDIN, ".txt", self.plan.here))
        if self.diff:
            self._show(STDIN, repaired)
        else:
            write_bytes(encode(repaired.after, decoded))

    def _repaired(self, source: str, check: Check) -> Repair:
        return repair(source, check, unsafe=self.manner is Manner.UNSAFE)

    def _check(self, path: str, suffix: str, settings: Settings) -> Check:
        checker = checker_for(settings)
        return lambda source: checker.check_source(source, path=path, suffix=suffix)

    def _tell(self, about: str, came: Outcome, command: str | None, language: Language) -> None:
        told = say_outcome(came, shown=self.diff, command=command, language=language)
        note(f"{about}: {told}")

    def _complain(self, path: str, message: str) -> None:
        note(f"tonecheck: {path}: {message}")

    def _show(self, path: str, repaired: Repair) -> None:
        lines = difflib.unified_diff(_lines(repaired.before), _lines(repaired.after), path, path)
        write("".join(self._painted(line) for line in lines), color=self.color)

    def _painted(self, line: str) -> str:
        text = line.removesuffix("\n")
        inks = {"+": Ink.GOOD, "-": Ink.ERROR, "@": Ink.QUIET}
        code = Ink.HEADING if text.startswith(("---", "+++")) else inks.get(text[:1])
        painted = ink(text, code, self.color) if code else text
        return painted + ("\n" if line.endswith("\n") else _NO_LINE_END)


def _lines(text: str) -> list[str]:
    """The lines as a patch knows them: only LF ends one."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]
