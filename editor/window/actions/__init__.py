"""Every action of the window: one line each, in the file of its menu. What it does, `editor.window.commands` says."""

from __future__ import annotations

import functools

from editor.saying import mark
from editor.window.actions.act import LINE, Act, Context
from editor.window.actions.edit import EDIT
from editor.window.actions.file import FILE
from editor.window.actions.help import HELP
from editor.window.actions.panel import CARD, COMPARING, FINDINGS, LEDGER, NOTES, PANEL, REVISIONS
from editor.window.actions.review import REVIEW
from editor.window.actions.view import VIEW

__all__ = ["CONTEXTS", "LINE", "MENUS", "PAGES", "TOOLBAR", "WORDED", "Act", "Context", "every"]

MENUS: tuple[tuple[str, tuple[Act, ...]], ...] = (
    (mark("&File"), FILE),
    (mark("&Edit"), EDIT),
    (mark("&Review"), REVIEW),
    (mark("&View"), VIEW),
    (mark("&Help"), HELP),
)
PAGES: tuple[tuple[Act, ...], ...] = (PANEL, FINDINGS, LEDGER, NOTES, REVISIONS, COMPARING, CARD)
"""The actions that stand in no menu: each page of the panel has its own, and the comparison."""
CONTEXTS: dict[Context, str] = {
    "window": mark("Everywhere"),
    "panel": mark("Side panel"),
    "findings": mark("Findings"),
    "ledger": mark("Ledger"),
    "notes": mark("Notes"),
    "revisions": mark("Revisions"),
    "comparing": mark("Comparison"),
    "card": mark("Article"),
}
"""Where keys are heard, and what that place is called."""
TOOLBAR = (
    "open",
    "save",
    "export",
    "",
    "undo",
    "redo",
    "",
    "previous",
    "next",
    "accept",
    "stand",
    ">",
    "check_now",
    "panel",
)
"""The actions that have a button: an empty name parts two groups, `>` pushes what follows to the end."""
WORDED = {"next": mark("Next"), "accept": mark("Accept"), "stand": mark("Let stand"), "export": mark("Export")}
"""Those whose button has words too."""


@functools.cache
def every() -> dict[str, Act]:
    """All actions by their names."""
    groups = (*(acts for _, acts in MENUS), *PAGES)
    return {act.name: act for acts in groups for act in acts if act.name}
