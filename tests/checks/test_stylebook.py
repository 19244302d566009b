"""The stylebook: every entry's own examples, and the newsroom's book beside ours."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from editor import pages, resources
from editor.checker import Checker
from editor.checks import stylebook
from editor.checks.stylebook import Entry, StylebookError
from editor.finding import Finding
from editor.formats import text as plain

FILES = sorted(resources.folder().joinpath("stylebook").glob("*.toml"))
ENTRIES = [(place.stem, n, entry) for place in FILES for n, entry in enumerate(stylebook.read(place), 1)]
each = pytest.mark.parametrize("entry", [pytest.param(entry, id=f"{file}-{n}") for file, n, entry in ENTRIES])


def said(text: str, folder: str = "") -> list[Finding]:
    report = Checker({"stylebook": {"folder": folder}}).report(plain.composed(text), only=("stylebook",))
    assert not report.trouble, report.trouble
    return list(report.findings)


def parsed(block: str, kind: str) -> pages.Example:
    head = '+++\nfamily = "style"\n[rules]\na = "b"\n+++\n'
    return pages.parsed("entry", f"{head}```{kind}\n{block}\n```\n").examples[0]


def test_there_are_enough_entries_and_each_has_its_reason() -> None:
    assert len(ENTRIES) >= 90
    for _, _, entry in ENTRIES:
        assert entry.why
        assert entry.source
        assert entry.flag
        assert entry.passes


@each
def test_an_entry_finds_what_it_marks(entry: Entry) -> None:
    for n, block in enumerate(entry.flag):
        example = parsed(block, "flag")
        (finding,) = said(example.text)
        assert [(finding.span, tuple(e.span for e in finding.evidence))] == list(example.marks)
        assert finding.confidence == entry.confidence
        assert entry.why in pages.message(finding)
        if n == 0 and entry.fixed:
            edited = plain.composed(example.text).edited(finding.fixes[0].edits)
            assert edited.text == entry.fixed
            assert not said(edited.text)


@each
def test_an_entry_lets_pass_what_it_should(entry: Entry) -> None:
    for text in entry.passes:
        assert not said(text), text


@pytest.mark.parametrize(
    "text",
    [
        "He said “they met prior to the vote, on a daily basis” and left.",
        "The Whilst Foundation gave £20.",
        "Read it at https://example.com/prior-to/utilise.",
        "THE MINISTRY WILL UTILISE BOTH.",
    ],
)
def test_quotations_names_and_addresses_are_left_alone(text: str) -> None:
    assert not said(text)


def test_a_word_that_opens_a_sentence_keeps_its_capital() -> None:
    text = "It rained. Whilst they waited, it stopped."
    (finding,) = said(text)
    assert plain.composed(text).edited(finding.fixes[0].edits).text == "It rained. While they waited, it stopped."


def test_only_certain_entries_may_be_taken_unread() -> None:
    for finding in said("Traders were given free reign prior to the vote."):
        assert [fix.batch for fix in finding.fixes] == [finding.confidence == "certain"]


OWN = """
[[entry]]
change = { "prior to" = "ahead of", "the Beacon" = "the *Beacon*" }
why = "So we say."
source = "the Beacon's book"

[[entry]]
allow = ["whilst"]
why = "We are old-fashioned."
source = "the Beacon's book"
"""


def test_the_newsrooms_own_book_has_the_last_word(tmp_path: Path) -> None:
    (tmp_path / "beacon.toml").write_text(OWN, "utf-8")
    findings = said("Whilst the Beacon slept, they met prior to the vote amongst friends.", str(tmp_path))
    assert [dict(f.values)["preferred"] for f in findings] == ["the *Beacon*", "ahead of", "among"]
    assert "So we say. (the Beacon's book)" in pages.message(findings[1])


def test_a_book_that_was_changed_is_read_again(tmp_path: Path) -> None:
    book = tmp_path / "beacon.toml"
    book.write_text(OWN, "utf-8")
    assert not said("Whilst he slept.", str(tmp_path))
    book.write_text("", "utf-8")
    os.utime(book, ns=(1, 1))
    assert said("Whilst he slept.", str(tmp_path))


@pytest.mark.parametrize(
    ("book", "reason"),
    [
        ("[[entry]", r"beacon\.toml: .*line 1"),
        ("[[entry]]\nwhy = 'a'\nsource = 'b'", r"entry 1: needs one of change, avoid"),
        ("[[entry]]\nwhy = 3\nsource = 'b'\navoid = ['a']", r"entry 1: why needs to be text"),
        ("[[entry]]\nwhy = 'a'\navoid = ['b']", r"entry 1: needs source"),
        ("entry = [3]", r"entry 1: needs to be a table"),
        ("[[entry]]\nwhy = 'a'\nsource = 'b'\nchange = { c = 4 }", r"change needs to be a table of words"),
        ("[[entry]]\nwhy = 'a'\nsource = 'b'\npattern = '('", r"entry 1: pattern: missing \)"),
        ("[[entry]]\nwhy = 'a'\nsource = 'b'\nchanges = {}", r"entry 1: there is no field changes"),
        ("[[entry]]\nwhy = 'a'\nsource = 'b'\navoid = ['-x']", r"begins with a letter"),
    ],
)
def test_a_book_that_cannot_be_read_says_where(tmp_path: Path, book: str, reason: str) -> None:
    (tmp_path / "beacon.toml").write_text(book, "utf-8")
    with pytest.raises(StylebookError, match=reason):
        stylebook.opened(str(tmp_path))


def test_patterns_are_linear_and_looked_for_by_their_sign() -> None:
    for _, _, entry in ENTRIES:
        if entry.pattern:
            assert entry.sign
            signs = [entry.sign] if isinstance(entry.sign, str) else entry.sign
            for block in entry.flag:
                assert any(sign in parsed(block, "flag").text.lower() for sign in signs), entry.pattern
            assert not re.search(r"[+*]\)[+*]", entry.pattern)
