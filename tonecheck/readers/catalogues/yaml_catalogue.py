"""Texts in YAML: every scalar that is a value and reads as text."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from tonecheck.readers.catalogues import yaml_scalars, yaml_styles
from tonecheck.readers.catalogues.entries import (
    MAX_DEPTH,
    Entry,
    Leaf,
    Node,
    Tree,
    flatten,
    put,
)
from tonecheck.readers.catalogues.faults import invalid, too_deep
from tonecheck.readers.catalogues.pieces import Pieces
from tonecheck.readers.errors import ReadError
from tonecheck.sentences import Sentence, sentence

_KIND = "YAML"
_TEXT_TAG = "tag:yaml.org,2002:str"
_PROPERTIES = re.compile(
    r"(?:(?:&[0-9A-Za-z_-]*+|!\S*+)(?:[ \t\r\n\x85\u2028\u2029]|#[^\r\n\x85\u2028\u2029]*+)*+)*+"
)
_HOLE = re.compile(r"(?:^|[:\-?,\[{][ \t])[ \t]*(\{\{|\{%|%\{)")
_LINE_END = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")


class _Loader(yaml.SafeLoader):
    """Remembers the indentation around each block scalar, without which it cannot be read."""

    def __init__(self, source: str) -> None:
        self.parents: dict[int, int] = {}
        super().__init__(source)

    def scan_block_scalar(self, style: str) -> yaml.ScalarToken:
        self.parents[self.index] = self.indent
        return super().scan_block_scalar(style)


def entries(source: str) -> list[Entry]:
    """The texts of a YAML file.

    The key of a list's item is its number, from 0; where there are several documents, keys
    begin with the number of theirs. An alias is no text of its own.

    Raises:
        ReadError: it is not YAML, or nested too deeply.
    """
    try:
        loader = _Loader(source)
    except yaml.reader.ReaderError as error:
        problem = sentence("it has a character that YAML does not allow")
        raise invalid(source, error.position, _KIND, problem) from None
    documents = _composed(source, loader)
    scan = _Scan(source, loader.parents)
    trees = [scan.tree(document, 0) for document in documents]
    if len(trees) == 1:
        return flatten(trees[0])
    return flatten({str(number): tree for number, tree in enumerate(trees)})


def _composed(source: str, loader: _Loader) -> list[yaml.Node]:
    documents: list[yaml.Node] = []
    try:
        while loader.check_node() and (document := loader.get_node()):
            documents.append(document)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or sentence("not understood")
        raise _hinted(source, mark.index if mark else loader.index, problem) from None
    except RecursionError:
        raise too_deep(source, loader.index, _KIND) from None
    except (ValueError, OverflowError):  # an escape beyond the last character, a huge version
        raise invalid(source, loader.index, _KIND, sentence("not understood")) from None
    finally:
        loader.dispose()
    return documents


def _hinted(source: str, offset: int, problem: Sentence | str) -> ReadError:
    """The error at an offset; a template placeholder before it is what is wrong, if any is."""
    start = max((m.end() for m in _LINE_END.finditer(source, 0, offset)), default=0)
    end = _LINE_END.search(source, offset)
    line = source[start : end.start() if end else len(source)]
    if hole := _HOLE.search(line):
        return _unquoted(source, start + hole.start(1), hole[1])
    return invalid(source, offset, _KIND, problem)


def _unquoted(source: str, offset: int, hole: str) -> ReadError:
    problem = sentence("a value that begins with {hole} must stand in quotes", hole=hole)
    return invalid(source, offset, _KIND, problem)


class _Scan:
    """From composed nodes to texts, each once."""

    def __init__(self, source: str, parents: dict[int, int]) -> None:
        self._source = source
        self._parents = parents
        self._seen: set[int] = set()
        line_end = _LINE_END.search(source)
        self._line_end = line_end[0] if line_end else "\n"

    def tree(self, node: yaml.Node, depth: int, *, flow: bool = False) -> Node:
        """The texts below a node; None where an alias has led to it again."""
        if id(node) in self._seen:
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._leaf(node, flow=flow) if node.tag == _TEXT_TAG else None
        if depth >= MAX_DEPTH:
            raise too_deep(self._source, node.start_mark.index, _KIND)
        tree: Tree = {}
        if isinstance(node, yaml.CollectionNode):
            flow = bool(node.flow_style)
        if isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                put(tree, str(index), self.tree(item, depth + 1, flow=flow))
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self._seen.add(id(key))
                self._require_no_hole(key)
                name = key.value if isinstance(key, yaml.ScalarNode) else "?"
                put(tree, name, self.tree(value, depth + 1, flow=flow))
        return tree

    def _require_no_hole(self, key: yaml.Node) -> None:
        """Refuse ``{{ name }}``, which to YAML is a mapping whose key is a mapping."""
        start = key.start_mark.index
        if isinstance(key, yaml.MappingNode) and self._source.startswith("{{", start - 1):
            raise _unquoted(self._source, start, "{{")

    def _leaf(self, node: yaml.ScalarNode, *, flow: bool) -> Leaf:
        source, end = self._source, node.end_mark.index
        properties = _PROPERTIES.match(source, node.start_mark.index, end)
        start = properties.end() if properties else node.start_mark.index
        pieces = Pieces(source)
        escape: Callable[[str], str]
        if node.style in ("|", ">"):
            indent = yaml_scalars.show_block(pieces, source, start, self._parents[start])
            escape = yaml_styles.folded
            if node.style == "|":
                escape = yaml_styles.literal(" " * indent, self._line_end)
        elif node.style in ("'", '"'):
            yaml_scalars.show_quoted(pieces, start, end, node.style)
            double = node.style == '"'
            escape = yaml_styles.double_quoted if double else yaml_styles.single_quoted
        else:
            yaml_scalars.show_plain(pieces, start, end)
            escape = yaml_styles.plain(flow=flow)
        return Leaf(pieces.view(), escape)
