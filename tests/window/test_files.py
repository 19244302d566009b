"""Files in the window: opened with what is kept of them, saved without harm to what others wrote, exported."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor import resources
from editor.archive import Archive
from editor.article import Edit, Span
from editor.desk import Desk
from editor.window.banner import Banner
from editor.window.files import export_name
from editor.window.mainwindow import MainWindow

TEXT = "Council closes bridge\r\nThe council closed the bridge on Tuesday.\r\n"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, to_front: Callable[[QWidget], None]) -> Iterator[MainWindow]:
    window = MainWindow()
    window.files.archive = Archive(tmp_path / "archive", actor="Ada")
    window.files.archive.start()
    qtbot.addWidget(window)
    to_front(window)
    yield window
    window.commands.quit()
    qtbot.waitUntil(lambda: not window.files.busy)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_bytes(TEXT.encode())
    return path


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> Desk:
    with qtbot.waitSignal(window.files.opened):
        window.open(path)
    assert window.desk
    return window.desk


def synced(qtbot: QtBot, window: MainWindow) -> None:
    def on_disk() -> bool:
        return window.desk is not None and not window.desk.unwritten and not window.desk.trouble

    window.watch._write()
    qtbot.waitUntil(on_disk)


def pressed(banner: Banner, words: str) -> QPushButton:
    """The banner's button that says these words."""
    return next(button for button in banner.buttons if button.text() == words)


def reopened(qtbot: QtBot, window: MainWindow, path: Path) -> Desk:
    """The article as a new window finds it."""
    window.commands.close()
    return opened(qtbot, window, path)


def test_an_article_is_opened_and_saved_with_its_line_ends(qtbot: QtBot, window: MainWindow, article: Path) -> None:
    desk = opened(qtbot, window, article)
    assert window.windowTitle().startswith("Council closes bridge")
    desk.typed(Edit(Span(0, 0), "", "City "), 5)
    assert window.isWindowModified()
    with qtbot.waitSignal(window.files.saved):
        QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert article.read_bytes() == b"City " + TEXT.encode()
    assert not window.isWindowModified()
    synced(qtbot, window)
    assert window.status_line.saving.text().startswith("Saved ")
    assert window.status_line.saving.text().endswith("journal synced")


def test_text_history_and_caret_come_back_without_the_file_having_been_saved(
    qtbot: QtBot, window: MainWindow, article: Path
) -> None:
    opened(qtbot, window, article)
    window.manuscript.set_caret(7)
    QTest.keyClicks(window.manuscript, "!")
    synced(qtbot, window)
    desk = reopened(qtbot, window, article)
    assert desk.text.startswith("Council! closes")
    assert window.manuscript.caret() == 8
    assert desk.changed
    window.commands.undo()
    assert desk.text.startswith("Council closes")
    assert article.read_bytes() == TEXT.encode()


def test_what_someone_else_wrote_is_not_written_over(qtbot: QtBot, window: MainWindow, article: Path) -> None:
    desk = opened(qtbot, window, article)
    desk.typed(Edit(Span(0, 0), "", "x"), 1)
    article.write_text("theirs")
    with qtbot.waitSignal(window.files.changed_outside):
        window.commands.save()
    assert article.read_text() == "theirs"
    banner = window.banners.message("file")
    assert banner
    assert "bridge.txt" in banner.words.text()
    with qtbot.waitSignal(window.files.saved):
        QTest.mouseClick(pressed(banner, "Write over it"), Qt.MouseButton.LeftButton)
    assert article.read_bytes() == b"x" + TEXT.encode()
    assert not window.banners.message("file")


def test_theirs_is_compared_and_taken_when_it_can_not_be_written_over(
    qtbot: QtBot, window: MainWindow, article: Path
) -> None:
    desk = opened(qtbot, window, article)
    desk.typed(Edit(Span(0, 7), "Council", "Town"), 4)
    article.write_text("Council opens bridge\nThe council opened the bridge on Tuesday.\n")
    with qtbot.waitSignal(window.files.changed_outside):
        window.commands.save()
    banner = window.banners.message("file")
    assert banner
    pressed(banner, "Compare").click()
    qtbot.waitUntil(lambda: window.comparisons.page is not None and window.comparisons.page.current == 0)
    page = window.comparisons.page
    assert page
    assert "Take the file’s text" in page.take_button.accessibleName()
    assert window.banners.message("file")
    said = page.view.accessibleDescription()
    assert "[out: Council opens]" in said
    assert "[in: Town closes]" in said
    assert page.view.hasFocus()
    QTest.keyClick(page.view, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: not desk.changed)
    assert desk.text == article.read_text()
    assert not window.banners.message("file")
    assert not window.comparisons.open
    qtbot.waitUntil(window.manuscript.hasFocus)
    desk.typed(Edit(Span(0, 7), "Council", "Town"), 4)
    with qtbot.waitSignal(window.files.saved):
        window.commands.save()
    assert article.read_text().startswith("Town opens")


def test_a_file_changed_while_copydesk_was_closed_is_offered_beside_the_draft(
    qtbot: QtBot, window: MainWindow, article: Path
) -> None:
    desk = opened(qtbot, window, article)
    desk.typed(Edit(Span(0, 0), "", "Mine: "), 6)
    synced(qtbot, window)
    window.commands.close()
    article.write_text("Theirs now.\nAnd more.\n")
    desk = opened(qtbot, window, article)
    assert desk.text.startswith("Mine: Council")
    banner = window.banners.message("outside")
    assert banner
    pressed(banner, "Take the file’s text").click()
    assert desk.text == "Theirs now.\nAnd more.\n"
    assert not desk.changed
    assert window.manuscript.display.text == desk.text
    desk.undo()
    assert desk.text.startswith("Mine: Council")
    desk.redo()
    synced(qtbot, window)
    assert reopened(qtbot, window, article).text == "Theirs now.\nAnd more.\n"


def test_closing_waits_for_what_is_being_saved(qtbot: QtBot, window: MainWindow, article: Path) -> None:
    desk = opened(qtbot, window, article)
    desk.typed(Edit(Span(0, 0), "", "x"), 1)
    window.commands.save()
    window.commands.quit()
    assert article.read_bytes() == b"x" + TEXT.encode()


def test_an_unreadable_file_is_said_in_a_banner(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.files.refused):
        window.open(tmp_path / "none.txt")
    banner = window.banners.message(f"open {tmp_path / 'none.txt'}")
    assert banner
    assert "no such file" in banner.words.text()
    assert window.desk is None


def test_a_folder_that_can_not_be_written_leaves_the_work_where_it_is(
    qtbot: QtBot, window: MainWindow, article: Path, tmp_path: Path
) -> None:
    desk = opened(qtbot, window, article)
    desk.typed(Edit(Span(0, 0), "", "x"), 1)
    with qtbot.waitSignal(window.files.refused):
        window.files.save(desk, tmp_path / "gone" / "bridge.txt", anyway=True)
    banner = window.banners.message("file")
    assert banner
    assert banner.buttons[0].text() == "Save elsewhere…"
    assert desk.changed


def test_draft_and_report_are_exported(qtbot: QtBot, window: MainWindow, article: Path, tmp_path: Path) -> None:
    desk = opened(qtbot, window, article)
    assert export_name(desk) == str(tmp_path / "bridge.clean.txt")
    desk.add_note(Span(0, 7), "Which council?")
    with qtbot.waitSignal(window.files.exported) as told:
        window.export_to(tmp_path / "bridge.clean.txt")
    assert [path.name for path in told.args[0]] == ["bridge.clean.txt", "bridge.report.md", "bridge.report.json"]
    assert (tmp_path / "bridge.clean.txt").read_bytes() == TEXT.encode()
    assert "Which council?" in (tmp_path / "bridge.report.md").read_text()
    report = json.loads((tmp_path / "bridge.report.json").read_text())
    assert report["notes"][0]["text"] == "Which council?"
    assert any("date" in row["check"] for row in report["not_checked"])


def test_markdown_is_exported_as_text_too(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "bridge.md"
    path.write_bytes(b"# Bridge\r\n\r\nThe *council*.\r\n")
    opened(qtbot, window, path)
    with qtbot.waitSignal(window.files.exported):
        window.export_to(tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text() == "Bridge\n\nThe council.\n"


def test_the_clipboard_becomes_an_article_that_is_kept_without_a_file(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("Pasted headline\r\nPasted text.")
    with qtbot.waitSignal(window.files.opened):
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.desk
    assert window.desk.text == "Pasted headline\nPasted text."
    assert window.status_line.saving.text().startswith("File not written yet")
    with qtbot.waitSignal(window.files.recent_known) as told:
        window.files.ask_recent()
    (recent,) = told.args[0]
    window.commands.close()
    with qtbot.waitSignal(window.files.opened):
        window.articles.open_recent(recent)
    assert window.desk.text == "Pasted headline\nPasted text."
    window.commands.copy_clean()
    assert QGuiApplication.clipboard().text() == "Pasted headline\nPasted text."


def test_an_empty_clipboard_is_said(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(" ")
    window.commands.paste_new()
    assert "no text" in window.toast.words.text()
    assert window.desk is None


def test_a_dropped_file_is_opened(qtbot: QtBot, window: MainWindow, article: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(article))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(window.files.opened):
        window.empty.dropEvent(drop)
    assert window.desk
    assert window.desk.path == article


def test_recent_articles_are_listed_and_missing_ones_are_grey(qtbot: QtBot, window: MainWindow, article: Path) -> None:
    with qtbot.waitSignal(window.files.recent_known):
        opened(qtbot, window, article)
    article.unlink()
    with qtbot.waitSignal(window.files.recent_known):
        window.files.ask_recent()
    (action,) = window.menus.recent.actions()
    assert action.text().startswith("bridge.txt")
    assert not action.isEnabled()


def test_copydesks_own_sample_is_never_written_over(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert resources.ours(resources.sample())
    assert not resources.ours(None)
    assert not resources.ours(tmp_path / "x.txt")


def test_a_second_window_reads_until_it_takes_over(
    qtbot: QtBot, window: MainWindow, article: Path, tmp_path: Path
) -> None:
    opened(qtbot, window, article)
    other = MainWindow()
    qtbot.addWidget(other)
    other.files.archive = Archive(tmp_path / "archive", actor="Bob")
    other.files.archive.start()
    opened(qtbot, other, article)
    assert other.manuscript.isReadOnly()
    banner = other.banners.message("elsewhere")
    assert banner
    with qtbot.waitSignal(other.files.opened):
        banner.buttons[0].click()
    assert not other.manuscript.isReadOnly()
    other.commands.quit()


def test_without_an_archive_closing_asks_once_for_what_would_be_lost(
    qtbot: QtBot, article: Path, tmp_path: Path
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    desk = opened(qtbot, window, article)
    assert window.banners.message("archive")
    desk.typed(Edit(Span(0, 0), "", "x"), 1)
    assert window.status_line.saving.text().startswith("Not saved")
    assert not window.close()
    banner = window.banners.message("closing")
    assert banner
    banner.buttons[1].click()
    assert not window.isVisible()
