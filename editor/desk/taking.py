"""Takes the fixes that may be taken unread, as one would in the window, until none is left."""

from __future__ import annotations

from collections.abc import Collection

from editor.checker import Checker, Report
from editor.desk.desk import Desk

ROUNDS = 8
"""The most rounds: a fix may uncover one more (what it left is doubled now); longer chains than three are not known."""


def take(
    desk: Desk, checker: Checker, *, certain: bool, only: Collection[str] | None = None, grammar: bool = False
) -> Report:
    """Checks the desk's text, takes its certain fixes where asked to, and gives the report of the text it ends with."""
    for _ in range(ROUNDS):
        report = checker.report(desk.article, only=only, grammar=grammar)
        for check in report.checked:
            desk.heard(check, [f for f in report.findings if f.check == check])
        taken = (
            desk.batch(row for row in desk.board.open_rows() if row.finding.confidence == "certain") if certain else []
        )
        if not taken:
            break
        desk.accept_all(taken)
    return report
