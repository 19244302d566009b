"""The tabs of the articles that are open: one each, with what waits in it; hidden while there is but one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QToolButton, QWidget

from editor.window import icons, theme
from editor.window.translation import tr
from editor.window.wording import thousands

if TYPE_CHECKING:
    from editor.desk.session import Open
    from editor.window.articles import Articles

WIDE = 26
"""Letters of a tab at most; longer names are cut."""
CHANGED = "\N{BLACK CIRCLE}"
"""Stands before the name where the article differs from its file."""


class ArticleTabs(QWidget):
    """The row of tabs, and at its end the way to the list of all articles."""

    def __init__(self, articles: Articles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles = articles
        self.bar = Bar(self)
        self.list = QToolButton(self)
        self.list.setAutoRaise(True)
        self.list.setAccessibleName(tr("Go to an article"))
        self.list.setToolTip(tr("Go to an article (Ctrl+Shift+A)"))
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, theme.SPACE // 2, 1)
        line.setSpacing(0)
        line.addWidget(self.bar, 1)
        line.addWidget(self.list, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.bar)
        articles.changed.connect(self.put)
        articles.counted.connect(self.put)
        self.list.clicked.connect(self.show_list)
        self.bar.currentChanged.connect(self._go)
        self.bar.tabCloseRequested.connect(self._close)
        self.bar.tabMoved.connect(self._moved)
        self._telling = True
        self._dress()
        self.hide()

    def put(self) -> None:
        """Shows the session as it is now."""
        session = self._articles.session
        rows, bar = session.articles, self.bar
        self._telling = False
        try:
            while bar.count() > len(rows):
                bar.removeTab(bar.count() - 1)
            while bar.count() < len(rows):
                bar.addTab("")
            for number, (article, name) in enumerate(zip(rows, named(rows), strict=True)):
                self._show(number, article, name)
            if session.front in rows:
                bar.setCurrentIndex(rows.index(session.front))
        finally:
            self._telling = True
        self.setVisible(len(rows) > 1)

    def _show(self, number: int, article: Open, name: str) -> None:
        desk, bar = article.desk, self.bar
        changed, count = bool(desk and desk.changed), article.findings
        words = f"{CHANGED} {name}" if changed else name
        if count:
            words += f"  {thousands(count)}"
        words = words.replace("&", "&&")
        if bar.tabText(number) != words:
            bar.setTabText(number, words)
        bar.setTabToolTip(number, plain(str(article.where) if article.where else article.label))
        bar.setAccessibleTabName(number, said(article, name))

    def menu(self) -> QMenu:
        """All articles, to go to one of them."""
        session, menu = self._articles.session, QMenu(self)
        menu.setAccessibleName(tr("Go to an article"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for article, name in zip(session, named(session.articles), strict=True):
            count = f"   {thousands(article.findings)}" if article.findings else ""
            action = menu.addAction(f"{name}{count}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(article is session.front)
            action.triggered.connect(lambda *_, article=article: self._articles.go(article))
            if article is session.front:
                menu.setActiveAction(action)
        return menu

    def show_list(self) -> None:
        """Opens the list of all articles below its button."""
        menu = self.menu()
        at = self.list.mapToGlobal(self.list.rect().bottomRight())
        menu.popup(QPoint(at.x() - menu.sizeHint().width(), at.y()))

    def _go(self, number: int) -> None:
        if self._telling and 0 <= number < len(self._articles.session):
            self._articles.go(self._articles.session.articles[number])

    def _close(self, number: int) -> None:
        self._articles.close(self._articles.session.articles[number])

    def _moved(self, start: int, end: int) -> None:
        if self._telling:
            self._articles.session.move(start, end)
            self._articles.looked.emit()

    def _dress(self) -> None:
        t, space = theme.tokens(), theme.SPACE
        pad = f"{space // 2 - 1}px {space // 2}px {space // 2}px {space + 2}px"
        self.bar.setStyleSheet(f"""
            QTabBar::tab {{ background: {t.panel}; color: {t.muted}; border: none; border-right: 1px solid {t.line};
                border-top: 3px solid transparent; padding: {pad}; }}
            QTabBar::tab:selected {{ background: {t.surface}; color: {t.text}; border-top-color: {t.accent}; }}
            QTabBar::tab:hover {{ color: {t.text}; }}
            QTabBar::tab:focus {{ border-top-color: {t.text}; }}
        """)
        size = round(16 * theme.zoom() / 100)
        self.list.setIcon(icons.icon("down", "muted"))
        self.list.setIconSize(QSize(size, size))
        self.bar.dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange) and hasattr(self, "_telling"):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))


class Bar(QTabBar):
    """Tabs that can be closed, also by the middle button, and put in another order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Open articles"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def tabInserted(self, index: int) -> None:
        super().tabInserted(index)
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(tr("Close this article"))
        button.setToolTip(tr("Close this article (Ctrl+W)"))
        button.clicked.connect(lambda *_: self._close(button))
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, button)
        self.dress()

    def dress(self) -> None:
        """The buttons in the colours of now."""
        size = round(12 * theme.zoom() / 100)
        for at in range(self.count()):
            button = self.tabButton(at, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                button.setIcon(icons.icon("close", "muted"))
                button.setIconSize(QSize(size, size))

    def _close(self, button: QWidget) -> None:
        right = QTabBar.ButtonPosition.RightSide
        at = next((n for n in range(self.count()) if self.tabButton(n, right) is button), None)
        if at is not None:
            self.tabCloseRequested.emit(at)

    def tabSizeHint(self, index: int) -> QSize:
        hint = super().tabSizeHint(index)
        return hint.boundedTo(QSize(WIDE * self.fontMetrics().averageCharWidth(), hint.height()))

    def minimumTabSizeHint(self, index: int) -> QSize:
        # Else many tabs are pressed together until none can be read; so they are scrolled.
        return self.tabSizeHint(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and number >= 0:
            self.tabCloseRequested.emit(number)
            return
        super().mouseReleaseEvent(event)


def named(articles: Sequence[Open]) -> list[str]:
    """What each tab is called: by its file; where two files are called alike, by the folder too."""
    labels = [article.label for article in articles]
    often = Counter(labels)
    return [
        f"{label} — {article.where.parent.name}" if often[label] > 1 and article.where else label
        for article, label in zip(articles, labels, strict=True)
    ]


def said(article: Open, name: str) -> str:
    """What a screen reader says of a tab."""
    count = article.findings
    words = tr("{name}, %n open finding(s)", "", count) if article.desk else tr("{name}, not read yet")
    words = words.format(name=name)
    changed = article.desk is not None and article.desk.changed
    return tr("{article}, not saved to its file").format(article=words) if changed else words


def plain(words: str) -> str:
    """Words for a tooltip, which Qt would else read as markup where they look like it."""
    return words.replace("&", "&amp;").replace("<", "&lt;") if "<" in words else words
