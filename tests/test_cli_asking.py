"""``fix --ask`` at a fake terminal, and once at a real one."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.reports.golden import golden
from tests.reports.samples import english
from tonecheck.cli import cli
from tonecheck.cli_asking import MEANINGS, WORDS, Answer, Asked, Dialogue, answer_to
from tonecheck.cli_fixing import Fixing
from tonecheck.engine import Checker
from tonecheck.reports.block import Layout
from tonecheck.reports.options import TextOptions
from tonecheck.reports.outcome import Manner
from tonecheck.running import plan
from tonecheck.selection import Selection
from tonecheck.settings.merging import Overrides, option
from tonecheck.types import (
    Applicability,
    Category,
    Context,
    Edit,
    Finding,
    Fix,
    Language,
    MessageReport,
    Score,
    Severity,
)

EN, RU = Language.EN, Language.RU
LOUD = "Dear Ms Okafor,\r\n\r\nplease pay invoice 2041 over £480!!\r\n\r\nAnn"


@dataclass
class Terminal:
    """Answers what it was told to and keeps what it was shown."""

    keys: Sequence[str]
    language: Language | None = EN
    shown: str = ""
    given: list[str] = field(default_factory=list)

    def read(self) -> str:
        assert len(self.given) < len(self.keys), f"asked once more:\n{self.shown}"
        key = self.keys[len(self.given)]
        self.given.append(key)
        if key == "\x03":
            raise KeyboardInterrupt
        return key

    def write(self, text: str) -> None:
        self.shown += text

    def dialogue(self) -> Dialogue:
        return Dialogue(self.read, self.write, Layout(TextOptions()), self.language)

    def ask(self, source: str, check: Callable[[str], list[MessageReport]]) -> Asked:
        asked = self.dialogue().ask("late.txt", source, check)
        assert self.given == list(self.keys), "an answer was not read"
        return asked


def check(source: str) -> list[MessageReport]:
    """Would write "asap" as "soon", and "kindly" as "please" if a person agrees."""
    findings = []
    for word, by, caution in (("asap", "soon", ""), ("kindly", "please", "it may be a name")):
        kind = Applicability.UNSAFE if caution else Applicability.SAFE
        for hit in re.finditer(word, source):
            start, end = hit.span()
            fix = Fix(by, kind, (Edit(start, end, by),), caution)
            findings.append(
                Finding(
                    rule=f"no-{word}",
                    category=Category.JARGON,
                    severity=Severity.WARNING,
                    message=f"{word} is stiff.",
                    advice="",
                    guide=(),
                    start=start,
                    end=end,
                    text=word,
                    fixes=(fix,),
                )
            )
    context = Context(EN)
    return [MessageReport("", None, source, context, Score(0), Score(0), {}, tuple(findings))]


def mended_by_one_change(message: MessageReport) -> Callable[[str], list[MessageReport]]:
    """A check that has nothing to say about any text but that of the message."""

    def found(source: str) -> list[MessageReport]:
        return [message] if source == message.source else []

    return found


@pytest.mark.parametrize(
    ("keys", "after", "go_on"),
    [
        ("yy", "please pay soon", True),
        ("nn", "kindly pay asap", True),
        ("ny", "kindly pay soon", True),
        ("yq", "please pay asap", False),
        ("q", "kindly pay asap", False),
        ("a", "please pay soon", True),
        ("na", "kindly pay soon", True),
        ("yuny", "kindly pay soon", True),
        ("nuyn", "please pay asap", True),
        ("unn", "kindly pay asap", True),
        (["yes\n", "NO\n"], "please pay asap", True),
        (["y", "\r", "\n", "n"], "please pay asap", True),
        (["y", "?", "x", "\x1b[A", "yyy", "n"], "please pay asap", True),
        (["y", "\x04"], "please pay asap", False),
        (["y", ""], "please pay asap", False),
    ],
)
def test_what_the_answers_make_of_a_text(keys: Sequence[str], after: str, go_on: bool) -> None:
    asked = Terminal(list(keys)).ask("kindly pay asap", check)
    assert (asked.repair.after, asked.go_on) == (after, go_on)


def test_breaking_off_makes_nothing() -> None:
    with pytest.raises(KeyboardInterrupt):
        Terminal(["y", "\x03"]).ask("kindly pay asap", check)


def test_a_change_is_shown_with_its_place_reason_words_and_caution() -> None:
    terminal = Terminal(["q"])
    terminal.ask("Hello\nkindly pay", check)
    assert terminal.shown == (
        "\n"
        "Change 1 of 1  late.txt:2:1                                            no-kindly\n"
        "  ! kindly is stiff.\n"
        "\n"
        "    Hello\n"
        "  - kindly pay\n"
        "  + please pay\n"
        "\n"
        "  ! Check it first: it may be a name\n"
        "\n"
        "  Make this change?  [y]es [n]o [a]ll [u]ndo [q]uit [?]: quit\n"
        "\n"
    )


def test_a_dialogue_looks_as_agreed() -> None:
    message = english()
    terminal = Terminal(["n", "n", "y"])
    terminal.ask(message.source, mended_by_one_change(message))
    text = terminal.shown.strip("\n") + "\n"
    assert text == golden("dialogue.txt", text)


def test_where_nothing_is_to_be_asked_nothing_is_shown() -> None:
    terminal = Terminal([])
    assert terminal.ask("please pay", check).go_on
    assert terminal.shown == ""


def test_the_places_follow_the_text_as_it_becomes() -> None:
    terminal = Terminal(["y", "q"])
    terminal.ask("kindly pay asap", check)
    assert "Change 1 of 2  late.txt:1:1 " in terminal.shown
    assert "Change 2 of 2  late.txt:1:12 " in terminal.shown
    assert "- please pay asap\n" in terminal.shown


def test_what_is_no_answer_explains_the_answers() -> None:
    terminal = Terminal(["x", "q"])
    terminal.ask("asap", check)
    explained = " ".join(terminal.shown.split("[?]: x\n")[1].split())
    for answer in Answer:
        assert f"{answer.value[0]} {MEANINGS[answer][EN]}" in explained
    assert "what you said yes to is written" in explained


def test_undo_at_the_beginning_says_that_there_is_nothing() -> None:
    terminal = Terminal(["u", "q"])
    terminal.ask("asap", check)
    assert "There is nothing to take back in this file yet." in terminal.shown


def test_the_dialogue_in_russian() -> None:
    terminal = Terminal(["?", "о", "д", "к"], RU)
    asked = terminal.ask("kindly pay asap", check)
    assert asked.repair.after == "please pay asap"
    assert "Правка 1 из 2  late.txt:1:1" in terminal.shown
    assert "! Сначала проверьте: it may be a name" in terminal.shown
    assert "Внести правку?  [д]а [н]ет [в]се [о]тменить [к]онец [?]: " in terminal.shown
    assert "В этом файле отменять пока нечего." in terminal.shown


def test_questions_are_in_the_language_of_the_message_unless_told_otherwise() -> None:
    checker = Checker(selection=Selection(frozenset({"repeated-punctuation"})))
    text = "Анна, добрый день! Оплатите, пожалуйста, счёт 204 на 500 рублей!!"
    for spoken, expected in ((None, "Внести правку?"), (EN, "Make this change?")):
        terminal = Terminal(["n"], spoken)
        terminal.ask(text, partial(checker.check_source, path="x"))
        assert expected in terminal.shown


@pytest.mark.parametrize(
    ("typed", "language", "answer"),
    [
        *((word[language][:1], language, a) for a, word in WORDS.items() for language in (EN, RU)),
        *((word[language], language, a) for a, word in WORDS.items() for language in (EN, RU)),
        *((word[EN], RU, a) for a, word in WORDS.items()),
        ("Y", EN, Answer.YES),
        ("Д\n", RU, Answer.YES),
        ("всё", RU, Answer.ALL),
        ("н", EN, None),
        ("ye", EN, Answer.YES),
        ("yess", EN, None),
        ("yn", EN, None),
        ("", EN, None),
        (" ", RU, None),
        ("?", RU, None),
        ("\x1b", EN, None),
    ],
)
def test_answers(typed: str, language: Language, answer: Answer | None) -> None:
    assert answer_to(typed, language) is answer


def test_no_two_answers_share_a_key() -> None:
    for language in (EN, RU):
        assert len({words[language][0] for words in WORDS.values()}) == len(Answer)


# --- files ------------------------------------------------------------------------------


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_bytes(LOUD.encode("cp1252"))
    return tmp_path


def fix(keys: Sequence[str], *names: str, language: Language = EN) -> tuple[bool, Terminal]:
    terminal = Terminal(keys, language)
    paths = [Path(name) for name in names]
    only = Overrides(entries={"select": option("--select", ["repeated-punctuation"])})
    fixing = Fixing(plan(paths, only), Manner.ASK, False, False, language, terminal.dialogue())
    return fixing.run(paths), terminal


def fixed(path: Path) -> bool:
    data = path.read_bytes()
    assert data in (LOUD.encode("cp1252"), LOUD.replace("!!", "!").encode("cp1252"))
    return b"!!" not in data


def test_each_file_is_written_once_it_is_through(
    drafts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done, terminal = fix(["y", "n", "y"], "a.txt", "b.txt", "c.txt")
    assert done
    assert terminal.given == ["y", "n", "y"]
    assert [fixed(drafts / f"{name}.txt") for name in "abc"] == [True, False, True]
    assert capsys.readouterr().err == (
        "a.txt: 1 change made\n"
        "b.txt: nothing to change, 1 finding left that needs a person (see tonecheck check b.txt)\n"
        "c.txt: 1 change made\n"
        "3 files: 2 changes made, 1 finding left that needs a person\n"
    )


def test_quit_keeps_what_was_accepted_and_says_what_was_not_looked_at(
    drafts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done, _ = fix(["y", "q"], "a.txt", "b.txt", "c.txt", language=RU)
    assert done
    assert [fixed(drafts / f"{name}.txt") for name in "abc"] == [True, False, False]
    assert "\n1 файл не просмотрен\n" in capsys.readouterr().err


def test_breaking_off_leaves_the_file_that_is_asked_about(
    drafts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(KeyboardInterrupt):
        fix(["y", "\x03"], "a.txt", "b.txt")
    assert [fixed(drafts / f"{name}.txt") for name in "ab"] == [True, False]
    assert "b.txt: stopped; nothing was written\n" in capsys.readouterr().err


def test_a_file_changed_while_a_person_thinks_is_not_overwritten(
    drafts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal(["y"])

    def read() -> str:
        (drafts / "a.txt").write_bytes(b"written by somebody else")
        return terminal.read()

    dialogue = Dialogue(read, terminal.write, Layout(TextOptions()), EN)
    fixing = Fixing(plan([Path("a.txt")]), Manner.ASK, False, False, EN, dialogue)
    terminal.keys = ["a"]
    assert not fixing.run([Path("a.txt")])
    assert (drafts / "a.txt").read_bytes() == b"written by somebody else"
    assert "tonecheck: a.txt: was changed by somebody else" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "english", "russian"),
    [
        (("a.txt", "--diff"), "--ask and --diff exclude each other", "вместе не бывают"),
        (("-",), "the message cannot come from there", "сообщение оттуда не взять"),
        (("a.txt",), "--ask needs a terminal to ask at", "--ask спрашивает в терминале"),
    ],
)
def test_where_nobody_can_be_asked(
    drafts: Path, arguments: Sequence[str], english: str, russian: str
) -> None:
    for language, sentence in (("en", english), ("ru", russian)):
        command = ["fix", "--ask", *arguments, "--ui-language", language]
        result = CliRunner().invoke(cli, command, input="y\n")
        assert result.exit_code == 2
        assert sentence in " ".join(result.stderr.split())
        assert result.stdout == ""
    assert not fixed(drafts / "a.txt")


AT_A_TERMINAL = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@AT_A_TERMINAL
@pytest.mark.parametrize(
    ("keys", "code", "expected"), [("?uy", 0, True), ("n", 0, False), ("\x03", 130, False)]
)
def test_at_a_real_terminal(drafts: Path, keys: str, code: int, expected: bool) -> None:
    shown, exit_code = _at_pseudo_terminal(list(keys), "xterm")
    assert exit_code == code, shown
    assert "[\x1b[1;36my\x1b[0m]es" in shown
    assert fixed(drafts / "a.txt") is expected


@AT_A_TERMINAL
def test_a_poor_terminal_is_answered_by_lines(drafts: Path) -> None:
    shown, exit_code = _at_pseudo_terminal(["perhaps\n", "yes\n"], "dumb")
    assert exit_code == 0, shown
    assert "\x1b" not in shown
    assert "make this change" in shown
    assert fixed(drafts / "a.txt")


def _at_pseudo_terminal(answers: Sequence[str], kind: str) -> tuple[str, int]:
    """What the program shows while it is answered, once a question, and how it ends.

    Args:
        kind: what ``TERM`` says; "dumb" is answered by lines, any other by keys.
    """
    import pty

    command = [sys.executable, "-m", "tonecheck", "fix", "--ask", "a.txt", "--select",
               "repeated-punctuation"]  # fmt: skip
    root = str(Path(__file__).parents[1])
    environment = dict(os.environ) | {"PYTHONPATH": root, "TERM": kind}
    environment.pop("NO_COLOR", None)
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment)
    shown, questions = b"", 0
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # Linux: the other end is closed.
            break
        if not part:
            break
        shown += part
        if shown.count(b"[?]: ") > questions and questions < len(answers):
            if kind != "dumb":
                _wait_until_a_key_is_awaited(terminal)
            os.write(terminal, answers[questions].encode())
            questions += 1
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return shown.decode(), os.waitstatus_to_exitcode(status)


def _wait_until_a_key_is_awaited(terminal: int) -> None:
    """Wait until keys are read raw: what is typed before that is thrown away."""
    import termios
    import time

    for _ in range(2_000):
        if not termios.tcgetattr(terminal)[3] & termios.ICANON:
            return
        time.sleep(0.005)
