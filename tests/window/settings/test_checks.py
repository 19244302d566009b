"""The section of the checks, by its keys: on and off, options as their signatures have them, examples tried live."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from editor import checker, pages, settings
from editor.settings import SettingsError
from editor.window.preferences import Preferences
from editor.window.settings import trial
from editor.window.settings.checks import Checks
from editor.window.settings.checks_model import CHECK


@pytest.fixture
def checks(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> Checks:
    made = Checks(Preferences())
    qtbot.addWidget(made)
    made.resize(900, 600)
    to_front(made)
    return made


def tried(checks: Checks, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(checks.page._trial.done):
        checks.choose(name)


def said(checks: Checks) -> str:
    """What is said of the examples."""
    layout = checks.page._examples
    boxes = [item.widget() for at in range(layout.count()) if (item := layout.itemAt(at))]
    return " ".join(words.accessibleName() for box in boxes if box for words in box.findChildren(QWidget))


def test_every_check_is_listed_with_how_sure_it_is(checks: Checks) -> None:
    model = checks.model
    for name in checker.names():
        index = model.of(name)
        assert index.data() == pages.page(name).title
        assert index.siblingAtColumn(1).data()
        assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == pages.page(name).summary


def test_space_turns_a_check_off_and_on(checks: Checks, qtbot: QtBot) -> None:
    tried(checks, qtbot, "echo")
    checks.list.setFocus()
    QTest.keyClick(checks.list, Qt.Key.Key_Space)
    assert checks._preferences.settings.off == ["echo"]
    assert not checks.page.runs.isChecked()
    assert "1 off" in checks.model.of("echo").parent().siblingAtColumn(1).data()
    checks.page.runs.setFocus()
    QTest.keyClick(checks.page.runs, Qt.Key.Key_Space)
    assert checks._preferences.settings.off == []


def test_an_option_is_changed_and_its_examples_are_tried_with_it(checks: Checks, qtbot: QtBot) -> None:
    tried(checks, qtbot, "echo")
    row = checks.page.rows["times"]
    spin = row.findChild(QSpinBox)
    assert spin
    assert spin.value() == 3
    assert "Not found with these options" not in said(checks)
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, "9")
    with qtbot.waitSignal(checks.page._trial.done):
        QTest.keyClick(spin, Qt.Key.Key_Tab)
    assert checks._preferences.settings.checks == {"echo": {"times": 9}}
    assert "Not found with these options" in said(checks)
    with qtbot.waitSignal(checks.page._trial.done):
        row._to_default()
    assert checks._preferences.settings.checks == {}
    assert "Not found with these options" not in said(checks)


def test_search_shows_the_checks_that_have_the_words(checks: Checks) -> None:
    assert checks.search("nobody has these words") == 0
    found = checks.search("quotation lead-in")
    assert 0 < found < 5
    assert checks.list.currentIndex().data(CHECK)
    assert checks.search("") == len(checker.names())


@pytest.mark.parametrize("name", [name for name in checker.names() if name != checker.GRAMMAR])
def test_with_its_defaults_a_check_finds_what_its_page_marks(name: str) -> None:
    told = trial.outcome(name, {})
    assert not told.trouble
    assert all(one.as_marked for one in told.tried)


def test_an_option_of_another_type_is_refused_in_words() -> None:
    assert "int" in checker.refusal("echo", {"times": "often"})
    assert "no option near" in checker.refusal("echo", {"near": 3})
    assert checker.refusal("echo", {"times": 4}) == ""


def test_options_keep_the_comments_of_the_file() -> None:
    settings.path().parent.mkdir(parents=True, exist_ok=True)
    settings.path().write_text("[checks.echo]\ntimes = 4 # we are patient\nwithin = 60\n")
    settings.write({"checks": {"echo": {"times": 4}, "caption": {"shared": 2}}})
    words = settings.path().read_text()
    assert "# we are patient" in words
    assert "within" not in words
    assert settings.load().checks == {"echo": {"times": 4}, "caption": {"shared": 2}}
    with pytest.raises(SettingsError):
        settings.checked(settings.Settings(checks=3))  # type: ignore[arg-type]
