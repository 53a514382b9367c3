"""What joins two clauses of a sentence, and what a clause needs to be a sentence of its own.

Whatever may mean something else alone is no sentence of its own: what stands under a condition,
follows from a request, or belongs to what somebody thinks.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tonecheck.analysis import Token, TokenKind
from tonecheck.languages import module_for
from tonecheck.remedies.joint_words import (
    ALSO_PREPOSITIONS,
    BE,
    DETERMINERS,
    FRONTED,
    JOINING,
    MARKS,
    PREDICATES,
    RESULTS,
    WORDS,
)
from tonecheck.types import Language

MIN_WORDS = 4
"""Words of the shortest sentence that is made."""

NEAR = 3
"""So many tokens may stand between a subject and its verb, or an auxiliary and its verb."""
FAR = 14
"""So many tokens a noun may stand before its verb."""
MAX_INSERTED = 4
"""Words of an insertion: ", to our regret,"."""

MAX_RELATIVE = 20
"""Tokens of a relative clause between a subject and its verb."""


class Clauses:
    """Judges stretches of a sentence in one language."""

    def __init__(self, language: Language) -> None:
        self.words = WORDS[language]
        self._russian = language is Language.RU
        self._module = module_for(language)

    def joins(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a token may join two full clauses: a semicolon, or a conjunction behind a comma.

        English often has no comma before a pronoun ("… was due and we have …"), and nothing but a
        comma before "please".
        """
        token = tokens[i]
        if not token.quoted and token.text == "," and not self._russian:
            return tokens[i + 1].norm == self.words.please
        if token.quoted or token.norm not in self.words.openers:
            return False
        if token.norm == ";" or tokens[i - 1].text in {",", ";"}:
            return tokens[i - 1].text != ";"
        following = tokens[i + 1 : i + 3]
        return (
            not self._russian
            and len(following) > 1
            and following[0].norm in self.words.pronouns
            and self.is_verb(following[1])
        )

    def is_whole(self, tokens: Sequence[Token]) -> bool:
        """Whether a stretch has what a sentence needs, and no list of clauses in it."""
        text = "".join(token.text for token in tokens)
        is_balanced = all(text.count(a) == text.count(b) for a, b in ("()", "[]", "«»", "“”"))
        subordinate = sum(self._subordinates(tokens, i) for i in range(len(tokens)))
        return (
            sum(t.kind is not TokenKind.PUNCTUATION for t in tokens) >= MIN_WORDS
            and is_balanced
            and text.count('"') % 2 == 0
            and self._verbs(tokens) > subordinate
            and not self._is_series(tokens)
        )

    def is_free(self, left: Sequence[Token], joint: str, right: Sequence[Token]) -> bool:
        """Whether what follows a joint hangs on nothing before it."""
        words = self.words
        keys = frozenset(key for token in left for key in (token.norm, *token.form.keys))
        opposed = joint in words.contrast and right[0].norm in words.conditions
        if not opposed and any(self._is_condition(left, i) for i in range(len(left))):
            return False
        if keys & words.pairs or any(token.text == ":" for token in left):
            return False
        if joint == ",":
            return not left[0].form.keys & (words.subordinators | FRONTED)
        if joint in words.contrast and joint != ";":
            return True
        if self._asks(left) and right[0].norm != words.please and joint != ";":
            return False
        return joint in RESULTS or not self._may_belong_below(left)

    def opens(self, tokens: Sequence[Token]) -> bool:
        """Whether a stretch opens like a sentence: a subject and its verb, a request, "if"."""
        first = tokens[0]
        if first.kind is not TokenKind.WORD or (first.marks and not first.is_capitalised):
            return False
        if first.norm == self.words.please:
            return True
        is_as = first.norm == "так" and len(tokens) > 1 and tokens[1].norm == "как"
        if first.norm in self.words.conditions | FRONTED or is_as:
            return self._verbs(tokens) > 1 and any(t.text == "," for t in tokens)
        head = self._head(tokens)
        return self._has_russian_subject(head) if self._russian else self._has_subject(head)

    def _head(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens before the first mark, without what stands between two commas in it."""
        stops = [i for i, t in enumerate(tokens) if t.text in MARKS][:2]
        if not stops:
            return tokens
        first, last = stops[0], stops[-1]
        inside = tokens[first + 1 : last]
        is_short = 0 < len(inside) <= MAX_INSERTED and not any(self.is_verb(t) for t in inside)
        is_relative = len(inside) <= MAX_RELATIVE and any(
            token.form.keys & self.words.relatives for token in inside[:2]
        )
        if (is_short or is_relative) and all(tokens[i].text == "," for i in stops):
            return [*tokens[:first], *self._head(tokens[last + 1 :])]
        return tokens[:first]

    def asks_openly(self, tokens: Sequence[Token]) -> bool:
        """Whether a stretch opens as a question."""
        return tokens[0].norm in self.words.asking

    def is_verb(self, token: Token) -> bool:
        """Whether a token may be the verb of a clause."""
        form = token.form
        if self._russian and form.can_be("imp"):
            # «нашей», «весь» and «дела» are no requests.
            return not (form.can_be("adj") or form.can_be("pron") or form.can_be("noun"))
        return token.norm != self.words.please and self._module.is_finite_verb(form)

    def _has_subject(self, head: Sequence[Token]) -> bool:
        """English: a pronoun, or a noun with its article, and a verb behind it."""
        place = next((i for i, t in enumerate(head[:NEAR]) if t.norm in self.words.pronouns), -1)
        if place >= 0 and all(t.form.can_be("adv") for t in head[:place]):
            after = head[place + 1 : place + 1 + NEAR]
            return any(self.is_verb(t) for t in after) or (
                bool(after) and after[0].form.can_be("verb", "pres")
            )
        if head[0].norm not in DETERMINERS and "name" not in head[0].marks:
            return False
        for token in head[1:FAR]:
            if token.norm in self.words.subordinators | {"and", "or", "to"}:
                return False
            if token.form.can_be("aux") and self.is_verb(token):
                return True
        return False

    def _has_russian_subject(self, head: Sequence[Token]) -> bool:
        """A pronoun, a verb that needs none («просим», «можно»), or a noun that agrees."""
        verbs = [t for t in head if self.is_verb(t) and not t.form.can_be("imp")]
        if not verbs:
            return False
        if any(t.norm in self.words.pronouns and t.form.can_be("nom") for t in head):
            return True
        verb = verbs[0]
        is_absence = verb.norm in {"было", "будет"} and head[head.index(verb) - 1].norm == "не"
        if verb.form.must_be("1p") or verb.norm in PREDICATES or is_absence:
            return True
        if verb.form.can_be("1p") and verb.form.can_be("finite", "pres"):
            return True
        return any(
            _agrees(noun, verb)
            and not any(t.form.must_be("prep") for t in head[max(0, i - 2) : i])
            and (
                noun.index < verb.index
                or not noun.form.can_be("acc")
                or verb.norm.endswith(("ся", "сь"))
            )
            for i, noun in enumerate(head)
        )

    def _verbs(self, tokens: Sequence[Token]) -> int:
        """How many predicates there are; "has been paid" is one."""
        count, last = 0, -NEAR
        for i in range(len(tokens)):
            if not self._is_verb_at(tokens, i):
                continue
            between = tokens[last + 1 : i] if last >= 0 else ()
            goes_on = last >= 0 and len(between) < NEAR and self._continues(tokens[last], between)
            count += not goes_on
            last = i
        return count

    def _is_verb_at(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether there is a verb; English tells one from a noun by the pronoun before it."""
        before = tokens[i - 1].norm if i else ""
        if self.is_verb(tokens[i]):
            return before != "to"
        form = tokens[i].form
        if before == self.words.please and form.can_be("verb", "base"):
            return True
        is_told = form.can_be("verb", "pres") or form.can_be("verb", "past")
        after = tokens[i + 1].norm if i + 1 < len(tokens) else ""
        subjects = self.words.pronouns | self.words.relatives | self.words.complements
        return not self._russian and is_told and (before in subjects or after == "that")

    def _continues(self, before: Token, between: Sequence[Token]) -> bool:
        """Whether a verb goes on what an auxiliary began."""
        if self._russian:
            return not between and bool(before.form.keys & BE)
        return before.form.can_be("aux") and all(
            t.form.can_be("adv") or t.form.can_be("aux") or t.norm in {"not", *self.words.pronouns}
            for t in between
        )

    def _subordinates(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a token opens a subordinate clause: not "after 5 May", not "as"."""
        token = tokens[i]
        if not token.form.keys & self.words.subordinators or token.form.can_be("prep"):
            return token.norm in self.words.subordinators
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if after is None or token.norm not in ALSO_PREPOSITIONS:
            return True
        return not (after.marks or after.kind is TokenKind.NUMBER or after.form.must_be("prep"))

    def _is_series(self, tokens: Sequence[Token]) -> bool:
        """Whether a clause with a verb follows another without a word that joins them.

        A clause may go on behind one that stands inside it: "the fence, which you chose, was …".
        """
        words = self.words
        known = words.subordinators | words.conditions | set(words.openers) | words.pairs | JOINING
        # A clause that opens the sentence under a conjunction owes it a main clause.
        fronted = tokens[0].form.keys & (words.conditions | words.subordinators)
        owed = [1] if fronted else []
        for _, group in groupby(tokens, key=lambda token: token.clause):
            clause = list(group)
            opening = [t for t in clause if t.kind is not TokenKind.PUNCTUATION]
            opening = opening[: 4 if opening and opening[0].form.must_be("prep") else 2]
            place = clause[0].index - tokens[0].index
            before = tokens[place - 1].text if place else ";"
            verbs = self._verbs(clause)
            joined = before == ";" or any(t.form.keys & known or t.norm in known for t in opening)
            if not joined and verbs:
                while owed and not owed[-1]:
                    owed.pop()
                if not owed:
                    return True
                owed[-1] = max(0, owed[-1] - verbs)
            elif joined:
                below = sum(self._subordinates(clause, i) for i in range(1, len(clause)))
                owed.append(max(0, 1 + below - verbs))
        return False

    def _is_condition(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a token opens a condition; "when the bank was closed" is none."""
        if tokens[i].norm not in self.words.conditions:
            return False
        verb = next((t for t in tokens[i + 1 :] if self.is_verb(t)), None)
        is_told = verb is not None and verb.form.can_be("past")
        return not (tokens[i].norm in self.words.moments and is_told)

    def _asks(self, tokens: Sequence[Token]) -> bool:
        """Whether a stretch asks the reader to do something."""
        if any(t.norm == self.words.please for t in tokens):
            return True
        if self._russian:
            return any(t.form.can_be("imp") and self.is_verb(t) for t in tokens)
        return tokens[0].form.can_be("verb", "base") and not tokens[0].form.can_be("aux")

    def _may_belong_below(self, left: Sequence[Token]) -> bool:
        """Whether a further clause could go on a subordinate one: "because X, and Y".

        Not where the writer says it anyway: "we remind you that X, and Y".
        """
        words = self.words
        below = [i for i in range(len(left)) if self._subordinates(left, i)]
        if not below:
            return False
        last = left[below[-1]]
        before = left[: below[-1]]
        if self._verbs(left[below[-1] :]) > 1 or last.form.keys & words.relatives:
            return False
        if last.norm not in words.complements or not before:
            return True
        if not self._russian and not self._verbs(before):
            return False  # "The fence that you ordered …"
        keys = {key for token in before for key in (token.norm, *token.form.keys)}
        is_first = any(t.norm in {"i", "we", "я", "мы"} or t.form.must_be("1p") for t in before)
        return not is_first or bool(keys & words.opinions)


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether a Russian noun can be the subject of a verb."""
    if not noun.form.can_be("noun", "nom"):
        return False
    for number in ("plur", "sing"):
        if not noun.form.can_be("noun", "nom", number) or not verb.form.can_be(number):
            continue
        if number == "plur" or not verb.form.can_be("past"):
            return True
        if any(noun.form.can_be("nom", g) and verb.form.can_be(g) for g in ("masc", "fem", "neut")):
            return True
    return False
