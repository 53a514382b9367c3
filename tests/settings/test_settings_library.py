"""Which settings file is in charge, and which files count by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.settings.library import write
from tonecheck.running import plan
from tonecheck.sentences import TonecheckError
from tonecheck.settings import Library, SettingsError
from tonecheck.types import Stage


def stage_of(path: Path, **given: Path) -> Stage | None:
    return Library(**given).settings_for(path).assumed.stage


def test_the_nearest_file_is_in_charge_alone(tmp_path: Path) -> None:
    write(tmp_path, "stage: due\nfail_on: never\n")
    write(tmp_path / "a", "stage: final\n")
    found = Library().settings_for(tmp_path / "a" / "b" / "c.txt")
    assert found.assumed.stage is Stage.FINAL
    assert found.demand.fail_on is not None
    assert stage_of(tmp_path / "b" / "c.txt") is Stage.DUE


def test_nothing_above_the_root_of_a_repository_counts(tmp_path: Path) -> None:
    write(tmp_path, "stage: due\n")
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    assert stage_of(tmp_path / "repository" / "a.txt") is None
    write(tmp_path / "repository", "stage: final\n")
    assert stage_of(tmp_path / "repository" / "in" / "a.txt") is Stage.FINAL


def test_a_pyproject_without_settings_does_not_stop_the_search(tmp_path: Path) -> None:
    write(tmp_path, "stage: due\n")
    write(tmp_path / "a", "[tool.ruff]\n", "pyproject.toml")
    assert stage_of(tmp_path / "a" / "b.txt") is Stage.DUE
    write(tmp_path / "a", '[tool.tonecheck]\nstage = "final"\n', "pyproject.toml")
    assert stage_of(tmp_path / "a" / "b.txt") is Stage.FINAL


@pytest.mark.parametrize(
    ("other", "text"),
    [("tonecheck.yml", "stage: due\n"), ("pyproject.toml", "[tool.tonecheck]\n")],
)
def test_two_files_in_one_folder_are_a_mistake(tmp_path: Path, other: str, text: str) -> None:
    write(tmp_path, "stage: due\n")
    write(tmp_path, text, other)
    library = Library()
    library.file_for(tmp_path / "a.txt")
    (problem,) = library.problems
    assert "keep one of the two" in problem.said(None)
    assert other in problem.said(None)


def test_a_file_that_is_named_replaces_all_others(tmp_path: Path) -> None:
    write(tmp_path, "stage: due\n")
    other = write(tmp_path / "ci", "stage: final\n", "strict.yaml")
    assert stage_of(tmp_path / "a.txt", config=other) is Stage.FINAL


def test_a_named_toml_without_settings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TonecheckError, match=r"no table \[tool.tonecheck\]"):
        Library(config=write(tmp_path, "", "other.toml"))


def test_patterns_of_a_named_file_reach_messages_outside_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    other = write(tmp_path / "ci", "paths: [{match: sms/**, stage: final}]\n")
    assert stage_of(Path("sms/a.txt"), config=other) is Stage.FINAL
    assert stage_of(tmp_path / "ci" / "sms" / "a.txt", config=other) is Stage.FINAL
    assert stage_of(Path("mail/a.txt"), config=other) is None


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.po", "old/c.txt", "old/keep/d.txt", "README.md", "site/e.j2"):
        write(tmp_path / Path(name).parent, "text", Path(name).name)
    return tmp_path


def planned(*paths: str) -> list[str]:
    return [task.path.as_posix() for task in plan([Path(p) for p in paths] or [Path()]).tasks]


def test_include_says_which_files_of_a_folder_count(drafts: Path) -> None:
    assert planned() == ["a.txt", "old/c.txt", "old/keep/d.txt", "site/e.j2"]
    write(drafts, "include: ['*.po', 'old/**', README.md]\n")
    assert planned() == ["b.po", "old/c.txt", "old/keep/d.txt"]
    assert planned("a.txt") == ["a.txt"]


def test_exclude_leaves_out_also_what_is_named(drafts: Path) -> None:
    write(drafts, "exclude: [old/*, '!old/keep/', site]\n")
    assert planned() == ["a.txt", "old/keep/d.txt"]
    assert planned("a.txt", "old/c.txt", "site") == ["a.txt"]
    assert plan([Path("old/c.txt"), Path("site")]).left_out == (Path("old/c.txt"), Path("site"))


def test_each_folder_goes_by_its_own_settings(drafts: Path) -> None:
    write(drafts, "stage: due\n")
    write(drafts / "old", "stage: final\nexclude: [keep/]\n")
    stages = {t.path.as_posix(): t.settings.assumed.stage for t in plan([Path()]).tasks}
    assert stages == {"a.txt": Stage.DUE, "old/c.txt": Stage.FINAL, "site/e.j2": Stage.DUE}


def test_mistakes_in_several_files_are_all_reported(drafts: Path) -> None:
    write(drafts, "stag: due\n")
    write(drafts / "old", "stage: x\n")
    with pytest.raises(SettingsError) as caught:
        plan([Path()])
    assert [p.file for p in caught.value.problems] == ["old/tonecheck.yaml", "tonecheck.yaml"]


def test_a_folder_in_place_of_the_file_is_a_mistake(drafts: Path) -> None:
    (drafts / "tonecheck.yaml").mkdir()
    with pytest.raises(SettingsError, match=r"tonecheck\.yaml:1: cannot be read: "):
        plan([Path()])


def test_a_path_that_is_not_there_is_planned_and_gives_its_error_when_read() -> None:
    (task,) = plan([Path("nowhere/at/all.txt")]).tasks
    assert task.is_named
