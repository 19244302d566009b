"""The actions of the View menu."""

from editor.saying import mark
from editor.window.actions.act import LINE, Act

VIEW = (
    Act("panel", mark("Side &Panel"), ("Ctrl+Shift+M",), "panel", mark("Show or hide the side panel"), "", True),
    Act(
        "strip",
        mark("S&trip beside the Scroll Bar"),
        ("Ctrl+Alt+H",),
        tip=mark("Show or hide the whole article at a glance"),
        needs="",
        checkable=True,
    ),
    Act("cycle", mark("Next &Pane"), ("F6",), needs=""),
    Act("show_findings", mark("&Findings"), ("Ctrl+1",)),
    Act("show_ledger", mark("Le&dger"), ("Ctrl+2",), tip=mark("What the article says: people, places, dates, figures")),
    Act("show_notes", mark("&Notes"), ("Ctrl+3",)),
    Act("show_revisions", mark("&Revisions"), ("Ctrl+4",)),
    Act(
        "show_card",
        mark("&Article"),
        ("Ctrl+5",),
        tip=mark("Its length, how it reads, and what it lacks for sign-off"),
    ),
    LINE,
    Act(
        "undisturbed",
        mark("&Without Distraction"),
        ("F11",),
        tip=mark("The text alone on the whole screen; Esc leaves it"),
        checkable=True,
    ),
    Act("typewriter", mark("&Typewriter Scrolling"), ("Ctrl+Alt+T",), needs="", checkable=True),
    Act("invisibles", mark("In&visible Characters"), ("Ctrl+Shift+8",), needs="", checkable=True),
    LINE,
    Act("zoom_in", mark("Zoom &In"), ("Ctrl++", "Ctrl+="), needs=""),
    Act("zoom_out", mark("Zoom &Out"), ("Ctrl+-",), needs=""),
    Act("zoom_reset", mark("&Actual Size"), ("Ctrl+0",), needs=""),
    LINE,
    Act("theme_system", mark("Colours as the &System Has Them"), needs="", checkable=True),
    Act("theme_light", mark("&Light"), needs="", checkable=True),
    Act("theme_dark", mark("&Dark"), needs="", checkable=True),
)
