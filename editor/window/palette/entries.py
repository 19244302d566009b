"""What the palette offers: the actions with their keys, the places of the article, settings and checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from editor import checker, pages, settings
from editor.article import Span
from editor.window import actions, keymap
from editor.window.actions import Act
from editor.window.menus import plain
from editor.window.translation import tr

if TYPE_CHECKING:
    from editor.window.mainwindow import MainWindow

HEADINGS = 200
"""How many headings are offered at most."""
UNLISTED = ("palette", "recent")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be chosen: its words, where else it stands, its keys, and why it can't be done now."""

    name: str
    words: str
    where: str
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    not_now: str = ""

    @property
    def said(self) -> str:
        """The whole entry in words, for a screen reader."""
        key = keymap.shown(self.keys[0]) if self.keys else ""
        return ", ".join(part for part in (self.words, self.where, key, self.not_now) if part)


def entries(window: MainWindow) -> list[Entry]:
    """All that can be chosen, the actions first."""
    return [*_actions(window), *_headings(window), *_settings(window), *_checks(window)]


def paragraph(window: MainWindow, query: str) -> Entry | None:
    """The paragraph that a number names: `12`, `¶ 12`."""
    number = query.strip().removeprefix("¶").removeprefix(":").strip()
    if not number.isdecimal() or not window.desk:
        return None
    every = list(window.desk.article.paragraphs())
    at = int(number)
    missing = "" if 1 <= at <= len(every) else tr("There is no such paragraph")
    span = every[at - 1].span if not missing else Span(0, 0)
    words = tr("Go to Paragraph {number}").format(number=at)
    return Entry("", words, tr("Article"), partial(_go, window, span.start), not_now=missing)


def _actions(window: MainWindow) -> Iterator[Entry]:
    places = {act.name: tr(title).replace("&", "") for title, acts in actions.MENUS for act in acts}
    twins: dict[str, list[str]] = {}
    for name, act in actions.every().items():
        if act.twin:
            twins.setdefault(act.twin, []).append(name)
    for name, act in actions.every().items():
        if act.twin or act.numbered or name in UNLISTED:
            continue
        where = places.get(name) or tr(actions.CONTEXTS[act.context])
        keys = keymap.keys(name) or tuple(key for twin in twins.get(name, ()) for key in keymap.keys(twin))
        yield Entry(name, plain(tr(act.words)), where, _runner(window, act), keys[:1], _why_not(window, act))


def _runner(window: MainWindow, act: Act) -> Callable[[], object]:
    if act.context == "window":
        return window.acts[act.name].trigger
    if act.context == "comparing":
        return partial(window.comparisons.do, act.short)

    def run() -> None:
        window.beside.show_page(act.context)
        if window.panel:
            window.panel.do(act.name)

    return run


def _why_not(window: MainWindow, act: Act) -> str:
    """Why an action does nothing now; empty where it does something."""
    if act.needs and not window.desk:
        return tr("No article is open")
    if act.needs == "finding" and window.review and not window.review.waiting():
        return tr("No finding waits")
    if act.context == "comparing" and not window.comparisons.open:
        return tr("Nothing is compared now")
    if act.context == "window" and not window.acts[act.name].isEnabled():
        return tr("Not now")
    return ""


def _headings(window: MainWindow) -> Iterator[Entry]:
    if not window.desk:
        return
    text = window.desk.text
    marks = [mark for mark in window.desk.article.marks if mark.kind in ("headline", "heading")]
    for mark in marks[:HEADINGS]:
        words = " ".join(mark.span.of(text).split())
        if words:
            yield Entry("", words, tr("Heading"), partial(_go, window, mark.span.start))


def _settings(window: MainWindow) -> Iterator[Entry]:
    for choice in settings.choices():
        if choice.shown.row:
            run = partial(window.commands.settings, choice.shown.part)
            yield Entry(f"setting {choice.name}", tr(choice.shown.title), tr("Settings"), run)


def _checks(window: MainWindow) -> Iterator[Entry]:
    from editor.window.explaining import explain

    for name in checker.names():
        words = tr("Explain: {check}").format(check=pages.page(name).title)
        yield Entry(f"check {name}", words, tr("Checks"), partial(explain, window, name))


def _go(window: MainWindow, place: int) -> None:
    window.focus_text()
    window.manuscript.set_caret(place)
