"""Texts in YAML."""

from __future__ import annotations

from contextlib import suppress

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from tests.readers.catalogues.test_entries import behind, checked, replaced
from tests.readers.catalogues.test_json_catalogue import NESTED, Nested, flat
from tonecheck.readers import ReadError
from tonecheck.readers.catalogues.yaml_catalogue import entries

SCALARS = st.text("ab'\"\\ \t\n\r\x85\u2028:#-|>+2x0&!{}[],?%Ж", max_size=24)


def loaded(value: object, prefix: str = "") -> dict[str, str]:
    """What PyYAML has read, flat; aliases are not followed here."""
    found: dict[str, str] = {}
    if isinstance(value, str):
        return {prefix.removesuffix("."): value}
    pairs = enumerate(value) if isinstance(value, list) else ()
    for key, item in value.items() if isinstance(value, dict) else pairs:
        found |= loaded(item, f"{prefix}{key}.")
    return found


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("a: x\nb:\n  c: y z\n", {"a": "x", "b.c": "y z"}),
        ("a:\n- x\n- 1\n- [y, z]\n", {"a.0": "x", "a.2.0": "y", "a.2.1": "z"}),
        ("en:\n  a: 1\n  b: true\n  c: ~\n  d:\n  e: 2026-01-01\n  f: '1'\n", {"en.f": "1"}),
        ("a: !!str 1\nb: !!str\nc: !own x\n", {"a": "1", "b": ""}),
        ("1: x\ntrue: y\n", {"1": "x", "true": "y"}),
        ("a: 'It''s due'\n", {"a": "It's due"}),
        ("a: 'one\n  two\n\n  three '\n", {"a": "one two\nthree "}),
        ('a: "\\"x\\"\\n\\t\\x41\\u0416\\U0001F600\\/\\ \\_"\n', {"a": '"x"\n\tAЖ😀/ \xa0'}),
        ('a: "one \\\n   two\\\n\n   three"\n', {"a": "one two\nthree"}),
        ('a: "one\\ \n two"\n', {"a": "one  two"}),
        ("a: one\n  two\n\n\n  three\nb: x", {"a": "one two\n\nthree", "b": "x"}),
        ("one\ntwo", {"": "one two"}),
        ("one\r\ntwo\rthree", {"": "one two three"}),
        ("a: |\n  one\n   two\n\n  three\n\nb: x", {"a": "one\n two\n\nthree\n", "b": "x"}),
        ("a: |-\n  one\n\n", {"a": "one"}),
        ("a: |+\n  one\n\n", {"a": "one\n\n"}),
        ("a: |2\n   one\n  two\n", {"a": " one\ntwo\n"}),
        ("a: |2-\n   one\n", {"a": " one"}),
        ("a:\n  b: |+1 # why\n    one\n", {"a.b": " one\n"}),
        ("a: >\n  one\n  two\n\n  three\n   four\n  five\n",
         {"a": "one two\nthree\n four\nfive\n"}),
        ("a: >-\n\n\n  one\n  two", {"a": "\n\none two"}),
        ("a: |\n\nb: |+\n\n\n", {"a": "", "b": "\n\n"}),
        ("- |\n one\n- >-\n two\n three\n", {"0": "one\n", "1": "two three"}),
        ("a: |\r\n  one\r\n  two\r\n", {"a": "one\ntwo\n"}),
        ("a: |\r  one\r  two\r", {"a": "one\ntwo\n"}),
        ("a: &n x\nb: *n\nc: &m # why\n  'y'\n", {"a": "x", "c": "y"}),
        ("a: &n {b: x}\nc: *n\nd:\n  <<: *n\n  e: y\n", {"a.b": "x", "d.e": "y"}),
        ("&n key: *n\na: x\n", {"a": "x"}),
        ("a: &n [*n, x]\n", {"a.1": "x"}),
        ("a: &n |\n  one\n", {"a": "one\n"}),
        ("a: &n:x\n", {"a": ":x"}),
        ("a: x\n---\na: y\n", {"0.a": "x", "1.a": "y"}),
        ("--- |\n one\n...\n", {"": "one\n"}),
        ("a: x\na: y\n", {"a": "y"}),
        ("a: Dear %{name}, pay {{ amount }}\n", {"a": "Dear %{name}, pay {{ amount }}"}),
        ('a: "{{ name }}, pay"\n', {"a": "{{ name }}, pay"}),
        ("\ufeffa: x\n", {"a": "x"}),
        ("? [a]\n: x\n", {"?": "x"}),
        ("", {}), ("# only a remark\n", {}), ("a:\n", {}),
    ],
)  # fmt: skip
def test_texts(source: str, texts: dict[str, str]) -> None:
    assert checked(source, entries(source)) == texts


def test_pieces_of_each_style() -> None:
    source = "a: \"x\\ty\\\n  z\"\nb: |\n  one\n\n  two\nc: one\n  two\nd: 'it''s'\n"
    found = [behind(source, entry) for entry in entries(source)]
    assert found == [
        [("x", "x"), ("\t", r"\t"), ("y", "y"), ("z", "z")],
        [("one", "one"), ("\n\n", "\n\n  "), ("two\n", "two\n")],
        [("one", "one"), (" ", "\n  "), ("two", "two")],
        [("it", "it"), ("'", "''"), ("s", "s")],
    ]


def test_language_of_the_path() -> None:
    source = "en:\n  a: x\nru:\n  a: y\nde:\n  a: z\n"
    assert [entry.language for entry in entries(source)] == ["en", "ru", None]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a: x\n b: y\n", "line 2: not valid YAML: mapping values are not allowed here"),
        ("a: 'x\n", "not valid YAML: found unexpected end of stream"),
        ("a: x\nb: {{ name }}\n", "line 2: .* begins with {{ must stand in quotes"),
        ("a: x\nb: {{ name }}, pay\n", "line 2: .* begins with {{ must stand in quotes"),
        ("a: x\nb: {{ name | upper }}\nc: y", "line 2: .* begins with {{ must stand in quotes"),
        ("- %{name}, pay\n", "line 1: .* begins with %{ must stand in quotes"),
        ("a: {% if x %}y{% endif %}\n", "line 1: .* begins with {% must stand in quotes"),
        ("a: \x07", "line 1: not valid YAML: it has a character"),
        ('a: "\\U00110000"', "line 1: not valid YAML: not understood"),
        ('a: "\\ud83d"', "half of a character"),
        ("a: *b", "not valid YAML: found undefined alias 'b'"),
        ("[" * 5_000, "line 1: not valid YAML: nested too deeply"),
        ("[" * 80 + "]" * 80, "line 1: not valid YAML: nested too deeply"),
    ],
)
def test_what_is_wrong(source: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        entries(source)


@given(
    NESTED,
    st.booleans(),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from([None, True, False]),
    st.sampled_from([20, 80]),
)
def test_what_is_dumped_is_read(
    nested: Nested, unicode: bool, style: str | None, flow: bool | None, width: int
) -> None:
    source = yaml.safe_dump(
        nested, allow_unicode=unicode, default_style=style, default_flow_style=flow, width=width
    )
    again = yaml.safe_load(source)
    assert again == nested or "\x85" in source  # which PyYAML writes, but reads as a line break
    assert checked(source, entries(source)) == flat(again)


@given(SCALARS, st.sampled_from(["a: {}", "- {}", "{}", "a:\n  b: {}", "[{}]", "a: {}\nb: x"]))
@example("|\n", "{}")
@example("|1\n x\n", "{}")
@example(">2\n\n\n  x\n   y\n", "a:\n  b: {}")
def test_what_pyyaml_reads_is_read(scalar: str, around: str) -> None:
    for written in (scalar, f'"{scalar}"', f"'{scalar}'", "|\n  " + scalar, ">\n  " + scalar):
        source = around.replace("{}", written)
        try:
            expected = list(yaml.safe_load_all(source))
        except (yaml.YAMLError, ValueError):
            expected = []
        try:
            found = checked(source, entries(source))
        except ReadError:
            assert len(expected) != 1 or "\ud800" <= max(str(expected)) <= "\udfff"
            continue
        if len(expected) == 1 and "*" not in source:
            assert found == loaded(expected[0])


@given(st.text() | st.text("ab:{}[]-|>'\"\\&*!% \n#?,"))
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        checked(source, entries(source))
    except ReadError:
        return


@pytest.mark.parametrize(
    "source",
    [
        "a: Pay now, we ask.\n",
        "[Pay now yes]\n",
        "a: 'Pay now, we ask.'\n",
        'a: "Pay now, we ask."\n',
        "a:\n  b: |\n    Hello\n    Pay now\n    Bye\nc: x",
        "a: |\r\n    Pay now\r\n",
        "a: >\n  Hello\n  Pay now\n",
        "a: |-\n  now\n",
        "now",
    ],
)
@given(
    text=st.text("ab \n'\"\\:#,[]{}-?!&*|>%@`\t\r\x85\x07Ж\u2028\ufeff😀.=~1", min_size=1)
    | st.sampled_from(["yes", "null", "1", "---", "2026-01-01"])
)
def test_an_insertion_reads_as_it_was_meant(source: str, text: str) -> None:
    before = entries(source)[0]
    try:
        new = replaced(source, before, "now", text)
    except ValueError:
        return
    read = next(iter(loaded(yaml.safe_load(new)).values()))
    assert read == before.view.text.replace("now", text)


def test_what_each_style_holds() -> None:
    plain, single, double, literal, folded = entries("- a\n- 'a'\n- \"a\"\n- |\n a\n- >\n a\n")
    assert [e.escape("it's") for e in (plain, single, double)] == ["it's", "it''s", "it's"]
    assert double.escape('a\n"\x07\u2028') == 'a\\n\\"\\x07\\u2028'
    assert literal.escape("a\nb") == "a\n b"
    for entry in (plain, single, folded):
        with pytest.raises(ValueError, match="double quotes"):
            entry.escape("a\nb")
    for text in ("a: b", "a #b", "[a", "yes", "a:"):
        with pytest.raises(ValueError, match="plain"):
            plain.escape(text)


def test_traps_end() -> None:
    for scalar in (f'"{" " * 50_000}x{chr(10) * 50_000}"', "|\n " + " \n" * 50_000, "'''" * 9):
        with suppress(ReadError):
            entries("a: " + scalar)
    with pytest.raises(ReadError):
        entries("a: {{ " + "&" * 50_000 + ": " * 50_000)
