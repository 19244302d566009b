"""Every action of the window: its name, its words, its keys and its menu. What it does, the window says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """An action. `needs` is what must be there for it: an article, or nothing."""

    name: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    needs: str = "article"
    checkable: bool = False


LINE = Act("", "")
MENUS: tuple[tuple[str, tuple[Act, ...]], ...] = (
    (
        "&File",
        (
            Act("open", "&Open…", ("Ctrl+O",), "open", "Open an article", ""),
            Act("paste_new", "&New Article from Clipboard", ("Ctrl+N", "Ctrl+Shift+V"), "paste", "", ""),
            Act("recent", "Open &Recent", needs=""),
            Act("sample", "Try the Sa&mple", needs=""),
            LINE,
            Act("save", "&Save", ("Ctrl+S",), "save", "Write the article to its file"),
            Act("save_as", "Save &As…", ("Ctrl+Shift+S",)),
            Act(
                "export",
                "&Export Draft and Report…",
                ("Ctrl+E",),
                "export",
                "Write the clean draft and the edit report",
            ),
            LINE,
            Act("close", "&Close Article", ("Ctrl+W",)),
            Act("quit", "&Quit", ("Ctrl+Q",), needs=""),
        ),
    ),
    (
        "&Edit",
        (
            Act("undo", "&Undo", ("Ctrl+Z",), "undo", "Take back the last change or decision"),
            Act("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "Do again what was taken back"),
            LINE,
            Act("copy_clean", "Copy Clean &Text", ("Ctrl+Shift+C",), "copy", "Copy the whole article as plain text"),
            LINE,
            Act("find", "&Find…", ("Ctrl+F",), "search"),
            Act("find_next", "Find Ne&xt", ("F3",)),
            Act("find_previous", "Find Pre&vious", ("Shift+F3",)),
            LINE,
            Act("settings", "&Settings…", ("Ctrl+,",), tip="Checks, stylebook, grammar and the look", needs=""),
        ),
    ),
    (
        "&Review",
        (
            Act("next", "&Next Finding", ("F8", "Alt+Down"), "next", "Go to the next finding"),
            Act("previous", "&Previous Finding", ("Shift+F8", "Alt+Up"), "previous", "Go to the finding before"),
            Act("choices", "&Choices at the Caret", ("Ctrl+.", "Alt+Return", "Alt+Enter")),
            LINE,
            Act(
                "accept", "&Accept and Next", ("Ctrl+Return", "Ctrl+Enter"), "check", "Take the fix, and go to the next"
            ),
            Act("stand", "&Let Stand Here", ("Alt+Del",), "stand", "Leave it as it is, and go to the next"),
            Act("query", "&Query…", ("Ctrl+Shift+Q",), "query", "Leave a question that travels with the article"),
            LINE,
            Act("accept_alike", "Accept All of This &Kind…", ("Ctrl+Shift+Return",)),
            Act("stand_alike", "Let All of This Kind S&tand…", ("Alt+Shift+Del",)),
            Act("accept_certain", "Accept All That Are C&ertain…", ("Ctrl+Alt+Return",)),
            LINE,
            Act("check_now", "Check No&w", ("F7",), "run", "Check the whole article again"),
        ),
    ),
    (
        "&View",
        (
            Act("panel", "Side &Panel", ("Ctrl+Shift+M",), "panel", "Show or hide the side panel", "", checkable=True),
            Act("cycle", "Next &Pane", ("F6",), needs=""),
            Act("show_findings", "&Findings", ("Ctrl+1",)),
            Act("show_ledger", "Le&dger", ("Ctrl+2",), tip="What the article says: people, places, dates, figures"),
            Act("show_notes", "&Notes", ("Ctrl+3",)),
            Act("show_revisions", "&Revisions", ("Ctrl+4",)),
            LINE,
            Act("zoom_in", "Zoom &In", ("Ctrl++", "Ctrl+="), needs=""),
            Act("zoom_out", "Zoom &Out", ("Ctrl+-",), needs=""),
            Act("zoom_reset", "&Actual Size", ("Ctrl+0",), needs=""),
            LINE,
            Act("theme_system", "Colours as the &System Has Them", needs="", checkable=True),
            Act("theme_light", "&Light", needs="", checkable=True),
            Act("theme_dark", "&Dark", needs="", checkable=True),
        ),
    ),
)
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
WORDED = {
    "next": "Next  F8",
    "accept": "Accept  Ctrl+\N{RETURN SYMBOL}",
    "stand": "Let stand  Alt+Del",
    "export": "Export",
}
"""Those whose button has words too."""


def every() -> dict[str, Act]:
    """All actions by their names."""
    return {act.name: act for _, acts in MENUS for act in acts if act.name}
