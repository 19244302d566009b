"""The actions of the Edit menu."""

from editor.saying import mark
from editor.window.actions.act import LINE, Act

EDIT = (
    Act("undo", mark("&Undo"), ("Ctrl+Z",), "undo", mark("Take back the last change or decision")),
    Act("redo", mark("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", mark("Do again what was taken back")),
    LINE,
    Act(
        "copy_clean",
        mark("Copy Clean &Text"),
        ("Ctrl+Shift+C",),
        "copy",
        mark("Copy the whole article as plain text"),
    ),
    Act("open_link", mark("Open the &Link at the Caret…"), ("Ctrl+Alt+O",)),
    Act("length", mark("&Wanted Length…"), ("Ctrl+Alt+L",), tip=mark("How many words the article is to have")),
    LINE,
    Act("find", mark("&Find…"), ("Ctrl+F",), "search"),
    Act("replace", mark("Find and R&eplace…"), ("Ctrl+H",)),
    Act("find_next", mark("Find Ne&xt"), ("F3",)),
    Act("find_previous", mark("Find Pre&vious"), ("Shift+F3",)),
    LINE,
    Act(
        "dictionaries",
        mark("&Dictionaries…"),
        tip=mark("Words that are no misspellings: mine, the desk's, the article's"),
        needs="",
    ),
    Act("settings", mark("&Settings…"), ("Ctrl+,",), tip=mark("Checks, stylebook, grammar and the look"), needs=""),
)
