"""Debris: what is read as such, what only looks like it, and that taking it out gives back the article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Article, Edit
from editor.checker import Checker
from editor.formats import text as plain
from editor.reading.debris import debris, masked

CHECKS = ("source_chip", "vendor_token", "tracking_parameter", "hidden_character")

ARTICLE = """Harbour wall to be raised by two metres
LUNDE, 4 March 2026 — The harbour wall will be raised by two metres before the winter, the port’s board decided.
The works will cost 14 million euros. A third of the sum comes from the state; the town pays for the rest.
“Nobody here has forgotten the night of the flood,” mayor Ada Holm told the meeting.

Boats up to twelve metres can stay. Those above that length must leave by June, when the divers come.
According to Reuters, the wall of 1931 is cracked in nine places. Amazon.com rents a warehouse behind it.
The pumps (there are four) were last renewed in 2004, and two of them are out of use.

Fishermen want a slipway. They have asked for one since 1987, and the board has promised an answer in May."""

CHIPS = [
    "reuters.com +4",
    "Geo.tv +6 Dawn.com +6",
    "The Guardian+5",
    "AP News+3BBC+3",
    "Wikipedia Wikipedia +2",
    "(english.aaj.tv +4 by dawn.com +4 and geo.tv)",
    "(Facebook.com +2; Reuters +2)",
    "(TheAUSTRIAN.com.au/+1 at ArabNews)",
    "reuters.com +1 more source",
    "[The Guardian+1](https://www.theguardian.com/a?utm_source=chatgpt.com)",
    "([lemonde.fr](https://www.lemonde.fr/a?utm_source=chatgpt.com))",
    "citeturn0search0turn0search3",
    "\ue200cite\ue202turn0search2\ue202turn1news4\ue201",
    ":contentReference[oaicite:0]{index=0}",
    "【4:0†notes.pdf】",
    "[oai_citation:0‡site](https://example.org/a)",
    '<grok-card data-id="e8ff4f" data-type="citation_card">',
    "[web:1]",
    "[^1^]",
]
LINES = ["dawn.com +5", "apnews.com\n+2", "dawn.com\narabnews.com thenews.com.pk +2", "Reuters+2", "citeturn0news0"]
ATTRIBUTIONS = [
    ", according to dawn.com +2 and arabnews.com +2",
    ", as per several news sites including ansa.it +6 and rainews.it +6",
    ", according to multiple media sources, such as dawn.com +2",
]
ENDS = [n for n, c in enumerate(ARTICLE) if c in ".”" and ARTICLE[n + 1 : n + 2] in (" ", "\n", "") and n > 60]
STOPS = [n for n in ENDS if ARTICLE[n] == "."]
BREAKS = [n for n, c in enumerate(ARTICLE) if c == "\n" and n > 60]


def cleaned(text: str) -> str:
    """The text after all the fixes that may be taken unread."""
    article: Article = plain.composed(text)
    report = Checker().report(article, only=CHECKS)
    assert not report.trouble
    edits: list[Edit] = [e for f in report.findings for fix in f.fixes if fix.batch for e in fix.edits]
    return article.edited(edits).text


def injected(places: dict[int, str]) -> str:
    text = ARTICLE
    for place in sorted(places, reverse=True):
        text = text[:place] + places[place] + text[place:]
    return text


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_fixes_taken_unread_give_back_the_article(data: st.DataObject) -> None:
    places: dict[int, str] = {}
    for place in data.draw(st.lists(st.sampled_from(ENDS), unique=True, max_size=4)):
        places[place + 1] = " " + data.draw(st.sampled_from(CHIPS))
    for place in data.draw(st.lists(st.sampled_from(STOPS), unique=True, max_size=2)):
        if place + 1 not in places:
            places[place] = data.draw(st.sampled_from(ATTRIBUTIONS) | st.sampled_from(CHIPS).map(" {}".format))
    for place in data.draw(st.lists(st.sampled_from(BREAKS), unique=True, max_size=2)):
        if not {place, place - 1} & set(places):
            places[place] = "\n" + data.draw(st.sampled_from(LINES))
    assert cleaned(injected(places)) == ARTICLE


def test_the_article_itself_has_none() -> None:
    assert debris(ARTICLE) == ()


@pytest.mark.parametrize("chip", CHIPS + LINES)
def test_a_chip_is_one_piece_wherever_it_stands(chip: str) -> None:
    for place in (STOPS[0] + 1, STOPS[4] + 1, len(ARTICLE)):
        text = ARTICLE[:place] + " " + chip + ARTICLE[place:]
        pieces = [piece for piece in debris(text) if piece.kind != "line"]
        assert [piece.span.of(text) for piece in pieces] == [chip]


@pytest.mark.parametrize(
    "text",
    [
        "Call +1 202 555 0143 or write to desk@reuters.com.",
        "The motion passed with 54 votes, +6 on last year, and Labour is +6 in the polls.",
        "City are top at +12 goal difference, with Reading on +2.",
        "The call is at noon, GMT +5, which is UTC+1 for some.",
        "Netflix, Disney+ and Canal+ cost more; Apple News+ stays at $12.99.",
        "C++17 code sets x = A+1, and the film is for those over 18+.",
        "Amazon.com rose 3%. Booking.com said nothing, and dawn.com reported that nobody came.",
        "According to AP News, the deal was first reported by Reuters.",
        "He scored in the 45+2nd minute before Salah made it 2-0 in the 90+4.",
        "Readings were above the mean (Lodestone +1.4, Keeper +1.1).",
        "reuters.com −0.42, theguardian.com +0.27, aol.com +0.14",
        "Shares: reuters.com +3%, dawn.com +2 points.",
        "Full results are on the commission’s website, elections.gov.au.",
        "He said.It was late.So they left.",
        "The paper printed “turn0search0” and the ending “utm_source=chatgpt.com”.",
        "```\nciteturn0search0 reuters.com +4\n```",
        "ITV+1 shows it again, and E4 +1 too.",
        "See page 6 for the full story. Please see the mayor for details.",
    ],
)
def test_what_only_looks_like_debris_is_none(text: str) -> None:
    assert [(piece.kind, piece.span.of(text)) for piece in debris(text)] == []


def test_a_piece_tells_its_sources() -> None:
    (piece,) = debris("The wall stood for years (Thenews.com.pk +14; The Guardian +14), Timesofindia +14 etc).")
    assert [cited.outlet for cited in piece.cited] == ["The News International", "The Guardian", "The Times of India"]
    assert [cited.domain for cited in piece.cited] == ["thenews.com.pk", "", ""]


def test_lines_behind_a_full_stop_are_a_piece_of_their_own() -> None:
    text = "The wall stood for a hundred years. reuters.com +4\nlusa.pt +9\n+4\nIt fell."
    assert [piece.span.of(text) for piece in debris(text)] == ["reuters.com +4", "lusa.pt +9\n+4"]


def test_masking_keeps_places_and_line_ends() -> None:
    text = "It held. reuters.com\n+4\nIt fell."
    hidden = masked(text, debris(text))
    assert len(hidden) == len(text)
    assert hidden.split() == ["It", "held.", "It", "fell."]
    assert hidden.count("\n") == 2


def test_a_text_of_nothing_but_counters_is_read_in_line_with_its_length() -> None:
    text = ("reuters.com +1 " * 2000).strip()
    (piece,) = debris(text)
    assert len(piece.span) == len(text)
