from __future__ import annotations

import codecs
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tonecheck import cli_fixing
from tonecheck.cli import cli
from tonecheck.fixes import Repair, repair
from tonecheck.version import __version__

THREAT = "Dear Ms Okafor,\n\nIf invoice 2041 is not paid, we will take you to court.\n\nAnn\n"
CALM = "Dear Ms Okafor,\n\nInvoice 2041 over £480 was due on 12 March. Thank you!\n\nAnn\n"
LOUD = "Dear Ms Okafor,\r\n\r\nplease pay invoice 2041 over £480!!\r\n\r\nAnn"
RUSSIAN = "Анна Петровна, здравствуйте!\n\nПожалуйста, оплатите счёт № 204 на 500 рублей!!\n"
ONE_RULE = ("--select", "legal-threat")
LOUD_RULE = ("--select", "repeated-punctuation")


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a threat, a calm message, and the working directory in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "threat.txt").write_text(THREAT, encoding="utf-8")
    (tmp_path / "calm.txt").write_text(CALM, encoding="utf-8")
    (tmp_path / "loud.txt").write_bytes(LOUD.encode("utf-8"))
    return tmp_path


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=stdin, catch_exceptions=False)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("calm.txt",), 0),
        (("threat.txt",), 1),
        (("calm.txt", "threat.txt"), 1),
        (("threat.txt", "--fail-on", "warning"), 1),
        (("threat.txt", "--fail-on", "never"), 0),
        (("threat.txt", "--fail-on", "never", "--min-politeness", "100"), 1),
        (("calm.txt", "--min-politeness", "0", "--min-clarity", "0"), 0),
        (("absent.txt",), 2),
        (("absent.txt", "threat.txt"), 2),
        (("absent.txt", "--fail-on", "never"), 2),
        (("-q", "-v", "calm.txt"), 2),
        (("--min-clarity", "101", "calm.txt"), 2),
    ],
)
def test_exit_code(drafts: Path, arguments: tuple[str, ...], code: int) -> None:
    assert run("check", *ONE_RULE, *arguments).exit_code == code


def test_a_suggestion_fails_only_when_asked_to(drafts: Path) -> None:
    arguments = ("check", "calm.txt", "--select", "missing-goodwill", "--fail-on")
    assert run(*arguments, "warning").exit_code == 0
    assert run(*arguments, "suggestion").exit_code == 1


def test_without_paths_the_current_folder_is_checked(drafts: Path) -> None:
    result = run("check", *ONE_RULE)
    assert result.exit_code == 1
    assert "3 messages: 1 error" in result.stdout


def test_an_unreadable_file_stops_nothing_and_stays_out_of_the_report(drafts: Path) -> None:
    (drafts / "broken.txt").write_bytes(b"\x00\x01\x02")
    result = run("check", *ONE_RULE, "broken.txt", "threat.txt", "--format", "json")
    data = json.loads(result.stdout)
    assert result.exit_code == 2
    assert result.stderr.startswith("tonecheck: broken.txt: ")
    assert [m["path"] for m in data["messages"]] == ["threat.txt"]
    assert [e["path"] for e in data["errors"]] == ["broken.txt"]
    assert data["summary"] == {"messages": 1, "errors": 1, "warnings": 0, "suggestions": 0}


def test_a_folder_without_messages_is_noted(tmp_path: Path) -> None:
    result = run("check", str(tmp_path))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no messages found" in result.stderr


def test_what_is_not_a_reminder_is_left_alone_in_one_line(drafts: Path) -> None:
    (drafts / "menu.txt").write_text("Tuesday: soup and cake for everybody.\n", encoding="utf-8")
    result = run("check", *ONE_RULE)
    assert "menu.txt: not a reminder" in result.stdout


def test_what_is_named_and_no_reminder_can_be_left_alone(drafts: Path) -> None:
    (drafts / "README.md").write_text("We sue who does not pay invoice 17!!\n", encoding="utf-8")
    (drafts / "style.css").write_text("p { color: red }\n", encoding="utf-8")
    assert run("check", "README.md").exit_code == 1
    result = run("check", "--only-reminders", "README.md", "style.css")
    assert result.exit_code == 0
    assert "style.css: not a reminder" in result.stdout
    assert "README.md" not in result.stdout
    assert run("fix", "--only-reminders", "README.md").exit_code == 0
    assert "!!" in (drafts / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_standard_input_is_read_as_bytes(encoding: str) -> None:
    result = run("check", "-", *LOUD_RULE, stdin=RUSSIAN.encode(encoding))
    assert "── стандартный ввод ─" in result.stdout
    assert "500 рублей!!" in result.stdout


def test_an_empty_standard_input_is_an_error() -> None:
    result = run("check", "-", stdin="")
    assert result.exit_code == 2
    assert result.stderr.startswith("tonecheck: <stdin>: ")


def test_standard_input_may_stand_beside_files(drafts: Path) -> None:
    result = run("check", "-", "calm.txt", *ONE_RULE, "--format", "json", stdin=THREAT)
    assert [m["path"] for m in json.loads(result.stdout)["messages"]] == ["calm.txt", "<stdin>"]


@pytest.mark.parametrize(
    ("arguments", "in_file", "on_stdout"),
    [
        (("--format", "json", "--output", "out"), "{", ""),
        (("--output", "out", "--format", "json"), "{", ""),
        (("--output", "out"), "──", ""),
        (("--format", "text", "--format", "json", "--output", "out"), "{", "──"),
        (("--format", "json", "--output", "out", "--format", "text"), "{", "──"),
    ],
)
def test_a_format_and_the_output_beside_it_belong_together(
    drafts: Path, arguments: tuple[str, ...], in_file: str, on_stdout: str
) -> None:
    result = run("check", *ONE_RULE, "threat.txt", *arguments)
    assert result.exit_code == 1
    assert (drafts / "out").read_text("utf-8").startswith(in_file)
    assert result.stdout.startswith(on_stdout)
    assert bool(result.stdout) is bool(on_stdout)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "text", "--format", "json"),
        ("--format", "text", "--output", "a", "--format", "json", "--output", "a"),
    ],
)
def test_two_reports_in_one_place_are_an_error(drafts: Path, arguments: tuple[str, ...]) -> None:
    result = run("check", "threat.txt", *arguments)
    assert result.exit_code == 2
    assert "two reports for" in result.stderr


def test_an_output_that_cannot_be_written_is_an_error(drafts: Path) -> None:
    result = run("check", *ONE_RULE, "calm.txt", "--output", "absent/report.txt")
    assert result.exit_code == 2
    assert "could not be written" in result.stderr


def test_quiet_says_nothing_if_all_is_well(drafts: Path) -> None:
    assert run("check", "-q", "calm.txt", *ONE_RULE).output == ""


def test_verbose_lists_the_facts(drafts: Path) -> None:
    assert "amount: £480" in run("check", "-v", "calm.txt", *ONE_RULE).stdout


def test_the_report_speaks_the_ui_language(drafts: Path) -> None:
    result = run("check", "threat.txt", *ONE_RULE, "--ui-language", "ru")
    assert "✗ ошибка" in result.stdout
    assert "1 сообщение: 1 ошибка" in result.stdout


@pytest.mark.parametrize(("choice", "expected"), [("always", True), ("never", False),
                                                  ("auto", False)])  # fmt: skip
def test_colours(drafts: Path, choice: str, expected: bool) -> None:
    result = CliRunner().invoke(
        cli, ["check", "threat.txt", *ONE_RULE, "--color", choice], color=True
    )
    assert ("\x1b[" in result.stdout) is expected


@pytest.mark.parametrize("form", ["threat,legal-threat", "legal-threat, penalty"])
def test_rules_are_selected_by_rule_or_category(drafts: Path, form: str) -> None:
    assert run("check", "threat.txt", "--select", form).exit_code == 1
    assert run("check", "threat.txt", "--select", form, "--ignore", "threat").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--select", "legal-thret"), "did you mean legal-threat?"),
        (("--ignore", "zzzzz"), "`tonecheck rules` lists them"),
        (("--send-at", "tomorrow"), "such as 2026-03-05T10:00+02:00"),
        (("--send-at", "2026-03-05T10:00"), "has no offset from UTC"),
        (("--recipient-tz", "London"), "Europe/London"),
        (("--country", "UK"), "did you mean GB"),
        (("--stage", "late"), "'overdue'"),
    ],
)
def test_a_wrong_option_says_what_was_expected(
    drafts: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    result = run("check", "calm.txt", *arguments)
    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_the_circumstances_reach_the_message(drafts: Path) -> None:
    result = run(
        "check", "calm.txt", *ONE_RULE, "--format", "json", "--language", "en", "--stage", "final",
        "--channel", "letter", "--kind", "template",
    )  # fmt: skip
    message = json.loads(result.stdout)["messages"][0]
    values = [message[key] for key in ("language", "stage", "channel", "kind")]
    assert values == ["en", "final", "letter", "template"]


def test_fix_keeps_line_ends_and_counts_changes(drafts: Path) -> None:
    result = run("fix", "loud.txt", *LOUD_RULE)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "loud.txt: 1 change made\n"
    assert (drafts / "loud.txt").read_bytes() == LOUD.replace("!!", "!").encode("utf-8")


def test_fixing_twice_changes_nothing(drafts: Path) -> None:
    run("fix", "loud.txt", *LOUD_RULE)
    before = (drafts / "loud.txt").stat().st_mtime_ns
    result = run("fix", "loud.txt", *LOUD_RULE, "--ui-language", "ru")
    assert result.stderr == "loud.txt: менять нечего\n"
    assert (drafts / "loud.txt").stat().st_mtime_ns == before


def test_fix_shows_a_difference_and_writes_nothing(drafts: Path) -> None:
    result = run("fix", "loud.txt", "--diff", *LOUD_RULE)
    assert result.exit_code == 0
    assert "-please pay invoice 2041 over £480!!" in result.stdout
    assert "+please pay invoice 2041 over £480!" in result.stdout
    assert (drafts / "loud.txt").read_bytes() == LOUD.encode("utf-8")


def test_a_difference_at_the_end_of_a_file_without_line_end(drafts: Path) -> None:
    (drafts / "last.txt").write_text("Please pay invoice 2041 over £480!!", encoding="utf-8")
    lines = run("fix", "last.txt", "--diff", *LOUD_RULE).stdout.splitlines()
    assert lines[3:] == [
        "-Please pay invoice 2041 over £480!!", "\\ No newline at end of file",
        "+Please pay invoice 2041 over £480!", "\\ No newline at end of file",
    ]  # fmt: skip


def test_fix_is_a_filter_that_keeps_the_encoding() -> None:
    result = run("fix", "-", *LOUD_RULE, stdin=RUSSIAN.encode("cp1251"))
    assert result.stdout_bytes == RUSSIAN.replace("!!", "!").encode("cp1251")
    assert result.exit_code == 0


def test_a_filter_says_nothing_beside_its_text() -> None:
    assert run("fix", "-", stdin=THREAT).stderr == ""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("cp1251", b""),
        ("koi8-r", b""),
    ],
)
def test_fix_keeps_everything_but_the_words(
    drafts: Path, encoding: str, bom: bytes, line_end: str
) -> None:
    text = RUSSIAN.replace("№ ", "").replace("\n", line_end)
    target, link = drafts / "kept" / "real.txt", drafts / "link.txt"
    target.parent.mkdir()
    target.write_bytes(bom + text.encode(encoding))
    target.chmod(0o640)
    link.symlink_to(target)
    result = run("fix", "link.txt", *LOUD_RULE)
    assert (result.exit_code, result.stderr) == (0, "link.txt: 1 правка внесена\n")
    assert target.read_bytes() == bom + text.replace("!!", "!").encode(encoding)
    assert link.is_symlink()
    assert not target.is_symlink()
    assert sys.platform == "win32" or target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in target.parent.iterdir()] == ["real.txt"]


def test_fix_names_a_file_that_is_read_only_and_goes_on(drafts: Path) -> None:
    (drafts / "kept.txt").write_bytes(LOUD.encode("utf-8"))
    (drafts / "kept.txt").chmod(0o444)
    result = run("fix", "kept.txt", "loud.txt", *LOUD_RULE)
    assert result.exit_code == 2
    assert result.stderr == (
        "tonecheck: kept.txt: is read-only; expected a file that may be changed; nothing was "
        "written\nloud.txt: 1 change made\n"
    )
    assert (drafts / "kept.txt").read_bytes() == LOUD.encode("utf-8")


def test_fix_leaves_a_file_alone_that_changes_meanwhile(
    drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def repair_slowly(*arguments: object, **more: object) -> Repair:
        (drafts / "loud.txt").write_bytes(b"mine")
        return repair(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(cli_fixing, "repair", repair_slowly)
    result = run("fix", "loud.txt", *LOUD_RULE)
    assert result.exit_code == 2
    assert result.stderr == (
        "tonecheck: loud.txt: was changed by somebody else while it was being fixed; nothing was "
        "written; run tonecheck fix again\n"
    )
    assert (drafts / "loud.txt").read_bytes() == b"mine"


def test_fix_sums_up_what_is_left_and_what_unsafe_would_do(drafts: Path) -> None:
    two = ("--select", "repeated-punctuation,missing-due-date,missing-goodwill")
    (drafts / "both.txt").write_text(THREAT.replace("court.", "court!!!"), encoding="utf-8")
    safe = run("fix", "both.txt", *two)
    assert safe.stderr == (
        "both.txt: 1 change made, 1 more with --unsafe, 1 finding left that needs a person "
        "(see tonecheck check both.txt)\n"
    )
    unsafe = run("fix", "both.txt", "--unsafe", *two)
    assert unsafe.stderr.startswith("both.txt: 1 change made, ")
    assert "--unsafe" not in unsafe.stderr


def test_fix_of_several_files_ends_with_the_sum(drafts: Path) -> None:
    result = run("fix", "loud.txt", "calm.txt", *LOUD_RULE, "--ui-language", "ru")
    assert result.stderr.splitlines() == [
        "loud.txt: 1 правка внесена", "calm.txt: менять нечего", "2 файла: 1 правка внесена",
    ]  # fmt: skip


def test_fix_says_what_it_leaves_alone(drafts: Path) -> None:
    (drafts / "menu.txt").write_text("Tuesday: soup and cake for everybody.\n", encoding="utf-8")
    (drafts / "empty").mkdir()
    assert "menu.txt: not a reminder" in run("fix", ".", *LOUD_RULE).stderr
    assert run("fix", "empty").stderr == "tonecheck: no messages found in empty\n"


def test_a_difference_says_that_nothing_was_written(drafts: Path) -> None:
    result = run("fix", "loud.txt", "--diff", *LOUD_RULE)
    assert result.stderr == "loud.txt: 1 change shown, nothing written\n"


def test_a_path_that_a_shell_would_take_apart_is_not_offered(drafts: Path) -> None:
    (drafts / "my $draft.txt").write_text(THREAT, encoding="utf-8")
    result = run("fix", "my $draft.txt", "--select", "missing-goodwill")
    assert "(see tonecheck check PATH)" in result.stderr


def test_fix_goes_on_after_a_file_that_cannot_be_read(drafts: Path) -> None:
    result = run("fix", "absent.txt", "loud.txt", *LOUD_RULE)
    assert result.exit_code == 2
    assert "tonecheck: absent.txt: " in result.stderr
    assert "loud.txt: 1 change made" in result.stderr


def test_fix_needs_paths() -> None:
    assert run("fix").exit_code == 2


def test_explain_in_both_languages() -> None:
    assert run("explain", "legal-threat").stdout.startswith("── legal-threat ─")
    assert "Отключить:" in run("explain", "legal-threat", "--ui-language", "ru").stdout


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("legal-threats", "did you mean legal-threat?"),
        ("threat", "threat is a category; its rules are"),
    ],
)
def test_explain_helps_with_names(name: str, sentence: str) -> None:
    result = run("explain", name)
    assert result.exit_code == 2
    assert sentence in result.stderr


def test_rules_are_listed() -> None:
    assert "\n  legal-threat " in run("rules").stdout
    assert "угрозы (threat)" in run("rules", "--ui-language", "ru").stdout


def test_evaluate_reports_figures(tmp_path: Path) -> None:
    record = {
        "id": "one", "lang": "en", "stage": "overdue", "channel": "email", "subject": None,
        "text": THREAT, "facts_present": ["invoice_ref"],
        "mistakes": [{"category": "threat", "quote": "we will take you to court"}],
    }  # fmt: skip
    corpus = tmp_path / "labelled.jsonl"
    corpus.write_text(json.dumps(record) + "\n", encoding="utf-8")
    result = run("evaluate", str(corpus), "--show", "threat")
    assert result.exit_code == 0
    row = next(line for line in result.stdout.splitlines() if line.split()[:1] == ["threat"])
    assert row.split()[1:4] == ["1.00", "1.00", "1.00"]


def test_evaluate_refuses_what_is_not_labelled(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("{}\n", encoding="utf-8")
    result = run("evaluate", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr.startswith("tonecheck: ")


@pytest.mark.parametrize("command", ["check", "fix", "explain", "rules", "evaluate"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"tonecheck {command}" in result.stdout.split("Example", 1)[1]


def test_version() -> None:
    assert run("--version").stdout == f"tonecheck {__version__}\n"


def test_help_and_pages_about_rules_do_without_spacy() -> None:
    script = (
        "import sys\n"
        "from tonecheck.cli import cli\n"
        "for line in (['--help'], ['check', '--help'], ['rules'], ['explain', 'legal-threat']):\n"
        "    cli(line, standalone_mode=False)\n"
        "    assert 'spacy' not in sys.modules, line\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.stderr == ""
    assert done.returncode == 0


def test_a_reader_who_goes_away_is_no_error(drafts: Path) -> None:
    command = [sys.executable, "-m", "tonecheck", "check", "threat.txt", *ONE_RULE]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment()
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


def test_a_console_without_cyrillic_gets_question_marks(drafts: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tonecheck", "rules", "--ui-language", "ru"],
        capture_output=True,
        env=_environment() | {"PYTHONIOENCODING": "ascii"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"?????? (threat)" in done.stdout


def _environment() -> dict[str, str]:
    root = Path(__file__).parents[1]
    return dict(os.environ) | {"PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"}
