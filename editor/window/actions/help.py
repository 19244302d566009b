"""The actions of the Help menu."""

from editor.saying import mark
from editor.window.actions.act import LINE, Act

HELP = (
    Act("palette", mark("&Palette…"), ("Ctrl+Shift+P", "F1"), "search", mark("Find any action by its words"), ""),
    LINE,
)
