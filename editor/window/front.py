"""The article in front: put before the editor in every part of the window, as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.desk.session import Open
    from editor.window.banner import Banner
    from editor.window.mainwindow import MainWindow


class Front:
    """What changes in a window when another article comes to the front, or none is there."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def show(self, article: Open, banners: dict[str, Banner] | None) -> None:
        """Shows an article of the session; with what was asked about it when it was in front last."""
        from editor.window import questions
        from editor.window.review import Review

        window = self._window
        window.comparisons.leave()
        desk, held = article.desk, window.beside.holds_focus or window.tabs.hasFocus()
        assert desk
        if window.review:
            window.review.deleteLater()
        window.desk, window.review = desk, Review(desk, window.manuscript.place, window)
        window.remembered.last = str(desk.path.absolute()) if desk.path else ""
        window.review.refused.connect(window.toast.say)
        for wanted in (window.review.choices_wanted, window.review.words_wanted):
            wanted.connect(lambda *_: window.beside.show_page())
        window.manuscript.set_desk(desk)
        window.manuscript.setReadOnly(article.reads_only)
        panel = window.beside.make()
        panel.set_desk(desk, window.review)
        panel.take_up(article.view.page, article.view.filter)
        window.manuscript.among = window.review.among
        window.manuscript.restyle()
        window.manuscript.show_top(article.view.top)
        desk.subscribe(lambda happening: window.notices.hear(desk, happening))
        desk.subscribe(window.dictionaries.hear)
        desk.subscribe(lambda happening: window.steps.hear(desk, happening))
        window.steps.do("open")
        window.status_line.set_desk(desk)
        window.strip.set_desk(desk)
        self.keep(article)
        window.watch.set_front(desk)
        window.stack.setCurrentWidget(window.splitter)
        window.name()
        window.menus.enable(True)
        if banners is None:
            questions.ask(window, article)
            if not article.arrived or not article.arrived.waits:
                window.files.ask_recent()
        else:
            window.banners.bring_back(banners)
        window.notices.saving(desk)
        if not held or not (window.beside.holds_focus or window.tabs.hasFocus()):
            window.manuscript.setFocus()

    def keep(self, article: Open) -> None:
        """Shows what the archive has of the article in front, and whether it has it."""
        from editor.window import questions

        window, arrived = self._window, article.arrived
        assert arrived
        archive = window.files.archive if arrived.article else None
        if window.panel:
            window.panel.set_shelf(questions.Shelved(archive, arrived.article) if archive else None)
        window.status_line.keep(arrived.why, waits=arrived.waits)
        if arrived.waits:
            window.files.ask_archive(arrived)

    def show_empty(self) -> None:
        """No article is in front; what was is kept."""
        window = self._window
        window.comparisons.leave()
        window.desk = window.review = None
        window.remembered.last = ""
        window.watch.set_front(None)
        window.status_line.set_desk(None)
        window.find_bar.leave()
        window.stack.setCurrentWidget(window.empty)
        window.setWindowModified(False)
        window.setWindowTitle("Copydesk")
        window.menus.enable(False)
        window.empty.setFocus()
