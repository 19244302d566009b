"""Which keys do what: each action's own, those of the chosen preset over them, and over both what the editor changed.

As with the theme's colours, whoever shows or hears a key asks here anew; `heard.changed` says that keys are others now.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from editor import resources
from editor.window import actions
from editor.window.actions import Context
from editor.window.translation import tr

OWN = "copydesk"
"""The preset that is in force where none is chosen: each action's own keys."""
_CAPS = {
    "Return": "\N{RETURN SYMBOL}",
    "Shift": "\N{UPWARDS WHITE ARROW}",
    "Left": "\N{LEFTWARDS ARROW}",
    "Right": "\N{RIGHTWARDS ARROW}",
    "Up": "\N{UPWARDS ARROW}",
    "Down": "\N{DOWNWARDS ARROW}",
}


class _Heard(QObject):
    changed = Signal()


heard = _Heard()
"""Says when keys are others now."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Keys that another program's users have in their fingers."""

    name: str
    title: str
    words: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class _Map:
    keys: dict[str, tuple[str, ...]]
    by_key: dict[tuple[str, str], tuple[str, int]]


def presets() -> tuple[Preset, ...]:
    """All presets, Copydesk's own first."""
    names = sorted(path.stem for path in (resources.folder() / "keys").glob("*.toml"))
    return tuple(preset(name) for name in sorted(names, key=lambda name: name != OWN))


def preset(name: str) -> Preset:
    """The preset of this name. Raises KeyError where there is none."""
    try:
        said = tomllib.loads(resources.text("keys", f"{name}.toml"))
    except (FileNotFoundError, NotADirectoryError):
        raise KeyError(name) from None
    keys = {action: tuple(written) for action, written in said.get("keys", {}).items()}
    return Preset(name, said["title"], said.get("words", ""), keys)


def normal(key: str) -> str:
    """A key as it is kept: Qt's own spelling, Enter as Return; empty where it is none."""
    keys = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
    written = keys.toString(QKeySequence.SequenceFormat.PortableText)
    if not written or any(keys[at].key() is Qt.Key.Key_unknown for at in range(keys.count())):  # type: ignore[index]
        return ""
    return _return(written)


def _return(written: str) -> str:
    return written[: -len("Enter")] + "Return" if written.endswith("Enter") else written


def compiled(preset_: str, changes: Mapping[str, Sequence[str]]) -> tuple[_Map, list[str]]:
    """The map of a preset with these changes, and what in them is wrong, a sentence each; that is left out.

    Where a change gives an action the key of one that was not changed, the other one loses it.
    """
    trouble: list[str] = []
    try:
        base = preset(preset_).keys if preset_ != OWN else {}
    except KeyError:
        base = {}
        trouble.append(tr("There are no keys called “{name}”.").format(name=preset_))
    known = actions.every()
    chosen: dict[str, tuple[str, ...]] = {}
    for name, written in changes.items():
        if name not in known:
            trouble.append(tr("“{name}” is no action.").format(name=name))
            continue
        good = tuple(normal(key) for key in written)
        trouble += [
            tr("“{key}” is no key ({name}).").format(key=key, name=name)
            for key, was in zip(written, good, strict=True)
            if not was
        ]
        chosen[name] = tuple(dict.fromkeys(key for key in good if key))
    made = _Map({}, {})
    for name in (*chosen, *(name for name in known if name not in chosen)):
        context = known[name].context
        mine = chosen[name] if name in chosen else tuple(normal(key) for key in base.get(name, known[name].keys))
        kept: list[str] = []
        for key in mine:
            other = made.by_key.get((context, key))
            if other:
                if name in chosen:
                    words = tr("{key} is given to “{first}” and “{second}”: it stays with the first.")
                    trouble.append(words.format(key=key, first=other[0], second=name))
                continue
            made.by_key[context, key] = (name, len(kept))
            kept.append(key)
        made.keys[name] = tuple(kept)
    return made, trouble


_now: _Map = compiled(OWN, {})[0]


def use(preset_: str, changes: Mapping[str, Sequence[str]]) -> list[str]:
    """Puts these keys in force, at once. Returns what is wrong with them; that is left out."""
    made, trouble = compiled(preset_, changes)
    if made.keys != _now.keys:
        _now.keys, _now.by_key = made.keys, made.by_key
        heard.changed.emit()
    return trouble


def keys(name: str) -> tuple[str, ...]:
    """The keys of an action, the one that is shown first; none for what is no action."""
    return _now.keys.get(name, ())


def sequences(name: str) -> list[QKeySequence]:
    """The keys of an action as Qt takes them: the keypad's Enter too where it is Return."""
    written = list(keys(name))
    written += [key[: -len("Return")] + "Enter" for key in written if key.endswith("Return")]
    return [QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in written]


def owner(context: Context, key: str) -> str:
    """The action that has a key in this place; empty where none has."""
    return _now.by_key.get((context, normal(key)), ("", 0))[0]


def meant(context: Context, event: QKeyEvent) -> str:
    """The action of a page that a key asks for, by its name without the context; the number for a numbered one."""
    for key in pressed(event):
        name, at = _now.by_key.get((context, key), ("", 0))
        if name:
            act = actions.every()[name]
            return str(at + 1) if act.numbered else act.short
    return ""


def pressed(event: QKeyEvent) -> tuple[str, ...]:
    """What a key may be called: by its place with what is held, and a sign by itself, however it has to be typed."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _MODIFIERS:
        return ()
    combined = QKeySequence(int(held.value) | event.key())
    written = _return(combined.toString(QKeySequence.SequenceFormat.PortableText))
    sign = event.text()
    if len(sign) == 1 and sign.isprintable() and not sign.isalnum() and sign != " " and not held & ~_SHIFT:
        return (sign, written)
    return (written,)


_SHIFT = Qt.KeyboardModifier.ShiftModifier
_MODIFIERS = (0, Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


def cap(name: str) -> str:
    """What the cap of an action's first key says, short; empty where it has none. No action's name is a cap itself."""
    if name not in actions.every():
        return name
    mine = keys(name)
    if not mine:
        return ""
    return capped(mine[0])


def capped(key: str) -> str:
    """A key as a small cap: `⇧T`, `Ctrl+⏎`."""
    *held, last = key.replace("++", "+Plus").split("+")
    words = [_CAPS.get(part) or _native(part) for part in (*held, "+" if last == "Plus" else last)]
    return "+".join(words).replace("\N{UPWARDS WHITE ARROW}+", "\N{UPWARDS WHITE ARROW}")


def shown(key: str) -> str:
    """A key in words, as the system writes it: `Ctrl+Enter`."""
    sequence = QKeySequence(key.replace("Return", "Enter"), QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def _native(part: str) -> str:
    """A part of a key as Qt says it in the window's language: Strg for Ctrl."""
    return QCoreApplication.translate("QShortcut", part)


def numbered(name: str, number: int) -> str:
    """The cap of the key that stands for the nth of what is shown, from 1; empty where there are not so many keys."""
    mine = keys(name)
    return capped(mine[number - 1]) if 0 < number <= len(mine) else ""


def base(preset_: str) -> dict[str, tuple[str, ...]]:
    """The keys of every action as a preset has them, before an editor changes any."""
    return compiled(preset_, {})[0].keys


def written(preset_: str, changes: Mapping[str, Sequence[str]]) -> str:
    """A choice of keys as a file that another desk can take over."""
    import tomlkit

    document = tomlkit.document()
    document["preset"] = preset_
    document["keys"] = {name: list(keys) for name, keys in changes.items()}
    return tomlkit.dumps(document)


def read(text: str) -> tuple[str, dict[str, list[str]]]:
    """The preset and the changes in such a file. Raises ValueError where it is none."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(str(error)) from None
    changes = said.get("keys", {})
    good = isinstance(changes, dict) and all(
        isinstance(keys, list) and all(isinstance(key, str) for key in keys) for keys in changes.values()
    )
    if not good:
        raise ValueError(tr("it has no table of keys"))
    return str(said.get("preset", OWN)), changes


def is_preset(name: str) -> bool:
    """Whether there is a preset of this name."""
    return (resources.folder() / "keys" / f"{name}.toml").is_file()
