"""`copydesk`: opens the window, or runs a subcommand."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

COMMANDS = ("check", "ledger", "explain", "export", "history")
HELP = """\
copydesk [FILE…]                opens articles, in the window that runs already where there is one
copydesk --new-instance [FILE…] opens a window of its own
copydesk check FILE…            finds what a tired copy editor misses
copydesk ledger FILE…           what an article says: people, figures, dates
copydesk explain [CHECK]        what a check looks for
copydesk export FILE            writes the article, with fixes taken
copydesk history FILE           what was decided on an article
Each command says more with --help. A file named like a command is opened as ./check.
"""
LIBRARIES = (
    "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs Copydesk; gives the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words and words[0] in COMMANDS:
        from editor import cli

        return cli.main(words)
    if words and words[0] in ("-h", "--help"):
        print(HELP, end="")
        return 0
    if words and words[0] == "--version":
        from importlib.metadata import version

        print(f"copydesk {version('copydesk')}")
        return 0
    alone = "--new-instance" in words
    words = [word for word in words if word != "--new-instance"]
    if words and words[0].startswith("-"):
        print(f"copydesk: there is no option {words[0]}\n{HELP}", end="", file=sys.stderr)
        return 2
    if words and not any(sign in words[0] for sign in "./\\") and not os.path.lexists(words[0]):
        import difflib

        near = difflib.get_close_matches(words[0], COMMANDS, 1)
        hint = f" Did you mean copydesk {near[0]}?" if near else " copydesk --help lists the commands."
        print(f"copydesk: {words[0]} is neither a file nor a command.{hint}", file=sys.stderr)
        return 2
    return window(words, alone=alone)


def window(paths: Sequence[str], *, alone: bool = False) -> int:
    """Opens articles in the window that runs already, else, or where it is to be `alone`, in a new one."""
    instance = None
    if not alone:
        try:
            from editor.window.instance import Instance, hand_over
        except ImportError as error:
            print(f"copydesk: {no_window() or error}", file=sys.stderr)
            return 2
        from editor import settings

        instance = Instance(settings.data_folder())
        if not instance.claim() and hand_over(settings.data_folder(), paths):
            return 0
    if trouble := no_window():
        print(f"copydesk: {trouble}", file=sys.stderr)
        return 2
    from editor.window.application import run

    return run(paths, instance)


def no_window() -> str:
    """Why no window can be opened here, and what to do; empty where one can."""
    if sys.platform == "linux" and not os.environ.get("QT_QPA_PLATFORM"):
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            return "there is no display to open a window on. Without one: copydesk check FILE, copydesk export FILE."
        if not os.environ.get("WAYLAND_DISPLAY"):
            import ctypes

            try:
                ctypes.CDLL("libxcb-cursor.so.0")
            except OSError:
                return _libraries("libxcb-cursor.so.0 is missing")
    try:
        # Only the window knows Qt; whether it can be loaded at all is asked here, before the window is.
        for module in ("PySide6.QtSvg", "PySide6.QtWidgets"):
            importlib.import_module(module)
    except ImportError as error:
        return _libraries(str(error))
    return ""


def _libraries(what: str) -> str:
    return f"the window's libraries are not all there ({what}). On Debian and Ubuntu: sudo apt-get install {LIBRARIES}"


if __name__ == "__main__":
    sys.exit(main())
