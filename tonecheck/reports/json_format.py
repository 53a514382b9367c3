"""The report for programs; ``tonecheck/schema/report.schema.json`` describes it."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from tonecheck.positions import LineIndex
from tonecheck.reports.lines import with_lines
from tonecheck.reports.options import TextOptions
from tonecheck.types import (
    REPORTED_FACTS,
    Fact,
    Factor,
    FactType,
    Finding,
    Fix,
    MessageReport,
    Report,
    Score,
    Severity,
)
from tonecheck.version import __version__

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
"""A value as JSON knows it."""


def render(report: Report, options: TextOptions) -> str:
    """A report as JSON; characters beyond ASCII are escaped where the stream has none."""
    data = json.dumps(to_json(report), ensure_ascii=not options.unicode, indent=2)
    return data + "\n"


def to_json(report: Report) -> dict[str, Json]:
    """A report in the shape of the contract, keys in its order."""
    return {
        "version": __version__,
        "messages": [_message(message, lines) for message, lines in with_lines(report.messages)],
        "errors": [{"path": e.path, "message": e.message} for e in report.errors],
        "summary": {
            "messages": len(report.messages),
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "suggestions": report.count(Severity.SUGGESTION),
        },
        "notes": [{"path": n.path, "line": n.line, "message": n.message} for n in report.notes],
    }


def _message(message: MessageReport, lines: LineIndex) -> Json:
    context = message.context
    return {
        "path": message.path,
        "name": message.name,
        "language": context.language.value,
        "stage": context.stage.value,
        "channel": context.channel.value,
        "kind": context.kind.value,
        "scores": {
            "politeness": _score(message.politeness, message.is_reminder),
            "clarity": _score(message.clarity, message.is_reminder),
        },
        "facts": {
            kind.value: [_fact(fact) for fact in message.facts.get(kind, ())]
            for kind in REPORTED_FACTS
        },
        "findings": [_finding(finding, lines) for finding in message.findings],
        "suppressed": [
            {
                "kind": one.kind.value,
                "reason": one.reason or None,
                "finding": _finding(one.finding, lines),
            }
            for one in message.suppressed
        ],
    }


def _score(score: Score, is_reminder: bool) -> Json:
    """A score; what is no reminder has none, so its value is null."""
    if not is_reminder:
        return {"value": None, "factors": []}
    return {"value": score.value, "factors": [_factor(factor) for factor in score.factors]}


def _factor(factor: Factor) -> Json:
    return {
        "rule": factor.rule,
        "points": factor.points,
        "message": factor.message,
        "start": factor.start,
        "end": factor.end,
    }


def _fact(fact: Fact) -> Json:
    currency: dict[str, Json] = {"currency": fact.currency} if fact.type is FactType.AMOUNT else {}
    return {
        "text": fact.text,
        "value": _value(fact.value),
        **currency,
        "placeholder": fact.placeholder,
        "start": fact.start,
        "end": fact.end,
    }


def _value(value: Decimal | date | str | None) -> str | None:
    if isinstance(value, Decimal):
        return _amount(value)
    return value.isoformat() if isinstance(value, date) else value


def _amount(value: Decimal) -> str:
    """Two digits after the point, more only where there are more."""
    exponent = value.as_tuple().exponent
    return f"{value:f}" if isinstance(exponent, int) and exponent < -2 else f"{value:.2f}"


def _finding(finding: Finding, lines: LineIndex) -> Json:
    line, column = lines.place(finding.start)
    end_line, end_column = lines.place(finding.end)
    return {
        "rule": finding.rule,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "advice": finding.advice,
        "guide": list(finding.guide),
        "text": finding.text,
        "branch": finding.branch,
        "start": finding.start,
        "end": finding.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "fixes": [_fix(fix) for fix in finding.fixes],
    }


def _fix(fix: Fix) -> Json:
    return {
        "label": fix.label,
        "applicability": fix.applicability.value,
        "caution": fix.caution if fix.caution and fix.edits else None,
        "edits": [
            {"start": e.start, "end": e.end, "replacement": e.replacement} for e in fix.edits
        ],
    }
