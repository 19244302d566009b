"""Who says each quotation of an article."""

from __future__ import annotations

import pytest

from editor.checker import Checker
from editor.formats.text import composed
from editor.voices import voices

_STORY = "Prime Minister Anna Berg opened the pier. Karl Holm, a fisherman, stayed away.\n\n"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“It rained,” said Anna Berg. “We left.”", ["Anna Berg", "Anna Berg"]),
        ("“It rained,” said Anna Berg.\n\n“We left at once.”\n\nIt was late.", ["Anna Berg", "Anna Berg"]),
        ("According to Anna Berg, the plan was “a farce”.", ["Anna Berg"]),
        ("Holm noted the pier was shut. “Nobody asked us.”", ["Holm"]),
        ("Mr Holm called the ruling “odd” and “late”: “We lost a year.”", ["Mr Holm"] * 3),
        ("“It is a long game.” - Karl Holm\n\nIt rained.", ["Karl Holm"]),
        ("The sailors call for “a pier of their own”.", [None]),
        ("They called for “a pier of their own”.", ["They"]),
        (
            "A message read “no boats”, with one man writing “why?” below it.",
            ["A message", "one man"],
        ),
    ],
)
def test_the_voice_is_found_where_the_sentence_does_not_tell(text: str, speakers: list[str | None]) -> None:
    ledger = Checker().read(composed(text))
    assert [voice and voice.span.of(text) for voice in voices(ledger)] == speakers


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("“We open today,” said the prime minister.", "Anna Berg"),
        ("“I stay away,” he said.", "Karl Holm"),
        ("“We open today,” Berg said.", "Anna Berg"),
        ("“We open today,” said the harbour master.", None),
    ],
)
def test_names_descriptions_and_pronouns_lead_to_the_person(said: str, who: str | None) -> None:
    [voice] = voices(Checker().read(composed(_STORY + said)))
    assert voice
    assert (voice.person.full if voice.person else None) == who
