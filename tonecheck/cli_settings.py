"""What the commands ``config`` and ``init`` do; imported only when they run."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from tonecheck.cli_output import for_stdout
from tonecheck.console import Color, write
from tonecheck.reports.options import TextOptions
from tonecheck.reports.settings_page import settings_table
from tonecheck.reports.words import say
from tonecheck.rulenames import rule_names
from tonecheck.sentences import TonecheckError
from tonecheck.settings import Entries, Given, Library, Origin, Source
from tonecheck.settings.reading import NAMES, read_settings
from tonecheck.types import Declared, Language

FILE = Path(NAMES[0])
"""What ``init`` writes."""


def show_settings(path: Path, config: Path | None, speech: Language | None, color: Color) -> None:
    """Show what is in force for a file, or for the files of a folder.

    Raises:
        SettingsError: settings files that cannot be used.
    """
    library = Library(config=config)
    is_folder = path.is_dir()
    inside = path / "-" if is_folder else path
    file = library.file_for(inside)
    excluded = library.excludes(path, is_folder=is_folder)
    entries = library.entries_for(inside, None if is_folder else _own(path))
    library.require_sound()
    spoken = entries.get("ui_language")
    language = speech or (Language(str(spoken[0].value)) if spoken else Language.EN)
    named = say("current-folder", language) if path == Path() else str(path)
    title = say("settings-for", language, path=named)
    remarks = []
    if file is not None:
        title = say("settings-from", language, path=named, file=file.shown)
    else:
        remarks.append(say("no-settings", language, name=FILE.name))
    if excluded:
        remarks.append(say("config-excluded", language))
    rules = file.rules if file else rule_names()
    options = for_stdout(TextOptions(), color)
    page = settings_table(entries, rules, title, language, options, tuple(remarks))
    write(page, color=options.color)


def write_starter(speech: Language | None) -> None:
    """Write a settings file with comments into the current folder.

    Raises:
        TonecheckError: there are settings already, or it cannot be written.
    """
    for name in NAMES:
        place = Path(name)
        if place.exists() and (place.suffix != ".toml" or read_settings(place) is not None):
            raise TonecheckError("{path} is there already; nothing was written", path=name)
    language = speech or Language.EN
    text = starter(language)
    above = Library().file_for(FILE)
    try:
        with FILE.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise TonecheckError(
            "{path} could not be written: {reason}", path=FILE, reason=reason
        ) from None
    write(say("init-done", language, path=FILE.name) + "\n")
    if above is not None:
        write(say("init-above", language, path=above.shown) + "\n")


def starter(language: Language) -> str:
    """A settings file with comments in a language."""
    package = resources.files("tonecheck.settings")
    return package.joinpath(f"starter_{language.value}.yaml").read_text(encoding="utf-8")


def _own(path: Path) -> Entries:
    """What a message file says about itself; nothing where it cannot be read."""
    from tonecheck.readers import read_file

    try:
        said = read_file(path)[0].declared if path.is_file() else Declared()
    except TonecheckError:  # a check will say what is wrong with it
        said = Declared()
    recipient = said.recipient
    values = {
        "language": said.language,
        "stage": said.stage,
        "channel": said.channel,
        "kind": said.kind,
        "country": recipient.country if recipient else None,
        "recipient_tz": recipient.time_zone if recipient else None,
    }
    origin = Origin(Source.MESSAGE)
    return {key: (Given(str(value), origin),) for key, value in values.items() if value}
