"""Phrases as written: a small grammar and its parser.

sequence    item item …
item        atom, atom? (optional)
word        pay              any inflected form
exact       =paying          this form only
features    [verb past 2p]   any word with a reading that has all these tags
both        pay[past]        any form of the word with these tags
either      pay|settle|clear     binds tighter than the space: (pay or settle or clear)
group       (take action|go to court)    in a group | separates whole sequences
term list   $legal_step      an entry of rules/terms/legal_step.yaml
class       @amount @date @reference @phone @link @name @number @placeholder
gap         *   up to three words;  *7  up to seven;  **  any words of the clause
rest        ~   to the end of the clause;  ~~  to the end of the sentence
any order   <вы просрочить оплата>   within one clause;  <<a b>>  within one sentence
marked      {take you to court}      only this is reported
not here    !never           the next word is not this
start       ^                the beginning of a sentence
literal     \\? \\! , %        a mark
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from tonecheck.phrases.tree import (
    AnyOrder,
    Either,
    FactClass,
    Gap,
    Mark,
    Marked,
    Node,
    NotHere,
    Optional,
    Rest,
    Sequence,
    Start,
    Term,
    Word,
)
from tonecheck.sentences import TonecheckError

DEFAULT_GAP = 3


class PhraseError(TonecheckError):
    """A phrase that does not follow the grammar: what, where in it, what was expected."""


FACT_CLASSES = frozenset(
    "amount date reference phone email handle link name number placeholder contact "
    "payment_method thanks evidence flexibility empathy other".split()
)

_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<term>\$[a-z_][a-z0-9_]*)
    | (?P<fact>@[a-z_]+)
    | (?P<tags>\[\s*[^\s\]][^\]]*\])
    | (?P<exact>=[^\s|()<>{}\[\]?!^~*$@\\,;:—–…]+)
    | (?P<gap>\*\*|\*\d*)
    | (?P<rest>~~?)
    | (?P<open_sentence><<)
    | (?P<close_sentence>>>)
    | (?P<literal>\\.|[,;:—–…])
    | (?P<symbol>[()|<>{}?!^])
    | (?P<word>(?!=)[^\s|()<>{}\[\]?!^~*$@\\,;:—–…]+)
    """,
    re.VERBOSE,
)


_PIECE = re.compile(r"[./]|'s$|(?:(?!'s$)[^./])+")
"""What a written word may fall into: "c/d", "art.", "everyone's"."""


def _spelled(pieces: tuple[str, ...]) -> Node:
    """A word as texts may be split: "s." stays whole, "art." and "c/d" do not."""
    nodes = tuple(Mark(p) if p in "./" else Word(p, True, frozenset()) for p in pieces)
    return nodes[0] if len(nodes) == 1 else Sequence(nodes)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int


@cache
def parse(phrase: str) -> Node:
    """Parse one phrase; once, as checking and indexing a rule book need the same ones.

    Raises:
        PhraseError: naming the phrase, the column and what was expected there.
    """
    parser = _Parser(phrase)
    node = parser.sequence(frozenset())
    if parser.peek() is not None:
        parser.fail("the end of the phrase")
    return node


class _Parser:
    """Recursive descent over the tokens of one phrase."""

    def __init__(self, phrase: str) -> None:
        self.phrase = phrase
        self.tokens: list[_Token] = []
        self.spaced: list[bool] = []
        position = 0
        space = False
        while position < len(phrase):
            match = _TOKEN.match(phrase, position)
            if match is None:
                raise PhraseError(
                    f"phrase «{phrase}», column {position + 1}: cannot read «{phrase[position]}»"
                )
            kind = match.lastgroup or ""
            if kind == "space":
                space = True
            else:
                self.tokens.append(_Token(kind, match.group(), position))
                self.spaced.append(space)
                space = False
            position = match.end()
        self.position = 0

    def peek(self) -> _Token | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def take(self) -> _Token:
        token = self.tokens[self.position]
        self.position += 1
        return token

    def at(self, text: str) -> bool:
        token = self.peek()
        return token is not None and token.text == text

    def joined(self) -> bool:
        """Whether the current token follows its predecessor without a space."""
        return not self.spaced[self.position]

    def fail(self, expected: str) -> None:
        token = self.peek()
        column = token.start + 1 if token else len(self.phrase) + 1
        found = f"«{token.text}»" if token else "the end"
        raise PhraseError(
            f"phrase «{self.phrase}», column {column}: found {found}, expected {expected}"
        )

    def expect(self, text: str) -> None:
        if not self.at(text):
            self.fail(f"«{text}»")
        self.take()

    def sequence(self, closers: frozenset[str], group: bool = False) -> Node:
        """Sequences separated by ``|``, up to a closer.

        In a group every ``|`` separates sequences; elsewhere only one with spaces around it
        does, and ``a|b c`` is «a or b, then c».
        """
        options: list[Node] = []
        items: list[Node] = []
        while (token := self.peek()) is not None and token.text not in closers:
            if token.text == "|":
                options.append(self._joined_items(items))
                self.take()
                items = []
                continue
            items.append(self.item(tight_bar=not group))
        options.append(self._joined_items(items))
        return options[0] if len(options) == 1 else Either(tuple(options))

    def _joined_items(self, items: list[Node]) -> Node:
        if not items:
            self.fail("a word")
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def item(self, tight_bar: bool = True) -> Node:
        if self.at("!"):
            self.take()
            return NotHere(self.item(tight_bar))
        options = [self.atom()]
        while tight_bar and self.at("|") and self.joined():
            self.take()
            options.append(self.atom())
        node: Node = options[0] if len(options) == 1 else Either(tuple(options))
        if self.at("?"):
            self.take()
            node = Optional(node)
        return node

    def atom(self) -> Node:
        token = self.peek()
        if token is None:
            self.fail("a word")
            raise AssertionError
        self.take()
        match token.kind:
            case "word":
                return self._word(token.text)
            case "exact":
                return Word(token.text[1:], True, self._tags())
            case "tags":
                return Word(None, False, frozenset(token.text[1:-1].split()))
            case "term":
                return Term(token.text[1:])
            case "fact":
                return self._fact(token)
            case "gap":
                digits = token.text[1:]
                limit = None if digits == "*" else int(digits or DEFAULT_GAP)
                return Gap(limit)
            case "rest":
                return Rest(token.text == "~~")
            case "literal":
                return Mark(token.text[-1])
            case "open_sentence":
                return self._any_order(">>")
        return self._symbol(token)

    def _word(self, text: str) -> Node:
        if not any(c.isalnum() for c in text):
            return Mark(text)
        pieces = tuple(_PIECE.findall(text))
        if len(pieces) == 1:
            return Word(text, False, self._tags())
        stopped = (text[:-1], ".") if text.endswith(".") else pieces
        spellings = dict.fromkeys([(text,), stopped, pieces])
        return Either(tuple(_spelled(spelling) for spelling in spellings))

    def _symbol(self, token: _Token) -> Node:
        match token.text:
            case "(":
                node = self.sequence(frozenset({")"}), group=True)
                self.expect(")")
                return self._tagged(node)
            case "{":
                node = self.sequence(frozenset({"}"}))
                self.expect("}")
                return Marked(node)
            case "<":
                return self._any_order(">")
            case "^":
                return Start()
        self.position -= 1
        self.fail("a word")
        raise AssertionError

    def _tagged(self, group: Node) -> Node:
        """A group with the tags behind it put on each of its words: ``(call|ring)[past]``."""
        tags = self._tags()
        if not tags:
            return group
        options = group.options if isinstance(group, Either) else (group,)
        tagged: list[Node] = []
        for option in options:
            if not isinstance(option, Word):
                self.position -= 1
                self.fail("tags only on a group of single words")
                raise AssertionError
            tagged.append(replace(option, tags=option.tags | tags))
        return Either(tuple(tagged))

    def _any_order(self, closer: str) -> Node:
        items: list[Node] = []
        while (token := self.peek()) is not None and token.text != closer:
            items.append(self.item())
            if isinstance(items[-1], Gap | NotHere):
                self.fail("a gap or ! in a group of its own: <a (to * b)>")
        if len(items) < 2 and self.at(closer):
            self.fail("at least two items in any order")
        self.expect(closer)
        return AnyOrder(tuple(items), closer == ">>")

    def _tags(self) -> frozenset[str]:
        token = self.peek()
        if token is None or token.kind != "tags" or not self.joined():
            return frozenset()
        self.take()
        return frozenset(token.text[1:-1].split())

    def _fact(self, token: _Token) -> FactClass:
        name = token.text[1:]
        if name not in FACT_CLASSES:
            self.position -= 1
            self.fail(f"one of @{', @'.join(sorted(FACT_CLASSES))}")
        return FactClass(name)
