"""Decisions: what is kept of a finding when an editor decides it, and the step that the decision is."""

from __future__ import annotations

import bisect
import functools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

from editor import pages
from editor.article import Edit, Span
from editor.desk.carrying import Row
from editor.desk.history import new_id
from editor.finding import Fix, Scope
from editor.reading.quotations import Quotation, quotations
from editor.revision import Decision, DecisionKind, Note, Snapshot, Step


def batched(fixes: Iterable[tuple[Row, Fix]]) -> list[tuple[Row, Fix]]:
    """Of these fixes as many as can be taken at once, the first of those that touch each other."""
    taken: list[tuple[Row, Fix]] = []
    spans: list[Span] = []
    for row, fix in fixes:
        # Those taken don't touch each other, so that only the nearest on both sides can touch another.
        places = [(e.span, bisect.bisect(spans, e.span)) for e in fix.edits]
        if not any(span.touches(other) for span, at in places for other in spans[max(0, at - 2) : at + 2]):
            taken.append((row, fix))
            for edit in fix.edits:
                bisect.insort(spans, edit.span)
    return taken


Left = Literal["facts", "quoted", "touching", "choice", "nothing"]
"""Why a finding is not among those taken together: two places disagree and only an editor knows which is right; it is
in somebody's words; its fix touches another that is taken; its fixes are to be read; it has none."""


def left_out(rows: Iterable[Row], taken: Iterable[tuple[Row, Fix]], text: str) -> Counter[Left]:
    """How many of these rows are not among those taken together, and why not."""
    inside = {row.id for row, _ in taken}
    return Counter(_why_left(row, text) for row in rows if row.id not in inside)


def _why_left(row: Row, text: str) -> Left:
    found = row.finding
    if row.family == "consistency":
        return "facts"
    if not found.fixes:
        return "nothing"
    if quoted(found.span, text):
        return "quoted"
    return "touching" if any(fix.batch for fix in found.fixes) else "choice"


def unread(row: Row, text: str) -> Fix | None:
    """The fix of a finding that may be taken unread with others: never of a fact, nor in somebody's own words.

    What a search engine left in a quotation nobody said: there the check itself says whether its fix may be taken so.
    """
    fix = next((fix for fix in row.finding.fixes if fix.batch), None)
    if fix is None or row.family == "consistency" or (row.family != "citations" and quoted(row.span, text)):
        return None
    return fix


def quoted(span: Span, text: str) -> bool:
    """Whether a place lies in a quotation of its paragraph."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    return any(said.span.moved(start).touches(span) for said in _quotations(line))


@functools.lru_cache(64)
def _quotations(line: str) -> tuple[Quotation, ...]:
    return quotations(line)


def accepting(taken: list[tuple[Row, Fix]], text: str, by: str, caret: int) -> Step:
    """The step that takes these fixes together: their edits, the last place first, and the notes that they leave."""
    edits = sorted((e for _, fix in taken for e in fix.edits), key=lambda e: e.span, reverse=True)
    batch = new_id() if len(taken) > 1 else ""
    decisions, notes = [], []
    for row, fix in taken:
        label = pages.fix_label(row.finding, fix)
        decisions.append(replace(_decision(row, "accepted", text, by, fix), fix=label, batch=batch))
        if fix.leaves:
            span = fix.leaves.span
            for edit in edits:
                span = span.after(edit)
            notes.append(Note(new_id(), fix.leaves.kind, span, _left(fix.leaves.span, edits, text)))
    return Step(new_id(), "decided", tuple(edits), tuple(decisions), tuple(notes), caret=caret)


def deciding(row: Row, kind: DecisionKind, text: str, by: str, *, scope: Scope = "place", reason: str = "") -> Step:
    """The step of a decision that leaves the text as it is."""
    decision = replace(_decision(row, kind, text, by), scope=scope, reason=reason)
    return Step(new_id(), "decided", (), (decision,))


def reopening(decision: Decision, by: str) -> Step:
    """The step that takes one decision back, whatever was decided after it."""
    back = Decision(new_id(), decision.key, "undone", decision.snapshot, by, now(), undoes=decision.id)
    return Step(new_id(), "decided", (), (back,))


def standing(rows: Sequence[Row], text: str, by: str) -> Step:
    """The step that lets many findings stand together, each at its place."""
    batch = new_id() if len(rows) > 1 else ""
    return Step(new_id(), "decided", (), tuple(replace(_decision(r, "stands", text, by), batch=batch) for r in rows))


def caret_after(step: Step, caret: int) -> int | None:
    """Where the caret belongs once a step is done; None where it changes no words."""
    place = Span(caret, caret)
    for edit in step.edits:
        place = place.after(edit)
    return place.start if step.edits else None


def patched(text: str, span: Span, edits: Iterable[Edit]) -> str:
    """What the words of `span`, with the edits' own places where they touch it, become."""
    edits = sorted((e for e in edits if e.of == "words"), key=lambda e: e.span)
    near = [e for e in edits if e.span.touches(span)] or edits
    start = min([span.start, *(e.span.start for e in near)])
    end = max([span.end, *(e.span.end for e in near)])
    for edit in reversed(near):
        text = text[: edit.span.start] + edit.words + text[edit.span.end :]
        end += len(edit.words) - len(edit.span)
    return text[start:end]


def _decision(row: Row, kind: DecisionKind, text: str, by: str, fix: Fix | None = None) -> Decision:
    found = row.finding
    if found.key is None:
        raise ValueError(f"a finding of {found.check} without key: it was never on the board")
    before = found.span.of(text)
    after = patched(text, found.span, fix.edits) if fix else before
    place = f"line {text.count(chr(10), 0, found.span.start) + 1}"
    return Decision(new_id(), found.key, kind, Snapshot(row.family, row.message, place, before, after), by, now())


def _left(span: Span, edits: Iterable[Edit], text: str) -> str:
    inside = [e for e in edits if span.touches(e.span)]
    return patched(text, span, inside).strip() if inside else span.of(text)


def now() -> str:
    """The time as decisions keep it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
