"""HTML and MJML: what the client sees stays, and each character knows its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.message import Message, Placeholder, Segment, Zone, text_segments
from tonecheck.readers.html import Visible, html_visible
from tonecheck.templates.template import HOLE_MASK, SILENT_MASK
from tonecheck.types import FactType

MARK = re.compile(r"(?P<hole>\{\{.*?\}\}|<%=.*?%>)|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


@dataclass
class Shown:
    """A source that stands for a template, and the runs of it that were asked for."""

    source: str
    asked: list[tuple[int, int]]

    def masked(self) -> str:
        def overwrite(mark: re.Match[str]) -> str:
            return (HOLE_MASK if mark["hole"] else SILENT_MASK) * len(mark[0])

        return MARK.sub(overwrite, self.source)

    def show(self, start: int, end: int, zone: Zone) -> list[Segment]:
        self.asked.append((start, end))
        segments = []
        for mark in MARK.finditer(self.source, start, end):
            segments += text_segments(self.source, start, mark.start(), zone=zone)
            if mark["hole"]:
                hole = Placeholder(mark[0], "x", FactType.OTHER, *mark.span(), engine=True)
                segments.append(Segment("\ue000", *mark.span(), zone, hole))
            start = mark.end()
        return [*segments, *text_segments(self.source, start, end, zone=zone)]


def read(source: str) -> Visible:
    """The visible parts of a source, once what holds for every source has been checked."""
    shown = Shown(source, [])
    visible = html_visible(shown.masked(), 0, len(source), shown.show)
    assert shown.asked == sorted(shown.asked)
    assert all(before[1] <= after[0] for before, after in pairwise(shown.asked))
    for segments in (visible.segments, visible.title):
        assert Message(source, tuple(segments)).text == text_of(segments)
        for segment in segments:
            if len(segment.text) == segment.end - segment.start and not segment.placeholder:
                assert segment.text == source[segment.start : segment.end].replace("\r", "\n")
    assert all(0 <= a < b <= len(source) for a, b in visible.targets)
    return visible


def text_of(segments: list[Segment]) -> str:
    return "".join(segment.text for segment in segments)


def seen(source: str) -> str:
    return text_of(read(source).segments)


def title(source: str) -> str:
    visible = read(source)
    assert all(segment.zone is Zone.SUBJECT for segment in visible.title)
    assert all(segment.zone is Zone.BODY for segment in visible.segments)
    return text_of(visible.title)


def targets(source: str) -> list[str]:
    return [source[start:end] for start, end in read(source).targets]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("plain words", "plain words"),
        ("<b>o</b>verdue", "overdue"),
        ("<span>your</span> <a href='#'>in</a>voice<wbr>s", "your invoices"),
        ("<SPAN CLASS=x>Pay</SPAN>", "Pay"),
        ("<o:p>Pay</o:p>", "Pay"),
        ("<firstname>Pay", "Pay"),
        ("Pay<script>if (a < b) {'</p>'}</script> now", "Pay now"),
        ("<style>p > a {}</style>Pay<svg><text>x</text></svg>", "Pay"),
        ("<template>no</template><object>no</object><iframe>no</iframe>Pay", "Pay"),
        ("<noscript>Pay</noscript>", "Pay"),
        ("<!DOCTYPE html><?xml version='1.0'?>Pay<!-- > <p> --> now", "Pay now"),
        ("a<!--[if mso]><table><tr><td><![endif]-->b<!--[if mso]></td><![endif]-->", "ab"),
        ("<!--[if !mso]><!-->Pay<!--<![endif]-->", "Pay"),
        ("<![if !mso]>Pay<![endif]>", "Pay"),
        ("a<!-->b<!--->c", "abc"),
        ("<![CDATA[Pay < now]]> ]]>", "Pay < now ]]>"),
        ("<script>var a = 1", ""),
        ("<svg>Pay", "Pay"),
        ("<svg/>Pay</svg>", "Pay"),
    ],
)
def test_tags_and_what_is_out_of_sight(source: str, text: str) -> None:
    assert seen(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("5 &lt; 6 &amp;amp; &euro;7 &#36;8 &#x20AC;9 &quot", '5 < 6 &amp; €7 $8 €9 "'),
        ("&copy2026 &notit; &unknown; AT&T R&D & b", "©2026 ¬it; &unknown; AT&T R&D & b"),
        ("?a=1&b=2&#;&#x;&#99999999999;&", "?a=1&b=2&#;&#x;&#99999999999;&"),
        ("10&nbsp;000&thinsp;€", "10\xa0000\u2009€"),
        ("10\xa0000", "10\xa0000"),
        ("over&shy;due&zwnj;&#8203;&#x200B;&zwj;&#847;&ZeroWidthSpace;s", "overdues"),
        ("over\xaddue\u200b", "overdue"),
        ("a&#32;&#32;b&Tab;c&#10;d", "a b c d"),
        ("&lt;b&gt;", "<b>"),
        ("&#0;&#1;a", "\ufffda"),
    ],
)
def test_entities_are_decoded(source: str, text: str) -> None:
    assert seen(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("  a \n\t b\r\nc\n", "a b c"),
        ("<p>\n  a <b> b </b> c\n</p>", "a b c"),
        ("a <b></b> b", "a b"),
        ("a\n<!-- c -->\nb", "a b"),
        ("a {% if x %} b {% endif %} c", "a b c"),
        ("{% if x %}\n<p>a</p>\n{% endif %}\n", "a"),
        ("a{% if x %}b{% endif %}c", "abc"),
        ("<p>&nbsp;a&nbsp;</p>", "a"),
        ("a &nbsp; b", "a \xa0 b"),
        ("<pre>\n a  b\n   c\r\nd </pre>e", "a  b\n   c\nd\n\ne"),
        ("<textarea>a\n\n\n<b></textarea> b  c", "a\n\n\n<b> b c"),
        ("<mj-raw>a  b</mj-raw>", "a  b"),
    ],
)
def test_blanks_collapse_unless_they_are_kept(source: str, text: str) -> None:
    assert seen(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>a</p><p>b</p>c", "a\n\nb\n\nc"),
        ("<p>a<p>b", "a\n\nb"),
        ("a<div>b</div>c", "a\nb\nc"),
        ("<div>a</div><div><div><p>b</p></div></div><div>c</div>", "a\n\nb\n\nc"),
        ("<h1>a</h1>b<hr>c<hr/>d", "a\n\nb\n\nc\n\nd"),
        ("<h{{ n }}>a</h{{ n }}>b", "a\n\nb"),
        ("<ul><li>a</li><li>b<ul><li>c</ul></ul>d", "a\nb\nc\n\nd"),
        ("a<br>b<br/>c<BR />d</br>e", "a\nb\nc\nd\ne"),
        ("a<br><br><br><br>b", "a\n\nb"),
        ("<p>a<br></p><p><br>b</p>", "a\n\nb"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("<div>a</div><div>&nbsp;</div><div>b</div>", "a\n\nb"),
        ("a<br><div>b</div>", "a\nb"),
        ("<section>a</section><header>b</header><footer>c</footer>", "a\nb\nc"),
        ("<form>a</form><center>b</center><address>c</address><article>d</article>", "a\nb\nc\nd"),
        ("<button>Pay</button> now", "Pay\nnow"),
        (
            "<mj-section><mj-column><mj-text>a</mj-text><mj-button>b</mj-button></mj-column>"
            "<mj-column><mj-divider /><mj-text>c</mj-text></mj-column></mj-section>",
            "a\n\nb\n\nc",
        ),
        ("<mj-hero>a</mj-hero><mj-social-element>b</mj-social-element>", "a\nb"),
        ("<a><div>a</div></a><SSS><p></p>", "a"),
    ],
)
def test_blocks_stand_on_lines_of_their_own(source: str, text: str) -> None:
    assert seen(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<tr><td>a</td><td>b</td></tr><tr><th>c<th>d", "a b\nc d"),
        ("x<table>\n<tr>\n<td> a </td>\n<td> b </td>\n</tr>\n</table>y", "x\n\na b\n\ny"),
        ("<td><p>a</p></td><td><div>b</div></td>", "a b"),
        ("<td>a</td><td></td><td>&nbsp;</td><td>b</td>", "a b"),
        ("<td></td><td>a</td><tr><td></td><td>b", "a\nb"),
        ("<td>a<br>b</td><td>c</td>", "a\nb\nc"),
        (
            "<tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr><tr><td>d",
            "a\nb c\n\nd",
        ),
        (
            "<table><tr><td><table><tr><td>a</table></td><td>b</td></tr></table>",
            "a b",
        ),
        ("<td>{{ no }}</td>{% for x in y %}<td>{{ x }}</td>{% endfor %}", "\ue000 \ue000"),
    ],
)
def test_cells_of_a_row_stand_on_one_line(source: str, text: str) -> None:
    assert seen(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a<img alt='Pay &amp; go'>b", "a\nPay & go\nb"),
        ("<img alt=Logo><img alt=''><img alt=' {% x %} '>b", "Logo\nb"),
        ("<mj-text>a</mj-text><mj-image alt='b'/><mj-text>c</mj-text>", "a\n\nb\n\nc"),
        ("<area alt='a'><input type='IMAGE' alt='b'><input type=text alt='c'>", "a\nb"),
        ("<b alt='no'>a</b>", "a"),
        ("see <a title='our  page' href=x>here</a>", "see here"),
        ("<img alt='Pay' title='Pay'>", "Pay"),
        ("<img alt='Pay' title='Safely'>", "Pay\nSafely"),
        ("<img {% if x %}alt='a'{% else %}alt='b'{% endif %}>", "a\nb"),
        ('<img alt="{{ t("x > y") }} due">', "\ue000 due"),
        ("<img alt={{ x }}>", "\ue000"),
        ("<img alt={% if x %}'a b'{% endif %}>", "a b"),
        ("<img alt = 'a > b' src=x>", "a > b"),
        ("<p title='a'>b</p>", "b"),
    ],
)
def test_texts_of_attributes_are_lines(source: str, text: str) -> None:
    assert seen(source) == text


def test_an_alternative_text_stands_in_the_quotes_it_came_from() -> None:
    source = "Dear <b>Anna</b><img src=x alt='Pay &amp; go'>"
    segments = read(source).segments
    places = [(s.text, source[s.start : s.end]) for s in segments[3:]]
    assert places == [
        ("\n", ""),
        ("Pay", "Pay"),
        (" ", " "),
        ("&", "&amp;"),
        (" ", " "),
        ("go",) * 2,
    ]


@pytest.mark.parametrize(
    ("source", "text", "subject"),
    [
        ("<html><head><title> a &amp;\n{{ b }}</title></head><body>c", "c", "a & \ue000"),
        ("<head>x<meta content='y'><title></title>{% if a %}z</head>c", "c", ""),
        ("<title> \n</title>c", "c", ""),
        ("<title><b>a</title>c", "c", "<b>a"),
        ("<title>a", "a", ""),
        ("<title>a</title><title>b</title>c", "c", "a\nb"),
        ("<head><title>a</title><body>c", "c", "a"),
        ("<head><style>x</style><p>c", "c", ""),
        ("<header>c</header>", "c", ""),
        (
            "<mjml><mj-head><mj-title>a</mj-title><mj-preview>b &lt; c</mj-preview>"
            "<mj-attributes><mj-all font='x'/><mj-text>no</mj-text></mj-attributes>"
            "<mj-style>p > a</mj-style></mj-head><mj-body><mj-text>d</mj-text></mj-body></mjml>",
            "b < c\n\nd",
            "a",
        ),
        ("<mj-head/><mj-title/>a", "a", ""),
    ],
)
def test_of_the_head_the_title_and_the_preview_are_seen(
    source: str, text: str, subject: str
) -> None:
    assert (seen(source), title(source)) == (text, subject)


@pytest.mark.parametrize(
    "start",
    [
        "<div style='color:red;display: none'>",
        "<span style=DISPLAY:none;>",
        '<span style="max-height:0;overflow:hidden">',
        "<span style='opacity:0'>",
        "<span style='mso-hide:all'>",
        "<span style='visibility:hidden'>",
    ],
)
def test_hidden_preheaders_are_blocks_of_their_own(start: str) -> None:
    end = "</div>" if start.startswith("<div") else "</span>"
    assert seen(f"a{start}Two <b>days</b> left{end}Hello") == "a\n\nTwo days left\n\nHello"


def test_an_element_of_the_same_name_does_not_end_a_preheader() -> None:
    source = "<span style='display:none'>Two <span>days</span> left</span>Hello"
    assert seen(source) == "Two days left\n\nHello"


@pytest.mark.parametrize("style", ["opacity:0.9", "display:block", "max-height:x"])
def test_what_is_displayed_is_no_block(style: str) -> None:
    assert seen(f"<span style='{style}'>a</span>b") == "ab"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "a<blockquote class='gmail_quote'>b<br>c<p>d</p></blockquote>e",
            "a\n\n> b\n> c\n\n> d\n\ne",
        ),
        (
            "<blockquote type=cite><blockquote type=cite>a</blockquote>b</blockquote>c",
            "> a\n\n> b\n\nc",
        ),
        ("<div class='x gmail_quote'>a<div>b</div></div>c", "> a\n> b\n\nc"),
        ("<blockquote type=cite><pre>a\n  b\r\nc</pre></blockquote>", "> a\n> b\n> c"),
        ("<blockquote>a</blockquote>b", "a\n\nb"),
        ("<blockquote type=cite>a", "> a"),
    ],
)
def test_quoted_mail_has_marks(source: str, text: str) -> None:
    assert seen(source) == text


def test_a_mark_of_quoted_mail_takes_no_source() -> None:
    segments = read("<blockquote type=cite>a</blockquote>").segments
    assert [(s.text, s.start, s.end) for s in segments] == [("> ", 22, 22), ("a", 22, 23)]


def test_breaks_stand_where_the_first_tag_stands_that_causes_them() -> None:
    segments = read("a</p>\n<p>b<td>c").segments
    assert [(s.text, s.start, s.end) for s in segments] == [
        ("a", 0, 1),
        ("\n\n", 1, 1),
        ("b", 9, 10),
        ("\n", 10, 10),
        ("c", 14, 15),
    ]


def test_an_edit_may_not_reach_over_a_tag() -> None:
    source = "<p>you must</p><p>pay <b>n</b>ow"
    message = Message(source, tuple(read(source).segments))
    assert message.text == "you must\n\npay now"
    assert message.spans_only_text(0, 8)
    assert not message.spans_only_text(4, 13)
    assert not message.spans_only_text(14, 17)


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ('<a href="https://x.example/?a=1&amp;b">x</a>', ["https://x.example/?a=1&amp;b"]),
        ("<A HREF='{{ url }}/pay'>x</A><area href=y>", ["{{ url }}/pay", "y"]),
        ("<mj-button href='a'>x</mj-button><mj-image href='b' />", ["a", "b"]),
        ("<mj-social-element href='a'/><mj-navbar-link href='b'/>", ["a", "b"]),
        ("<link href='x.css'><base href='y'><a href=''>x</a><a href>x</a></a href='z'>", []),
        ("<a {% if x %}href='a'{% else %}href='b'{% endif %}>x</a>", ["a", "b"]),
        ("<a\n href = 'a'\tid=b>x</a>", ["a"]),
        ("<!-- <a href='a'> --><head><a href='b'></head>", []),
        ('<a href="{{ url_for("pay", id=3) }}">x</a>', ['{{ url_for("pay", id=3) }}']),
    ],
)
def test_link_targets_are_found(source: str, links: list[str]) -> None:
    assert targets(source) == links


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Dear {{ name }}, <b>{{ a }}</b>", "Dear \ue000, \ue000"),
        ("<p {% if a > b %}class='x'{% endif %}>a</p>", "a"),
        ('<p class="{{ a > \'"\' }}" {{ rest }}>a</p>b', "a\n\nb"),
        ("<{% if x %}p{% else %}div{% endif %}>a</p>b", "a\n\nb"),
        ("a{# <p> #}b<%= c > d %>", "ab\ue000"),
        ("<table>{% for a in b %}<tr><td>{{ a }}</td></tr>{% endfor %}</table>", "\ue000"),
        ("<{{ mail }}>", "<\ue000>"),
        ("{{ a }}{{ b }}", "\ue000"),
    ],
)
def test_template_marks_may_stand_anywhere(source: str, text: str) -> None:
    assert seen(source).replace("\ue000\ue000", "\ue000") == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a < b and c > d", "a < b and c > d"),
        ("<3 <> <- <", "<3 <> <- <"),
        ("write to <anna@firm.example> or <mailto:b@c.example>.",
         "write to <anna@firm.example> or <mailto:b@c.example>."),
        ("<b><i>a</b></i></p></div></x>b", "a\n\nb"),
        ("</table></ul></td></tr></blockquote>a", "a"),
        ("<p>a<", "a<"),
        ("<p>a</", "a</"),
        ("<p>a<b", "a"),
        ("<p>a<b class", "a"),
        ("<p>a<a href='x", "a"),
        ("<p>a<!-- b", "a"),
        ("<!-- a <p>b</p>", "b"),
        ("<!-", "<!-"),
        ("<a href='x>Pay</a> now", "Pay now"),
        ("<a href='x>Pay</a> <b class='y'>now</b>", "now"),
        ("<img alt='it's here' class>a", "it\na"),
        ('<img alt="Say "hi" now">a', "Say\na"),
        ("<input disabled checked=>a", "a"),
        ("<p/>a<div/>b", "a\nb"),
        ("<a =x>a</a>", "a"),
        ("</>a</3>b", "ab"),
        ("", ""),
        (" \n ", ""),
    ],
)  # fmt: skip
def test_broken_markup_is_read(source: str, text: str) -> None:
    assert seen(source) == text


def test_only_the_asked_stretch_is_read() -> None:
    source = "<p>a</p><p>b</p><p>c</p>"
    shown = Shown(source, [])
    visible = html_visible(source, 8, 15, shown.show)
    assert (text_of(visible.segments), shown.asked) == ("b", [(11, 12)])


@pytest.mark.parametrize(
    "piece",
    [
        *("<", "<a ", "<!--", "&", "<a href='", "</", "<a href='>", "<a@b ", "<a<", "&#", "&a;"),
        *(
            "<title>",
            "<script>",
            "<svg>",
            "<!",
            "<?",
            "<![CDATA[",
            "]]>",
            '<a b="c>d" ',
            "<a =",
            "=",
        ),
        *("<td>", "<pre>", "<table><tr><td>", "<blockquote type=cite>", "</p>", "&nbsp; ", "a\n"),
        *(
            "<x hidden style=display:none>",
            "<a title=x>",
            SILENT_MASK,
            HOLE_MASK,
            f"<{SILENT_MASK}",
        ),
    ],
)
def test_traps_end(piece: str) -> None:
    source = piece * (60_000 // len(piece))
    for trap in (source, f"<p x='{source}", f"{source}>'>x", f"<pre>{source}"):
        visible = html_visible(trap, 0, len(trap), Shown(trap, []).show)
        assert Message(trap, tuple(visible.segments)).source == trap


PIECES = (
    "< > ' \" = & / - ! ? ] a b Pay due alt title href \r \n \t \xa0 \xad &amp; &nbsp; &shy; "
    "&#10; &#x "
    "<b> </b> <p> </p> <br> <div> </div> <td> <tr> <table> </table> <li> <ul> </ul> <pre> </pre> "
    "<!-- --> <![CDATA[ ]]> <!DOCTYPE> <title> </title> <head> </head> <script> </script> <svg> "
    "<textarea> </textarea> <img <a <mj-text> <mj-raw> <mj-preview> </mj-preview> /> alt='x' "
    "</blockquote>"
).split(" ")


@given(
    st.lists(
        st.sampled_from(
            [
                *PIECES,
                *(" ", "\n  ", "{{ x }}", "{% y > z %}", "<%= a > b %>", "title='a {{ b }}'"),
                *("<blockquote type=cite>", "<span style='display:none'>", "<a href='{{ x }}'>"),
            ]
        )
    )
)
def test_whatever_is_written_is_read(pieces: list[str]) -> None:
    text = seen("".join(pieces))
    keeps_blanks = any(name in pieces for name in ("<pre>", "<textarea>", "<mj-raw>"))
    assert keeps_blanks or not re.search(r"\n{3}|^[ \n\xa0]|[ \n][ \n](?<!\n\n)|[ \n\xa0]\Z", text)


WORDS = st.sampled_from(
    [
        "Pay",
        "over",
        "due",
        "счёт",
        "&amp;",
        "&lt;",
        "&eacute",
        "5 < 6",
        "R&D",
        " ",
        "\n",
        "  ",
        ", ",
    ]
)
INLINE = st.sampled_from(["b", "i", "span", "a", "strong", "em", "font", "u", "o:p", "label"])
BLOCKS = st.sampled_from(
    ["p", "div", "h1", "h3", "section", "center", "mj-text", "mj-column", "form"]
)
ATTRIBUTES = st.sampled_from(["", " class='x > y'", ' href="?a=1&b"', " hidden", " id=x", "\n"])
HIDDEN = st.sampled_from(
    ["<!-- <p>no</p> -->", "<style>p{}</style>", "<wbr>", "<script>'<'</script>"]
)


def wrapped(
    names: st.SearchStrategy[str], inside: st.SearchStrategy[str]
) -> st.SearchStrategy[str]:
    """Elements with content, written out."""
    return st.builds("<{0}{1}>{2}</{0}>".format, names, ATTRIBUTES, inside)


def sequence(of: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(of, max_size=4).map("".join)


LINES = st.recursive(WORDS | HIDDEN, lambda inner: wrapped(INLINE, sequence(inner)), max_leaves=8)
LETTERS = st.recursive(
    sequence(LINES | st.sampled_from(["<br>", "<hr>"])),
    lambda inner: sequence(wrapped(BLOCKS, inner) | LINES),
    max_leaves=12,
)


class Oracle(HTMLParser):
    """Python's own parser; block tags become marks that are then folded like blanks."""

    PARAGRAPHS = ("p", "h1", "h3", "mj-text", "hr")
    LINES = ("div", "section", "center", "mj-column", "form")

    def __init__(self, source: str) -> None:
        super().__init__()
        self.seen = ""
        self.unseen = 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.unseen += tag in ("style", "script")
        self._block(tag)

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in ("style", "script")
        self._block(tag)

    def handle_data(self, data: str) -> None:
        self.seen += "" if self.unseen else data

    def _block(self, tag: str) -> None:
        marks = {"br": "\x03"} | dict.fromkeys(self.PARAGRAPHS, "\x02")
        self.seen += marks.get(tag, "\x01" if tag in self.LINES else "")

    def text(self) -> str:
        def fold(gap: re.Match[str]) -> str:
            level = 0
            for mark in gap[0].translate({ord(blank): None for blank in " \n"}):
                level = max(level, ord(mark)) if mark != "\x03" else min(2, level + 1)
            return "\n" * level or " "

        return re.sub("[ \n\x01-\x03]+", fold, self.seen.strip(" \n\x01\x02\x03"))


@given(LETTERS)
def test_nested_markup_reads_as_pythons_parser_reads_it(source: str) -> None:
    assert seen(source) == Oracle(source).text()


@given(st.lists(st.tuples(st.sampled_from(["", "b", "i"]), st.text("abcé&<>'\" ", min_size=1))))
def test_escaped_text_comes_back(runs: list[tuple[str, str]]) -> None:
    source = "".join(f"<{n}>{escape(t)}</{n}>" if n else escape(t) for n, t in runs)
    assert seen(source) == " ".join("".join(text for _, text in runs).split())
