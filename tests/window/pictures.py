"""Pictures of the window in each of its states: in a language with longer words, from right to left, or both.

python3 -m tests.window.pictures FOLDER [--pseudo] [--right-to-left] [--size 1280x800] [--theme dark] [--only STATE]
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from editor import pages
from editor.window import theme, translation
from editor.window.mainwindow import MainWindow
from tests.window import pseudo
from tests.window.desks import PAGES
from tests.window.states import DATED, settle, states

HEBREW = "העיר פותחת גשר\nראש העיר פתח את הגשר ביום שני (reuters.com +2). כ 42 איש באו.\nשלום שלום לכולם.\n"


def with_hand_made() -> None:
    """The checks' pages with those of the hand-made findings among them."""
    known: Callable[[str], pages.Page] = pages.page
    made = {
        name: pages.parsed(
            name, f'+++\nfamily = "{family}"\n[rules]\n{rules}\n[labels]\n{labels}\n+++\n# {name}\n\n{body}\n'
        )
        for name, (family, rules, labels, body) in PAGES.items()
    }
    pages.page = lambda name: made.get(name) or known(name)


def main() -> int:
    parser = argparse.ArgumentParser(description="Pictures of the window in each of its states.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pseudo", action="store_true", help="in a language with longer words")
    parser.add_argument("--right-to-left", action="store_true")
    parser.add_argument("--language", default="en")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--only", default="", help="states whose name has these words")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(COPYDESK_CONFIG=f"{folder}/config", COPYDESK_DATA=f"{folder}/data")
        app = QApplication(sys.argv[:1])
        theme.use(app, asked.theme, 100)
        translation.use(app, asked.language)
        with_hand_made()
        if asked.pseudo:
            known = pages.page
            pages.page = lambda name: pseudo.page(known(name))
            app.installTranslator(pseudo.translator(app))
        if asked.right_to_left:
            app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        window = MainWindow()
        wide, _, high = asked.size.partition("x")
        window.resize(int(wide), int(high))
        window.show()
        window.activateWindow()
        settle(5)
        asked.folder.mkdir(parents=True, exist_ok=True)
        for number, (name, shown) in enumerate(states(window, DATED)):
            if isinstance(shown, QMenu) or asked.only not in name:
                continue
            settle(5)
            file = asked.folder / f"{number:02} {re.sub(r'[^a-z]+', ' ', name)}.png"
            shown.grab().save(str(file))
            print(file)
        window._closing_anyway = True
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
