"""What code with braces or colons does to the text around it: PHP and JavaScript.

Code is read statement by statement; what it opens in one mark it may close in another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tonecheck.templates.expressions import MAX_EXPRESSION, hole, trimmed
from tonecheck.templates.marks import Block, Mark, Role, Trims, silent
from tonecheck.templates.names import is_subject
from tonecheck.templates.nesting import Ending, Nesting, Open
from tonecheck.templates.tokens import Kind, Token, partners, tokens
from tonecheck.templates.wording import part_hole, prose

_BLOCKS = {"if": Block.CHOICE, "switch": Block.SWITCH, "while": Block.LOOP} | dict.fromkeys(
    ("for", "foreach"), Block.LOOP
)
_ENDS = frozenset("endif endforeach endfor endwhile endswitch".split())
_OUTPUTS = frozenset({"echo", "print"})
_PRINTERS = frozenset("printf vprintf _e esc_html_e esc_attr_e".split())
_INCLUDES = frozenset("include include_once require require_once".split())
_LEAVING = frozenset({"break", "continue"})
_NEVER_SHOWN = frozenset({"function", "class", "trait", "interface", "catch"})


class Program:
    """The code of one source, in the marks in which it stands there.

    Args:
        dotted: a dot joins strings.
    """

    def __init__(self, source: str, *, dotted: bool) -> None:
        self._source = source
        self._dotted = dotted
        self._leaving = _LEAVING if dotted else _LEAVING | {"return"}
        self._open = Nesting()
        self._load([])

    def marks(self, start: int, end: int, inside: tuple[int, int], trims: Trims) -> Iterator[Mark]:
        """The marks that the code ``inside`` the mark ``start:end`` makes."""
        self._load(tokens(self._source, *inside))
        self._position = start
        found = list(self._statements())
        yield from trimmed([*found, silent(self._position, end)], trims)

    def _load(self, pieces: list[Token]) -> None:
        self._tokens = pieces
        self._partners = partners(pieces)
        self._place = 0
        self._position = 0
        self._outputs = [0]
        for piece in pieces:
            puts_out = piece.text in _OUTPUTS or piece.text in _PRINTERS
            self._outputs.append(self._outputs[-1] + puts_out)

    def _statements(self) -> Iterator[Mark]:
        while self._place < len(self._tokens):
            yield from self._statement(self._tokens[self._place])
        yield from self._ended(last=True)

    def _statement(self, token: Token) -> Iterator[Mark]:
        word = token.text.lower() if token.kind is Kind.NAME else token.text
        bracket = self._text(self._place + 1) == "("
        if word == ";":
            self._place += 1
            yield from self._ended()
        elif word == "}":
            yield from self._brace_closed()
        elif word in ("else", "elseif"):
            yield from self._else(word)
        elif word in _BLOCKS and bracket and self._partners[self._place + 1] is not None:
            yield from self._head(_BLOCKS[word])
        elif word in _ENDS:
            yield from self._closed(Ending.COLON)
            self._place += 1
        elif word in ("case", "default") and self._open.leaves(Block.SWITCH):
            yield from self._case()
        elif word in self._leaving and self._open.leaves(Block.LOOP):
            self._skip_to(self._end_of_expression())
            yield self._mark(Role.LEAVE, token.end)
        elif word in _OUTPUTS:
            yield from self._echo()
        elif word in _INCLUDES:
            self._skip_to(self._end_of_expression())
            end = self._tokens[self._place - 1].end
            yield part_hole(self._source, self._until(end), end, self._source[token.start : end])
        elif word in _PRINTERS and bracket:
            self._skip_to(self._end_of_expression())
            yield from self._put_out(token.start, self._tokens[self._place - 1].end)
        elif self._text(self._place + 1) == "=" and is_subject(word.lstrip("$")):
            yield from self._subject()
        else:
            yield from self._expression()

    def _text(self, place: int) -> str:
        return self._tokens[place].text if place < len(self._tokens) else ""

    def _skip_to(self, place: int) -> None:
        self._place = max(place, self._place + 1)

    def _until(self, end: int) -> int:
        """Where what is read next begins, if it ends here."""
        start, self._position = self._position, end
        return start

    def _mark(
        self, role: Role, end: int, *, condition: str | None = None, block: Block = Block.PLAIN
    ) -> Mark:
        return Mark(role, self._until(end), end, condition=condition, block=block)

    def _opened(self, block: Block, end: int, condition: str | None) -> Mark:
        """A block, by what follows its head: a brace, a colon or its only statement."""
        ending = {"{": Ending.BRACE, ":": Ending.COLON}.get(
            self._text(self._place), Ending.STATEMENT
        )
        if ending is not Ending.STATEMENT:
            end = self._tokens[self._place].end
            self._place += 1
        self._open.push(Open(ending, block))
        return self._mark(Role.OPEN, end, condition=condition, block=block)

    def _condition(self) -> tuple[str | None, int]:
        """What stands in the brackets behind the word at hand, and where they end."""
        closing = self._partners[self._place + 1] if self._place + 1 < len(self._tokens) else None
        if self._text(self._place + 1) != "(" or closing is None:
            end = self._tokens[self._place].end
            self._place += 1
            return None, end
        first, last = self._tokens[self._place + 1].end, self._tokens[closing].start
        self._place = closing + 1
        return self._source[first:last].strip() or None, self._tokens[closing].end

    def _head(self, block: Block) -> Iterator[Mark]:
        condition, end = self._condition()
        yield self._opened(block, end, condition)

    def _else(self, word: str) -> Iterator[Mark]:
        if word == "else" and self._text(self._place + 1).lower() == "if":
            self._place += 1
            word = "elseif"
        condition, end = None, self._tokens[self._place].end
        if word == "elseif":
            condition, end = self._condition()
        else:
            self._place += 1
        while self._open and self._open.last.block is not Block.CHOICE:
            self._open.pop()
            yield self._mark(Role.CLOSE, self._position)
        block = self._open.pop().block if self._open else Block.CHOICE
        opened = self._opened(block, end, condition)
        yield replace(opened, role=Role.ARM)

    def _case(self) -> Iterator[Mark]:
        """An arm of a switch; of labels that follow one another each may be the one."""
        asked: list[str] = []
        default = False
        end = self._position
        while self._text(self._place) in ("case", "default"):
            default = default or self._text(self._place) == "default"
            first = self._tokens[self._place].end
            while self._place < len(self._tokens) and self._text(self._place) not in (":", ";"):
                self._place = max(self._place, self._partners[self._place] or 0) + 1
            last = self._tokens[min(self._place, len(self._tokens) - 1)]
            asked.append(self._source[first : last.start].strip())
            end = last.end
            self._place += 1
        condition = None if default else " or ".join(asked)
        yield self._mark(Role.ARM, end, condition=condition or None)

    def _brace_closed(self) -> Iterator[Mark]:
        end = self._tokens[self._place].end
        self._place += 1
        if not self._open.holds(Ending.BRACE):
            return
        while self._open.last.ending is not Ending.BRACE:
            self._open.pop()
            yield self._mark(Role.CLOSE, self._position)
        if self._open.last.block is Block.CHOICE and self._else_follows():
            self._open.push(replace(self._open.pop(), ending=Ending.ELSE))
            return
        self._open.pop()
        yield self._mark(Role.CLOSE, end)
        yield from self._ended()

    def _else_follows(self) -> bool:
        return self._text(self._place).lower() in ("else", "elseif")

    def _ended(self, *, last: bool = False) -> Iterator[Mark]:
        """The ends of blocks whose only statement has ended."""
        while self._open and self._open.last.ending is Ending.STATEMENT:
            if self._open.last.block is Block.CHOICE and not last and self._else_follows():
                return
            self._open.pop()
            yield self._mark(Role.CLOSE, self._position)

    def _closed(self, ending: Ending) -> Iterator[Mark]:
        """The end of the innermost block of a kind, and of what is open in it."""
        if not self._open.holds(ending):
            return
        end = self._tokens[self._place].end
        while self._open.pop().ending is not ending:
            yield self._mark(Role.CLOSE, self._position)
        yield self._mark(Role.CLOSE, end)

    def _end_of_expression(
        self, place: int | None = None, stops: tuple[str, ...] = (";", "}")
    ) -> int:
        """The place behind an expression, brackets within it passed over."""
        place = self._place if place is None else place
        while place < len(self._tokens) and self._text(place) not in stops:
            partner = self._partners[place]
            place = max(place, partner or 0) + 1
        return place

    def _echo(self) -> Iterator[Mark]:
        self._place += 1
        while self._place < len(self._tokens):
            stop = self._end_of_expression(stops=(";", "}", ","))
            if stop > self._place:
                yield from self._values(self._place, stop)
            self._place = stop
            if self._text(stop) != ",":
                return
            self._place += 1

    def _values(self, first: int, stop: int) -> Iterator[Mark]:
        """What an expression of these tokens puts out; of a long one what its dots join."""
        start, end = self._tokens[first].start, self._tokens[stop - 1].end
        over_lines = any(token.kind is Kind.LINES for token in self._tokens[first:stop])
        if not (over_lines or (self._dotted and end - start > MAX_EXPRESSION)):
            yield from self._put_out(start, end)
            return
        while first < stop:
            dot = self._end_of_expression(first, (".",))
            last = min(dot, stop) - 1
            piece = self._tokens[first]
            if piece.kind is Kind.LINES:
                yield silent(self._until(piece.start), piece.start)
                yield from prose(self._source, self._until(piece.end), piece.end)
            elif last >= first:
                yield from self._put_out(piece.start, self._tokens[last].end)
            first = dot + 1

    def _put_out(self, start: int, end: int) -> Iterator[Mark]:
        yield from hole(self._source, self._until(end), end, (start, end), dotted=self._dotted)

    def _subject(self) -> Iterator[Mark]:
        """A value given the name of a subject."""
        first = self._place + 2
        stop = self._end_of_expression(first)
        self._skip_to(stop)
        if not any(t.kind is Kind.STRING for t in self._tokens[first:stop]):
            return
        start, end = self._tokens[first].start, self._tokens[stop - 1].end
        yield self._mark(Role.OPEN, start, block=Block.SUBJECT)
        yield from self._put_out(start, end)
        yield self._mark(Role.CLOSE, end)

    def _expression(self) -> Iterator[Mark]:
        """A statement without effect on the text, up to a block that it opens."""
        first = self._tokens[self._place]
        while self._place < len(self._tokens) and self._text(self._place) not in (";", "}"):
            partner = self._partners[self._place]
            opener = self._text(self._place) == "{"
            if partner and partner > self._place and not self._puts_out(self._place, partner):
                self._place = partner
            elif opener:
                yield self._block(first)
                return
            self._place += 1

    def _block(self, first: Token) -> Mark:
        """A brace behind code that is no head: a function's body, mostly."""
        brace = self._tokens[self._place]
        code = self._source[first.start : brace.start].strip()
        if not code or first.text in ("try", "do", "finally"):
            block = Block.PLAIN
        elif first.text in _NEVER_SHOWN and self._partners[self._place]:
            block = Block.HIDDEN
        else:
            block = Block.LOOP
        return self._opened(block, brace.end, code or None)

    def _puts_out(self, first: int, last: int) -> bool:
        return self._outputs[last] > self._outputs[first]
