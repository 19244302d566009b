"""The articles that are open in a window: read in their turn, brought to the front, closed, and found again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.window.files import about
from editor.window.keeping import Keeping

if TYPE_CHECKING:
    from editor.archive import Recent
    from editor.desk import Desk
    from editor.desk.arriving import Arrived
    from editor.desk.happenings import Happening
    from editor.desk.session import Open, Session, View
    from editor.window.banner import Banner
    from editor.window.mainwindow import MainWindow

REST = 150
"""Milliseconds after the last change of an article until its tab says so."""


class Articles(QObject):
    """The window's side of the session. Articles are read one after another, the one that is wanted in front first."""

    changed = Signal()
    """An article came, went, has another place or another one is in front: the tabs are to be put anew."""
    counted = Signal()
    """Findings or text of an article are others now: its tab says something else."""
    looked = Signal()
    """The editor has moved, scrolled, turned a page or filtered."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None
        self._waiting: list[Open] = []
        self._reading: Open | None = None
        self._wanted: Open | None = None
        self._banners: dict[Open, dict[str, Banner]] = {}
        self.keeping = Keeping(self)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.counted)
        files = window.files
        files.opened.connect(self.show)
        files.answered.connect(self.answered)
        files.refused.connect(self._refused)

    @property
    def session(self) -> Session:
        """The articles that are open. It comes with the desk, after the first paint."""
        if self._session is None:
            from editor.desk.session import Session

            self._session = Session()
        return self._session

    # Opening

    def _add(self, article: Open) -> Open:
        self.session.add(article)
        return article

    def open(self, paths: Sequence[Path]) -> None:
        """Opens the articles in these files, the first of them in front; one that is open already is gone to."""
        from editor.desk.session import Open

        for number, path in enumerate(paths):
            self._window.banners.clear(about(path))
            article = self.session.at(path) or self._add(Open(path, title=path.name))
            if not number:
                self.go(article)
            elif not article.desk:
                self._wait(article)
        self.changed.emit()

    def open_recent(self, recent: Recent) -> None:
        """Opens an article of the list of recent ones."""
        from editor.desk.session import Open

        known = self.session.at(recent.path, recent.article)
        self.go(known or self._add(Open(recent.path, recent.article, recent.title)))
        self.changed.emit()

    def restore(self, session: Session, paths: Sequence[Path] = (), begun: Arrived | None = None) -> None:
        """Opens what was open when Copydesk ended; files that were asked for come to the front.

        The article that comes to the front may have been `begun` before the archive answered. What the editor has
        opened by now stays open, and in front.
        """
        already = self.session
        front = already.front or self._wanted or session.front or next(iter(session.articles), None)
        session.articles = [one for one in session if not already.at(one.path, one.name)] + already.articles
        session.front, session.closed = already.front, already.closed
        self._session = session
        if begun:
            self.show(begun)
        if paths:
            self.open(paths)
        elif front in session.articles:
            self.go(front)
        for article in session:
            if not article.desk:
                self._wait(article)
        self.changed.emit()

    def read_anew(self, desk: Desk) -> None:
        """Reads an open article once more, as file and archive have it now."""
        article = self.session.of(desk)
        if article:
            self._read(article)

    def go(self, article: Open) -> None:
        """Brings an article to the front; one that is not read yet is read first."""
        if article.desk:
            self._wanted = None
            if article is not self.session.front:
                self._bring(article)
            else:
                self.changed.emit()
        else:
            self._wanted = article
            self._wait(article, first=True)

    def step(self, by: int) -> None:
        """Goes to the article so many tabs on."""
        article = self.session.beside(by)
        if article:
            self.go(article)

    def _wait(self, article: Open, *, first: bool = False) -> None:
        if article is self._reading:
            return
        rest = [one for one in self._waiting if one is not article]
        in_turn = article in self._waiting and not first
        self._waiting = [article, *rest] if first else self._waiting if in_turn else [*rest, article]
        self._read_next()

    def _read_next(self) -> None:
        if not self._reading and self._waiting:
            self._reading = self._waiting.pop(0)
            self._read(self._reading)

    def _read(self, article: Open) -> None:
        files = self._window.files
        if article.where:
            files.open(article.where, article.name)
        else:
            files.open_named(article.name)

    def _refused(self, what: str, _words: str) -> None:
        """An article could not be read: the banner says why, and the others are none the worse for it."""
        article = self._reading
        if not article or what != about(article.where):
            return
        self._reading = None
        if self._wanted is article:
            self._wanted = None
        self.session.close(article)
        self.session.closed.pop()
        self._read_next()
        if not self.session.front and not self._wanted and self.session.articles:
            self.go(self.session.articles[0])
        elif not self.session.articles:
            self._window.front.show_empty()
        self.changed.emit()

    # What has arrived

    def show(self, arrived: Arrived) -> None:
        """An article has been read. It comes to the front, unless the editor has asked for another one meanwhile."""
        from editor.desk.session import Open

        desk, reading = arrived.desk, self._answered_reading(arrived)
        article = self.session.at(desk.path, arrived.article)
        if reading and article and article is not reading:
            # The same article under another name: it is open already, and there is but one of it.
            self.session.articles.remove(reading)
            if self._wanted is reading:
                self.go(article)
        elif article and article.desk is desk:
            article.take(arrived)
        else:
            anew = bool(article and article.desk)
            article = article or self._add(Open(title=desk.title))
            self._take(article, arrived)
            asked = article is self._wanted if reading else not anew or article is self.session.front
            if asked:
                self._wanted = None
                self._bring(article)
            else:
                self._tell_recovered()
                if arrived.waits:
                    self._window.files.ask_archive(arrived)
        self.changed.emit()
        self._read_next()

    def _answered_reading(self, arrived: Arrived) -> Open | None:
        """The article that was being read, where this is it."""
        reading, name = self._reading, arrived.article
        if not reading or not (reading.is_at(arrived.desk.path) or (name and reading.name == name)):
            return None
        self._reading = None
        return reading

    def _take(self, article: Open, arrived: Arrived) -> None:
        """The article has this desk from now on."""
        from editor.window import questions

        desk, old = arrived.desk, article.desk
        if old:
            article.view = replace(article.view, caret=-1)
            self._forget(self._banners.pop(article, {}))
            self._let_go(old)
        article.take(arrived)
        questions.put_by(arrived)
        if article.view.caret >= 0:
            desk.caret = min(article.view.caret, len(desk.text))
        self._window.watch.add(desk)
        desk.subscribe(self._hear, always=True)

    def answered(self, first: Arrived, answer: Arrived) -> None:
        """The archive has answered about an article that was begun before it could."""
        from editor.desk import arriving
        from editor.window import questions

        if not isinstance(first.desk.writing.journal, arriving.Waiting):
            # It was asked for twice, since the article came to the front once more meanwhile.
            return
        arrived = arriving.taken_up(first, answer)
        article = self.session.of(first.desk)
        if not article:
            # It was closed meanwhile: what was written in it stays in its history.
            if arrived.question == "meanwhile":
                arrived.desk.replace_all(arrived.other)
                arrived.desk.flush()
        elif arrived.desk is not first.desk:
            article.name = arrived.article
            self.show(arrived)
        else:
            article.take(arrived)
            questions.put_by(arrived)
            if article is self.session.front:
                self._window.front.keep(article)
                questions.ask(self._window, article)
                self._window.files.ask_recent()
        self.looked.emit()

    def _hear(self, happening: Happening) -> None:
        from editor.desk import happenings as told

        heard = isinstance(happening, told.BoardChanged | told.SavingChanged | told.FactsChanged)
        if heard and not self._rest.isActive():
            self._rest.start()

    # The front

    def _bring(self, article: Open) -> None:
        if article is self.session.front:
            # It was read anew: what was asked about it is asked as it is now.
            self._forget(self._window.banners.put_aside())
        else:
            self._leave()
        self.session.front = article
        self._window.front.show(article, self._banners.pop(article, None))
        self._tell_recovered()
        self.changed.emit()

    def _tell_recovered(self) -> None:
        """Says of which articles behind there is a text that did not reach the archive, until they were looked at."""
        from editor.window import questions

        seen = {self.session.front, *self._banners}
        behind = [
            one for one in self.session if one.arrived and one.arrived.question == "recovered" and one not in seen
        ]
        questions.tell_recovered(self._window, behind)

    def _leave(self) -> None:
        """Another article comes to the front: how this one was looked at is kept, and what is asked about it."""
        front = self.session.front
        if front and front.desk:
            front.view = self._view()
            self._banners[front] = self._window.banners.put_aside()
            front.desk.left_front()

    def _view(self) -> View:
        from editor.desk.session import View

        text, panel = self._window.manuscript, self._window.panel
        page, kept = (panel.page, panel.findings.filter.kept()) if panel else ("", {})
        return View(text.caret(), text.top(), page, kept)

    def look(self) -> None:
        """Takes note of how the article in front is looked at."""
        front = self._session.front if self._session else None
        if front and front.desk and front.desk is self._window.desk:
            front.view = self._view()

    # Closing

    def close(self, article: Open | None) -> None:
        """Closes an article without a question: what is in it is kept. Only what is nowhere on disk stays open."""
        if not article:
            return
        desk = article.desk
        if desk:
            desk.flush()
        if article.unsafe:
            self.go(article)
            self._window.notices.nowhere(lambda: self.drop(article))
            return
        self.drop(article)

    def drop(self, article: Open) -> None:
        """Closes an article, whatever is in it."""
        desk, in_front = article.desk, article is self.session.front
        if in_front:
            self._leave()
        self._waiting = [one for one in self._waiting if one is not article]
        following = self.session.close(article)
        self._forget(self._banners.pop(article, {}))
        if self._wanted is article:
            self._wanted = None
        if desk:
            self._let_go(desk)
            article.arrived = None
        if in_front and not (following and following.desk):
            self._window.front.show_empty()
        if in_front and following:
            self.go(following)
        self.changed.emit()

    def reopen(self) -> bool:
        """Opens the article again that was closed last; whether there is one."""
        if not self.session.closed:
            return False
        article = self.session.closed.pop()
        already = self.session.at(article.where, article.name)
        if not already:
            self.session.add(article)
        self.go(already or article)
        self.changed.emit()
        return True

    def _forget(self, banners: dict[str, Banner]) -> None:
        for banner in banners.values():
            banner.deleteLater()

    def _let_go(self, desk: Desk) -> None:
        self._window.watch.remove(desk)
        desk.left_front()
        desk.close()
