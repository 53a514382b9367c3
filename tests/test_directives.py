"""Directives: read in every syntax of comments, obeyed only where the client does not see them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.directives import directives, parse_waiver
from tonecheck.readers import ReadError, read_messages
from tonecheck.types import Language

WORDS = "tonecheck: ignore-next-line legal-threat -- agreed with legal"
TEXT = "Dear Ms Novak,\n\nInvoice 17 for $90 was due on 3 May.\n{comment}\nWe will sue {hole}.\n"
HTML = "<html><body><p>Invoice 17 for $90.</p>\n{comment}\n<p>\nWe will sue.</p></body></html>"
XML = (
    "<resources>\n{comment}\n"
    "<string name='late'>Invoice 17 is late. We will sue.</string>\n</resources>\n"
)
PO = (
    'msgid "late"\nmsgstr "Invoice 17 for $90 is late."\n\n{comment}\n'
    'msgid "x"\nmsgstr "We will sue you for invoice 17."\n'
)
ROW = "late,Invoice 17 for $90 is late. We will sue.\n"
PHP_ARRAY = (
    "<?php\nreturn [\n{comment}\n'late' => 'Invoice 17 for $90 is late. We will sue.',\n];\n"
)
MAIL = "From: a@example.com\nSubject: Invoice 17\n{comment}\n\nWe will sue.\n"

SYNTAXES = [
    (".j2", TEXT, "{{ name }}", "{{# {words} #}}"),
    (".j2", TEXT, "{{ name }}", "{{#- {words} -#}}"),
    (".j2", TEXT, "{{ name }}", "{{#\n  {words}\n#}}"),
    (".twig", TEXT, "{{ name }}", "{{# {words} #}}"),
    (".html.j2", HTML, "", "{{# {words} #}}"),
    (".txt", TEXT, "{{ name }}", "{{% comment %}}{words}{{% endcomment %}}"),
    (".liquid", TEXT, "{{ name }}", "{{% comment %}}\n{words}\n{{% endcomment %}}"),
    (".liquid", TEXT, "{{ name }}", "{{% # {words} %}}"),
    (".hbs", TEXT, "{{name}}", "{{{{!-- {words} --}}}}"),
    (".hbs", TEXT, "{{name}}", "{{{{! {words} }}}}"),
    (".mustache", TEXT, "{{name}}", "{{{{! {words} }}}}"),
    (".tmpl", TEXT, "{{ .Name }}", "{{{{/* {words} */}}}}"),
    (".tmpl", TEXT, "{{ .Name }}", "{{{{- /* {words} */ -}}}}"),
    (".erb", TEXT, "<%= name %>", "<%# {words} %>"),
    (".ejs", TEXT, "<%= name %>", "<%# {words} %>"),
    (".ejs", TEXT, "<%= name %>", "<% // {words} %>"),
    (".tpl", TEXT, "{$name}", "{{* {words} *}}"),
    (".mako", TEXT, "${name}", "## {words}"),
    (".mako", TEXT, "${name}", "<%doc>{words}</%doc>"),
    (".blade.php", TEXT, "{{ $name }}", "{{{{-- {words} --}}}}"),
    (".php", TEXT, "<?= $name ?>", "<?php // {words} ?>"),
    (".php", TEXT, "<?= $name ?>", "<?php /* {words} */ ?>"),
    (".php", TEXT, "<?= $name ?>", "<?php # {words}\n?>"),
    (".html", HTML, "", "<!-- {words} -->"),
    (".md", TEXT, "[name]", "<!-- {words} -->"),
    (".md", TEXT, "[name]", "<!--\n{words}\n-->"),
    (".md", TEXT, "[name]", "\n[//]: # ({words})\n"),
    (".mjml", f"<mjml><mj-body><mj-text>{HTML}</mj-text></mj-body></mjml>", "", "<!-- {words} -->"),
    (".xml", XML, "", "<!-- {words} -->"),
    (".po", PO, "", "# {words}"),
    (".po", PO, "", "#. {words}"),
    (".properties", "{comment}\nlate = Invoice 17 is late. We will sue.\n", "", "# {words}"),
    (".yaml", "{comment}\nlate: Invoice 17 is late. We will sue.\n", "", "# {words}"),
    (".yml", "{comment}\nlate: |\n  Invoice 17 is late.\n  We will sue.\n", "", "# {words}"),
    (".php", PHP_ARRAY, "", "// {words}"),
    (".php", PHP_ARRAY, "", "/* {words} */"),
    (
        ".json",
        '{{\n{comment},\n"late": "Invoice 17 is late. We will sue."\n}}',
        "",
        '"//": "{words}"',
    ),
    (".csv", "key,text\n{comment}\n" + ROW, "", 'note,"{words}"'),
    (".eml", MAIL, "", "X-{words}"),
]
"""The end of a file's name, a file with a comment, what else it holds, and the comment."""


def filled(file: str, hole: str, comment: str, words: str = WORDS) -> str:
    if file is XML:  # Its comments may not have two hyphens in a row.
        words = words.replace("--", "–")
    return file.format(comment=comment.format(words=words), hole=hole)


def found(source: str, suffix: str = ".j2") -> list[tuple[str, str]]:
    """The names of each waiver and the source that it is about."""
    scopes, _ = directives(read_messages(source, suffix))
    return [(" ".join(scope.waiver.names), source[scope.start : scope.end]) for scope in scopes]


def told(source: str, suffix: str = ".j2") -> list[tuple[int, str]]:
    """What cannot be obeyed: the line, and why."""
    _, problems = directives(read_messages(source, suffix))
    return [(problem.line, problem.why.said(Language.EN)) for problem in problems]


@pytest.mark.parametrize(("suffix", "file", "hole", "comment"), SYNTAXES)
def test_a_comment_of_every_syntax_is_heard(
    suffix: str, file: str, hole: str, comment: str
) -> None:
    source = filled(file, hole, comment)
    scopes, problems = directives(read_messages(source, suffix))
    assert problems == []
    assert [(s.waiver.names, s.waiver.reason) for s in scopes] == [
        (("legal-threat",), "agreed with legal")
    ]
    behind = source[source.index("tonecheck:") :]
    read_next = next(line for line in behind.splitlines() if "sue" in line or "is late" in line)
    assert source[scopes[0].start : scopes[0].end] == read_next


@pytest.mark.parametrize(("suffix", "file", "hole", "comment"), SYNTAXES)
def test_a_comment_changes_nothing_that_the_client_reads(
    suffix: str, file: str, hole: str, comment: str
) -> None:
    """Beside one that says something else, for a comment may leave an empty line."""
    said = read_messages(filled(file, hole, comment), suffix)
    other = read_messages(filled(file, hole, comment, words="tonecheck: n/a"), suffix)
    assert [message.text for message in said] == [message.text for message in other]


@pytest.mark.parametrize("line", ["# {words}", "<!-- {words} -->", "// {words}", "{words}"])
def test_what_the_client_would_read_is_not_obeyed(line: str) -> None:
    source = TEXT.format(comment=line.format(words=WORDS), hole="you")
    scopes, problems = directives(read_messages(source, ".txt"))
    assert scopes == []
    assert [problem.line for problem in problems] == [4]
    assert told(source, ".txt")[0][1].startswith("the client would read “tonecheck: ignore-next-")


def test_a_line_is_that_of_the_comment() -> None:
    source = "One {{ a }}. {# tonecheck: ignore guilt -- x #} Two.\nThree.\n"
    assert found(source) == [("guilt", source.splitlines()[0])]
    (scope,) = directives(read_messages(source, ".j2"))[0]
    assert not scope.is_alone


def test_a_comment_of_several_lines_stands_on_all_of_them() -> None:
    source = "One {{ a }}. {# tonecheck: ignore guilt -- asked\n   by legal #} Two.\nThree.\n"
    (scope,) = directives(read_messages(source, ".j2"))[0]
    assert scope.waiver.reason == "asked by legal"
    assert source[scope.start : scope.end] == source.removesuffix("\nThree.\n")


@pytest.mark.parametrize("space", ["", " "])
def test_a_line_of_its_own_holds_nothing(space: str) -> None:
    source = f"Hi {{{{ a }}}}\n{space}{{# tonecheck: ignore x #}}{space}\nYou\n"
    (scope,) = directives(read_messages(source, ".j2"))[0]
    assert scope.is_alone


def test_the_next_line_is_the_next_that_is_read() -> None:
    comment = "<!-- tonecheck: ignore-next-line guilt -- x -->"
    source = f"<p>One.</p>\n{comment}\n\n<div\n>\n<p>Two.</p>\nSix\n"
    assert found(source, ".html") == [("guilt", "<p>Two.</p>")]


def test_no_line_is_next_at_the_end() -> None:
    assert found("Hi {{ a }}\n{# tonecheck: ignore-next-line guilt -- x #}\n") == [("guilt", "")]


BLOCK = """Hi {{ a }}
{# tonecheck: ignore-start guilt -- x #}
One.
{# tonecheck: ignore-start threat, penalty -- y #}Two.
{# tonecheck: ignore-end threat, penalty #}
Three.
{# tonecheck: ignore-end #}
Four.
"""


def test_blocks_may_stand_in_each_other() -> None:
    inner, outer = found(BLOCK)
    assert inner[0] == "threat penalty"
    assert inner[1].startswith("{# tonecheck: ignore-start threat")
    assert inner[1].endswith("Two.\n{# tonecheck: ignore-end threat, penalty #}")
    assert outer[0] == "guilt"
    assert outer[1] == BLOCK.removeprefix("Hi {{ a }}\n").removesuffix("\nFour.\n")


def test_blocks_may_overlap_by_name() -> None:
    source = BLOCK.replace("ignore-end threat, penalty", "ignore-end guilt")
    first, second = found(source)
    assert (first[0], second[0]) == ("guilt", "threat penalty")
    assert "Three" not in first[1]
    assert "Three" in second[1]


@pytest.mark.parametrize(
    ("comment", "why"),
    [
        ("tonecheck: ignore-start guilt -- x", "this “ignore-start” has no “ignore-end”"),
        ("tonecheck: ignore-end", "this “ignore-end” has no “ignore-start”"),
        ("tonecheck: ignore-end guilt", "this “ignore-end” has no “ignore-start”"),
        ("tonecheck: ignore", "“tonecheck: ignore” does not say what to ignore"),
        ("tonecheck: ignore-file -- because", "“tonecheck: ignore-file” does not say what"),
        ("tonecheck: disable guilt", "“tonecheck: disable” is not known; expected one of ignore, "),
        ("Tonecheck: ignore-nextline guilt", "“Tonecheck: ignore-nextline” is not known"),
    ],
)
def test_what_cannot_be_obeyed_is_told(comment: str, why: str) -> None:
    source = f"Hi {{{{ a }}}}\n{{# {comment} #}}\nYou\n"
    assert found(source) == []
    ((line, said),) = told(source)
    assert line == 2
    assert said.startswith(why)


def test_a_slip_of_the_pen_is_pointed_out() -> None:
    ((_, said),) = told("Hi {{ a }} {# tonecheck: ignore-nextline guilt #}")
    assert said.endswith('; did you mean "ignore-next-line"?')


@pytest.mark.parametrize("words", ["tonecheck: n/a", "tonecheck: see the handbook", "tonecheck:"])
def test_other_words_are_no_directive(words: str) -> None:
    source = f"Hi {{{{ a }}}} {{# {words} #}}"
    assert (found(source), told(source)) == ([], [])


def test_a_whole_file() -> None:
    source = "a: Invoice 17 is late, so we will sue.\n# tonecheck: ignore-file threat -- x\n"
    assert found(source, ".yaml") == [("threat", source)]


@pytest.mark.parametrize(
    ("text", "names", "reason"),
    [
        (" legal-threat -- agreed", ("legal-threat",), "agreed"),
        ("legal-threat, guilt - agreed", ("legal-threat", "guilt"), "agreed"),
        ("legal-threat,guilt – так решили", ("legal-threat", "guilt"), "так решили"),
        ("guilt guilt\n — a -- b", ("guilt",), "a -- b"),
        ("guilt", ("guilt",), ""),
        ("guilt --", ("guilt",), ""),
        ("guilt: agreed -- in May", ("guilt",), "agreed -- in May"),
        (": guilt -- agreed", ("guilt",), "agreed"),
        ("legal-threat--agreed", ("legal-threat",), "agreed"),
        ("guilt:", ("guilt",), ""),
        ("-- why", (), "why"),
        ("", (), ""),
    ],
)
def test_names_and_a_reason(text: str, names: tuple[str, ...], reason: str) -> None:
    waiver = parse_waiver(text, 3)
    assert (waiver.names, waiver.reason, waiver.line) == (names, reason, 3)


PIECES = st.sampled_from(
    ["{# ", " #}", "<!-- ", "-->", "tonecheck: ", "ignore", "-start", "-end", "-next-line", "-file",
     " guilt", " -- why", "\n", "\r\n", "Pay invoice 17.", "{{ a }}", '"', "/*", "*/", "ё"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from([".j2", ".txt", ".html", ".md"]))
def test_anything_can_be_read(source: str, suffix: str) -> None:
    try:
        messages = read_messages(source, suffix)
    except ReadError:
        return
    scopes, problems = directives(messages)
    assert all(0 <= scope.start <= scope.end <= len(source) for scope in scopes)
    assert all(1 <= problem.line <= source.count("\n") + 1 for problem in problems)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("threat", [("threat", "", 3)]),
        ("threat, guilt -- agreed", [("threat guilt", "agreed", 3)]),
        ("[threat, legal-threat]", [("threat", "", 3), ("legal-threat", "", 3)]),
        ("\n  - threat -- agreed\n  - guilt", [("threat", "agreed", 4), ("guilt", "", 5)]),
        ("\n  threat: agreed\n  guilt:", [("threat", "agreed", 4), ("guilt", "", 5)]),
        ("", []),
    ],
)
def test_front_matter_speaks_for_a_draft(value: str, expected: list[tuple[str, str, int]]) -> None:
    source = f"---\nstage: final\nignore: {value}\n---\nInvoice 17 is late.\n"
    for suffix in (".txt", ".md", ".html"):
        scopes, _ = directives(read_messages(source, suffix))
        waivers = [(" ".join(s.waiver.names), s.waiver.reason, s.waiver.line) for s in scopes]
        assert waivers == expected
        assert [(s.start, s.end) for s in scopes] == [(0, len(source))] * len(scopes)


def test_a_hole_in_front_matter_is_not_known_yet() -> None:
    source = "---\nignore: [guilt, '{{ rules }}']\n---\nInvoice 17 is late.\n"
    assert [names for names, _ in found(source, ".txt")] == ["guilt"]


@pytest.mark.parametrize("value", ["[a, [threat]]", "{threat: [a]}", "[{threat: a}]"])
def test_front_matter_that_says_something_else(value: str) -> None:
    with pytest.raises(ReadError) as raised:
        read_messages(f"---\nignore: {value}\n---\nInvoice 17 is late.\n")
    assert raised.value.said(Language.EN).startswith("line 2: ignore is a ")
    assert "legal-threat: agreed with legal" in raised.value.said(Language.RU)
