"""The table of all keys, to be searched and changed; a key that is taken says by what, and can be taken over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from editor.saying import mark
from editor.window import actions, keymap, theme
from editor.window.keyediting.capture import Capture
from editor.window.keyediting.table import NAME, KeyTable, place_of, words_of
from editor.window.preferences import Preferences
from editor.window.translation import tr
from editor.window.words import Run, Words

SPACE = theme.SPACE
FILES = mark("Keys (*.toml)")


class KeyEditor(QWidget):
    """Changes the keys in the settings; the window has them at once."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._before: list[tuple[str, dict[str, list[str]]]] = []
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search actions and keys"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search actions and keys"))
        self.preset = QComboBox(self)
        self.preset.setAccessibleName(tr("Keys like those of"))
        for one in keymap.presets():
            self.preset.addItem(one.title, one.name)
            self.preset.setItemData(self.preset.count() - 1, one.words, Qt.ItemDataRole.ToolTipRole)
        self.table = KeyTable(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self.table)
        self._shown.setFilterKeyColumn(-1)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = self._made_list()
        self.capture = Capture(self)
        self.said = Words([], self)
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self._connect()
        self._show()
        self.list.setCurrentIndex(self._shown.index(0, 0))

    # How it is built

    def _made_list(self) -> QTreeView:
        view = QTreeView(self)
        view.setModel(self._shown)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setAccessibleName(tr("Actions and their keys"))
        view.setStyleSheet("QTreeView::item { padding: 3px 8px; } QHeaderView::section { padding: 4px 8px; }")
        head = view.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        return view

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        first = QHBoxLayout()
        first.addWidget(self.search, 1)
        first.addWidget(self.preset)
        second, third = QHBoxLayout(), QHBoxLayout()
        second.addWidget(self.capture, 1)
        for line, name, words, help_ in (
            (second, "set", tr("Set"), tr("The action has this key and no other")),
            (second, "add", tr("Add"), tr("The action has this key too")),
            (second, "none", tr("No Key"), tr("The action has no key")),
            (second, "reset", tr("Reset"), tr("The action has the key of the preset again")),
            (third, "undo", tr("Undo"), tr("Takes back the last change of keys")),
            (third, "all", tr("Reset All"), tr("Every action has the key of the preset again")),
            (third, "", "", ""),
            (third, "export", tr("Export…"), tr("Writes these keys to a file for another desk")),
            (third, "import", tr("Import…"), tr("Takes over the keys of such a file")),
        ):
            if not name:
                line.addStretch(1)
                continue
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.setToolTip(help_)
            button.setAccessibleDescription(help_)
            line.addWidget(button)
            self.buttons[name] = button
        layout.addLayout(first)
        layout.addWidget(self.list, 1)
        layout.addLayout(second)
        layout.addWidget(self.said)
        layout.addLayout(third)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._searched)
        self.preset.activated.connect(lambda *_: self._give(self.preset.currentData(), self._changes()))
        self.list.selectionModel().currentChanged.connect(self._walked)
        self.list.activated.connect(lambda *_: self.capture.setFocus())
        self.capture.pressed.connect(self._offer)
        self._preferences.changed.connect(self._heard)
        for name, run in {
            "set": lambda: self._take(only=True),
            "add": lambda: self._take(only=False),
            "none": lambda: self._change({self.name: []}),
            "reset": self._reset,
            "undo": self._undo,
            "all": lambda: self._give(self._preset, {}),
            "export": self._export,
            "import": self._import,
        }.items():
            self.buttons[name].clicked.connect(lambda *_, run=run: run())

    # What it shows

    @property
    def name(self) -> str:
        """The action that is chosen; empty where none is listed."""
        return str(self.list.currentIndex().data(NAME) or "")

    def choose(self, name: str) -> None:
        """Chooses an action."""
        at = self._shown.mapFromSource(self.table.index(self.table.names.index(name), 0))
        both = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.list.selectionModel().setCurrentIndex(at, both)

    def _searched(self, words: str) -> None:
        self._shown.setFilterFixedString(words.strip())
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._shown.index(0, 0))

    def _walked(self, *_: object) -> None:
        self.capture.clear_key()
        act = actions.every().get(self.name)
        self.capture.signs = act is not None and act.context != "window"
        self._say("")
        self._enable()

    def _heard(self, name: str) -> None:
        if name in ("keys", "preset"):
            self._show()

    def _show(self) -> None:
        self.table.mark_changed(set(self._changes()))
        self.preset.setCurrentIndex(self.preset.findData(self._preset))
        self._enable()

    def _enable(self) -> None:
        key, name = self.capture.key, self.name
        free = bool(key) and key not in keymap.keys(name) and not self._typed(key)
        self.buttons["set"].setEnabled(free)
        self.buttons["add"].setEnabled(free)
        self.buttons["none"].setEnabled(bool(keymap.keys(name)))
        self.buttons["reset"].setEnabled(name in self._changes())
        self.buttons["undo"].setEnabled(bool(self._before))
        self.buttons["all"].setEnabled(bool(self._changes()))

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.said.show_runs([Run(words or " ", "wrong" if wrong else "muted")])

    # What the editor does

    def _offer(self, key: str) -> None:
        """Says what a key does already; the buttons take it."""
        self._enable()
        act = actions.every()[self.name]
        owner, elsewhere = keymap.owner(act.context, key), keymap.owner("window", key)
        self.buttons["set"].setText(tr("Take It Over") if owner and owner != act.name else tr("Set"))
        shown = keymap.shown(key)
        if owner == act.name:
            self._say(tr("{key} is the key of this action already.").format(key=shown))
        elif self._typed(key):
            self._say(tr("{key} alone is typed into the text: hold Ctrl or Alt with it.").format(key=shown), wrong=True)
        elif owner:
            words = tr("{key} is the key of “{action}” ({place}), which would lose it.")
            self._say(words.format(key=shown, action=words_of(owner), place=place_of(owner)), wrong=True)
        elif elsewhere:
            words = tr("Elsewhere in the window {key} stays the key of “{action}”.")
            self._say(words.format(key=shown, action=words_of(elsewhere)))
        else:
            self._say(tr("{key} is free.").format(key=shown))
        if self.buttons["set"].isEnabled():
            self.buttons["set"].setFocus()

    def _typed(self, key: str) -> bool:
        """Whether a key would be typed into the text, or moves in it, where it is heard."""
        act = actions.every().get(self.name)
        held, _, last = key.rpartition("+")
        function = last.startswith("F") and last[1:].isdigit()
        return act is not None and act.context == "window" and held in ("", "Shift") and not function

    def _take(self, *, only: bool) -> None:
        name, key = self.name, self.capture.key
        given = {name: [key] if only else [*keymap.keys(name), key]}
        owner = keymap.owner(actions.every()[name].context, key)
        if owner and owner != name:
            given[owner] = [one for one in keymap.keys(owner) if one != key]
        self._change(given)
        words = tr("{action} has the key {key} now.").format(action=words_of(name), key=keymap.shown(key))
        if owner and not keymap.keys(owner):
            words = tr("{words} “{other}” has none.").format(words=words, other=words_of(owner))
        self._say(words)
        self.list.setFocus()

    def _change(self, given: dict[str, list[str]]) -> None:
        base = keymap.base(self._preset)
        changes = {**self._changes(), **given}
        self._give(self._preset, {name: keys for name, keys in changes.items() if tuple(keys) != base.get(name)})

    def _reset(self) -> None:
        self._give(self._preset, {name: keys for name, keys in self._changes().items() if name != self.name})
        if missing := [key for key in keymap.base(self._preset)[self.name] if key not in keymap.keys(self.name)]:
            other = keymap.owner(actions.every()[self.name].context, missing[0])
            words = tr("{key} stays the key of “{action}”: reset that too.")
            self._say(words.format(key=keymap.shown(missing[0]), action=words_of(other)))

    def _undo(self) -> None:
        if self._before:
            self._put(*self._before.pop())

    @property
    def _preset(self) -> str:
        return self._preferences.settings.preset

    def _changes(self) -> dict[str, list[str]]:
        return dict(self._preferences.settings.keys)

    def _give(self, preset: str, changes: dict[str, list[str]]) -> None:
        self._before.append((self._preset, self._changes()))
        self._put(preset, changes)

    def _put(self, preset: str, changes: dict[str, list[str]]) -> None:
        self.capture.clear_key()
        self._say("")
        self._preferences.change("preset", preset)
        self._preferences.change("keys", changes)
        self._show()

    def _export(self) -> None:
        dialog = QFileDialog(self, tr("Export the keys"), str(Path.home()), tr(FILES))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile("copydesk-keys.toml")
        self._ask(dialog, self.export_to)

    def _import(self) -> None:
        self._ask(QFileDialog(self, tr("Import keys"), str(Path.home()), tr(FILES)), self.import_from)

    def _ask(self, dialog: QFileDialog, run: object) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: run(Path(name)))  # type: ignore[operator]
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Writes preset and changes to a file."""
        try:
            path.write_text(keymap.written(self._preset, self._changes()), encoding="utf-8")
        except OSError as error:
            self._say(tr("{path} can't be written: {why}").format(path=path, why=error.strerror), wrong=True)
        else:
            self._say(tr("Written to {path}.").format(path=path))

    def import_from(self, path: Path) -> None:
        """Takes over the keys of a file; what is wrong in it is said and left out."""
        try:
            preset, changes = keymap.read(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            self._say(tr("{path} holds no keys: {why}").format(path=path, why=error), wrong=True)
            return
        _, trouble = keymap.compiled(preset, changes)
        known = {name: keys for name, keys in changes.items() if name in actions.every()}
        self._give(preset if keymap.is_preset(preset) else self._preset, known)
        self._say(" ".join(trouble) or tr("Taken over from {path}.").format(path=path), wrong=bool(trouble))
