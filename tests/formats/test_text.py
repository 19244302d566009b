"""Plain text and Markdown: byte for byte what it was, but for what was edited."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import formats
from editor.article import Edit, Span
from tests.strategies import raw_texts

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
