from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.archive import Did, Event, FactsSet, Named, Opened, Redid, Replay, Saved, SignedOff, Undid, payload, rebuilt
from editor.archive.events import Salvaged
from editor.archive.replay import Misfit
from editor.article import Edit, Fact, Facts, Span
from editor.revision import Decision, Note, SignOff, Step
from tests.archive.making import decided, decision, insertion, typed
from tests.strategies import edits, spans, texts

Told = list[tuple[Event, str, tuple[Note, ...], tuple[str, ...]]]
"""Events, each with the text, the notes and the decisions that hold after it, as the model has them."""


@st.composite
def sessions(draw: st.DrawFn) -> tuple[str, Told]:
    """An editor's session, followed by a model that keeps every text whole and knows nothing of inverses."""
    start = draw(texts)
    past: list[tuple[str, dict[str, Note], list[str]]] = [(start, {}, [])]
    future: list[tuple[str, dict[str, Note], list[str]]] = []
    ids: list[str] = []
    undone: list[str] = []
    told: Told = []
    for n in range(draw(st.integers(0, 12))):
        what = draw(st.sampled_from(["type", "grow", "decide", "note", "undo", "redo", "name", "save"]))
        text, notes, decisions = past[-1]
        event: Event
        if what == "undo" and ids:
            future.append(past.pop())
            undone.append(ids.pop())
            event = Undid(undone[-1])
        elif what == "redo" and undone:
            past.append(future.pop())
            ids.append(undone.pop())
            event = Redid(ids[-1])
        elif what in ("name", "save"):
            event = Named(f"no. {n}") if what == "name" else Saved("/desk/\udcff.txt", f"h{n}")
        else:
            made, after, kept = [], text, dict(notes)
            for _ in range(draw(st.integers(0 if what in ("decide", "note") else 1, 3))):
                edit = draw(edits(after))
                made.append(edit)
                after = after[: edit.span.start] + edit.words + after[edit.span.end :]
                kept = {id_: Note(id_, m.kind, m.span.after(edit), m.words, m.state) for id_, m in kept.items()}
            opened = {}
            if what == "note":
                id_ = draw(st.sampled_from([*kept, f"n{n}"]))
                opened = {id_: Note(id_, "query", draw(spans(after)), draw(texts))}
            said = (decision(f"d{n}"),) if what == "decide" else ()
            grows = what == "grow" and ids
            id_ = ids[-1] if grows else f"s{n}"
            step = Step(id_, "typed" if made else "decided", tuple(made), said, tuple(opened.values()))
            event = Did(step)
            state = (after, kept | opened, [*decisions, *(d.id for d in said)])
            if grows:
                past[-1] = state
            else:
                past.append(state)
                ids.append(id_)
            future, undone = [], []
        text, notes, decisions = past[-1]
        told.append((event, text, tuple(notes.values()), tuple(decisions)))
    return start, told


def _events(told: Told) -> list[Event]:
    return [event for event, *_ in told]


def holds(replay: Replay) -> tuple[str | None, set[Note], tuple[str, ...]]:
    return replay.text, set(replay.notes), tuple(d.id for d in replay.decisions)


@given(sessions())
def test_events_give_text_notes_and_decisions_after_each_of_them(session: tuple[str, Told]) -> None:
    start, told = session
    replay = Replay(start)
    for event, text, notes, decisions in told:
        replay.apply(event)
        assert holds(replay) == (text, set(notes), decisions)
    assert rebuilt(start, _events(told)) == replay


@given(sessions())
def test_events_written_down_are_the_same_when_read(session: tuple[str, Told]) -> None:
    for event, *_ in session[1]:
        assert payload.read(*payload.written(event)) == event


@given(sessions(), st.data())
def test_stacks_allow_to_undo_everything_and_do_it_again(session: tuple[str, Told], data: st.DataObject) -> None:
    start, told = session
    replay = rebuilt(start, _events(told))
    end = holds(replay)
    back = data.draw(st.integers(0, len(replay.done)))
    for _ in range(back):
        replay.apply(Undid(replay.done[-1][0].id))
    if back == len(told):
        assert replay.text == start
    for _ in range(back):
        replay.apply(Redid(replay.undone[-1][0].id))
    assert holds(replay) == end


def test_a_sign_off_is_kept_whatever_comes_after() -> None:
    signed = SignOff("Ada", "2026-11-25T14:02:00+00:00", "a" * 64, "b" * 64, "Read twice", ("3 findings",))
    event = SignedOff(signed)
    assert payload.read(*payload.written(event)) == event
    assert rebuilt("", [event, Did(typed("s", "", "x")), Salvaged()]).signed == signed


def test_a_new_step_clears_what_could_be_done_again() -> None:
    replay = rebuilt("a", [Did(typed("1", "a", "b")), Undid("1"), Did(typed("2", "a", "c"))])
    assert replay.text == "ac"
    assert replay.undone == []


def test_typing_of_one_step_is_taken_back_at_once() -> None:
    replay = rebuilt("", [Did(typed("1", "", "a")), Did(typed("1", "a", "b")), Undid("1")])
    assert replay.text == ""
    assert [step.edits for step, _ in replay.undone] == [(insertion(0, "a"), insertion(1, "b"))]


def test_changes_begin_anew_when_the_file_is_written() -> None:
    events: list[Event] = [Did(typed("1", "", "a")), Saved("/a.txt", "h1"), Did(typed("2", "a", "b")), Undid("2")]
    replay = rebuilt("", events)
    assert replay.changes == [insertion(1, "b"), insertion(1, "b").inverse()]
    assert (replay.path, replay.sha256) == ("/a.txt", "h1")


def test_facts_are_the_last_ones_set() -> None:
    facts = Facts(date=Fact("2026-11-24", "asked"))
    assert rebuilt("", [Opened("", ""), FactsSet(Facts()), FactsSet(facts)]).facts == facts


def test_a_link_has_another_target_and_the_text_stays() -> None:
    edit = Edit(Span(0, 1), "http://a?utm_source=b", "http://a", "target")
    assert rebuilt("a", [Did(Step("1", "decided", (edit,))), Undid("1"), Redid("1")]).text == "a"


@pytest.mark.parametrize(
    "event",
    [Undid("2"), Redid("1"), Did(Step("3", "typed", (Edit(Span(0, 1), "x", "y"),))), Did(typed("3", "long text", "!"))],
)
def test_an_event_that_does_not_fit_changes_nothing(event: Event) -> None:
    replay = rebuilt("a", [Did(typed("1", "a", "b"))])
    before = replay.copy()
    with pytest.raises(Misfit):
        replay.apply(event)
    assert replay == before


def test_a_decision_stays_after_events_were_lost() -> None:
    kept: tuple[Decision, ...] = (decision("d1"),)
    replay = rebuilt("", [decided("1", decision("d0")), Salvaged(kept), decided("2", decision("d2"))])
    assert [d.id for d in replay.decisions] == ["d1", "d2"]
    assert len(replay.done) == 1


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("typed", b"{"), ("typed", b'{"v":1}'), ("typed", b'{"v":1,"step":"1","edits":[[5,1,"",""]]}'),
        ("later", b"{}"), ("later", b'{"v":1,"step":"1"}'),
        ("named", b'{"v":1,"name":"\xff"}'),
        ("typed", b'{"v":2,"step":"1"}'),
    ],
)  # fmt: skip
def test_a_damaged_payload_is_refused(kind: str, said: bytes) -> None:
    with pytest.raises(payload.Unreadable):
        payload.read(kind, said)


def test_fields_of_a_later_copydesk_are_passed_over() -> None:
    assert payload.read("named", b'{"v":1,"name":"a","mood":"good"}') == Named("a")
