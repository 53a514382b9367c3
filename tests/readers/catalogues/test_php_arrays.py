"""Texts in PHP arrays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.catalogues.test_entries import behind, checked, replaced
from tests.readers.catalogues.test_json_catalogue import NESTED, Nested, flat
from tonecheck.readers import ReadError
from tonecheck.readers.catalogues.php_arrays import entries


def single(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def double(text: str) -> str:
    for plain, escape in (("\\", "\\\\"), ('"', '\\"'), ("$", "\\$"), ("\n", "\\n")):
        text = text.replace(plain, escape)
    return f'"{text}"'


def joined(text: str) -> str:
    half = len(text) // 2
    return f"{single(text[:half])}\n    . {double(text[half:])}"


def nowdoc(text: str) -> str:
    lines = text.replace("\r", " ").replace("\n", "\n  ")
    return f"<<<'ENDING'\n  {lines}\n  ENDING"


def written(nested: Nested, style: str) -> str:
    write = {"single": single, "double": double, "joined": joined}[style]
    items = "".join(
        f"{single('k' + key)} => "
        f"{write(value) if isinstance(value, str) else written(value, style)},\n"
        for key, value in nested.items()
    )
    return f"[\n{items}]" if style == "single" else f"array({items})"


def prefixed(nested: Nested) -> Nested:
    """Keys that PHP does not take for numbers."""
    return {
        "k" + key: value if isinstance(value, str) else prefixed(value)
        for key, value in nested.items()
    }


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("['a' => 'x', 'b' => ['c' => 'y',],]", {"a": "x", "b.c": "y"}),
        ("array('a' => 'x', 'b' => Array ('c' => 'y'))", {"a": "x", "b.c": "y"}),
        ("['x', 'y', [ 'z' ]]", {"0": "x", "1": "y", "2.0": "z"}),
        ("[3 => 'x', 'y', 'k' => 'z', 'w', '9' => 'v', 'u', '09' => 't', 's']",
         {"3": "x", "4": "y", "k": "z", "5": "w", "9": "v", "10": "u", "09": "t", "11": "s"}),
        (r"['a' => 'it\'s \\ \n \x']", {"a": r"it's \ \n \x"}),
        (r'["a" => "\n\t\\\"\$\x41\101\u{1F600}\u{416}\q\'\xD0\x9F\e"]',
         {"a": "\n\t\\\"$AA😀Ж\\q\\'П\x1b"}),
        ("['a' => 'x '\n  . 'y' // why\n  . \"z\\n\"]", {"a": "x yz\n"}),
        ("['a' . 'b' => 'x', Foo::BAR => 'y', X\\Y::class => 'z']",
         {"ab": "x", "Foo::BAR": "y", "X\\Y::class": "z"}),
        ("['a' => 1, 'b' => true, 'c' => null, 'd' => f('x', ['y']), 'e' => 'x' . $y . 'z',"
         " 'f' => X::Y, 'g' => -1.5, 'h' => $a ? 'x' : 'y', 'i' => 'z']", {"i": "z"}),
        ("['a' => fn($x) => 'y', 'b' => static function ($x) { return ['c' => 'x']; }, 'd' => 'z']",
         {"d": "z"}),
        ("['a' => match(1) { 1 => 'x', default => 'y' }, ...$rest, 'b' => 'z']", {"b": "z"}),
        ("['a' => ['x'] + ['y'], 'b' => ['x'][0], 'c' => 'z']", {"c": "z"}),
        ("['a' => <<<EOT\nHi \"you\"\\n\\$\n  Bye\nEOT, 'b' => 'x']",
         {"a": 'Hi "you"\n$\n  Bye', "b": "x"}),
        ("['a' => <<<\"EOT\"\n    Hi EOT\n\n      Bye\n    EOT\n]", {"a": "Hi EOT\n\n  Bye"}),
        ("['a' => <<<'EOT'\n  Hi \\n $x\n  EOTs\n  EOT\n]", {"a": "Hi \\n $x\nEOTs"}),
        ("['a' => <<<EOT\nEOT\n, 'b' => <<<EOT\r\n  x\r\n  y\r\n  EOT]", {"a": "", "b": "x\r\ny"}),
        ("['a' => \"Dear $name, {$sum['total']} {$b[\"c\"]} {x}\"]",
         {"a": "Dear $name, {$sum['total']} {$b[\"c\"]} {x}"}),
        ("[/* 'a' => 'x', */ # 'b' => 'y',\n // 'c' => 'z',\n 'd' => 'w']", {"d": "w"}),
        ("['a' => 'x', 'a' => 'y']", {"a": "y"}),
        ("[]", {}),
    ],
)  # fmt: skip
def test_texts(source: str, texts: dict[str, str]) -> None:
    source = f"<?php\n\nreturn {source};\n"
    assert checked(source, entries(source)) == texts


@pytest.mark.parametrize(
    "source",
    [
        "<?php declare(strict_types=1);\n// return ['b' => 'y'];\nuse A\\B;\n\n"
        "return ['a' => 'x'];",
        "\ufeff<?php\nfunction f() { return ['b' => 'y']; }\nif (!x()) { return []; }\n"
        "return array('a' => 'x') ?>\n",
        "<?PHP\nreturn ['a' => 'x']",
        "<?php return ['a' => 'x'];\n it's \"over",
    ],
)
def test_what_stands_around_the_array(source: str) -> None:
    assert checked(source, entries(source)) == {"a": "x"}


def test_pieces() -> None:
    source = "<?php return ['Hi \\'' . \"you\\n\", <<<E\n  a\n  b\n  E];"
    assert [behind(source, entry) for entry in entries(source)] == [
        [("Hi ", "Hi "), ("'", "\\'"), ("you", "you"), ("\n", "\\n")],
        [("a", "a"), ("\n", "\n  "), ("b", "b")],
    ]


def test_language_of_the_path() -> None:
    source = "<?php return ['en' => ['a' => 'x'], 'ru' => ['a' => 'y']];"
    assert [entry.language for entry in entries(source)] == ["en", "ru"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "line 1: not valid PHP: expected <.php"),
        ("return ['a'];", "line 1: not valid PHP: expected <.php, found “return"),
        ("<?php\n$a = 'x';", "line 2: not valid PHP: expected an array after “return”"),
        ("<?php\nreturn f(['a']);", "line 2: not valid PHP: expected an array"),
        ("<?php return [\n'a' => 'x'\n'b' => 'y'];", "line 3: not valid PHP: expected ]|, found"),
        ("<?php return [\n'a' => 'x;", "line 2: not valid PHP: a text begins here"),
        ("<?php return [\n'a' => \"x;", "line 2: not valid PHP: a text begins here"),
        ("<?php return [\n'a' => <<<EOT\nx", "line 2: not valid PHP: .* expected EOT"),
        ("<?php return ['a' => <<<EOT\n x\n  EOT];", "line 2: .* indented less than the EOT below"),
        ("<?php return ['a' => <<<EOT\n  x\n y\n  EOT];", "line 3: .* indented less than the EOT"),
        ("<?php return ['a' => 'x'", "line 1: not valid PHP: expected ]"),
        ("<?php return ['a' => f(", r"line 1: not valid PHP: expected \)"),
        ("<?php return ['a' => 'x')", r"line 1: not valid PHP: expected ], found “\)”"),
        ("<?php return ['a', , 'b'];", "not valid PHP: expected “…”, found “, 'b'];”"),
        ("<?php return ['a'] + ['b'];", "not valid PHP: expected ;"),
        ('<?php return ["\\u{110000}"];', r"“\\u\{110000}” is no escape"),
        ('<?php return ["\\u{d800}"];', "half of a character"),
        ("<?php return " + "[" * 10_000, "line 1: not valid PHP: nested too deeply"),
        ("<?php return [f(" + "(" * 100_000, r"line 1: not valid PHP: expected \)"),
    ],
)
def test_what_is_wrong(source: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        entries(source)


@given(NESTED, st.sampled_from(["single", "double", "joined"]))
def test_what_is_written_is_read(nested: Nested, style: str) -> None:
    source = f"<?php return {written(nested, style)};"
    assert checked(source, entries(source)) == flat(prefixed(nested))


@given(st.text())
def test_a_nowdoc_is_read(text: str) -> None:
    source = f"<?php return [{nowdoc(text)}];"
    assert checked(source, entries(source)) == {"0": text.replace("\r", " ")}


TOKENS = [
    *"[](){},.'\"\\1; ", "=>", "'a'", '"b"', "$x", "fn", "array", "<<<E\n", "\n E", "//", "/*",
    "*/", "?>", "return", "{$", "\\u{",
]  # fmt: skip


@given(st.text() | st.lists(st.sampled_from(TOKENS)).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    for source in (text, "<?php return [" + text, f"<?php return [{text}];"):
        try:
            checked(source, entries(source))
        except ReadError:
            continue


@pytest.mark.parametrize(
    "value",
    ["'Pay now!'", '"Pay now!"', "<<<E\n  Pay now!\n  E", "<<<'E'\n  Pay now!\n  E"],
)
@given(text=st.text() | st.text("E'\"\\$n{x\n "))
def test_an_insertion_reads_as_it_was_meant(value: str, text: str) -> None:
    source = f"<?php return [{value}];"
    try:
        new = replaced(source, entries(source)[0], "now", text)
    except ValueError:
        assert "E" in text or "\r" in text
        return
    assert entries(new)[0].view.text == f"Pay {text}!"


def test_a_value_in_two_styles_takes_what_both_write_alike() -> None:
    entry = entries("<?php return ['a' . \"b\"];")[0]
    assert entry.escape("now") == "now"
    with pytest.raises(ValueError, match="different styles"):
        entry.escape("it's")
