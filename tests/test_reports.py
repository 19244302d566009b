"""The edit report: who decided what, when, from which check; and no word of an article acts in it."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from editor.article import Span
from editor.finding import Key
from editor.reports import EditReport
from editor.revision import Decision, Note, Snapshot
from tests.strategies import texts

KEY = Key("doubled_word", "doubled", "the the", ("", ""), (), 0)
AT = "2025-05-10T12:00:00+00:00"


def report(words: str = "the the", *, by: str = "Ada", reason: str = "a name") -> EditReport:
    seen = Snapshot("repetition", f"“{words}” twice.", "line 2", words, "the")
    decisions = [
        Decision("1", KEY, "accepted", seen, by, AT, fix=f"Take out {words}"),
        Decision("2", KEY, "stands", seen, by, AT, reason=reason, scope="article"),
    ]
    notes = [Note("3", "unsourced", Span(0, 3), words), Note("4", "query", Span(0, 3), reason, "answered")]
    not_checked = [("grammar", f"no Java in {words}")]
    return EditReport(words, f"/desk/{words}.txt", words, decisions, notes, 5, ["doubled_word"], not_checked)


def test_the_report_says_who_when_what_why_and_what_is_open() -> None:
    said = report().as_markdown()
    for words in (
        "2 decided, 5 open, 1 notes open", "## Accepted (1)", "## Let stand (1)", "before: `the the`", "after: `the`",
        "doubled_word/doubled", "line 2", "Ada, 2025-05-10T12:00:00+00:00", "reason: a name", "## Open notes (1)",
        "**Unsourced claim**: `the the`", "**Query**, answered: `a name`", "Checked: doubled_word.", "grammar: no Java",
    ):  # fmt: skip
        assert words in said, words
    told = json.loads(json.dumps(report().as_json()))
    one = told["decisions"][0]
    assert (one["check"], one["kind"], one["by"], one["at"]) == ("doubled_word", "accepted", "Ada", AT)
    assert (one["before"], one["after"], told["notes"][0]["state"]) == ("the the", "the", "open")
    assert told["not_checked"] == [{"check": "grammar", "reason": "no Java in the the"}]


def kinds(markdown: str) -> list[str]:
    """What Markdown makes of a text: its blocks, and within them everything but words."""
    found = []
    for token in MarkdownIt("commonmark").parse(markdown):
        inside = [inner.type for inner in token.children or ()]
        found += [token.type, *(kind for kind in inside if kind not in ("text", "text_special"))]
    return found


SIGNS = st.sampled_from(
    [
        "*a*",
        "_b_",
        "`c`",
        "``",
        "<b>",
        "<!--",
        "&amp;",
        "[x](y)",
        "![i](j)",
        "# ",
        "> ",
        "- ",
        "1. ",
        "+ ",
        "\n",
        "\n\n",
        "\\",
    ]
)


@given((st.lists(SIGNS, max_size=8).map("".join) | texts).filter(str.strip))
def test_no_word_of_the_article_acts_in_the_report(words: str) -> None:
    said = report(words + "x", by=words + "x", reason=words + "x").as_markdown()
    assert kinds(said) == kinds(report("words", by="Ada", reason="reason").as_markdown())
    assert all(sign.isprintable() or sign in "\n\t\u00a0" for sign in said)
