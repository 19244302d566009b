"""The actions of the Help menu."""

from editor.saying import mark
from editor.window.actions.act import LINE, Act

HELP = (
    Act("palette", mark("&Palette…"), ("Ctrl+Shift+P", "F1"), "search", mark("Find any action by its words"), ""),
    LINE,
    Act("getting_started", mark("&Getting Started"), tip=mark("The first three steps"), needs=""),
    Act(
        "keys_at_a_glance",
        mark("Keys at a &Glance"),
        ("Ctrl+F1",),
        tip=mark("All keys, to read and to print"),
        needs="",
    ),
    Act("keys", mark("Change &Keys…"), tip=mark("Other keys, also those of other editors"), needs=""),
    LINE,
    Act("about", mark("&About Copydesk"), tip=mark("Versions, folders, licence and sources"), needs=""),
)
