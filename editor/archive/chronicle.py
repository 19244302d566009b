"""What was done from revision to revision, read from the events between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from editor.archive.events import Did, Event, Exported, Logged, Named, Opened, Redid, Saved, SignedOff, Titled, Undid
from editor.revision import Decision, Deed, Occasion, Revision, Since, Step


def told(kept: Sequence[Revision], events: Iterable[Logged]) -> list[Revision]:
    """The revisions, the first first, each with why it was kept and with what was done since the one before."""
    titles: dict[int, Titled] = {}
    found: list[Revision] = []
    between: list[Logged] = []
    waiting = iter(kept)
    revision = next(waiting, None)
    for logged in events:
        while revision and revision.sequence < logged.sequence:
            found.append(_told(revision, between))
            between, revision = [], next(waiting, None)
        between.append(logged)
        if isinstance(logged.event, Titled):
            titles[logged.event.revision] = logged.event
    for last in (revision, *waiting) if revision else ():
        found.append(_told(last, between))
        between = []
    return [_titled(one, titles.get(one.sequence)) for one in found]


def present(kept: Sequence[Revision], events: Iterable[Logged]) -> Revision | None:
    """What was done since the last revision, as one that is not kept yet; None where nothing was."""
    after = kept[-1].sequence if kept else 0
    since = [logged for logged in events if logged.sequence > after]
    held = _held(since)
    if not held.steps and not held.undone:
        return None
    last = since[-1]
    return Revision("now", last.sequence, "", last.by, last.at, 0, "now", since=_since(since))


def deeds(events: Iterable[Logged]) -> Iterator[Deed]:
    """What was done in these events, one by one; what was taken back again is left out."""
    events = list(events)
    held = _held(events)
    who = {logged.event.step.id: logged for logged in events if isinstance(logged.event, Did)}
    for step in held.steps:
        by, at = who[step.id].by, who[step.id].at
        yield from (_deed(decision) for decision in step.decisions)
        if not step.decisions:
            yield from (Deed("noted", note.words, reason=note.state, by=by, at=at) for note in step.notes)
        if step.kind == "restored":
            yield Deed("restored", "", by=by, at=at)
        elif step.kind == "replaced" and step.edits:
            first = step.edits[0]
            yield Deed("replaced", "", first.expected, first.words, by=by, at=at, places=len(step.edits))
    for logged in held.undone:
        yield Deed("undone", "", by=logged.by, at=logged.at)


class _Held:
    """The steps of some events that hold after them, and the events that took back earlier ones."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.undone: list[Logged] = []


def _held(events: Iterable[Logged]) -> _Held:
    steps: dict[str, Step] = {}
    back: dict[str, Logged | None] = {}
    for logged in events:
        match logged.event:
            case Did(step):
                known = steps.get(step.id)
                steps[step.id] = _grown(known, step) if known else step
            case Undid(step_id):
                back[step_id] = logged
            case Redid(step_id):
                back[step_id] = None
    held = _Held()
    held.steps = [step for id_, step in steps.items() if not back.get(id_)]
    held.undone = [logged for id_, logged in back.items() if logged and id_ not in steps]
    return held


def _grown(step: Step, more: Step) -> Step:
    decisions, notes = (*step.decisions, *more.decisions), (*step.notes, *more.notes)
    return replace(step, edits=(*step.edits, *more.edits), decisions=decisions, notes=notes)


def _told(revision: Revision, between: Sequence[Logged]) -> Revision:
    last = between[-1].event if between and between[-1].sequence == revision.sequence else None
    occasion, path = _occasion(last)
    return replace(revision, occasion=occasion, path=path, since=_since(between))


def _occasion(event: Event | None) -> tuple[Occasion, str]:
    match event:
        case Named():
            return "named", ""
        case Opened(path):
            return "opened", path
        case Saved(path):
            return "saved", path
        case Exported(path):
            return "exported", path
        case SignedOff():
            return "signed", ""
    return "kept", ""


def _since(events: Iterable[Logged]) -> Since:
    held = _held(events)
    kinds = [decision.kind for step in held.steps for decision in step.decisions]
    typed = [step for step in held.steps if step.kind == "typed"]
    return Since(
        accepted=kinds.count("accepted"),
        stands=kinds.count("stands") + kinds.count("both_right"),
        queried=kinds.count("queried"),
        noted=sum(len(step.notes) for step in held.steps if not step.decisions),
        restored=sum(step.kind == "restored" for step in held.steps),
        replaced=sum(len(step.edits) for step in held.steps if step.kind == "replaced"),
        undone=len(held.undone) + kinds.count("undone"),
        typed=sum(_words([edit.words for edit in step.edits]) for step in typed),
        cut=sum(_words([edit.expected for edit in step.edits]) for step in typed),
    )


def _words(pieces: Sequence[str]) -> int:
    """The words of a typed step, which came or went a key at a time."""
    return len("".join(pieces).split())


def _titled(revision: Revision, title: Titled | None) -> Revision:
    return replace(revision, name=title.name, starred=title.starred) if title else revision


def _deed(decision: Decision) -> Deed:
    seen = decision.snapshot
    return Deed(
        decision.kind,
        seen.message,
        before=seen.before,
        after=seen.after,
        place=seen.place,
        reason=decision.reason,
        by=decision.by,
        at=decision.at,
    )
