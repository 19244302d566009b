"""Copies: an exported draft is an article too, and what is still open on the article travels with it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from editor import formats
from editor.archive import Archive, Did, Record
from editor.desk.desk import Desk
from editor.desk.history import new_id
from editor.desk.kept import at_text
from editor.revision import Decision, Note, Step


@dataclass(frozen=True, slots=True)
class Carried:
    """What a copy takes along: the notes, and what was let stand or queried, at the places of `text`."""

    text: str
    title: str
    notes: tuple[Note, ...]
    decisions: tuple[Decision, ...]

    @classmethod
    def by(cls, desk: Desk) -> Carried:
        """What a copy of the desk's present text takes along. What stands everywhere does so in the copy anyway."""
        held = tuple(d for d in desk.decisions if d.kind != "accepted" and d.scope != "everywhere")
        return cls(desk.text, desk.title, tuple(desk.notes.values()), held)


def keep_copy(archive: Archive, carried: Carried, path: Path, data: bytes) -> None:
    """Has the archive know the file `data` at `path` as an article that carries these notes. Waits; ArchiveError.

    The same bytes exported there once more are the same article; others are a new one, for notes of an article that
    was there before are none of this one's.
    """
    place, sha256 = path.resolve(), hashlib.sha256(data).hexdigest()
    if not carried.notes and not carried.decisions and archive.unknown(place, ""):
        return
    text = formats.read(data, str(path)).text
    known = archive.find(place, sha256).result()
    again = known and known.match == "same" and known.path == place and archive.lease(known.id).result()
    record = known if known and again else _begun(archive, place, sha256, text, carried.title)
    step = Step(
        new_id(),
        "noted",
        (),
        carried.decisions,
        tuple(at_text(carried.notes, carried.text, record.draft)),
        record.notes,
    )
    archive.append(record.id, [Did(step)], text=record.draft)


def _begun(archive: Archive, place: Path, sha256: str, text: str, title: str) -> Record:
    return archive.open_article(place, sha256, text=text, title=title, as_new=True).result()
