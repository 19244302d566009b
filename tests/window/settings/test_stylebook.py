"""The stylebook's section: Copydesk's entries read only, the newsroom's written as soon as their examples are good."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.checks import stylebook as checked
from editor.window.preferences import Preferences
from editor.window.settings import book
from editor.window.settings.stylebook import Stylebook

OWN = """# ours
[[entry]]
avoid = ["ahead of"] # since 2020
why = "Say before."
source = "us"
flag = ["[[Ahead of]] it."]
"""


@pytest.fixture
def section(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> Stylebook:
    made = Stylebook(Preferences())
    qtbot.addWidget(made)
    made.resize(900, 640)
    to_front(made)
    return made


def test_copydesks_own_entries_are_read_only_and_all_there(section: Stylebook, qtbot: QtBot) -> None:
    assert section._shown.rowCount() >= 90
    assert section.form.words.isReadOnly()
    assert "read only" in section.form.state.accessibleName()
    assert section.search("utilise") == 1


def test_a_new_entry_is_written_when_it_is_good(section: Stylebook, qtbot: QtBot) -> None:
    QTest.keyClick(section.add, Qt.Key.Key_Space)
    form = section.form
    with qtbot.waitSignal(form._trial.done):
        QTest.keyClicks(form.words, "prior to")
    assert "needs an arrow" in form.state.accessibleName()
    with qtbot.waitSignal(form._trial.done):
        QTest.keyClicks(form.words, " -> before")
    assert "needs why" in form.state.accessibleName()
    QTest.keyClicks(form.why, "Shorter.")
    QTest.keyClicks(form.source, "us")
    with qtbot.waitSignal(section._preferences.changed):
        QTest.keyClicks(form.flags, "It rose [[prior to]] the vote.")
    folder = Path(section._preferences.settings.stylebook)
    said = tomllib.loads((folder / book.OWN).read_text("utf-8"))["entry"]
    assert said[-1]["change"] == {"prior to": "before"}
    assert checked.read(folder / book.OWN)
    qtbot.waitUntil(lambda: form._results.count() > 0)
    item = form._results.itemAt(0)
    first = item.widget() if item else None
    assert first
    assert first.accessibleName().startswith("\N{CHECK MARK}")


def test_an_own_entry_keeps_its_comments_and_a_deleted_one_comes_back(
    section: Stylebook, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(OWN, "utf-8")
    section._preferences.change("stylebook", str(tmp_path))
    assert not section.form.words.isReadOnly()
    section.form.why.selectAll()
    with qtbot.waitSignal(section.form.written):
        QTest.keyClicks(section.form.why, "Before is enough.")
    assert "# ours" in file.read_text("utf-8")
    assert "# since 2020" in file.read_text("utf-8")
    assert 'why = "Before is enough."' in file.read_text("utf-8")
    QTest.keyClick(section.drop, Qt.Key.Key_Space)
    assert "ahead of" not in file.read_text("utf-8")
    QTest.keyClick(section.back, Qt.Key.Key_Space)
    assert "ahead of" in file.read_text("utf-8")


def test_our_own_version_of_an_entry_of_copydesks(section: Stylebook, qtbot: QtBot) -> None:
    section.search("utilise")
    said = section._chosen().said
    QTest.keyClick(section.copy, Qt.Key.Key_Space)
    assert not section.form.words.isReadOnly()
    assert section._chosen().own
    assert section._chosen().said == said


def test_a_bad_entry_is_said_with_file_and_line(section: Stylebook, tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(OWN + "\n[[entry]]\navoid = 3\n", "utf-8")
    section._preferences.change("stylebook", str(tmp_path))
    assert "ours.toml: line 8: entry 2: avoid needs to be a list" in section.trouble.accessibleName()


def test_an_example_that_is_not_found_is_told_from_one_that_is() -> None:
    said = {"avoid": ["ahead of"], "why": "a", "source": "b", "flag": ["[[Ahead]] of it.", "[[Ahead of]] it."]}
    _, tried = book.tried(said)
    assert [one.as_marked for one in tried] == [False, True]
    with pytest.raises(ValueError, match="marks it with"):
        book.tried(said | {"flag": ["no mark"]})
    with pytest.raises(ValueError, match="pattern"):
        book.tried({"pattern": "(", "sign": "(", "why": "a", "source": "b"})
