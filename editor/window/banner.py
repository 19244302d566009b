"""Banners: what went wrong or needs a choice, said in the window near the text, never as a dialog in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editor.saying import mark
from editor.window import icons, mirror, theme
from editor.window.translation import tr

Kind = Literal["info", "warning", "danger", "ok"]
Choice = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""
LOOKS = mark("Compare")
"""What the button says that shows something and answers nothing: the message stays."""
_ICONS: dict[Kind, str] = {"info": "info", "warning": "warning", "danger": "error", "ok": "check"}


class Banner(QWidget):
    """One message with the choices that answer it; choosing closes it."""

    closed = Signal()

    def __init__(self, kind: Kind, words: str, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind: Kind = kind
        self.setAccessibleName(words)
        self._icon = QLabel(self)
        self._icon.setTextFormat(Qt.TextFormat.PlainText)
        self.words = QLabel(words, self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        line.setSpacing(theme.SPACE)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.words, 1)
        self.buttons: list[QPushButton] = []
        for said, run in choices:
            button = QPushButton(tr(said) if said == LOOKS else said, self)
            button.setAccessibleDescription(words)
            button.clicked.connect(lambda *_, run=run, answers=said != LOOKS: self._choose(run, answers=answers))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self.buttons.append(button)
        self._close = QToolButton(self)
        self._close.setAccessibleName(tr("Close this message"))
        self._close.setToolTip(tr("Close this message (Esc)"))
        self._close.clicked.connect(self.closed)
        line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self._dress()

    def _choose(self, run: Callable[[], object], *, answers: bool) -> None:
        if answers:
            self.closed.emit()
        run()

    def _dress(self) -> None:
        size = round(18 * theme.zoom() / 100)
        shade = "accent" if self.kind == "info" else self.kind
        self._icon.setPixmap(icons.pixmap(_ICONS[self.kind], size, self.devicePixelRatioF(), shade))
        self._close.setIcon(icons.icon("close", "muted"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_close"):
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = mirror.painter(self)
        ground = "chosen" if self.kind == "info" else f"{self.kind}_ground"
        painter.fillRect(self.rect(), theme.colour(ground))
        painter.fillRect(0, 0, 3, self.height(), theme.colour("accent" if self.kind == "info" else self.kind))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))


class Banners(QWidget):
    """The messages that stand above the text, the latest last. One about the same thing takes the older one's place."""

    left = Signal()
    """The last one that had the focus is gone: the focus belongs to the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[str, Banner] = {}
        self._lasting: set[str] = set()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.hide()

    def show_message(
        self, about: str, kind: Kind, words: str, choices: Sequence[Choice] = (), *, lasting: bool = False
    ) -> Banner:
        """Shows a message about something; `about` names the thing, so that it can be taken back.

        A `lasting` one is about Copydesk and not about the article that is open.
        """
        self.clear(about)
        banner = Banner(kind, words, choices, self)
        banner.closed.connect(lambda: self.clear(about))
        self._shown[about] = banner
        if lasting:
            self._lasting.add(about)
        self._layout.addWidget(banner)
        self.show()
        return banner

    def clear(self, about: str) -> None:
        """What the message was about has passed."""
        banner = self._shown.pop(about, None)
        self._lasting.discard(about)
        if not banner:
            return
        focused = banner.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        self._layout.removeWidget(banner)
        banner.hide()
        banner.deleteLater()
        self.setVisible(bool(self._shown))
        if focused:
            self.left.emit()

    def put_aside(self) -> dict[str, Banner]:
        """Takes from sight, and gives, what is about the article in front, while another one is."""
        aside = {about: banner for about, banner in self._shown.items() if about not in self._lasting}
        for about, banner in aside.items():
            del self._shown[about]
            self._layout.removeWidget(banner)
            banner.hide()
        self.setVisible(bool(self._shown))
        return aside

    def bring_back(self, aside: dict[str, Banner]) -> None:
        """Shows again what was put aside."""
        for about, banner in aside.items():
            self.clear(about)
            self._shown[about] = banner
            self._layout.addWidget(banner)
            banner.show()
        self.setVisible(bool(self._shown))

    def take_focus(self) -> bool:
        """Goes to the first choice of the latest message that has any; whether there is one."""
        asking = [banner for banner in self._shown.values() if banner.buttons]
        if asking:
            asking[-1].buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(asking)

    def holds_focus(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget() or self.window())

    def message(self, about: str) -> Banner | None:
        return self._shown.get(about)
