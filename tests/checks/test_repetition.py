"""What holds of the checks for repetition together: hostile text costs them time in proportion, and no more."""

from __future__ import annotations

import time

import pytest

from editor import checker, pages
from editor.formats import text as plain

NAMES = tuple(name for name in checker.names() if pages.page(name).family == "repetition")
HOSTILE = {
    "one word": "so " * 40_000,
    "one sentence": "The council will vote on the new bridge over the river in June. " * 3_000,
    "one line": "The council will vote on the new bridge over the river in June.\n" * 3_000,
    "quotations": "“It will open by May,” he said that it will open by May, " * 3_000,
    "figures": "It has 26 and 26 and 27, " * 4_000,
    "attributions": "according to the note, " * 6_000,
    "openings": "The hosts won. " * 8_000,
    "letters": "a" * 200_000,
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_costs_a_check_no_more_than_its_length(name: str, kind: str) -> None:
    article = plain.composed(HOSTILE[kind])
    ledger = checker.Checker().read(article)
    one = checker.check(name)
    began = time.process_time()
    for scope in [ledger] if one.scope == "ledger" else ledger.paragraphs:
        list(one.run(scope))
    assert time.process_time() - began < 4


def test_a_sentence_that_stands_often_is_one_finding_for_each_copy() -> None:
    article = plain.composed("The council will vote on the new bridge over the river in June.\n" * 5)
    report = checker.Checker().report(article, only=("said_before",))
    assert len(report.findings) == 4
    edited = article.edited(edit for found in report.findings for edit in found.fixes[0].edits)
    assert edited.text == "The council will vote on the new bridge over the river in June.\n"


@pytest.mark.parametrize(
    ("text", "merged"),
    [
        ("The hosts woke late. The hosts had conceded twice.", "The hosts woke late and had conceded twice."),
        ("He said the road would close. He said it was late.", "He said the road would close and that it was late."),
        ("The hosts woke late, too. The hosts then scored.", "The hosts woke late, too, and then scored."),
    ],
)
def test_two_sentences_that_begin_alike_may_be_made_one(text: str, merged: str) -> None:
    first = " ".join(text.split()[:2])
    article = plain.composed(f"{first} rested for a day at home. {first} trained again at dawn. {text}")
    (found,) = checker.Checker().report(article, only=("repeated_opening",)).findings
    (fix,) = found.fixes
    assert not fix.batch
    assert article.edited(fix.edits).text.endswith(merged)


FIRE = """Forestry scientists blame the pace of the fire on eight years of drought.
Crews came from Peru on Wednesday. Nobody slept that night. Cars blocked the road.
The swiftness of the flames is a product of the long dry spell, specialists contend."""
PLOT = """A man held in India has confessed to planning an attack on the harbour bridge, the minister said on Monday.
He was caught by chance. A clerk, who never met him, read that he confessed to planning an attack on the harbour bridge
in a newspaper left on the train by two nuns from Goa."""


@pytest.mark.parametrize(("name", "text"), [("repeated_phrase", PLOT), ("same_point", FIRE)])
def test_what_the_first_sentence_sums_up_the_text_tells_again(name: str, text: str) -> None:
    assert not checker.Checker().report(plain.composed(text), only=(name,)).findings
    later = plain.composed(f"Snow fell on the hills again all night long.\n{text}")
    assert len(checker.Checker().report(later, only=(name,)).findings) == 1
