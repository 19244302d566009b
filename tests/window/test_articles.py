"""Several articles in one window: each keeps its desk, its undo and how it was looked at; every tab tells the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from editor.archive import Archive
from editor.archive.recovery import Beside, Recoveries
from editor.checker import Checker
from editor.desk import session
from editor.window.application import Start
from editor.window.instance import Instance
from editor.window.mainwindow import MainWindow

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "does not support raise")
Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, to_front: Callable[[QWidget], None]) -> Iterator[MainWindow]:
    window = MainWindow()
    window.files.archive = Archive(tmp_path / "data", actor="Ada")
    window.files.archive.start()
    window.articles.keeping.begin(tmp_path / "data")
    qtbot.addWidget(window)
    window.resize(1000, 600)
    to_front(window)
    yield window
    window.close_anyway()
    qtbot.waitUntil(lambda: not window.files.busy)


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"{name}.txt" for name in ("bridge", "council", "ferry")]
    for path in made:
        lines = "".join(f"Line {n} of the the {path.stem}.\n" for n in range(60))
        path.write_text(f"The {path.stem}\n{lines}")
    return made


def press(window: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, held)


def all_read(qtbot: QtBot, window: MainWindow, count: int) -> None:
    def read() -> bool:
        articles = window.articles.session.articles
        return len(articles) == count and all(article.desk for article in articles)

    qtbot.waitUntil(read, timeout=20_000)


def stem(window: MainWindow) -> str:
    assert window.desk
    assert window.desk.path
    return window.desk.path.stem


def test_several_files_are_opened_at_once_and_the_first_is_in_front(
    qtbot: QtBot, window: MainWindow, paths: list[Path]
) -> None:
    window.articles.open(paths[:1])
    all_read(qtbot, window, 1)
    assert window.tabs.isHidden()
    window.articles.open([paths[1], paths[0], paths[2]])
    all_read(qtbot, window, 3)
    assert window.tabs.isVisible()
    assert stem(window) == "council"
    assert [article.label for article in window.articles.session] == ["bridge.txt", "council.txt", "ferry.txt"]
    window.open(paths[2])
    assert stem(window) == "ferry"
    assert len(window.articles.session) == 3


def test_the_keys_go_round_and_each_article_is_as_it_was_left(
    qtbot: QtBot, window: MainWindow, paths: list[Path]
) -> None:
    window.articles.open(paths)
    all_read(qtbot, window, 3)
    assert window.panel
    window.manuscript.set_caret(700)
    top = window.manuscript.top()
    assert top
    QTest.keyClicks(window.manuscript, "One")
    window.panel.turn("notes")
    window.panel.findings.bar.words.setText("ferry")
    press(window, Key.Key_Tab, CONTROL)
    assert stem(window) == "council"
    assert window.manuscript.hasFocus()
    QTest.keyClicks(window.manuscript, "Two")
    window.panel.turn("ledger")
    window.panel.findings.bar.reset()
    press(window, Key.Key_PageDown, CONTROL)
    assert stem(window) == "ferry"
    press(window, Key.Key_Tab, CONTROL)
    assert stem(window) == "bridge"
    assert window.manuscript.caret() == 703
    assert window.manuscript.top() == top
    assert window.panel.page == "notes"
    assert window.panel.findings.bar.words.text() == "ferry"
    assert window.desk
    press(window, Key.Key_Z, CONTROL)
    assert "One" not in window.desk.text
    press(window, Key.Key_Backtab, CONTROL | SHIFT)
    press(window, Key.Key_PageUp, CONTROL)
    assert stem(window) == "council"
    assert window.desk.text.startswith("Two")
    assert window.panel.page == "ledger"
    assert not window.panel.findings.filter.words


def test_a_tab_says_what_waits_in_its_article_and_that_it_was_changed(
    qtbot: QtBot, window: MainWindow, paths: list[Path]
) -> None:
    window.articles.open(paths[:2])
    all_read(qtbot, window, 2)
    behind = window.articles.session.articles[1].desk
    assert behind
    behind.heard("doubled_word", Checker().report(behind.article, only=("doubled_word",)).findings)
    QTest.keyClicks(window.manuscript, "x")
    bar = window.tabs.bar
    qtbot.waitUntil(lambda: bar.tabText(1) == "council.txt  60")
    qtbot.waitUntil(lambda: bar.tabText(0) == "\N{BLACK CIRCLE} bridge.txt")
    assert bar.accessibleTabName(1).startswith("council.txt, 60 open finding")
    assert bar.accessibleTabName(0).endswith("not saved to its file")
    assert bar.tabToolTip(1) == str(paths[1])


def test_the_list_of_articles_goes_to_any_of_them(qtbot: QtBot, window: MainWindow, paths: list[Path]) -> None:
    window.articles.open(paths)
    all_read(qtbot, window, 3)
    press(window, Key.Key_A, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text().split()[0] for action in menu.actions()] == ["bridge.txt", "council.txt", "ferry.txt"]
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert stem(window) == "ferry"


def test_articles_of_one_name_say_their_folders(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    for folder in ("monday", "tuesday"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text(f"It was {folder}.\n")
    window.articles.open([tmp_path / "monday" / "page.txt", tmp_path / "tuesday" / "page.txt"])
    all_read(qtbot, window, 2)
    assert [window.tabs.bar.tabText(n) for n in range(2)] == ["page.txt — monday", "page.txt — tuesday"]


def test_one_bad_file_never_stops_the_rest(qtbot: QtBot, window: MainWindow, paths: list[Path], tmp_path: Path) -> None:
    window.articles.open([tmp_path / "none.txt", paths[0], tmp_path, paths[1]])
    all_read(qtbot, window, 2)
    qtbot.waitUntil(lambda: window.desk is not None)
    assert stem(window) == "bridge"
    assert window.banners.message(f"open {tmp_path / 'none.txt'}")


def test_closing_never_asks_and_what_was_closed_comes_back(qtbot: QtBot, window: MainWindow, paths: list[Path]) -> None:
    window.articles.open(paths)
    all_read(qtbot, window, 3)
    QTest.keyClicks(window.manuscript, "Kept ")
    press(window, Key.Key_W, CONTROL)
    assert stem(window) == "council"
    middle = window.tabs.bar.tabRect(1).center()
    QTest.mouseClick(window.tabs.bar, Qt.MouseButton.MiddleButton, pos=middle)
    assert [article.label for article in window.articles.session] == ["council.txt"]
    press(window, Key.Key_T, CONTROL | SHIFT)
    press(window, Key.Key_T, CONTROL | SHIFT)
    all_read(qtbot, window, 3)
    qtbot.waitUntil(lambda: stem(window) == "bridge")
    assert window.desk
    assert window.desk.text.startswith("Kept The bridge")
    window.commands.undo()
    assert window.desk.text.startswith("The bridge")
    window.commands.close()
    window.commands.close()
    window.commands.close()
    assert window.empty.isVisible()
    assert window.desk is None


def test_a_tab_is_dragged_to_another_place(qtbot: QtBot, window: MainWindow, paths: list[Path]) -> None:
    window.articles.open(paths)
    all_read(qtbot, window, 3)
    window.tabs.bar.moveTab(0, 2)
    assert [article.label for article in window.articles.session] == ["council.txt", "ferry.txt", "bridge.txt"]
    assert stem(window) == "bridge"
    window.tabs.bar.setCurrentIndex(0)
    assert stem(window) == "council"


def test_banners_belong_to_their_article(qtbot: QtBot, window: MainWindow, paths: list[Path]) -> None:
    window.articles.open(paths[:2])
    all_read(qtbot, window, 2)
    window.banners.show_message("x", "warning", "About the bridge.")
    window.banners.show_message("y", "warning", "About Copydesk.", lasting=True)
    window.articles.step(1)
    assert not window.banners.message("x")
    assert window.banners.message("y")
    window.articles.step(1)
    banner = window.banners.message("x")
    assert banner
    assert banner.isVisible()


def test_what_is_nowhere_on_disk_is_asked_about_before_its_tab_closes(
    qtbot: QtBot, window: MainWindow, paths: list[Path]
) -> None:
    window.files.archive = None
    window.articles.open(paths[:2])
    all_read(qtbot, window, 2)
    QTest.keyClicks(window.manuscript, "x")
    press(window, Key.Key_W, CONTROL)
    assert stem(window) == "bridge"
    banner = window.banners.message("closing")
    assert banner
    banner.buttons[1].click()
    assert stem(window) == "council"


def test_the_next_start_finds_everything_as_it_was_though_nothing_was_closed(
    qtbot: QtBot, window: MainWindow, paths: list[Path], tmp_path: Path
) -> None:
    window.articles.open(paths)
    all_read(qtbot, window, 3)
    window.articles.step(1)
    window.manuscript.set_caret(700)
    top = window.manuscript.top()
    window.tabs.bar.moveTab(0, 2)
    window.articles.keeping.write()
    qtbot.waitUntil(lambda: len(session.read(tmp_path / "data")) == 3)
    paths[2].unlink()
    window.close_anyway()

    again = MainWindow()
    qtbot.addWidget(again)
    again.resize(1000, 600)
    instance = Instance(tmp_path / "data")
    assert instance.claim()
    start = Start(again, (), instance)
    again.show()
    qtbot.waitUntil(lambda: again.desk is not None, timeout=20_000)
    assert stem(again) == "council"
    all_read(qtbot, again, 3)
    assert [article.label for article in again.articles.session] == ["council.txt", "ferry.txt", "bridge.txt"]
    assert again.manuscript.caret() == 700
    assert again.manuscript.top() == top
    again.articles.step(1)
    banner = again.banners.message("gone")
    assert banner
    assert "ferry.txt is gone" in banner.words.text()
    assert again.desk
    assert again.desk.text.startswith("The ferry")
    again.close_anyway()
    qtbot.waitUntil(lambda: not again.files.busy)
    start.deleteLater()
    instance.close()


def test_the_close_button_of_a_tab_closes_that_article(qtbot: QtBot, window: MainWindow, paths: list[Path]) -> None:
    window.articles.open(paths)
    all_read(qtbot, window, 3)
    bar = window.tabs.bar
    button = bar.tabButton(1, bar.ButtonPosition.RightSide)
    assert button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert [article.label for article in window.articles.session] == ["bridge.txt", "ferry.txt"]
    assert stem(window) == "bridge"


def test_what_a_crash_kept_from_the_archive_is_listed_and_no_answer_can_lose_it(
    qtbot: QtBot, window: MainWindow, paths: list[Path], tmp_path: Path
) -> None:
    archive = window.files.archive
    assert archive
    window.articles.open(paths)
    all_read(qtbot, window, 3)
    names = [article.name for article in window.articles.session]
    for name, path in zip(names, paths, strict=True):
        beside = Beside(name, 10_000, ahead=True, sha256="", title=path.stem, path=str(path))
        late = Recoveries(tmp_path / "data")
        late.put(f"Late words. {path.read_text()}", beside)
        late.write(all_=True)
    for _ in range(3):
        window.commands.close()
    window.articles.open(paths)
    all_read(qtbot, window, 3)
    mine, listed = window.banners.message("recovered"), window.banners.message("recovered list")
    assert mine
    assert listed
    assert "2 word" in mine.words.text()
    assert "council.txt" in listed.words.text()
    assert [button.text() for button in mine.buttons] == ["Compare", "Restore", "Keep both", "Leave it"]
    mine.buttons[1].click()
    assert window.desk
    assert window.desk.text.startswith("Late words. The bridge")
    listed.buttons[0].click()
    assert stem(window) == "council"
    still = window.banners.message("recovered list")
    assert still
    assert [button.text() for button in still.buttons] == ["ferry.txt"]
    mine = window.banners.message("recovered")
    assert mine
    mine.buttons[0].setFocus()
    press(window, Key.Key_Escape)
    assert not window.banners.message("recovered")
    assert window.desk.text.startswith("The council")
    window.watch._write()
    revisions = archive.revisions(names[1]).result(20)
    kept = next(revision for revision in revisions if revision.name.startswith("Recovered"))
    assert archive.text_of(names[1], kept).result(20).startswith("Late words. The council")
