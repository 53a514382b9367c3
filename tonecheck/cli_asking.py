"""``tonecheck fix --ask``: one change at a time, answered with a key or a word."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import click

from tonecheck.cli_output import for_stdout
from tonecheck.cli_speech import WrongUse
from tonecheck.console import Color, write
from tonecheck.fixes import Check, Proposal, Repair
from tonecheck.fixes.asking import Session
from tonecheck.reports.block import Layout
from tonecheck.reports.options import TextOptions
from tonecheck.reports.proposal import render_proposal
from tonecheck.reports.style import Ink
from tonecheck.reports.words import say
from tonecheck.types import Language
from tonecheck.wording import Words

_EN, _RU = Language.EN, Language.RU


class Answer(StrEnum):
    """What a person can say to a change."""

    YES = "yes"
    NO = "no"
    ALL = "all"
    UNDO = "undo"
    QUIT = "quit"


WORDS: Mapping[Answer, Words] = {
    Answer.YES: {_EN: "yes", _RU: "да"},
    Answer.NO: {_EN: "no", _RU: "нет"},
    Answer.ALL: {_EN: "all", _RU: "все"},
    Answer.UNDO: {_EN: "undo", _RU: "отменить"},
    Answer.QUIT: {_EN: "quit", _RU: "конец"},
}
"""The words of the answers; their first letters are the keys."""

MEANINGS: Mapping[Answer, Words] = {
    Answer.YES: {_EN: "make this change", _RU: "внести эту правку"},
    Answer.NO: {
        _EN: "leave these words as they are, here and elsewhere in this file",
        _RU: "оставить эти слова как есть, здесь и дальше в этом файле",
    },
    Answer.ALL: {
        _EN: "make this and all other changes in this file without asking, also those to check "
        "first",
        _RU: "внести эту и все остальные правки в этом файле без вопросов, в том числе те, что "
        "стоило бы проверить",
    },
    Answer.UNDO: {
        _EN: "take back your last yes or no in this file",
        _RU: "отменить последнее «да» или «нет» в этом файле",
    },
    Answer.QUIT: {
        _EN: "stop here; what you said yes to is written",
        _RU: "закончить; то, на что вы сказали «да», будет записано",
    },
}
"""What the answers do."""

END_OF_INPUT = "\x04"
"""What a reader gives when nobody can answer any more; taken for quit."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking about a file, and whether to go on with the next."""

    repair: Repair
    go_on: bool


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Asks a person about each change.

    Attributes:
        read: waits for a key, or for a line of input, and gives it.
        write: shows text.
        layout: how lines look on the terminal.
        language: of the questions; that of the message where it is None.
    """

    read: Callable[[], str]
    write: Callable[[str], None]
    layout: Layout
    language: Language | None

    def ask(self, path: str, source: str, check: Check) -> Asked:
        """Ask about every change in a file.

        Raises:
            TonecheckError: the text cannot be checked.
            KeyboardInterrupt: the person broke off.
        """
        session = Session(source, check)
        if session.proposal is None:
            return Asked(session.result(), go_on=True)
        go_on = _Conversation(self, session, path, self.language or session.speech).hold()
        self.write("\n")
        return Asked(session.result(), go_on)


@dataclass(frozen=True, slots=True)
class _Conversation:
    """The questions about one file."""

    dialogue: Dialogue
    session: Session
    path: str
    language: Language

    def hold(self) -> bool:
        """Ask until nothing is left to ask; whether to go on with the next file."""
        while (proposal := self.session.proposal) is not None:
            self._show(proposal)
            answer = self._answer()
            if answer is Answer.YES:
                self.session.yes()
            elif answer is Answer.NO:
                self.session.no()
            elif answer is Answer.ALL:
                self.session.all()
                break
            elif answer is Answer.UNDO:
                if not self.session.undo():
                    self._say(say("nothing-to-undo", self.language))
            else:
                return False
        return True

    def _show(self, proposal: Proposal) -> None:
        """Show the change to be decided on next."""
        answered, layout = self.session.answered, self.dialogue.layout
        total = answered + self.session.remaining
        title = say("change-of", self.language, number=answered + 1, total=total)
        lines = render_proposal(
            proposal, self.session.source, self.path, title, layout, self.language
        )
        self.dialogue.write("".join(f"{line.rstrip()}\n" for line in ["", *lines, ""]))

    def _answer(self) -> Answer:
        """What the person says, asked again until it is an answer."""
        while True:
            self.dialogue.write(self._prompt())
            typed = self._typed()
            answer = answer_to(typed, self.language)
            if answer is not None:
                self.dialogue.write(self._paint(WORDS[answer][self.language], Ink.HEADING) + "\n")
                return answer
            self.dialogue.write((typed if typed.isprintable() else "") + "\n")
            self._explain()

    def _typed(self) -> str:
        """What was typed; Enter alone is no answer, and often follows a key."""
        while typed := self.dialogue.read():
            if typed.strip():
                return typed.strip()
        return END_OF_INPUT

    def _prompt(self) -> str:
        keys = " ".join(self._key(WORDS[answer][self.language]) for answer in Answer)
        question = self._paint(say("question", self.language), Ink.HEADING)
        return f"  {question}  {keys} [?]: "

    def _key(self, word: str) -> str:
        return f"[{self._paint(word[0], Ink.SUGGESTION)}]{word[1:]}"

    def _explain(self) -> None:
        for answer in Answer:
            letter = self._paint(WORDS[answer][self.language][0], Ink.SUGGESTION)
            self._say(MEANINGS[answer][self.language], f"{letter}  ")

    def _say(self, text: str, sign: str = "") -> None:
        lines = self.dialogue.layout.paragraph(text, 4, sign)
        self.dialogue.write("".join(f"{line}\n" for line in lines))

    def _paint(self, text: str, code: Ink) -> str:
        return self.dialogue.layout.paint(text, code)


def answer_to(typed: str, language: Language) -> Answer | None:
    """The answer that a key or a line stands for: the start of its word, in any case.

    English words are understood everywhere, Russian ones where the questions are Russian: on an
    English page the key of "y" gives «н» on a Russian keyboard, which is no "no".
    """
    if END_OF_INPUT in typed:
        return Answer.QUIT
    said = typed.strip().lower().replace("ё", "е")
    for answer, words in WORDS.items():
        known = {words[_EN], words[language]}
        if said and any(word.startswith(said) for word in known):
            return answer
    return None


def refuse_to_ask(*, diff: bool, stdin: bool) -> None:
    """Say so where nobody can be asked.

    Args:
        diff: changes are only to be shown.
        stdin: standard input holds a message.

    Raises:
        WrongUse: one of these, or standard input or output is no terminal.
    """
    if diff:
        raise WrongUse("--ask and --diff exclude each other")
    if stdin:
        raise WrongUse(
            "--ask reads your answers from standard input, so the message cannot come from there; "
            "save it to a file"
        )
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUse("--ask needs a terminal to ask at; --diff shows the changes without one")


def at_terminal(language: Language | None, color: Color) -> Dialogue:
    """A dialogue at standard input and output; a poor terminal is answered by lines.

    Args:
        language: of the questions; that of the message where it is None.
    """
    options = for_stdout(TextOptions(language=language), color)
    read = sys.stdin.readline if os.environ.get("TERM") == "dumb" else _key
    return Dialogue(read, partial(write, color=options.color), Layout(options), language)


def _key() -> str:
    """The next key."""
    try:
        return click.getchar()
    except EOFError:
        return END_OF_INPUT
