"""The pages about rules and scores that ``explain`` and ``rules`` show."""

from __future__ import annotations

from pathlib import Path

from tonecheck.cli_options import did_you_mean
from tonecheck.cli_output import for_stdout
from tonecheck.cli_speech import WrongUse
from tonecheck.console import Color, write
from tonecheck.reports.options import TextOptions
from tonecheck.reports.rule_page import explain as page
from tonecheck.reports.rule_page import rules_table
from tonecheck.reports.score_page import SCORES, explain_marker, explain_score
from tonecheck.rulebook import RuleBook, load
from tonecheck.settings import Library
from tonecheck.types import Language


def explain(name: str, language: Language, color: Color) -> None:
    """Show what a rule, a factor of politeness or a score is about.

    Raises:
        WrongUse: nothing has that name.
        TonecheckError: settings or rules that cannot be used.
    """
    book = book_here()
    options = for_stdout(TextOptions(), color)
    markers = {marker.id for marker in book.markers(Language.EN)}
    if name in markers or name in SCORES:
        about = explain_marker if name in markers else explain_score
        text = about(name, book, language, options)
    else:
        require_rule(name, book)
        text = page(book.rules[name], language, options)
    write(text, color=options.color)


def list_rules(language: Language, color: Color) -> None:
    """Show all rules.

    Raises:
        TonecheckError: settings or rules that cannot be used.
    """
    options = for_stdout(TextOptions(), color)
    write(rules_table(book_here(), language, options), color=options.color)


def require_rule(name: str, book: RuleBook) -> None:
    """See to it that a rule has a name.

    Raises:
        WrongUse: none has.
    """
    if name in book.rules:
        return
    inside = [rule.id for rule in book.rules.values() if rule.category == name]
    if inside:
        names = ", ".join(sorted(inside))
        raise WrongUse("{rule} is a category; its rules are {names}", rule=name, names=names)
    hint = did_you_mean(name, book.rules)
    raise WrongUse("there is no rule '{rule}'; {hint}", rule=name, hint=hint)


def book_here() -> RuleBook:
    """The rules that there are in the current folder: tonecheck's and the company's.

    Raises:
        TonecheckError: settings or rules that cannot be used.
    """
    library = Library()
    folders = library.settings_for(Path("-")).rules
    library.require_sound()
    return load(company=folders) if folders else load()
