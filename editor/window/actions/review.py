"""The actions of the Review menu."""

from editor.saying import mark
from editor.window.actions.act import LINE, Act

REVIEW = (
    Act("next", mark("&Next Finding"), ("F8", "Alt+Down"), "next", mark("Go to the next finding")),
    Act("previous", mark("&Previous Finding"), ("Shift+F8", "Alt+Up"), "previous", mark("Go to the finding before")),
    Act("choices", mark("&Choices at the Caret"), ("Ctrl+.", "Alt+Return"), needs="finding"),
    LINE,
    Act(
        "accept",
        mark("&Accept and Next"),
        ("Ctrl+Return",),
        "check",
        mark("Take the fix, and go to the next"),
        "finding",
    ),
    Act(
        "stand",
        mark("&Let Stand Here"),
        ("Alt+Del",),
        "stand",
        mark("Leave it as it is, and go to the next"),
        "finding",
    ),
    Act(
        "query",
        mark("&Query…"),
        ("Ctrl+Shift+Q",),
        "query",
        mark("Leave a question that travels with the article"),
        "finding",
    ),
    LINE,
    Act("accept_alike", mark("Accept All of This &Kind…"), ("Ctrl+Shift+Return",), needs="finding"),
    Act("stand_alike", mark("Let All of This Kind S&tand…"), ("Alt+Shift+Del",), needs="finding"),
    Act("accept_certain", mark("Accept All That Are C&ertain…"), ("Ctrl+Alt+Return",), needs="finding"),
    LINE,
    Act("show_decided", mark("What Was &Decided…"), ("Ctrl+Shift+L",), tip=mark("Who decided what, and the way back")),
    Act("check_now", mark("Check No&w"), ("F7",), "run", mark("Check the whole article again")),
)
