"""The articles worked on lately: those that are pinned first; clearing the list takes nothing from what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from editor.window.remembered import Remembered
from editor.window.translation import tr

if TYPE_CHECKING:
    from editor.archive import Recent
    from editor.desk.session import Session

PINNED = "\N{BLACK STAR}"


class Recents(QObject):
    """What the lists of recent articles show of those that the archive has."""

    shown = Signal(list)
    """The articles to be listed, the pinned ones first."""

    def __init__(self, remembered: Remembered, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self._known: Sequence[Recent] = ()

    def hear(self, recent: Sequence[Recent]) -> None:
        """The archive has told which articles were worked on last."""
        self._known = recent
        self.shown.emit(self.listed())

    def listed(self) -> list[Recent]:
        """Those to be shown: the pinned ones, and what was worked on since the list was cleared."""
        pinned, cleared = self._remembered.pinned, self._remembered.cleared
        kept = [one for one in self._known if one.article in pinned or one.at > cleared]
        return sorted(kept, key=lambda one: one.article not in pinned)

    def pin(self, article: str, on: bool) -> None:
        """Has an article stay at the top of the list, or no longer."""
        others = [name for name in self._remembered.pinned if name != article]
        self._remembered.pinned = [*others, article] if on else others
        self.shown.emit(self.listed())

    def clear(self) -> None:
        """Empties the list of what is not pinned, and of what is pinned but gone."""
        gone = {one.article for one in self._known if one.missing}
        self._remembered.pinned = [name for name in self._remembered.pinned if name not in gone]
        self._remembered.cleared = datetime.now(UTC).isoformat(timespec="milliseconds")
        self.shown.emit(self.listed())

    def complete(self, menu: QMenu, session: Session) -> None:
        """Adds to a menu of what is listed the stars, and what can be done with the list; as it opens."""
        pinned, rows = self._remembered.pinned, self.listed()
        for action, one in zip(menu.actions(), rows, strict=False):
            if one.article in pinned and not action.text().startswith(PINNED):
                action.setText(f"{PINNED} {action.text()}")
        for action in menu.actions()[max(1, len(rows)) :]:
            menu.removeAction(action)
        menu.addSeparator()
        front = session.front
        if front and front.name:
            name, on = front.name, front.name in pinned
            said = tr("&Unpin {name}") if on else tr("&Pin {name} to the Top")
            pin = menu.addAction(said.format(name=front.label.replace("&", "&&")))
            pin.triggered.connect(lambda *_: self.pin(name, not on))
        clear = menu.addAction(tr("&Clear the List"))
        clear.setEnabled(bool(rows))
        clear.triggered.connect(lambda *_: self.clear())
