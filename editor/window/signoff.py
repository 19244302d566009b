"""Sign-off: asks who signs, what there is to remark, and where the decision log goes; says plainly what is open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.desk import Desk
from editor.desk.signing import log_name
from editor.window import theme
from editor.window.translation import told, tr
from editor.window.words import Run, Words


class SignOffBox(QDialog):
    """The editor is in charge: what is open is said, and recorded, and keeps nobody from signing."""

    given = Signal(str, str, object)
    """The name, the remark, and the path of the decision log."""

    def __init__(self, desk: Desk, folder: Path, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Sign off"))
        missing = desk.signing.missing
        runs = [Run(tr("Nothing is open: the article is ready."), "plain")]
        if missing:
            runs = [Run(tr("Still open, and recorded so: "), "strong")]
            runs.append(Run("; ".join(told(item.words) for item in missing) + ".", "plain"))
        self.state = Words(runs, self)
        self.name, self.remark = QLineEdit(name or desk.by, self), QLineEdit(self)
        self.path = QLineEdit(str(folder / log_name(desk, datetime.now().astimezone())), self)
        browse = QPushButton(tr("Choose…"), self)
        browse.clicked.connect(self._browse)
        line = QHBoxLayout()
        line.addWidget(self.path, 1)
        line.addWidget(browse)
        form = QFormLayout()
        form.setSpacing(theme.SPACE)
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("&Remark"), self.remark)
        form.addRow(tr("Decision log"), line)
        for field, said in ((self.name, tr("Name")), (self.remark, tr("Remark")), (self.path, tr("Decision log"))):
            field.setAccessibleName(said)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.sign = buttons.addButton(tr("Sign off"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.sign.setProperty("primary", True)
        for button in buttons.buttons():
            button.setIcon(QIcon())
        self.sign.setDefault(True)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._enable)
        self.path.textChanged.connect(self._enable)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.SPACE] * 4)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(self.state)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(min(560, parent.width() - 40) if parent else 560)
        self._enable()
        (self.remark if self.name.text() else self.name).setFocus()

    def _enable(self) -> None:
        self.sign.setEnabled(bool(self.name.text().strip() and self.path.text().strip()))

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Decision log"), self.path.text(), tr("Markdown (*.md)"))
        if name:
            self.path.setText(name)

    def _give(self) -> None:
        path = Path(self.path.text().strip()).expanduser()
        self.given.emit(self.name.text(), self.remark.text(), path.with_suffix(".md"))
        self.accept()
