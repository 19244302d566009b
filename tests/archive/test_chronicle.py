"""The timeline: why each revision was kept, what was done on the way to it, and what it is called since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from editor.archive import Archive, Did, Exported, Named, Redid, Saved, SignedOff, Titled, Undid, chronicle
from editor.archive.events import Event, Logged
from editor.article import Edit, Span
from editor.revision import Deed, Note, Revision, SignOff, Since, Step
from tests.archive.making import TEXT, begun, decided, decision, insertion, typed, write

SIGNED = SignOff("Ada", "2026-11-25T10:00:00+00:00", "", "")
NOTE = Note("n1", "query", Span(0, 3), "Which mayor?")


def logged(*events: Event) -> list[Logged]:
    return [Logged(n, f"2026-11-25T10:{n:02}:00+00:00", "Ada", event) for n, event in enumerate(events, 1)]


def since(*events: Event) -> Since:
    """What is told of these events, as done up to one revision."""
    last = len(events)
    (told,) = chronicle.told([Revision(str(last), last, "", "Ada", "", 3)], logged(*events))
    return told.since


@pytest.fixture
def kept(archive: Archive, tmp_path: Path) -> str:
    """An article that was opened, decided on, named, exported, saved and signed off."""
    id_ = begun(archive, tmp_path / "a.txt")
    text = TEXT + "More words. "
    write(archive, id_, Did(typed("s1", TEXT, "More words. ")), decided("s2", decision("d1")), Named("For the lawyer"))
    write(archive, id_, Did(typed("s3", text, "x")), Exported(str(tmp_path / "b.txt"), "h1"))
    write(archive, id_, Undid("s3"), Saved(str(tmp_path / "a.txt"), "h2"), SignedOff(SIGNED))
    return id_


def test_a_revision_says_why_it_was_kept_and_where(archive: Archive, kept: str, tmp_path: Path) -> None:
    told = archive.revisions(kept).result(20)
    assert [(r.occasion, r.name, Path(r.path).name) for r in told] == [
        ("signed", "", ""),
        ("saved", "", "a.txt"),
        ("exported", "", "b.txt"),
        ("named", "For the lawyer", ""),
        ("opened", "", "a.txt"),
    ]
    assert told[3].since == Since(stands=1, typed=2)
    assert told[2].since == Since(typed=1)


def test_what_was_sent_out_can_be_read_again(archive: Archive, kept: str) -> None:
    signed, saved, exported, *_ = archive.revisions(kept).result(20)
    assert archive.text_of(kept, exported).result(20) == TEXT + "More words. x"
    assert archive.text_of(kept, signed).result(20) == archive.text_of(kept, saved).result(20) == TEXT + "More words. "


def test_a_revision_has_another_name_from_then_on(
    archives: Callable[..., Archive], tmp_path: Path, folder: Path
) -> None:
    first = archives()
    path = tmp_path / "a.txt"
    id_ = begun(first, path)
    write(first, id_, Named("Draft"))
    named, opened = first.revisions(id_).result(20)
    write(first, id_, Titled(named.sequence, "For the lawyer", starred=True))
    write(first, id_, Titled(opened.sequence, "As it came"), Titled(opened.sequence, "As it came in"))
    first.close()
    again = archives()
    told = again.revisions(id_).result(20)
    assert [(r.name, r.starred) for r in told] == [("For the lawyer", True), ("As it came in", False)]
    # A name is no change of the article: nothing is lost, and nothing new to be taken back.
    record = again.open_article(path, "h0").result(20)
    assert (record.draft, record.done, record.match) == (TEXT, (), "same")


def test_a_name_can_be_taken_away(archive: Archive, kept: str) -> None:
    revision = archive.revisions(kept).result(20)[3]
    write(archive, kept, Titled(revision.sequence, ""))
    assert archive.revisions(kept).result(20)[3].name == ""


def test_deeds_are_those_between_two_revisions(archive: Archive, kept: str) -> None:
    revisions = archive.revisions(kept).result(20)
    deeds = [archive.deeds(kept, revision).result(20) for revision in revisions]
    assert [[deed.kind for deed in one] for one in deeds] == [[], ["undone"], [], ["stands"], []]
    (stands,) = deeds[3]
    assert (stands.what, stands.before, stands.place) == ("“the” stands twice", "the the", "paragraph 1")


def test_what_was_taken_back_again_is_not_told() -> None:
    step = decided("s1", decision("d1", kind="accepted"))
    assert since(step).accepted == 1
    assert since(step, Undid("s1")) == Since()
    assert since(step, Undid("s1"), Redid("s1")).accepted == 1


def test_taking_back_what_was_done_before_is_told() -> None:
    events = logged(Undid("earlier"))
    assert list(chronicle.deeds(events)) == [Deed("undone", "", by="Ada", at=events[0].at)]


def test_a_step_that_grew_is_told_once_with_all_it_did() -> None:
    grown = [Did(Step("s1", "typed", (insertion(n, word),))) for n, word in ((0, "two "), (4, "wo"), (6, "rds"))]
    assert since(*grown) == Since(typed=2)
    gone = Did(Step("s2", "typed", (Edit(Span(0, 9), "one two three", ""),)))
    assert since(gone) == Since(cut=3)


def test_a_note_and_a_restored_text_are_told() -> None:
    events = logged(Did(Step("s1", "noted", notes=(NOTE,))), Did(Step("s2", "restored", (insertion(0, "x"),))))
    assert [(d.kind, d.what, d.reason) for d in chronicle.deeds(events)] == [
        ("noted", "Which mayor?", "open"),
        ("restored", "", ""),
    ]
    assert since(*(one.event for one in events)) == Since(noted=1, restored=1)


def test_what_was_done_since_the_last_revision_is_told_when_asked_for(archive: Archive, kept: str) -> None:
    assert archive.revisions(kept, present=True).result(20)[0].occasion == "signed"
    text = TEXT + "More words. "
    write(archive, kept, Did(typed("s4", text, "And more. ")), decided("s5", decision("d5", kind="accepted")))
    now, last, *_ = archive.revisions(kept, present=True).result(20)
    assert (now.occasion, now.since, last.occasion) == ("now", Since(accepted=1, typed=2), "signed")
    assert [deed.kind for deed in archive.deeds(kept, now).result(20)] == ["accepted"]
    assert archive.revisions(kept).result(20)[0] == last
    write(archive, kept, Undid("s5"), Undid("s4"))
    assert archive.revisions(kept, present=True).result(20)[0] == last


def test_words_replaced_everywhere_are_told_with_their_places() -> None:
    edits = (Edit(Span(0, 3), "The", "A"), Edit(Span(10, 13), "The", "A"))
    (deed,) = chronicle.deeds(logged(Did(Step("s1", "replaced", edits))))
    assert (deed.kind, deed.before, deed.after, deed.places) == ("replaced", "The", "A", 2)
    assert since(Did(Step("s1", "replaced", edits))) == Since(replaced=2)
