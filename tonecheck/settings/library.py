"""The settings files of a run: the nearest one above each path, read once."""

from __future__ import annotations

from pathlib import Path

from tonecheck.rulenames import rule_names
from tonecheck.sentences import TonecheckError, sentence
from tonecheck.sequence import ReminderSequence
from tonecheck.settings.globs import absolute
from tonecheck.settings.merging import Overrides, in_force, settings_of
from tonecheck.settings.reading import NAMES, Section, SettingsFile, read_settings
from tonecheck.settings.values import Entries, Problem, Settings, SettingsError
from tonecheck.types import Language

_ROOT = ".git"


class Library:
    """Finds and keeps settings files.

    A file is looked for in the folder of a message file and above it, up to the root of its git
    repository or of the file system; the nearest one is in charge, alone.

    Args:
        overrides: what the command line says.
        config: the settings file to use, whatever lies near the message files.

    Raises:
        TonecheckError: ``config`` holds no settings.
    """

    def __init__(self, overrides: Overrides | None = None, config: Path | None = None) -> None:
        self.overrides = overrides or Overrides()
        self._config: SettingsFile | None = None
        self._by_folder: dict[Path, SettingsFile | None] = {}
        self._made: dict[tuple[SettingsFile | None, tuple[Section, ...]], Settings] = {}
        self._problems: dict[Problem, None] = {}
        if config is not None:
            self._config = self._read(absolute(config))
            if self._config is None:
                raise TonecheckError(
                    "{path} has no table [tool.tonecheck]; expected settings", path=str(config)
                )

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong with the files that were read, by file and line."""
        return tuple(sorted(self._problems, key=lambda problem: (problem.file, problem.line)))

    def require_sound(self) -> None:
        """See to it that nothing is wrong with the files that were read.

        Raises:
            SettingsError: all that is wrong.
        """
        if self._problems:
            entries = (file.entries for file in self._files)
            spoken = [e["ui_language"][0].value for e in entries if "ui_language" in e]
            raise SettingsError(self.problems, Language(str(spoken[0])) if spoken else None)

    @property
    def _files(self) -> list[SettingsFile]:
        return [file for file in (self._config, *self._by_folder.values()) if file is not None]

    @property
    def rules(self) -> frozenset[str]:
        """The ids of all rules that the settings files know, tonecheck's own among them."""
        return frozenset(rule_names()).union(*(file.rules for file in self._files))

    def file_for(self, path: Path, *, is_folder: bool = False) -> SettingsFile | None:
        """The settings file in charge of a path; None where there is none."""
        if self._config is not None:
            return self._config
        place = absolute(path)
        return self._nearest(place if is_folder else place.parent)

    def entries_for(self, path: Path, message: Entries | None = None) -> Entries:
        """What is in force for a message file, with the origin of each."""
        file = self.file_for(path)
        sections = file.sections_for(path) if file else ()
        return in_force(file, sections, self.overrides, message)

    def settings_for(self, path: Path) -> Settings:
        """What is in force for a message file; files that settings treat alike share it."""
        file = self.file_for(path)
        sections = file.sections_for(path) if file else ()
        alike = (file, sections)
        if alike not in self._made:
            entries = in_force(file, sections, self.overrides)
            self._made[alike] = settings_of(entries, self.overrides)
        return self._made[alike]

    @property
    def sequences(self) -> tuple[ReminderSequence, ...]:
        """The sequences that the settings files name."""
        files = [self._config] if self._config else self._by_folder.values()
        return tuple(s for f in dict.fromkeys(files) if f for s in f.sequences)

    def includes(self, path: Path) -> bool | None:
        """Whether the settings say that a file of a folder counts; None where they are silent."""
        file = self.file_for(path)
        return file.names("include", path) if file else None

    def excludes(self, path: Path, *, is_folder: bool) -> bool:
        """Whether the settings leave a file or folder out."""
        file = self.file_for(path)
        return bool(file and file.names("exclude", path, is_folder=is_folder))

    def _nearest(self, folder: Path) -> SettingsFile | None:
        if folder not in self._by_folder:
            found = self._in_folder(folder)
            is_root = folder.parent == folder or _is_there(folder / _ROOT)
            if found is None and not is_root:
                found = self._nearest(folder.parent)
            self._by_folder[folder] = found
        return self._by_folder[folder]

    def _in_folder(self, folder: Path) -> SettingsFile | None:
        """The settings of one folder; two files that both hold some are a mistake."""
        there = (folder / name for name in NAMES)
        found = [f for f in (self._read(p) for p in there if _is_there(p)) if f is not None]
        for other in found[1:]:
            problem = sentence(
                "settings are in {first}, too; keep one of the two", first=found[0].shown
            )
            self._problems[Problem(other.shown, 1, problem)] = None
        return found[0] if found else None

    def _read(self, path: Path) -> SettingsFile | None:
        file = read_settings(path)
        for problem in file.problems if file else ():
            self._problems[problem] = None
        return file


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # in a folder that may not be looked into
        return False
