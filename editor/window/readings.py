"""What is measured of an article, as bars with their words."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from editor.measures import SAMPLE, Ease, Measures, called
from editor.saying import mark
from editor.window.charts import Bar, Limit
from editor.window.translation import tr

HARD = 30.0
"""Below this reading ease Flesch calls a text very difficult."""
EASES: dict[Ease, str] = {
    "very easy": mark("very easy"),
    "easy": mark("easy"),
    "fairly easy": mark("fairly easy"),
    "standard": mark("standard"),
    "fairly hard": mark("fairly hard"),
    "hard": mark("hard"),
    "very hard": mark("very hard"),
}
Shown = tuple[list[Bar], str, Limit | None]
"""The bars, what is said of them together, and the line across them."""


def lengths(measures: Measures, long: int) -> Shown:
    """A bar for each sentence; those of more words than `long` are marked."""
    said = tr("{words} words, paragraph {number}")
    over = tr("{words} words, long, paragraph {number}")
    bars = [
        Bar(
            one.words,
            (over if one.words > long else said).format(words=one.words, number=one.paragraph),
            one.span,
            one.words > long,
        )
        for one in measures.sentences
    ]
    longest = measures.longest
    summary = tr("Longest sentence {words} words, paragraph {number}. On average {mean}; {long} of {all} are long.")
    words = summary.format(
        words=longest.words if longest else 0,
        number=longest.paragraph if longest else 0,
        mean=round(measures.mean),
        long=measures.long(long),
        all=len(measures.sentences),
    )
    return bars, words, Limit(long, tr("{words} words").format(words=long))


def readings(measures: Measures) -> Shown:
    """A bar for each paragraph, the higher the easier it reads; those that are very hard are marked."""
    said = tr("Paragraph {number}: {ease}, {called}")
    short = tr("Paragraph {number}: {ease}, {called}; of {words} words a hint only")
    bars = [
        Bar(
            min(100.0, max(0.0, one.ease)),
            (said if one.words >= SAMPLE else short).format(
                number=one.number,
                ease=round(one.ease),
                called=tr(EASES[called(one.ease, measures.language)]),
                words=one.words,
            ),
            one.span,
            one.ease < HARD,
        )
        for one in measures.passages
        if one.ease is not None
    ]
    if measures.ease is None:
        return [], "", None
    name = tr(EASES[called(measures.ease, measures.language)])
    words = tr("The whole: {ease} of 100 ({formula}), {called}").format(
        ease=round(measures.ease), formula=measures.formula, called=name
    )
    if measures.grade is not None:
        grade = QLocale().toString(max(0.0, measures.grade), "f", 1)
        words = tr("{ease}; school year {grade}").format(ease=words, grade=grade)
    whole = tr("the whole {ease}").format(ease=round(measures.ease))
    return bars, words, Limit(min(100.0, max(0.0, measures.ease)), whole)
