"""Everything that rules notice in a message: by phrases, by the weights of cues, by coded checks.

Phrases and weights answer the same question and know of each other. Where the cues of a
sentence speak strongly against a category, its phrases are not looked for, which saves false
alarms and time; where a phrase has found a category, the weights need not report it again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from tonecheck.analysis import Analysis
from tonecheck.checks import CHECKS
from tonecheck.matches import Finder, Finds, Found, Owner
from tonecheck.observation import Facts, Observation
from tonecheck.phrases import Hit
from tonecheck.relaxation import is_relaxed
from tonecheck.rewording import Rewording, Rewriter
from tonecheck.rule import Rule
from tonecheck.rulebook import RuleBook
from tonecheck.stamping import Noticed, as_observation
from tonecheck.types import Category, Context, Language
from tonecheck.weights import Weighed, evidence, weigh

LONGEST_LABEL = 30
"""Characters on a button."""

WeighedMessage = Mapping[tuple[int, Category], Weighed]
"""Each sentence's number and each category → what the cues weigh."""


class Noticer:
    """Applies the rules of a book.

    Args:
        rulebook: the rules.
    """

    def __init__(self, rulebook: RuleBook) -> None:
        self._rulebook = rulebook
        self._finders: dict[Language, _CategoryFinder] = {}
        self._rewriters: dict[Language, Rewriter] = {}
        self._weighed_rules = {r.category: r for r in rulebook.rules.values() if r.weighed}

    def notice(
        self,
        analysis: Analysis,
        context: Context,
        facts: Facts,
        is_on: Callable[[Rule], bool] = lambda rule: True,
    ) -> list[Noticed]:
        """What the rules notice, before it is settled which of them keeps a stretch.

        Args:
            analysis: the message.
            context: its circumstances.
            facts: what was found in it.
            is_on: whether a rule is looked for.
        """
        weighed = weigh(analysis, self._rulebook.cue_weights(analysis.language))
        by_phrases = [
            n for n in self._by_phrases(analysis, context, facts, weighed) if is_on(n.rule)
        ]
        noticed = [
            *by_phrases,
            *(
                n
                for n in self._by_weights(analysis, context, facts, weighed, by_phrases)
                if is_on(n.rule)
            ),
            *self._by_checks(analysis, context, facts, is_on),
        ]
        labels = _labels_of_links(analysis)
        return [n for n in noticed if not (_is_command(n) and n.observation.start in labels)]

    def _by_phrases(
        self, analysis: Analysis, context: Context, facts: Facts, weighed: WeighedMessage
    ) -> Iterator[Noticed]:
        language = analysis.language
        if language not in self._finders:
            self._finders[language] = _CategoryFinder(self._rulebook, language)
            self._rewriters[language] = self._rulebook.rewriter(language)
        finds = self._finders[language].find(analysis, weighed)
        for found, rewording in _reworded(self._rewriters[language], analysis, finds):
            rule = self._rulebook.rules[found.owner]
            relaxed = is_relaxed(rule, analysis, context, facts, found.hit)
            observation = as_observation(found, rule, analysis, rewording)
            severity = rule.severity_on(context.channel)
            yield Noticed(rule, observation, severity, found.hit.spent, relaxed)

    def _by_weights(
        self,
        analysis: Analysis,
        context: Context,
        facts: Facts,
        weighed: WeighedMessage,
        by_phrases: list[Noticed],
    ) -> Iterator[Noticed]:
        told = {
            (analysis.tokens[token].sentence, noticed.rule.category)
            for noticed in by_phrases
            for token in noticed.evidence
        }
        for (sentence, category), found in weighed.items():
            rule = self._weighed_rules.get(category)
            if rule is None or not found.is_mistake or (sentence, category) in told:
                continue
            place = evidence(found, analysis)
            hit = Hit(0, place.first, place.last, frozenset(place.heavy))
            relaxed = is_relaxed(rule, analysis, context, facts, hit)
            observation = Observation(
                analysis.tokens[place.first].start,
                analysis.tokens[place.last - 1].end,
                {"words": _words(analysis, place.heavy)},
            )
            severity = rule.severity_on(context.channel)
            yield Noticed(rule, observation, severity, hit.spent, relaxed)

    def _by_checks(
        self, analysis: Analysis, context: Context, facts: Facts, is_on: Callable[[Rule], bool]
    ) -> Iterator[Noticed]:
        for rule in self._rulebook.rules.values():
            if rule.check is None or not is_on(rule):
                continue
            for observation in CHECKS[rule.check](analysis, context, facts):
                severity = observation.severity or rule.severity_on(context.channel)
                yield Noticed(rule, observation, severity)


def _reworded(
    rewriter: Rewriter, analysis: Analysis, finds: Finds
) -> Iterator[tuple[Found, Rewording | None]]:
    """What was found, with plain words for it, and without what is explained elsewhere.

    An abbreviation needs one explanation: where the message gives it, or where it first stands.
    """
    reworded = any(found.owner in rewriter.rules for found in finds.counted)
    hits = rewriter.hits(analysis) if reworded else {}
    explained = {
        (found.owner, name)
        for found in finds.excused
        for name in rewriter.explained(analysis, hits.get(found.owner, ()), found.hit)
    }
    for found in finds.counted:
        near = hits.get(found.owner, ())
        known = {(found.owner, n) for n in rewriter.explained(analysis, near, found.hit)}
        if known & explained:
            continue
        rewording = rewriter.reword(analysis, near, found.hit)
        if rewording is not None and rewording.plain.explain is not None:
            explained |= known
        yield found, rewording


def _labels_of_links(analysis: Analysis) -> frozenset[int]:
    """Where in the visible text the words of links and buttons begin."""
    message = analysis.message
    found = (message.visible_offset(target.end) for target in message.targets)
    return frozenset(offset for offset in found if offset is not None)


def _is_command(noticed: Noticed) -> bool:
    """Whether something short was noticed as an order: what a button says is none ("Pay now")."""
    observation = noticed.observation
    short = observation.end - observation.start <= LONGEST_LABEL
    return short and noticed.rule.category is Category.PRESSURE


class _CategoryFinder:
    """Finds the phrases of all rules in one language, where their category is possible."""

    def __init__(self, rulebook: RuleBook, language: Language) -> None:
        rules = [rule for rule in rulebook.rules.values() if rule.texts[language].phrases]
        self._finder = Finder([_owner(rule, language) for rule in rules])
        self._book = rulebook.phrase_book(language, "rules", self._finder.phrases)
        doubtable: dict[Category, set[str]] = defaultdict(set)
        for rule in rules:
            if not rule.certain:
                doubtable[rule.category].add(rule.id)
        self._doubtable = {c: self._finder.numbers(ids) for c, ids in doubtable.items()}
        self._unions: dict[frozenset[Category], frozenset[int]] = {}

    def find(self, analysis: Analysis, weighed: WeighedMessage) -> Finds:
        doubtful: list[set[Category]] = [set() for _ in analysis.sentences]
        for (sentence, category), here in weighed.items():
            if here.is_doubtful:
                doubtful[sentence].add(category)
        skipped = [self._phrases_of(frozenset(categories)) for categories in doubtful]
        return self._finder.find_all(analysis, self._book, skipped)

    def _phrases_of(self, categories: frozenset[Category]) -> frozenset[int]:
        """The phrases that are not looked for where these categories are doubtful."""
        if categories not in self._unions:
            sets = (self._doubtable.get(category, frozenset()) for category in categories)
            self._unions[categories] = frozenset().union(*sets)
        return self._unions[categories]


def _owner(rule: Rule, language: Language) -> Owner:
    text = rule.texts[language]
    return Owner(
        id=rule.id,
        phrases=tuple(p.match for p in text.phrases),
        unless=text.unless,
        negation_cancels=rule.negation_cancels,
        quotation_cancels=rule.quotation_cancels,
        parts=rule.parts,
    )


def _words(analysis: Analysis, tokens: tuple[int, ...]) -> str:
    """Words as they stand, with an ellipsis where some are left out: "or … come out"."""
    pieces: list[str] = []
    before: int | None = None
    for index in tokens:
        if before is not None and index > before + 1:
            pieces.append("…")
        pieces.append(analysis.tokens[index].text)
        before = index
    return " ".join(pieces)
