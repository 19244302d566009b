"""The control for each type of setting: what it shows is a value, and what the editor does to it is another one."""

from __future__ import annotations

import types
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from editor.settings import Shown
from editor.window import theme
from editor.window.translation import tr

MOST = 2_000_000_000
STEP = 0.05


class Control(QWidget):
    """Shows a value of a setting, and tells when the editor gives it another."""

    given = Signal(object)
    wide = False
    """Whether it needs a line of its own."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inner = inner
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.SPACE)
        self._line.addWidget(inner)
        self.setFocusProxy(inner)

    def name(self, title: str, help_: str) -> None:
        """What a screen reader says of it."""
        self.inner.setAccessibleName(title)
        self.inner.setAccessibleDescription(help_)

    def show_value(self, value: Any) -> None:
        """Shows a value, and tells nobody."""
        raise NotImplementedError

    def doubt(self) -> str:
        """What speaks against the value that is shown, in words; empty where nothing does."""
        return ""


class _Calm:
    """A turn of the wheel over a field that has not the focus scrolls the page, and changes no setting."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Combo(_Calm, QComboBox):
    pass


class _Spin(_Calm, QSpinBox):
    pass


class _Fraction(_Calm, QDoubleSpinBox):
    pass


class OnOff(Control):
    """On or off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._box = QCheckBox(tr("On"))
        super().__init__(self._box, parent)
        self._box.toggled.connect(self.given.emit)

    def show_value(self, value: Any) -> None:
        self._box.blockSignals(True)
        self._box.setChecked(bool(value))
        self._box.blockSignals(False)


class OneOf(Control):
    """One of a few words."""

    def __init__(self, words: tuple[str, ...], labels: tuple[str, ...], parent: QWidget | None = None) -> None:
        self._combo = _Combo()
        super().__init__(self._combo, parent)
        for word, label in zip(words, labels or words, strict=True):
            self._combo.addItem(tr(label), word)
        self._combo.activated.connect(lambda at: self.given.emit(self._combo.itemData(at)))

    def show_value(self, value: Any) -> None:
        self._combo.setCurrentIndex(self._combo.findData(value))


class Number(Control):
    """A whole number, between two."""

    def __init__(self, least: int | None, most: int | None, parent: QWidget | None = None) -> None:
        self._spin = _Spin()
        super().__init__(self._spin, parent)
        self._spin.setRange(-MOST if least is None else least, MOST if most is None else most)
        self._spin.setKeyboardTracking(False)
        self._spin.setMinimumWidth(self._spin.fontMetrics().horizontalAdvance("0" * 9))
        self._spin.valueChanged.connect(self.given.emit)

    def show_value(self, value: Any) -> None:
        self._spin.blockSignals(True)
        self._spin.setValue(int(value))
        self._spin.blockSignals(False)


class Fraction(Control):
    """A number with a fraction."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._spin = _Fraction()
        super().__init__(self._spin, parent)
        self._spin.setRange(-MOST, MOST)
        self._spin.setDecimals(2)
        self._spin.setSingleStep(STEP)
        self._spin.setKeyboardTracking(False)
        self._spin.setMinimumWidth(self._spin.fontMetrics().horizontalAdvance("0" * 9))
        self._spin.valueChanged.connect(self.given.emit)

    def show_value(self, value: Any) -> None:
        self._spin.blockSignals(True)
        self._spin.setValue(float(value))
        self._spin.blockSignals(False)


class _Field(QLineEdit):
    """A field that Return ends, and nothing else hears of it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class Text(Control):
    """Words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._field = _Field()
        super().__init__(self._field, parent)
        self._field.setMinimumWidth(self._field.fontMetrics().averageCharWidth() * 24)
        self._field.editingFinished.connect(lambda: self.given.emit(self._value()))

    def show_value(self, value: Any) -> None:
        if self._value() != value:
            self._field.setText(value)

    def _value(self) -> Any:
        return self._field.text().strip()


class Listed(Text):
    """A list of words, with commas between them."""

    wide = True

    def show_value(self, value: Any) -> None:
        if self._value() != value:
            self._field.setText(", ".join(map(str, value)))

    def _value(self) -> Any:
        return [word.strip() for word in self._field.text().split(",") if word.strip()]


class Place(Text):
    """The path of a folder or of a program, with a button to choose it."""

    wide = True

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = what
        self._field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choose = QPushButton(tr("&Choose…"), self)
        self._choose.setAutoDefault(False)
        self._choose.clicked.connect(self._ask)
        self._line.addWidget(self._choose)

    def name(self, title: str, help_: str) -> None:
        super().name(title, help_)
        self._choose.setAccessibleName(tr("Choose: {title}").format(title=title))

    def doubt(self) -> str:
        said = self._value()
        if not said:
            return ""
        path = Path(said).expanduser()
        if self._what == "folder":
            return "" if path.is_dir() else tr("There is no such folder.")
        return "" if path.exists() else tr("There is no such file.")

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), self._field.accessibleName(), self._value() or str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        folder = self._what == "folder"
        dialog.setFileMode(QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, name: str) -> None:
        self._field.setText(name)
        self.given.emit(name)


class Written(Control):
    """A value that no control shows: it is written in the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        label = QLabel(tr("In the settings file"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        super().__init__(label, parent)

    def show_value(self, value: Any) -> None:
        return


def control(kind: Any, shown: Shown, parent: QWidget | None = None) -> Control:
    """The control for values of a type."""
    if get_origin(kind) is types.UnionType:
        kind = next(one for one in get_args(kind) if one is not types.NoneType)
    if get_origin(kind) is Literal:
        return OneOf(get_args(kind), shown.labels, parent)
    if kind is bool:
        return OnOff(parent)
    if kind is int:
        return Number(shown.least, shown.most, parent)
    if kind is float:
        return Fraction(parent)
    if kind is str:
        return Place(shown.place, parent) if shown.place else Text(parent)
    if get_origin(kind) in (list, tuple) and get_args(kind)[:1] == (str,):
        return Listed(parent)
    return Written(parent)
