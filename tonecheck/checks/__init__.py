"""Coded checks: what no phrase can say, because it takes the whole message to judge.

A check has the signature of :data:`tonecheck.observation.Check`; the rule file of the same
name carries its wording, severity and examples.
"""

from __future__ import annotations

from tonecheck.checks.agreement import (
    conflicting_due_dates,
    conflicting_totals,
    due_before_invoice,
    missing_currency,
    name_spellings,
    parts_mismatch,
    past_deadline,
    reference_mismatch,
)
from tonecheck.checks.charges import unexplained_total
from tonecheck.checks.completeness import missing, missing_greeting
from tonecheck.checks.consistency import ambiguous_date, weekday_mismatch
from tonecheck.checks.crowding import too_many_links, too_many_options, too_many_sums
from tonecheck.checks.form import repeated_punctuation, shouting
from tonecheck.checks.formality import mixed_address, register_mismatch, unfit_address, vy_case
from tonecheck.checks.greeting import impersonal_greeting
from tonecheck.checks.holes import unfilled_placeholder
from tonecheck.checks.overload import buried_request, too_long, too_many_requests
from tonecheck.checks.readability import long_sentence, tangled_sentence
from tonecheck.checks.strategy import dispute_without_compromise
from tonecheck.checks.timing import sent_at, spaced
from tonecheck.checks.warmth import missing_goodwill, missing_question, missing_reason
from tonecheck.observation import Check
from tonecheck.sendtime import SendTime, SpacingKind
from tonecheck.types import FactType

CHECKS: dict[str, Check] = {
    "ambiguous-date": ambiguous_date,
    "buried-request": buried_request,
    "conflicting-due-dates": conflicting_due_dates,
    "conflicting-totals": conflicting_totals,
    "dispute-without-compromise": dispute_without_compromise,
    "due-before-invoice": due_before_invoice,
    "impersonal-greeting": impersonal_greeting,
    "long-sentence": long_sentence,
    "missing-amount": missing(FactType.AMOUNT),
    "missing-contact": missing(FactType.CONTACT),
    "missing-currency": missing_currency,
    "missing-due-date": missing(FactType.DUE_DATE),
    "missing-empathy": missing(FactType.EMPATHY),
    "missing-evidence": missing(FactType.EVIDENCE),
    "missing-flexibility": missing(FactType.FLEXIBILITY),
    "missing-goodwill": missing_goodwill,
    "missing-greeting": missing_greeting,
    "missing-invoice-reference": missing(FactType.INVOICE_REF),
    "missing-payment-method": missing(FactType.PAYMENT_METHOD),
    "missing-question": missing_question,
    "missing-reason": missing_reason,
    "missing-thanks": missing(FactType.THANKS),
    "mixed-address": mixed_address,
    "name-spellings": name_spellings,
    "night-time": sent_at(SendTime.NIGHT),
    "outside-hours": sent_at(SendTime.OUTSIDE_HOURS),
    "parts-mismatch": parts_mismatch,
    "past-deadline": past_deadline,
    "public-holiday": sent_at(SendTime.HOLIDAY),
    "recipient-away": sent_at(SendTime.AWAY),
    "reference-mismatch": reference_mismatch,
    "register-mismatch": register_mismatch,
    "repeated-punctuation": repeated_punctuation,
    "sent-too-early": spaced(SpacingKind.TOO_EARLY),
    "sent-too-soon": spaced(SpacingKind.TOO_SOON),
    "shouting": shouting,
    "tangled-sentence": tangled_sentence,
    "too-long": too_long,
    "too-many-links": too_many_links,
    "too-many-options": too_many_options,
    "too-many-requests": too_many_requests,
    "too-many-sums": too_many_sums,
    "unexplained-total": unexplained_total,
    "unfilled-placeholder": unfilled_placeholder,
    "unfit-address": unfit_address,
    "vy-case": vy_case,
    "weekday-mismatch": weekday_mismatch,
    "weekend": sent_at(SendTime.WEEKEND),
}
"""Every coded check by the id of its rule."""
