"""The menus and the toolbar: the table of actions made into what can be pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from editor.window import actions, icons, keymap, theme
from editor.window.theme import SCHEMES, Scheme
from editor.window.translation import tr

if TYPE_CHECKING:
    from editor.archive import Recent


KEYED = ("next", "accept", "stand")
"""The buttons that say their key beside their words."""


class Menus(QObject):
    """Builds a window's menus. `run` is called with the name of the action that was chosen."""

    def __init__(self, window: QMainWindow, run: Callable[[str], object], opened: Callable[[Recent], object]) -> None:
        super().__init__(window)
        self.acts: dict[str, QAction] = {}
        self.recent = QMenu(tr("Open &Recent"), window)
        self._window, self._run, self._opened = window, run, opened
        for title, acts in actions.MENUS:
            menu = window.menuBar().addMenu(tr(title))
            for act in acts:
                if not act.name:
                    menu.addSeparator()
                elif act.name == "recent":
                    menu.addMenu(self.recent)
                else:
                    menu.addAction(self._action(act))
        self.toolbar = self._toolbar()
        window.addToolBar(self.toolbar)
        self.give_keys()
        keymap.heard.changed.connect(self.give_keys)
        self.list_recent([])

    def _action(self, act: actions.Act) -> QAction:
        action = QAction(tr(act.words), self._window)
        action.setCheckable(act.checkable)
        action.triggered.connect(lambda *_: self._run(act.name))
        self.acts[act.name] = action
        return action

    def give_keys(self) -> None:
        """Each action has the keys of now, and its button and its tip say which."""
        for name, action in self.acts.items():
            act, keys = actions.every()[name], keymap.keys(name)
            action.setShortcuts(keymap.sequences(name))
            words = tr(act.tip) if act.tip else plain(tr(act.words))
            action.setToolTip(f"{words} ({_apart(keymap.shown(keys[0]))})" if keys else words)
            worded = tr(actions.WORDED[name]) if name in actions.WORDED else tr(act.words)
            action.setIconText(f"{worded}  {_apart(keymap.capped(keys[0]))}" if name in KEYED and keys else worded)

    def _toolbar(self) -> QToolBar:
        bar = QToolBar(tr("Tools"), self._window)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in actions.TOOLBAR:
            if name == ">":
                spring = QWidget(bar)
                spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                bar.addWidget(spring)
            elif not name:
                bar.addSeparator()
            else:
                bar.addAction(self.acts[name])
        for name in actions.WORDED:
            button = bar.widgetForAction(self.acts[name])
            button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return bar

    def dress(self, scheme: Scheme) -> None:
        """Icons in the colours of now, as large as the zoom has them; the palette in force is ticked."""
        size = round(20 * theme.zoom() / 100)
        self.toolbar.setIconSize(QSize(size, size))
        for name, act in actions.every().items():
            if act.icon and name in self.acts:
                self.acts[name].setIcon(icons.icon(act.icon))
        for one in SCHEMES:
            self.acts[f"theme_{one}"].setChecked(one == scheme)

    def enable(self, article: bool) -> None:
        """What needs an article can be chosen where there is one."""
        for name, act in actions.every().items():
            if act.needs and name in self.acts:
                self.acts[name].setEnabled(article)

    def list_recent(self, recent: Sequence[Recent]) -> None:
        """The articles worked on last; those whose file is gone are grey."""
        self.recent.clear()
        for one in recent:
            action = self.recent.addAction(recent_words(one).replace("&", "&&"))
            action.setEnabled(not one.missing)
            action.triggered.connect(lambda *_, one=one: self._opened(one))
        if not recent:
            self.recent.addAction(tr("Nothing yet")).setEnabled(False)


def recent_words(one: Recent) -> str:
    """What an article worked on lately is called in a list."""
    return f"{one.path.name}   {one.path.parent}" if one.path else tr("{title}   pasted").format(title=one.title)


def _apart(key: str) -> str:
    """A key within words that may be read from right to left: it is written from left to right in any."""
    return f"\N{LEFT-TO-RIGHT ISOLATE}{key}\N{POP DIRECTIONAL ISOLATE}" if QGuiApplication.isRightToLeft() else key


def plain(words: str) -> str:
    """The words of an action without what a menu has beside them."""
    return words.replace("&", "").rstrip("…")
