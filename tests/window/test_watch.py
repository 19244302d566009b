"""The watch on the text: it is checked when the hands rest, and no report of one article reaches another."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from editor.article import Edit, Span
from editor.checker import Checker
from editor.desk import Desk
from editor.formats.text import composed
from editor.window.watch import Watch
from editor.worker import Died, Done, Job, Said

TEXT = "Council closes bridge\nThe the council closed it.\n"


class Still:
    """A worker that only notes what it is asked."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.restarted = 0

    def ask(self, job: Job) -> None:
        self.jobs.append(job)

    def restart(self) -> None:
        self.restarted += 1

    def stop(self, patience: float = 0) -> None: ...


@pytest.fixture
def watch(qapp: object) -> Watch:
    watch = Watch()
    watch.worker = Still()  # type: ignore[assignment]
    return watch


def jobs(watch: Watch) -> list[Job]:
    assert isinstance(watch.worker, Still)
    return watch.worker.jobs


def said(job: Job) -> Said:
    return Said(job.number, "doubled_word", Checker().report(job.article, only=("doubled_word",)).findings)


def test_an_article_is_checked_at_once_and_after_the_hands_rest(watch: Watch, qtbot: QtBot) -> None:
    desk = Desk(composed(TEXT))
    watch.set_front(desk)
    assert len(jobs(watch)) == 1
    for n in range(5):
        desk.typed(Edit(Span(n, n), "", "x"), n + 1)
    assert len(jobs(watch)) == 1
    qtbot.waitUntil(lambda: len(jobs(watch)) == 2)
    assert jobs(watch)[-1].article.text.startswith("xxxxxCouncil")
    assert jobs(watch)[-1].article.source is None
    watch.check_now()
    assert len(jobs(watch)) == 3


def test_a_report_reaches_the_desk_that_asked(watch: Watch, qtbot: QtBot) -> None:
    desk = Desk(composed(TEXT))
    watch.set_front(desk)
    watch._heard.emit(said(jobs(watch)[0]))
    watch._heard.emit(Done(jobs(watch)[0].number))
    qtbot.waitUntil(lambda: not desk.checking.running)
    assert len(desk.board.open_rows()) == 1


def test_a_report_of_the_last_article_is_not_taken_for_this_one(watch: Watch, qtbot: QtBot) -> None:
    one, two = Desk(composed(TEXT)), Desk(composed("Another one\nIt was short.\n"))
    watch.set_front(one)
    watch.set_front(two)
    first, second = jobs(watch)
    watch._heard.emit(said(first))
    watch._heard.emit(Done(second.number))
    qtbot.waitUntil(lambda: not two.checking.running)
    assert not two.board.open_rows()


def test_a_dead_worker_is_started_again_and_said(watch: Watch, qtbot: QtBot) -> None:
    watch.set_front(Desk(composed(TEXT)))
    with qtbot.waitSignal(watch.died) as told:
        watch._heard.emit(Died(again=True))
    assert told.args == [True]
    assert isinstance(watch.worker, Still)
    assert watch.worker.restarted == 1


def test_typing_is_handed_to_the_journal_while_it_goes_on(watch: Watch, qtbot: QtBot) -> None:
    desk = Desk(composed(TEXT))
    watch.set_front(desk)
    desk.typed(Edit(Span(0, 0), "", "x"), 1)
    assert desk.unwritten
    qtbot.waitUntil(lambda: not desk.unwritten)
