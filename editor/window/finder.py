"""The finder: goes through the places of a search, and puts other words there. What is typed for it, the bar knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.article import Article, Edit, EditRefused, Span
from editor.window.manuscript import Manuscript
from editor.window.translation import tr

if TYPE_CHECKING:
    # The desk comes with the checks: it is imported after the first paint.
    from editor.desk.searching import Looking, Replacing, Search

AT_ONCE = 0.02
"""Seconds that the window waits for an answer, since nearly every one is there by then."""
LOOK, SETTLED = 15, 150
"""Milliseconds: between looks whether the answer is there; after an edit until the text is searched again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The places found, and the numbers of those in quotations."""

    places: list[Span]
    quoted: frozenset[int] = frozenset()


class Finder(QObject):
    """Searches in a thread of its own, so that no pattern and no length of text holds the window up."""

    changed = Signal()
    """Something else is found, or is said of the search."""
    wrapped = Signal(bool)
    """The search went on at the other end of the text: at its end, where it goes back."""
    left = Signal()
    """The place stands in a quotation and was left as it is."""

    def __init__(self, view: Manuscript, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.search: Search | None = None
        self.replacing: Replacing | None = None
        """What is to take the place; None where nothing is."""
        self.trouble: Exception | None = None
        """Why nothing could be found: a BadPattern or RunsAway."""
        self.quoted: frozenset[int] = frozenset()
        self._searched: tuple[str, Search, bool] | None = None
        self._looking: Looking | None = None
        self._heard: Callable[[object], None] = lambda result: None
        self._then: Callable[[], object] | None = None
        self._poll, self._settled = QTimer(self), QTimer(self)
        self._poll.setInterval(LOOK)
        self._poll.timeout.connect(self._look_up)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED)
        self._settled.timeout.connect(self.look)
        view.textChanged.connect(self._edited)
        self.live = False
        """Whether the places are lit and follow the text."""

    @property
    def busy(self) -> bool:
        return self._looking is not None

    @property
    def count(self) -> int:
        return len(self._view.found)

    @property
    def number(self) -> int:
        """Which place, from 1, is the current one; 0 where none is."""
        current = self._view.found.current
        at = self._view.found.at(current) if current else None
        return 0 if at is None else at + 1

    @property
    def guarded(self) -> int:
        """How many places would stay as they are when all are replaced."""
        return 0 if not self.replacing or self.replacing.quoted else len(self.quoted)

    def clear(self) -> None:
        """Nothing is lit any more, and nothing is waited for."""
        self.live = False
        self._searched, self._looking, self._then = None, None, None
        self._poll.stop()
        self._settled.stop()
        self._view.found.put([])
        self._view.found.within = None
        self._view.viewport().update()

    # Looking

    def look(self) -> None:
        """Searches the text as it is now."""
        self._settled.stop()
        search = self._now()
        if not search or not search.words:
            self._searched, self.trouble = None, None
            self._take(Answer([]))
            return
        article, text, guards = self._view.article, self._view.display.text, self.replacing is not None
        self._searched = (text, search, guards)

        def work() -> object:
            from editor.desk import searching

            places = search.places(text)
            quoted = searching.apart(places, searching.quoted(article))[1] if guards and article.text == text else ()
            return Answer(places, frozenset(quoted))

        self._ask(work, self._take)

    def _now(self) -> Search | None:
        return replace(self.search, within=self._view.found.within) if self.search else None

    def _ask(self, work: Callable[[], object], heard: Callable[[object], None]) -> None:
        from editor.desk.searching import Looking

        self._heard = heard
        self._looking = Looking(work)
        if self._looking.done(AT_ONCE):
            self._look_up()
        else:
            self._poll.start()
            self.changed.emit()

    def _look_up(self) -> None:
        looking = self._looking
        if looking and looking.done():
            self._poll.stop()
            self._looking = None
            self._heard(looking.result)

    def _take(self, result: object) -> None:
        self.trouble = result if isinstance(result, Exception) else None
        answer = result if isinstance(result, Answer) else Answer([])
        found, here = self._view.found, self._view.selected()
        found.put(answer.places)
        self.quoted = answer.quoted
        at = found.at(here)
        if at is None and len(found):
            at = found.after(here.start) % len(found)
        found.current = found[at] if at is not None else None
        self._view.viewport().update()
        then, self._then = self._then, None
        if then and not self.trouble:
            then()
        self.changed.emit()

    def _edited(self) -> None:
        if self.live:
            self._settled.start()

    def _fresh(self, then: Callable[[], object]) -> bool:
        """Whether what is found is of the text as it is now; else it is searched, and `then` done when it is."""
        search = self._now()
        if not search or not search.words:
            return False
        if not self._looking and self._searched == (self._view.display.text, search, self.replacing is not None):
            return True
        self._then = then
        self.look()
        return False

    # Going

    def reveal(self) -> None:
        """Brings the current place into view; the caret stays."""
        current = self._view.found.current
        if current and not self.trouble:
            self._view.reveal(current)

    def step(self, *, back: bool = False) -> None:
        """Selects the next place, or the one before, and goes on at the other end of the text."""
        if not self._fresh(lambda: self.step(back=back)):
            return
        found, here = self._view.found, self._view.selected()
        if not len(found):
            self.changed.emit()
            return
        start = here.start
        if here == found.within or (len(here) and found.at(here) is None):
            # A part is selected that is no place: the first one in it is next.
            here = Span(start, start)
        at = found.after(start) - 1 if back else found.after(start)
        if not back and found.at(here) is not None and (len(here) or here == found.current):
            at += 1
        wraps = not 0 <= at < len(found)
        place = found[at % len(found)]
        found.current = place
        self._view.select(place)
        self._view.viewport().update()
        self.changed.emit()
        if wraps:
            self.wrapped.emit(back)

    # Replacing

    def replace(self, *, stay: bool = False) -> None:
        """Puts the words in the place that is selected, and goes to the next; where none is selected, goes to one."""
        if not self._fresh(lambda: self.replace(stay=stay)):
            return
        found, here = self._view.found, self._view.selected()
        at = found.at(here)
        if at is None:
            self.step()
            return
        if at in self.quoted and self.guarded:
            self.step()
            self.left.emit()
            return
        words = self._words(here)
        if words is None or not self._put([Edit(here, here.of(self._view.display.text), words)], tr("Replaced.")):
            return
        end = here.start + len(words)
        if stay:
            self._view.select(Span(here.start, end))
            self.look()
        else:
            self._view.set_caret(end)
            self.step()

    def replace_all(self) -> None:
        """Puts the words in all places but those in quotations, in one step."""
        search, replacing, article = self._now(), self.replacing, self._view.article
        if not search or not search.words or not replacing:
            return

        def work() -> object:
            from editor.desk import searching

            return searching.replace_all(article, search, replacing)

        self._ask(work, lambda result: self._replaced(article, result))

    def _replaced(self, article: Article, result: object) -> None:
        from editor.desk.searching import Replaced

        if not isinstance(result, Replaced):
            self.trouble = result if isinstance(result, Exception) else None
            self.changed.emit()
            return
        if article.text != self._view.display.text:
            # Something was written while the places were looked for.
            self.replace_all()
            return
        said = tr("%n place(s) replaced.", "", result.count)
        if result.left:
            said += " " + tr("%n in quotations left as they are.", "", result.left)
        if result.edits:
            self._put(list(result.edits), said)
        self.look()

    def _words(self, place: Span) -> str | None:
        """What is to stand at a place; None, and the trouble said, where that can't be told."""
        from editor.desk.searching import BadPattern, RunsAway

        search, replacing = self._now(), self.replacing
        if not search or not replacing:
            return None
        within = search.within or Span(0, len(self._view.display.text))
        # From the place on, so that the first one found is this one.
        here = replace(search, within=Span(place.start, within.end))
        try:
            match = next(here.matches(self._view.display.text, AT_ONCE), None)
            return replacing.of(search, match) if match and match.span() == (place.start, place.end) else None
        except (BadPattern, RunsAway) as error:
            self.trouble = error
            self.changed.emit()
            return None

    def _put(self, edits: list[Edit], said: str) -> bool:
        desk = self._view.desk
        if not desk or self._view.isReadOnly():
            return False
        try:
            desk.replace(edits, said)
        except EditRefused:
            self.look()
            return False
        return True
