"""Words that are taken into a dictionary: a decision as any other, kept with the article and taken back by undo.

The article's own words are those of its decisions. Those of the editor's and the desk's dictionaries are in files: who
hears `WordChanged` writes them there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from editor.checker import GRAMMAR
from editor.desk import deciding
from editor.desk.carrying import Row
from editor.desk.happenings import WordChanged
from editor.desk.history import new_id
from editor.dictionaries import Lexicon, bare, normal
from editor.finding import Key, normalised
from editor.revision import LEARNT, Decision, Learnt, Snapshot, Step
from editor.saying import Said, mark

SPELLING = "spelling"
"""The rule of the check of grammar that speaks of words in no dictionary."""
SAID: dict[Learnt, str] = {
    "word_mine": mark("“{word}” is in your dictionary now."),
    "word_desk": mark("“{word}” is in the desk's dictionary now."),
    "word_article": mark("“{word}” is in this article's dictionary now."),
}


def misspelt(row: Row) -> bool:
    """Whether a finding speaks of a word that is in no dictionary."""
    return (row.check, row.rule) == (GRAMMAR, SPELLING)


def word_of(row: Row, text: str) -> str:
    """The word of a finding, as a dictionary has it."""
    return bare(normal(row.span.of(text)))


def learning(row: Row, whose: Learnt, text: str, by: str) -> Step:
    """The step that takes a finding's word into a dictionary."""
    step = deciding.deciding(row, whose, text, by)
    word = word_of(row, text)
    return replace(step, decisions=tuple(replace(d, snapshot=_of(d.snapshot, word)) for d in step.decisions))


def adding(words: Iterable[str], by: str) -> Step:
    """The step that takes words into the article's dictionary though no finding speaks of them."""
    decisions = []
    for word in words:
        key = Key(GRAMMAR, SPELLING, normalised(word), ("", ""), (), 0)
        snapshot = Snapshot("language", word, "", word, word)
        decisions.append(Decision(new_id(), key, "word_article", snapshot, by, deciding.now()))
    return Step(new_id(), "decided", (), tuple(decisions))


def dropping(known: Iterable[Decision], by: str) -> Step:
    """The step that takes words out of the article's dictionary again, by the decisions that took them in."""
    undone = (replace(d, id=new_id(), kind="undone", undoes=d.id, by=by, at=deciding.now()) for d in known)
    return Step(new_id(), "decided", (), tuple(undone))


def _of(snapshot: Snapshot, word: str) -> Snapshot:
    return replace(snapshot, before=word, after=word)


def said(whose: Learnt, word: str) -> Said:
    """What is told when a word was taken in."""
    return Said(SAID[whose], values=(("word", word),))


def alike(word: str, rows: Iterable[Row], text: str) -> set[int]:
    """The findings that a word in a dictionary answers."""
    lexicon = Lexicon(frozenset({word}), frozenset())
    return {row.id for row in rows if misspelt(row) and lexicon.knows(row.span.of(text))}


def changes(step: Step, every: Iterable[Decision], *, undone: bool) -> Iterator[WordChanged]:
    """Which words are known or no longer known once a step is done, or undone."""
    took = {d.id: d for d in every}
    for decision in step.decisions:
        back = took.get(decision.undoes) if decision.undoes else None
        one = back or decision
        if one.kind in LEARNT:
            whose: Learnt = one.kind
            yield WordChanged(one.snapshot.before, whose, known=undone == bool(back))
