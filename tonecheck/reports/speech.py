"""Which language a report is written in."""

from __future__ import annotations

from tonecheck.reports.options import TextOptions
from tonecheck.types import Language, MessageReport, Report


def language_of(message: MessageReport, options: TextOptions) -> Language:
    """The language to speak of a message in: the one asked for, else that of its findings."""
    return options.language or message.context.speech or message.context.language


def common_language(report: Report, options: TextOptions) -> Language:
    """The language of what concerns all messages: their own where they share one, else English."""
    languages = {language_of(m, options) for m in report.messages if m.is_reminder}
    return options.language or (languages.pop() if len(languages) == 1 else Language.EN)
