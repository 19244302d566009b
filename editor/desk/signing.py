"""Sign-off: what an article still lacks for it, who signed it off, and whether its text has changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from editor import formats, saving
from editor.article import Article
from editor.checker import GRAMMAR
from editor.desk import happenings as told
from editor.reports import EditReport
from editor.revision import SignOff
from editor.saying import Said, sentence

if TYPE_CHECKING:
    from editor.desk.desk import Desk

Want = Literal["findings", "unsourced", "queries", "date", "grammar", "checks"]
"""What an article may lack: each has its own place in the window."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the checklist: whether it is done, and a sentence that says so or what is missing."""

    want: Want
    done: bool
    words: Said


def checklist(desk: Desk) -> tuple[Item, ...]:
    """What an article that is ready has: nothing open that is certain or likely, all sources, a date, every check."""
    findings = sum(row.confidence != "possible" for row in desk.board.open_rows())
    notes = desk.open_notes
    unsourced = sum(note.kind == "unsourced" for note in notes)
    queries = len(notes) - unsourced
    checking, date = desk.checking, desk.article.facts.date
    waits = checking.stale or checking.running or not checking.checked
    failed = len(checking.trouble.keys() - {GRAMMAR}) + checking.died
    known = bool(date and (date.value or date.known == "asked"))
    return (
        Item(
            "findings",
            not findings,
            sentence("%n certain or likely finding(s) open", "", findings)
            if findings
            else sentence("No finding is open"),
        ),
        Item(
            "unsourced",
            not unsourced,
            sentence("%n claim(s) without a source", "", unsourced)
            if unsourced
            else sentence("No claim is without a source"),
        ),
        Item(
            "queries",
            not queries,
            sentence("%n question(s) to the desk open", "", queries) if queries else sentence("No question is open"),
        ),
        Item("date", known, sentence("The date is known") if known else sentence("The date is not known")),
        _grammar(desk),
        Item(
            "checks",
            not failed and not waits,
            sentence("%n check(s) failed", "", failed)
            if failed
            else sentence("The text is being checked")
            if waits
            else sentence("All other checks have run"),
        ),
    )


def _grammar(desk: Desk) -> Item:
    checked = GRAMMAR in desk.checking.checked and not desk.checking.missing
    words = sentence("Grammar is checked") if checked else sentence("Grammar is not checked")
    return Item("grammar", checked, words)


class Signing:
    """The desk's sign-off: the last one, and what it says of the present text."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.last: SignOff | None = None

    @property
    def holds(self) -> bool:
        """Whether the present text is the one that was signed off."""
        return self.last is not None and self.last.sha256 == text_hash(self._desk.text)

    @property
    def missing(self) -> tuple[Item, ...]:
        """What is missing for a sign-off that leaves nothing open."""
        return tuple(item for item in checklist(self._desk) if not item.done)

    def draft(self, by: str, remark: str) -> Draft:
        """A sign-off of the article as it is now, to be written by any thread."""
        desk = self._desk
        open_ = tuple(str(item.words) for item in self.missing)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        signed = SignOff(by.strip() or desk.by, at, text_hash(desk.text), "", remark.strip(), open_)
        report = desk.edit_report(sorted(desk.checking.checked), desk.checking.not_checked())
        return Draft(signed, desk.article, report)

    def take(self, signed: SignOff) -> None:
        """Its log is written: the sign-off is kept with the article."""
        self.last = signed
        self._desk.writing.signed(signed)
        self._desk.tell(told.SignedOff())


@dataclass(frozen=True, slots=True)
class Draft:
    """A sign-off of which the file's hash is not yet known."""

    signed: SignOff
    article: Article
    report: EditReport

    def written(self, path: Path) -> SignOff:
        """Writes the decision log there, as Markdown, and as JSON beside it. Waits; raises saving.SaveRefused."""
        data = formats.written(self.article)
        signed = replace(self.signed, file_sha256=hashlib.sha256(data).hexdigest())
        report = replace(self.report, signed=signed)
        said = json.dumps(report.as_json(), indent=1, ensure_ascii=False) + "\n"
        saving.save(path, report.as_markdown().encode("utf-8", "surrogatepass"), expected=None)
        saving.save(path.with_suffix(".json"), said.encode("utf-8", "surrogatepass"), expected=None)
        return signed


def log_name(desk: Desk, at: datetime) -> str:
    """The name of the decision log: the file's, with the time, so that no log takes the place of another."""
    stem = desk.path.stem if desk.path else "-".join("".join(c if c.isalnum() else " " for c in desk.title).split()[:6])
    return f"{stem or 'article'}.signoff-{at:%Y-%m-%d-%H%M%S}.md"


def text_hash(text: str) -> str:
    """The SHA-256 of a text as UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def told_of(signed: SignOff) -> Iterator[str]:
    """A sign-off as the history has it."""
    remark = f" — {signed.remark}" if signed.remark else ""
    yield f"signed off by {signed.by}{remark}, text {signed.sha256[:12]}"
    if signed.open:
        yield f"open at the sign-off: {', '.join(signed.open)}"
