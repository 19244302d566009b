"""The actions of the File menu."""

from editor.saying import mark
from editor.window.actions.act import LINE, Act

FILE = (
    Act("open", mark("&Open…"), ("Ctrl+O",), "open", mark("Open an article"), ""),
    Act("paste_new", mark("&New Article from Clipboard"), ("Ctrl+N", "Ctrl+Shift+V"), "paste", "", ""),
    Act("recent", mark("Open &Recent"), needs=""),
    Act("sample", mark("Try the Sa&mple"), needs=""),
    LINE,
    Act("save", mark("&Save"), ("Ctrl+S",), "save", mark("Write the article to its file")),
    Act("save_as", mark("Save &As…"), ("Ctrl+Shift+S",)),
    Act(
        "export",
        mark("&Export Draft and Report…"),
        ("Ctrl+E",),
        "export",
        mark("Write the clean draft and the edit report"),
    ),
    LINE,
    Act("next_article", mark("Next Artic&le"), ("Ctrl+Tab", "Ctrl+PgDown"), needs=""),
    Act("previous_article", mark("Previo&us Article"), ("Ctrl+Shift+Tab", "Ctrl+PgUp"), needs=""),
    LINE,
    Act("close", mark("&Close Article"), ("Ctrl+W",)),
    Act("reopen", mark("Reopen Closed Ar&ticle"), ("Ctrl+Shift+T",), needs=""),
    Act("quit", mark("&Quit"), ("Ctrl+Q",), needs=""),
)
