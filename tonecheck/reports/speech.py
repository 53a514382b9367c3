"""Which language a report is written in."""

from __future__ import annotations

from collections.abc import Iterable

from tonecheck.reports.options import TextOptions
from tonecheck.types import Language, MessageReport


def language_of(message: MessageReport, options: TextOptions) -> Language:
    """The language to speak of a message in: the one asked for, else that of its findings."""
    return options.language or message.context.speech or message.context.language


def common_language(messages: Iterable[MessageReport], chosen: Language | None) -> Language:
    """The language of what concerns all messages: their own where they share one, else English.

    Args:
        messages: those that it is about.
        chosen: the language that was asked for, if any.
    """
    found = {m.context.speech or m.context.language for m in messages if m.is_reminder}
    return chosen or (found.pop() if len(found) == 1 else Language.EN)
