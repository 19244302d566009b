"""Plain text and Markdown: byte for byte what it was, but for what was edited."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import formats
from editor.article import Edit, Fact, Span
from editor.formats import markdown
from tests.strategies import raw_texts, texts

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-2"]


@given(raw_texts.filter(lambda t: "\ud800" not in t), st.sampled_from([".txt", ".md"]), st.booleans())
def test_a_file_that_was_not_edited_is_written_byte_for_byte(raw: str, suffix: str, bom: bool) -> None:
    data = (codecs.BOM_UTF8 if bom else b"") + raw.encode()
    assert formats.written(formats.read(data, "a" + suffix)) == data


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("final", ["", "\n"])
def test_an_edit_changes_nothing_but_its_words(encoding: str, end: str, final: str) -> None:
    lines = [
        "Bürgermeister in Łódź" if encoding != "cp1252" else "Bürgermeister in Köln",
        "The the road was closed in Łódź.",
    ]
    if encoding == "cp1252":
        lines[1] = "The the road was closed for “a while” at the café, said the Bürgermeister, who walked there."
    raw = (end.join(lines) + final.replace("\n", end)).encode(encoding)
    article = formats.read(raw, "a.txt")
    if encoding.startswith("utf"):
        assert "\n".join(lines) == article.text.rstrip("\n")
    at = article.text.index(" the ")
    after = article.edited([Edit(Span(at, at + 4), " the", "")])
    expected = raw.decode(encoding).replace("The the", "The", 1).encode(encoding)
    assert formats.written(after) == expected


def test_each_line_keeps_its_own_end_where_they_are_mixed() -> None:
    article = formats.read(b"one\r\ntwo\nthree\rfour\r\nfive", "a.txt")
    assert article.text == "one\ntwo\nthree\nfour\nfive"
    after = article.edited([Edit(Span(4, 7), "two", "2"), Edit(Span(14, 18), "four", "4\n4b")])
    assert formats.written(after) == b"one\r\n2\nthree\r4\r\n4b\r\nfive"


def test_a_character_that_the_old_encoding_lacks_is_not_lost() -> None:
    article = formats.read("Ein Übel für „alle“ Städte, hörte man überall später.".encode("cp1252"), "a.txt")
    after = article.edited([Edit(Span(0, 0), "", "東京: ")])
    assert "東京" in formats.written(after).decode("utf-8")


def test_places_are_those_of_the_file() -> None:
    article = formats.read(codecs.BOM_UTF8 + "a\r\nb😀c".encode(), "a.txt")
    there, whose = formats.places(article)
    assert whose == "file"
    assert [there.to(n) for n in range(len(article.text) + 1)] == [0, 1, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Council closes bridge\nThe council said so.", "Council closes bridge"),
        ("The council closed the bridge.\nIt said so.", None),
        ("Bridge closed", None),
        ("\n\nBridge closed: why?\n\nIt is old.", "Bridge closed: why?"),
        ("He said “no.”\nMore.", None),
    ],
)
def test_a_first_short_line_without_a_stop_is_the_headline(text: str, headline: str | None) -> None:
    article = formats.read(text.encode(), "a.txt")
    assert (article.facts.headline and article.facts.headline.value) == headline
    assert [m.span.of(article.text) for m in article.marks if m.kind == "headline"] == ([headline] if headline else [])


def test_markdown_says_what_each_block_is() -> None:
    text = "# Bridge closed\n\nThe *old* bridge was [closed](https://x.org/?a=1).\n\n## Why\n\n"
    text += "- one\n- two\n\n```\ncode\n```\n"
    article = formats.read(text.encode(), "a.md")
    kinds = [(p.kind, p.span.of(text)) for p in article.paragraphs()]
    assert kinds[0] == ("headline", "# Bridge closed")
    assert ("heading", "## Why") in kinds
    assert ("list", "- one") in kinds
    assert ("code", "```\ncode") in [(k, t[:8]) for k, t in kinds]
    links = [(m.span.of(text), m.target) for m in article.marks if m.kind == "link"]
    assert links == [("closed", "https://x.org/?a=1")]


def test_what_is_no_text_is_refused_with_its_place_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(formats.Unreadable, match=r"a\.txt: line 2: a NUL byte\. .*save it as plain text"):
        formats.read(b"one\ntwo\0", "a.txt")
    with pytest.raises(formats.Unreadable, match="no such file"):
        formats.open_file(tmp_path / "nowhere.txt")
    with pytest.raises(formats.Unreadable, match="a folder"):
        formats.open_file(tmp_path)


def test_an_encoding_that_was_guessed_is_said_to_be() -> None:
    text = "Der Bürgermeister von Köln sagte, die Brücke sei für längere Zeit gesperrt. Später öffnet sie wieder."
    article = formats.read(text.encode("cp1252"), "a.txt")
    assert article.text == text
    assert article.source
    assert article.source.assumed


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_seen_and_kept(encoding: str) -> None:
    text = "The mayor said so.\r\nIn “Köln”.\r\n"
    article = formats.read(text.encode(encoding), "a.txt")
    assert article.text == text.replace("\r\n", "\n")
    assert article.source
    assert (article.source.encoding, article.source.assumed) == (encoding, True)
    after = article.edited([Edit(Span(0, 3), "The", "A")])
    assert formats.written(after) == text.replace("The", "A").encode(encoding)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (codecs.BOM_UTF16_LE + "a\nb".encode("utf-16-le") + b"c", 2),
        (codecs.BOM_UTF8 + b"a\n\nb\xff", 3),
        ("über für Köln, Łódź\nund \x41".encode() + b"\xff more", 2),
    ],
)
def test_a_damaged_file_is_refused_with_the_line_rather_than_garbled(data: bytes, line: int) -> None:
    with pytest.raises(formats.Unreadable, match=rf"a\.txt: line {line}: bytes that are no UTF"):
        formats.read(data, "a.txt")


EVERY = "".join(chr(n) for n in range(0x110000) if n and not 0xD800 <= n < 0xE000)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_code_point_comes_out_as_it_went_in(encoding: str, end: str) -> None:
    raw = "Latin letters" + end + end.join(EVERY[n : n + 50_000] for n in range(0, len(EVERY), 50_000))
    data = raw.encode(encoding)
    article = formats.read(data, "a.txt")
    assert formats.written(article) == data
    after = article.edited([Edit(Span(0, 5), "Latin", "Roman")])
    assert formats.written(after) == raw.replace("Latin", "Roman", 1).encode(encoding)


def test_every_code_point_of_the_first_plane_comes_out_of_markdown() -> None:
    data = "\n\n".join(EVERY[n : n + 500] for n in range(0, 0xF800, 500)).encode()
    assert formats.written(formats.read(data, "a.md")) == data


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859_1", "cp1250", "koi8_r"])
def test_bytes_of_any_one_byte_encoding_come_out_as_they_went_in(encoding: str) -> None:
    text = "Der Bürgermeister sagte später, die Brücke sei für „längere Zeit“ gesperrt: Übel für größere Städte."
    data = text.encode(encoding, "ignore") + b"\r\n"
    assert formats.written(formats.read(data, "a.txt")) == data


SIGNS = [
    "*",
    "_",
    "#",
    "# ",
    " ",
    "\n",
    "[",
    "](",
    ")",
    "<b>",
    ">",
    "&amp;",
    "1. ",
    "- ",
    "+ ",
    "a",
    "B",
    "`",
    "~~~",
    "===",
]
SIGNS += ["---", "\\", "!", "|", "    ", "\t", "http://x.org/a_b_", "www.x.org", "]: x"]


@given(
    st.lists(st.sampled_from(SIGNS), max_size=14).map("".join)
    | texts.filter(lambda t: "\ud800" not in t)
    | st.text(st.characters(codec="utf-8"), max_size=60)
)
def test_what_is_written_as_markdown_reads_as_the_words_that_it_was(words: str) -> None:
    article = formats.read(words.replace("\r", "\n").replace("\0", "").encode(), "a.txt")
    back = markdown.plain(formats.written_as(article, "a.md").decode())
    assert back.split() == article.text.split()


def test_markdown_as_text_has_the_words_alone() -> None:
    source = "# Head *now*\n\nA **b** [c](http://x) `d` &amp; \\* e\nsoft\n\n- one\n- two\n  1. x\n  2. y\n\n> q\n\n"
    source += "```\nc d\n```\n"
    article = formats.read(source.encode(), "a.md")
    said = "Head now\n\nA b c d & * e\nsoft\n\n- one\n- two\n  1. x\n  2. y\n\nq\n\nc d\n"
    assert formats.written_as(article, "b.txt").decode() == said
    assert formats.written_as(article, "b.md") == formats.written_as(article, "b") == source.encode()
    assert article.facts.headline == Fact("Head now", "file")
    with pytest.raises(formats.Unreadable, match="docx"):
        formats.written_as(article, "b.docx")
