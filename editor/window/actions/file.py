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
    Act("print", mark("&Print…"), ("Ctrl+P",), tip=mark("Print the article as it is to be read")),
    Act("pdf", mark("Export as P&DF…"), ("Ctrl+Shift+E",), tip=mark("Write the article's pages to a PDF")),
    Act(
        "pdf_findings",
        mark("Export as PDF wit&h Findings…"),
        ("Ctrl+Alt+E",),
        tip=mark("The pages with the open findings in the margin, numbered, and told at the end"),
    ),
    LINE,
    Act("next_article", mark("Next Artic&le"), ("Ctrl+Tab", "Ctrl+PgDown"), needs=""),
    Act("articles", mark("&Go to Article…"), ("Ctrl+Shift+A",), needs=""),
    Act("previous_article", mark("Previo&us Article"), ("Ctrl+Shift+Tab", "Ctrl+PgUp"), needs=""),
    Act(
        "sign_off",
        mark("Sign O&ff…"),
        ("Ctrl+Alt+D",),
        "check",
        mark("Say that the article is done, and write the decision log"),
    ),
    LINE,
    Act("keep_snapshot", mark("&Keep a Snapshot…"), ("Ctrl+Alt+K",), "", mark("Keep the text as it is, under a name")),
    Act("compare_file", mark("Co&mpare with a File…"), ("Ctrl+Alt+C",), "", mark("Hold any other text against this")),
    Act(
        "compare_disk", mark("Compare with the File on &Disk"), (), "", mark("What differs from the file as it is now")
    ),
    LINE,
    Act("close", mark("&Close Article"), ("Ctrl+W",)),
    Act("reopen", mark("Reopen Closed Ar&ticle"), ("Ctrl+Shift+T",), needs=""),
    Act("quit", mark("&Quit"), ("Ctrl+Q",), needs=""),
)
