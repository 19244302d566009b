"""The session: articles in their order, each as it was left, kept in a private file that nothing can spoil."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from editor.article import Edit, Span
from editor.desk import Desk, session
from editor.desk.arriving import Arrived
from editor.desk.session import Open, Session, View
from editor.formats.text import composed


def arrived(path: Path | None = None, text: str = "Council closes bridge\n", name: str = "", why: str = "") -> Arrived:
    return Arrived(Desk(composed(text), path=path), name, why=why)


def three(tmp_path: Path) -> Session:
    made = Session([Open(tmp_path / f"{name}.txt") for name in "abc"])
    made.front = made.articles[1]
    return made


def test_what_was_open_comes_back_in_its_order_and_as_it_was_left(tmp_path: Path) -> None:
    one = Open(tmp_path / "a\udcff.txt", "1", view=View(3, 7, "ledger", {"words": "été", "families": ["style"]}))
    two = Open(title="Pasted", name="2")
    before = Session([one, Open(title="never kept"), two], two)
    session.write(tmp_path / "data", before.as_bytes())
    again = session.read(tmp_path / "data")
    assert [(a.path, a.name, a.view) for a in again] == [(a.path, a.name, a.view) for a in (one, two)]
    assert again.front is again.articles[1]
    assert again.front.label == "Pasted"
    assert stat.S_IMODE((tmp_path / "data" / session.NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "said",
    [b"", b"\xff", b"[]", b"{}", b'{"front": 0, "articles": [1]}', b'{"front": "x", "articles": []}', b"[" * 100_000],
)
def test_a_spoilt_file_is_an_empty_session(tmp_path: Path, said: bytes) -> None:
    (tmp_path / session.NAME).write_bytes(said)
    assert not len(session.read(tmp_path))


def test_a_front_that_is_none_of_the_articles_is_none(tmp_path: Path) -> None:
    (tmp_path / session.NAME).write_bytes(three(tmp_path).as_bytes().replace(b'"front": 1', b'"front": 7'))
    again = session.read(tmp_path)
    assert len(again) == 3
    assert again.front is None


def test_an_article_is_found_by_name_and_by_the_file_it_really_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    made = three(tmp_path)
    assert made.at(tmp_path / "link.txt") is made.articles[0]
    made.articles[2].take(arrived(name="7"))
    assert made.at(None, "7") is made.articles[2]
    assert made.at() is None
    assert made.of(made.articles[2].desk) is made.articles[2]


def test_closing_the_one_in_front_brings_its_neighbour(tmp_path: Path) -> None:
    made = three(tmp_path)
    one, two, three_ = made.articles
    assert made.close(one) is two
    made.front = two
    assert made.close(two) is three_
    made.front = three_
    assert made.close(three_) is None
    assert [article.label for article in made.closed] == ["a.txt", "b.txt", "c.txt"]


def test_articles_are_gone_through_round_and_round_and_put_in_another_order(tmp_path: Path) -> None:
    made = three(tmp_path)
    assert made.beside(1) is made.articles[2]
    assert made.beside(2) is made.articles[0]
    assert made.beside(-2) is made.articles[2]
    made.move(0, 2)
    assert [article.label for article in made] == ["b.txt", "c.txt", "a.txt"]
    assert Session().beside(1) is None


def test_only_what_is_nowhere_on_disk_is_unsafe() -> None:
    article = Open()
    assert not article.unsafe
    article.take(arrived(why="the disk is full."))
    assert article.desk
    assert not article.unsafe
    article.desk.typed(Edit(Span(0, 0), "", "x"), 1)
    assert article.unsafe
    article.take(arrived())
    article.desk.typed(Edit(Span(0, 0), "", "x"), 1)
    assert not article.unsafe


def test_those_who_show_an_article_are_told_while_it_is_in_front() -> None:
    desk = Desk(composed("Council closes bridge\n"))
    front: list[object] = []
    always: list[object] = []
    desk.subscribe(front.append)
    desk.subscribe(always.append, always=True)
    desk.left_front()
    desk.typed(Edit(Span(0, 0), "", "x"), 1)
    assert always
    assert not front
