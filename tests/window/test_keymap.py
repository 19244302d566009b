"""The keys: each action's own, the presets', and what an editor changes in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from editor.window import actions, keymap
from editor.window.actions import Act
from editor.window.keymap import normal, presets

Held = Qt.KeyboardModifier


@pytest.fixture(autouse=True)
def own_keys() -> Iterator[None]:
    yield
    keymap.use(keymap.OWN, {})


def event(key: Qt.Key, held: Held = Held.NoModifier, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


@pytest.mark.parametrize("act", actions.every().values(), ids=lambda act: act.name)
def test_an_action_has_words_and_real_keys_in_a_context_that_is_known(act: Act) -> None:
    assert act.words.strip("&…. ")
    assert act.context in actions.CONTEXTS
    assert all(normal(key) == key for key in act.keys), [normal(key) for key in act.keys]
    assert not act.twin or actions.every()[act.twin].context == "window"
    if act.context == "window":
        letters = [key for key in act.keys if "+" not in key and not key.startswith("F")]
        assert not letters, "it would be typed in the text"


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.name)
def test_a_preset_names_actions_that_are_there_and_gives_no_key_twice(preset: keymap.Preset) -> None:
    assert preset.title
    assert preset.keys.keys() <= actions.every().keys()
    taken: dict[tuple[str, str], str] = {}
    for name, act in actions.every().items():
        for key in preset.keys.get(name, act.keys):
            assert normal(key), (name, key)
            other = taken.setdefault((act.context, normal(key)), name)
            assert other == name, f"{key} is both {other} and {name}"


def test_the_own_keys_come_first_among_the_presets() -> None:
    assert presets()[0].name == keymap.OWN
    assert not presets()[0].keys


def test_a_key_is_known_however_it_is_typed() -> None:
    assert keymap.meant("findings", event(Qt.Key.Key_T, text="t")) == "place"
    assert keymap.meant("findings", event(Qt.Key.Key_T, Held.ShiftModifier, "T")) == "standing"
    assert keymap.meant("findings", event(Qt.Key.Key_T, Held.ControlModifier)) == ""
    assert keymap.meant("findings", event(Qt.Key.Key_Enter, Held.KeypadModifier)) == "accept"
    assert keymap.meant("findings", event(Qt.Key.Key_7, text="7")) == "7"
    assert keymap.meant("findings", event(Qt.Key.Key_Slash, Held.ShiftModifier, "/")) == "filter"
    assert keymap.meant("findings", event(Qt.Key.Key_Question, Held.ShiftModifier, "?")) == "why"
    assert keymap.meant("findings", event(Qt.Key.Key_Right)) == "next_place"
    assert keymap.meant("notes", event(Qt.Key.Key_S, text="s")) == "sourced"
    assert keymap.meant("notes", event(Qt.Key.Key_Shift, Held.ShiftModifier)) == ""
    assert QKeySequence("Ctrl+Enter") in keymap.sequences("accept")


def test_a_change_takes_the_key_from_the_action_that_had_it_by_itself() -> None:
    assert keymap.use(keymap.OWN, {"findings.place": ["X"], "findings.everywhere": ["T"], "next": []}) == []
    assert keymap.keys("findings.place") == ("X",)
    assert keymap.keys("findings.everywhere") == ("T",)
    assert keymap.keys("findings.article") == ("I",)
    assert keymap.keys("next") == ()
    assert keymap.owner("findings", "t") == "findings.everywhere"
    assert keymap.owner("findings", "A") == ""
    keymap.use(keymap.OWN, {"save": ["F8"]})
    assert keymap.keys("next") == ("Alt+Down",)


def test_what_is_wrong_is_said_and_left_out() -> None:
    trouble = keymap.use("emacs", {"fly": ["F2"], "save": ["Ctrl+Nonsense", "Ctrl+s"], "next": ["F2"], "open": ["F2"]})
    assert len(trouble) == 4
    assert all(any(word in said for said in trouble) for word in ("emacs", "fly", "Nonsense", "F2"))
    assert keymap.keys("save") == ("Ctrl+S",)
    assert keymap.keys("next") == ("F2",)
    assert keymap.keys("open") == ()


def test_caps_are_short() -> None:
    assert [keymap.cap(name) for name in ("findings.accept", "findings.standing", "accept", "zoom_in", "Esc")] == [
        "⏎",
        "⇧T",
        "Ctrl+⏎",
        "Ctrl++",
        "Esc",
    ]
    assert keymap.numbered("findings.choice", 3) == "3"
    assert keymap.numbered("findings.choice", 12) == ""


def test_every_key_that_the_readme_names_is_one(request: pytest.FixtureRequest) -> None:
    text = (request.config.rootpath / "README.md").read_text(encoding="utf-8")
    table = text[text.index("| what | in the text |") :].split("\n\n")[0].splitlines()[2:]
    known = {key for name in actions.every() for key in keymap.keys(name)} | {"Up", "Down", "Esc"}
    named = {key for row in table for cell in row.split("|")[2:] for key in re.findall(r"`([^`]+)`", cell)}
    assert "Ctrl+Return" in {normal(key) for key in named}
    assert {normal(key) or key for key in named} <= known
