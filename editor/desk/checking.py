"""What was checked of the present text, and what was not: the worker's reports, carried to the text as it is now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from editor.article import Edit
from editor.checker import GRAMMAR, Trouble
from editor.desk import happenings as told
from editor.finding import Finding
from editor.saying import Said as Words
from editor.saying import sentence
from editor.worker import Died, Done, Engine, Job, Report, Said, Sheet

if TYPE_CHECKING:
    from editor.desk.desk import Desk
    from editor.factsheet import Row
    from editor.measures import Measures


class Checking:
    """The desk's side of the worker. A report on an older text is carried through the edits made since."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._asked = -1
        self._edits: list[tuple[int, tuple[Edit, ...]]] = []
        self._parts: dict[tuple[int, str], list[Finding]] = {}
        self.checked: set[str] = set()
        self.trouble: dict[str, Trouble] = {}
        self._sheet: Sheet | None = None
        self.engine, self.missing, self.pid = "", "", 0
        self.running = False
        self.died = False
        self.off: frozenset[str] = frozenset()
        """The checks that the editor has turned off."""

    @property
    def stale(self) -> bool:
        """Whether the present text has not been sent to be checked."""
        return self._asked != self._desk.number

    def job(
        self,
        options: dict[str, dict[str, object]] | None = None,
        *,
        grammar: bool = True,
        off: Collection[str] = (),
        sheet: bool = False,
    ) -> Job:
        """The present text as a job for the worker; with `sheet` the fact sheet is asked for too."""
        self._asked, self.running = self._desk.number, True
        self._switch(off if grammar else {*off, GRAMMAR})
        return Job(self._desk.number, self._desk.article.bare(), options or {}, grammar, frozenset(off), sheet)

    def _switch(self, off: Collection[str]) -> None:
        """These checks do not run: what they found before is no longer said."""
        for check in set(off) - self.off:
            self.checked.discard(check)
            self.trouble.pop(check, None)
            self._desk.heard(check, [])
        self.off = frozenset(off)
        if GRAMMAR in off:
            self.engine, self.missing, self.pid = "", "", 0

    def edited(self, edits: Sequence[Edit]) -> None:
        """The text has the desk's present number because of these edits."""
        self._edits.append((self._desk.number, tuple(edits)))
        del self._edits[:-1000]

    def hear(self, report: Report) -> None:
        """A report from the worker; on the desk's thread."""
        desk = self._desk
        if isinstance(report, Died):
            self.died = not report.again
            self.running = False
            desk.tell(told.Checked(done=False))
        elif isinstance(report, Engine):
            self.engine, self.missing, self.pid = report.engine, report.missing, report.pid
            desk.tell(told.Checked(done=False))
        elif isinstance(report, Sheet):
            self._sheet = report
            desk.tell(told.SheetRead())
        elif isinstance(report, Done):
            if report.number == desk.number:
                self.running = False
            self._parts = {known: v for known, v in self._parts.items() if known[0] >= report.number}
            desk.tell(told.Checked(done=report.number == desk.number))
        else:
            self._said(report)

    def _said(self, said: Said) -> None:
        if said.trouble:
            self.trouble[said.check] = said.trouble
            self.checked.discard(said.check)
            self._desk.tell(told.Checked(done=False))
            return
        part = self._parts.setdefault((said.number, said.check), [])
        part += said.findings
        if said.more:
            return
        findings = self._parts.pop((said.number, said.check))
        if said.check in self.off:
            return
        since = self._since(said.number)
        if since is None:
            return
        findings = [found for found in (f.after(*since) for f in findings) if found]
        self.trouble.pop(said.check, None)
        self.checked.add(said.check)
        self._desk.heard(said.check, findings)

    def _since(self, number: int) -> list[Edit] | None:
        """The edits since the text `number`; None where they are no longer known."""
        if self._edits and self._edits[0][0] > number + 1 and self._desk.number - number >= 1000:
            return None
        return [edit for later, edits in self._edits if later > number for edit in edits]

    @property
    def sheet_read(self) -> bool:
        """Whether the fact sheet was read at all: an empty one is the sheet of an article that says nothing."""
        return self._sheet is not None

    @property
    def sheet(self) -> tuple[Row, ...]:
        """The fact sheet as it was read last, at the places of the present text, with what is open about its facts."""
        since = self._since(self._sheet.number) if self._sheet else None
        if not self._sheet or since is None:
            return ()
        from editor.factsheet import carried, marked

        return marked(carried(self._sheet.rows, since), [row.finding for row in self._desk.board.open_rows()])

    @property
    def measures(self) -> Measures | None:
        """What was measured of the text as it was read last, at the places of the present text; None before that."""
        since = self._since(self._sheet.number) if self._sheet else None
        if not self._sheet or not self._sheet.measures or since is None:
            return None
        return self._sheet.measures.after(since)

    def not_checked(self) -> list[tuple[Words | str, Words | str]]:
        """What was not checked of this article, and why, for the panel's last line and the report."""
        rows: list[tuple[Words | str, Words | str]]
        rows = [(check, trouble.reason) for check, trouble in sorted(self.trouble.items())]
        rows += [(check, sentence("turned off in the settings")) for check in sorted(self.off)]
        if self.died:
            rows.append((sentence("what changed since"), sentence("the checks stopped: start Copydesk again")))
        if self.missing:
            rows.append((GRAMMAR, self.missing))
        if not (self._desk.article.facts.date and self._desk.article.facts.date.value):
            rows.append((sentence("dates against today"), sentence("the article’s date is not known: set it below")))
        return rows
