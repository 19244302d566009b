"""The checker: what it reads it remembers, what fails is said, and the worker says the same in a process of its own."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor import checker, factsheet, pages, resources
from editor.article import Article, Edit, Span
from editor.checker import Check, Checker, Trouble
from editor.finding import Finding, finding
from editor.formats.text import composed
from editor.ledger import Ledger
from editor.reading.paragraph import Paragraph
from editor.worker import Died, Done, Engine, Job, Report, Said, Sheet, Waiting, Worker, _grammar
from tests.strategies import texts

TEXT = "Bridge closed\nThe the mayor said so.\nNobody minded much.\nThe the end."


def test_an_edited_paragraph_alone_is_read_again() -> None:
    one = Checker()
    before = one.read(composed(TEXT))
    edited = composed(TEXT).edited([Edit(Span(14, 17), "The", "A")])
    after = one.read(edited)
    same = [a.read is b.read for a, b in zip(before.paragraphs, after.paragraphs, strict=True)]
    assert same == [True, False, True, True]


def test_a_checker_that_remembers_says_what_a_new_one_says() -> None:
    old, article = Checker(), composed(TEXT)
    old.report(article)
    edited = article.edited([Edit(Span(0, 0), "", "Then. ")])
    assert old.report(edited) == Checker().report(edited)


SAMPLE = (resources.folder() / "samples" / "kashmir.txt").read_text(encoding="utf-8")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SAMPLE)), st.integers(0, 300), texts), min_size=1, max_size=3))
def test_whatever_was_edited_what_is_remembered_changes_nothing(changes: list[tuple[int, int, str]]) -> None:
    old, article = Checker(), composed(SAMPLE)
    for place, length, words in changes:
        old.report(article)
        start = min(place, len(article.text))
        span = Span(start, min(len(article.text), start + length))
        article = article.edited([Edit(span, span.of(article.text), words)])
    assert old.report(article) == Checker().report(article)


EXAMPLES = [example.text for name in checker.names() for example in pages.page(name).examples]
"""What the pages of the checks show: each has what its check compares."""


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_paragraphs_that_come_and_go_change_nothing_of_what_is_remembered(data: st.DataObject) -> None:
    """All checks, on an article made of the pages' examples of which some are put in, taken out and typed in."""
    some = st.sampled_from(EXAMPLES)
    parts, old = data.draw(st.lists(some, min_size=2, max_size=8)), Checker()
    for _ in range(data.draw(st.integers(1, 3))):
        old.report(composed("\n".join(parts)))
        at = data.draw(st.integers(0, len(parts) - 1))
        match data.draw(st.sampled_from(["put in", "take out", "type", "move"])):
            case "put in":
                parts.insert(at, data.draw(some))
            case "take out" if len(parts) > 1:
                parts.pop(at)
            case "move":
                parts.append(parts.pop(at))
            case _:
                place = data.draw(st.integers(0, len(parts[at])))
                parts[at] = f"{parts[at][:place]}{data.draw(texts)}{parts[at][place:]}"
    article = composed("\n".join(parts))
    assert old.report(article) == Checker().report(article)


def test_a_long_article_that_two_processes_share_gives_the_same_findings(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("\n".join([SAMPLE] * 4), encoding="utf-8")
    run = [sys.executable, "-m", "editor", "check", str(path), "--format", "jsonl"]
    said = json.loads(subprocess.run(run, capture_output=True, text=True, timeout=120).stdout)
    report = Checker().report(composed(path.read_text(encoding="utf-8")))
    assert [f["key"] for f in said["findings"]] == [str(f.key) for f in report.findings]
    assert said["checked"] == list(report.checked)
    assert report.findings


ENDED = """
import os, signal, sys
from editor import checker
from editor.checker import Checker
from editor.formats.text import composed

article = composed(sys.stdin.read())
alone = Checker().report(article)
first, known = os.getpid(), checker.check

def ending(name):
    if os.getpid() != first and name == "weekday":
        os.kill(os.getpid(), signal.SIGKILL)
    return known(name)

checker.check = ending
checker._can_share = lambda: True
print(Checker().report(article, share=True) == alone, len(alone.findings))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_what_a_process_did_not_say_that_was_ended_from_outside_is_said_by_the_other() -> None:
    run = [sys.executable, "-c", ENDED]
    done = subprocess.run(run, input=SAMPLE, capture_output=True, encoding="utf-8", timeout=120, check=True)
    same, found = done.stdout.split()
    assert same == "True", done.stderr
    assert int(found) > 10


def test_findings_move_with_their_paragraph() -> None:
    one, article = Checker(), composed(TEXT)
    before = one.report(article, only=("doubled_word",)).findings
    after = one.report(article.edited([Edit(Span(0, 6), "Bridge", "Tunnel now")]), only=("doubled_word",)).findings
    assert [f.span.moved(4) for f in before] == [f.span for f in after]


def test_a_check_that_fails_is_trouble_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch, caplog: object) -> None:
    def broken(paragraph: Paragraph) -> Iterator[Finding]:
        raise ZeroDivisionError("by nought")
        yield

    def sound(ledger: Ledger) -> Iterator[Finding]:
        yield finding("rule", Span(0, 1))

    found = {
        "broken": Check("broken", "paragraph", broken, frozenset()),
        "sound": Check("sound", "ledger", sound, frozenset()),
    }
    monkeypatch.setattr(checker, "names", lambda: tuple(found))
    monkeypatch.setattr(checker, "check", found.__getitem__)
    monkeypatch.setattr(checker, "log", SimpleNamespace(exception=lambda *_: None))
    report = Checker().report(Article("A b."))
    assert report.trouble == (Trouble("broken", "ZeroDivisionError: by nought"),)
    assert report.checked == ("sound",)
    assert [str(f.check) for f in report.findings] == ["sound"]


def test_a_reader_that_fails_is_trouble_for_every_check(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(checker, "debris", broken)
    monkeypatch.setattr(checker, "log", SimpleNamespace(exception=lambda *_: None))
    report = Checker().report(Article("A b."))
    assert {t.check for t in report.trouble} == set(checker.names()) - {checker.GRAMMAR}
    assert report.checked == ()


@pytest.fixture
def heard() -> Iterator[tuple[Worker, queue.SimpleQueue[Report]]]:
    reports: queue.SimpleQueue[Report] = queue.SimpleQueue()
    worker = Worker(reports.put)
    worker.start()
    yield worker, reports
    worker.stop()


def until_done(reports: queue.SimpleQueue[Report], number: int) -> list[Said]:
    said = []
    while True:
        report = reports.get(timeout=60)
        if isinstance(report, Said) and report.number == number:
            said.append(report)
        if report == Done(number):
            return said


def test_the_worker_says_what_the_checker_says(heard: tuple[Worker, queue.SimpleQueue[Report]]) -> None:
    worker, reports = heard
    article = composed(TEXT)
    worker.ask(Job(1, article, grammar=False))
    found = [f for said in until_done(reports, 1) for f in said.findings]
    assert sorted(found, key=lambda f: (f.span, f.check, f.rule)) == list(Checker().report(article).findings)


def test_the_worker_makes_the_fact_sheet_where_it_is_looked_at(
    heard: tuple[Worker, queue.SimpleQueue[Report]],
) -> None:
    worker, reports = heard
    article = composed(TEXT)
    worker.ask(Job(1, article, grammar=False, sheet=True))
    until_done(reports, 1)
    report = reports.get(timeout=60)
    assert isinstance(report, Sheet)
    assert report.rows == factsheet.rows(Checker().read(article))


def test_grammar_begins_when_the_other_checks_have_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    from editor.checks import grammar

    begun, checked, said = threading.Event(), threading.Event(), queue.SimpleQueue[Report]()
    monkeypatch.setattr(grammar, "start", lambda **_: begun.set())
    monkeypatch.setattr(Checker, "run", lambda *_, **__: iter(()))
    texts = Waiting()
    texts.put(Job(1, composed(TEXT)))
    thread = threading.Thread(target=_grammar, args=(texts, said.put, checked))
    thread.start()
    assert not begun.wait(0.1)
    checked.set()
    assert begun.wait(10)
    texts.put(None)
    thread.join(10)
    assert isinstance(said.get(timeout=10), Engine)


def test_many_findings_come_in_portions(heard: tuple[Worker, queue.SimpleQueue[Report]]) -> None:
    worker, reports = heard
    worker.ask(Job(1, composed("\n".join(f"Number {n} is is here." for n in range(1201))), grammar=False))
    said = [s for s in until_done(reports, 1) if s.check == "doubled_word"]
    assert [len(s.findings) for s in said] == [500, 500, 201]
    assert [s.more for s in said] == [True, True, False]


def test_a_worker_that_died_is_said_to_have_and_can_be_started_again(
    heard: tuple[Worker, queue.SimpleQueue[Report]],
) -> None:
    worker, reports = heard
    worker.ask(Job(1, composed(TEXT), grammar=False))
    until_done(reports, 1)
    assert worker._process
    worker._process.kill()
    report = reports.get(timeout=60)
    while not isinstance(report, Died):
        report = reports.get(timeout=60)
    assert report.again
    worker.restart()
    worker.ask(Job(1, composed(TEXT), grammar=False))
    assert until_done(reports, 1)
