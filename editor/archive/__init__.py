"""The archive: every decision, edit, note and revision of every article, kept for good in the user's data folder.

How to work with it

    archive = Archive(actor="Ada", changed=tell)     # no disk is touched, SQLAlchemy is not imported
    archive.start()                                  # its one thread opens the database, and works from then on
    archive.state                                    # State("opening" | "ready" | "newer" | "failed", reason)
    archive.close()                                  # writes what is waiting, at most for a few seconds

`changed` is called with the new State, from the archive's thread. `with Archive() as archive:` starts and closes.

Reading. Each question is answered by the archive's thread, in the order asked, as a `concurrent.futures.Future`:
`.result()` waits (never on the window's thread), `.add_done_callback` does not. The only errors are ArchiveError's.

    unknown(path, sha256) -> bool                    True: it surely has nothing of the file. No Future: a quick look
                                                     that needs no thread, before `start` too; False says nothing
    find(path, sha256) -> Record | None              what is known of a file; nothing is written
    open_article(path, sha256, text=…, title=…)      the same; a new article where none is known, of the file's `text`
                                                     -> Record; always answers, also where the archive can't be used
    open_article(article=id)                         one from `recent`, by its id
    open_article(path, sha256, text=…, title=…, as_new=True)      "copied": a new article whatever is known
    revisions(article) -> list[Revision]             the latest first; `sequence` is the order, never the time. With
                                                     `present=True` one of occasion "now" stands before them where
                                                     something was done since: it is not kept, its text is the draft
    deeds(article, revision) -> list[Deed]           what was done between the revision before and this one
    text_of(article, revision) -> str                by a Revision, its id, or the sequence of any event
    recent(limit=50) -> list[Recent]                 the latest first
    dismissals_everywhere() -> list[Decision]        what was let stand everywhere, in all articles, and still is
    history(path) -> list[Logged]                    every event of the article seen at that path, in order
    lease(article) -> bool                           True: this archive may write; False: another window has the article
    take_over(article) -> None                       takes the lease; the other's next write fails with LeaseLost

`Record.match` says what the file is to the archive: `same` (its hash is the one last seen: show `draft`),
`changed_outside` (the editor chooses), `moved` (its hash is known from another path, which `Record.path` is: ask, then
append `Opened` for "moved" or open with `as_new` for "copied"), `new`. `Record.recovered` is a text that holds more
than the archive does (its last writes failed): offer it, and take it as a step of kind `restored`.

Writing. `append` returns at once; its events, those of one call and of calls made close together, are one transaction.

    append(article, events, text=None, caret=None, done=None)

    Did(step)                a step of the desk's history. One with the id of the last step grows it: give the new edits
                             only. A new step clears what could be done again.
    Undid(step_id), Redid(step_id)      the last step taken back, done again. Nothing else need be said: the decisions
                             of a step that is taken back no longer hold, the notes are as they were before it.
    Opened(path, sha256)     the text was read from this file (also: "theirs" was taken, the file was moved)
    Saved(path, sha256)      the text was written to this file
    FactsSet(facts)          the date, language, … as the article has them now
    Named(name)              the present text is a revision of this name
    Titled(sequence, name, starred)     that revision is called so from now on
    Exported(path, sha256)   the present text was exported: it is a revision
    SignedOff(signed)        the present text was signed off: it is a revision

`text` is the whole text after the events. It goes to the recovery file, at most once a second; and where for longer
than a second it is another than the events make, or they do not fit, what was said is written as one step that makes
it so. `caret` is kept beside the article. `done(error)` is called from the archive's thread: with None when the events
are on disk; with an ArchiveError when they are not yet (they are kept and tried again every few seconds and with each
next write, and `done(None)` follows) or, for LeaseLost and ArchiveNewer, will not be.

What holds when: `rebuilt` (replay.py) is the pure function from events to text, notes and both stacks.
"""

from editor.archive.archive import Archive, State
from editor.archive.events import (
    ArchiveError,
    ArchiveNewer,
    Did,
    Event,
    Exported,
    FactsSet,
    LeaseLost,
    Logged,
    Named,
    Opened,
    Recent,
    Record,
    Redid,
    Saved,
    SignedOff,
    Titled,
    Undid,
    Unknown,
)
from editor.archive.replay import Replay, rebuilt

__all__ = [
    "Archive",
    "ArchiveError",
    "ArchiveNewer",
    "Did",
    "Event",
    "Exported",
    "FactsSet",
    "LeaseLost",
    "Logged",
    "Named",
    "Opened",
    "Recent",
    "Record",
    "Redid",
    "Replay",
    "Saved",
    "SignedOff",
    "State",
    "Titled",
    "Undid",
    "Unknown",
    "rebuilt",
]
