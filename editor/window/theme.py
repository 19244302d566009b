"""The look of the window in one table: colours for light and dark, fonts, sizes. Nothing else names a colour.

The hues of the families are those of Okabe and Ito (jfly.uni-koeln.de/color), which the colour-blind tell apart, made
darker on paper and lighter in the dark until they read as text; a test computes each contrast.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from editor import resources
from editor.finding import Family

Scheme = Literal["system", "light", "dark"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours by what they are for, as #rrggbb; ask `colour` for a QColor."""

    dark: bool
    text: str
    """Words, on surface, panel, raised and the soft grounds."""
    muted: str
    """Words of less weight: counts, labels, hints. Still reads as text."""
    surface: str
    """The paper of the manuscript, and fields to write in."""
    panel: str
    """The ground of the side panel, the bars and menus."""
    raised: str
    """Buttons and cards on the panel."""
    line: str
    """Hairlines that only part one thing from another."""
    edge: str
    """Borders that say where a control is."""
    accent: str
    """The chosen, the focused, links."""
    on_accent: str
    """Words on the accent."""
    chosen: str
    """The ground of the chosen row."""
    selection: str
    """The ground of selected words."""
    lit: str
    """The ground of the chosen finding's place in the text."""
    danger: str
    danger_ground: str
    warning: str
    warning_ground: str
    ok: str
    ok_ground: str
    toast: str
    on_toast: str
    citations: str
    repetition: str
    consistency: str
    language: str
    style: str

    def family(self, family: Family) -> str:
        """The hue of a family: reads as text on surface and panel."""
        hue: str = getattr(self, family)
        return hue

    @property
    def deleted(self) -> str:
        """Words that a fix takes out: struck through too."""
        return self.danger

    @property
    def inserted(self) -> str:
        """Words that a fix puts in: underlined too."""
        return self.ok


LIGHT = Tokens(
    dark=False,
    text="#1d2126",
    muted="#5a6068",
    surface="#fffefb",
    panel="#f5f3ee",
    raised="#fffefb",
    line="#dedad1",
    edge="#87837a",
    accent="#0a5aa8",
    on_accent="#ffffff",
    chosen="#dce8f5",
    selection="#bcd6f2",
    lit="#fdeeb5",
    danger="#ae1f17",
    danger_ground="#fbe5e1",
    warning="#7d5200",
    warning_ground="#fbefd2",
    ok="#17663a",
    ok_ground="#dff0e4",
    toast="#2b3038",
    on_toast="#f7f5f0",
    citations="#b04700",
    repetition="#00629b",
    consistency="#9c3f75",
    language="#006b50",
    style="#765300",
)

DARK = Tokens(
    dark=True,
    text="#e8e6e1",
    muted="#a5a8ad",
    surface="#1b1d20",
    panel="#232629",
    raised="#2d3135",
    line="#3a3e43",
    edge="#7d8288",
    accent="#7db8ee",
    on_accent="#0d1a26",
    chosen="#2c4054",
    selection="#2f5378",
    lit="#453c18",
    danger="#ff9a8f",
    danger_ground="#48231f",
    warning="#f1c15c",
    warning_ground="#40331a",
    ok="#7fd1a0",
    ok_ground="#1e3a2a",
    toast="#e8e6e1",
    on_toast="#1b1d20",
    citations="#ff9a5c",
    repetition="#66b9ea",
    consistency="#e29ac3",
    language="#40cba0",
    style="#dcc45c",
)

SPACE = 8
"""The step of all distances, in pixels: half of it parts what belongs together, twice it what does not."""
RADIUS = 5
READING, INTERFACE = 13.0, 10.0
"""The points of the manuscript's and the interface's type at a zoom of 100 %."""
ZOOM = (60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""The steps of the zoom in per cent; manuscript and panel grow together."""
_READING_FACES = ("Source Serif 4", "Source Serif Pro", "Noto Serif", "Charter", "Georgia", "DejaVu Serif")
_INTERFACE_FACES = ("Inter", "Noto Sans", "Cantarell", "Segoe UI", "Helvetica Neue", "DejaVu Sans")

_now = LIGHT
_zoom = 100
_face = ""


def tokens() -> Tokens:
    """The colours in force. They change with the palette: ask anew at each paint, and at QEvent.PaletteChange."""
    return _now


def colour(name: str, alpha: float = 1.0) -> QColor:
    """The colour of the token `name` (a family's name too)."""
    shade = QColor(str(getattr(_now, name)))
    shade.setAlphaF(alpha)
    return shade


def zoom() -> int:
    """The zoom in per cent."""
    return _zoom


def look() -> tuple[bool, int, str]:
    """What a colour or a font made here hangs on: another look, and it is to be made anew."""
    return _now.dark, _zoom, _face


def use_face(family: str) -> None:
    """The manuscript's face is this family from now on; empty: the first of our own that the machine has."""
    global _face  # noqa: PLW0603 — as the palette
    _face = family


def reading_font(scale: float = 1.0) -> QFont:
    """The manuscript's face: the one chosen, else a serif made for reading, as far as the machine has one."""
    font = QFont([*([_face] if _face else []), *_READING_FACES, "serif"])
    font.setPointSizeF(READING * scale * _zoom / 100)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def interface_font(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """The face of everything around the manuscript."""
    font = QFont([*_INTERFACE_FACES, "sans-serif"])
    font.setPointSizeF(INTERFACE * scale * _zoom / 100)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def use(app: QApplication, scheme: Scheme = "system", zoom: int = 100) -> None:
    """Puts the look in force: at once, in every window, while the program runs too."""
    global _now, _zoom
    dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark if scheme == "system" else scheme == "dark"
    _now, _zoom = (DARK if dark else LIGHT), min(max(zoom, ZOOM[0]), ZOOM[-1])
    if app.style().name() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    style = sheet(_now)
    if app.styleSheet():
        # With a sheet in force Qt gives widgets back the fonts that they had before, and not the new one.
        app.setStyleSheet("")
    app.setPalette(palette(_now))
    app.setFont(interface_font())
    app.setStyleSheet(style)


def palette(t: Tokens) -> QPalette:
    """Qt's palette of these tokens."""
    role = QPalette.ColorRole
    made = QPalette()
    table = {
        role.Window: t.panel,
        role.WindowText: t.text,
        role.Base: t.surface,
        role.AlternateBase: t.panel,
        role.Text: t.text,
        role.PlaceholderText: t.muted,
        role.Button: t.raised,
        role.ButtonText: t.text,
        role.BrightText: t.danger,
        role.Highlight: t.selection,
        role.HighlightedText: t.text,
        role.Accent: t.accent,
        role.Link: t.accent,
        role.LinkVisited: t.accent,
        role.ToolTipBase: t.toast,
        role.ToolTipText: t.on_toast,
        role.Light: t.raised,
        role.Midlight: t.line,
        role.Mid: t.line,
        role.Dark: t.edge,
        role.Shadow: t.edge,
    }
    for which, shade in table.items():
        made.setColor(which, QColor(shade))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(t.edge))
    return made


def sheet(t: Tokens) -> str:
    """The few shapes that Fusion draws otherwise. Sizes of type are left to the fonts, which the zoom changes."""
    tick = resources.folder().joinpath("icons", "tick-dark.svg" if t.dark else "tick-light.svg").as_posix()
    return f"""
    QToolTip {{ background: {t.toast}; color: {t.on_toast}; border: none; padding: 4px 8px; }}
    QToolBar {{ background: {t.panel}; border: none; border-bottom: 1px solid {t.line}; padding: 2px 8px 5px 8px; }}
    QToolBar {{ spacing: 3px; }}
    QToolBar::separator {{ background: {t.line}; width: 1px; margin: 6px 6px; }}
    QMenuBar {{ background: {t.panel}; padding: 2px 6px; }}
    QMenuBar::item {{ padding: 4px 9px; border-radius: {RADIUS}px; background: transparent; }}
    QMenuBar::item:selected {{ background: {t.chosen}; }}
    QMenu {{ background: {t.raised}; border: 1px solid {t.line}; padding: 5px; }}
    QMenu::item {{ padding: 5px 22px 5px 12px; border-radius: {RADIUS - 1}px; }}
    QMenu::item:selected {{ background: {t.chosen}; color: {t.text}; }}
    QMenu::item:disabled {{ color: {t.edge}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 5px 8px; }}
    QMenu::icon {{ padding-left: 8px; }}
    QPushButton {{ background: {t.raised}; border: 1px solid {t.edge}; border-radius: {RADIUS}px; padding: 5px 12px; }}
    QPushButton:hover {{ background: {t.chosen}; }}
    QPushButton:pressed {{ background: {t.selection}; }}
    QPushButton:focus {{ border: 2px solid {t.accent}; padding: 4px 11px; }}
    QPushButton:disabled {{ color: {t.edge}; border-color: {t.line}; }}
    QPushButton:default, QPushButton[primary="true"] {{
        background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent}; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {t.text}; }}
    QPushButton:flat, QPushButton[quiet="true"] {{
        background: transparent; border: 1px solid transparent; padding: 4px 8px; }}
    QPushButton[quiet="true"]:hover, QPushButton:flat:hover {{ background: {t.chosen}; }}
    QPushButton[quiet="true"]:focus, QPushButton:flat:focus {{ border: 1px solid {t.accent}; padding: 4px 8px; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: {RADIUS}px; padding: 4px; }}
    QToolButton:hover {{ background: {t.chosen}; }}
    QToolButton:checked {{ background: {t.chosen}; border-color: {t.accent}; }}
    QToolButton:focus {{ border: 1px solid {t.accent}; }}
    QLineEdit {{
        background: {t.surface}; border: 1px solid {t.edge}; border-radius: {RADIUS}px; padding: 4px 7px;
        selection-background-color: {t.selection}; selection-color: {t.text}; }}
    QLineEdit:focus {{ border: 2px solid {t.accent}; padding: 3px 6px; }}
    QCheckBox {{ spacing: 6px; padding: 2px; }}
    QCheckBox:focus {{ text-decoration: underline; }}
    QCheckBox::indicator {{ width: 13px; height: 13px; border: 1px solid {t.edge}; border-radius: 3px; }}
    QCheckBox::indicator {{ background: {t.surface}; }}
    QCheckBox::indicator:checked {{ background: {t.accent}; border: 1px solid {t.accent}; }}
    QCheckBox::indicator:checked {{ image: url({tick}); }}
    QPlainTextEdit#field {{ border: 1px solid {t.edge}; border-radius: {RADIUS}px; }}
    QPlainTextEdit#field:focus {{ border: 2px solid {t.accent}; }}
    QSplitter::handle {{ background: {t.line}; }}
    QSplitter::handle:hover {{ background: {t.accent}; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {t.edge}; border-radius: 4px; min-height: 36px; margin: 2px; }}
    QScrollBar::handle:vertical:hover {{ background: {t.muted}; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {t.edge}; border-radius: 4px; min-width: 36px; margin: 2px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QTreeView, QListView, QPlainTextEdit {{
        border: none; background: {t.surface};
        selection-background-color: {t.selection}; selection-color: {t.text}; }}
    QTreeView, QListView {{ background: {t.panel}; outline: none; }}
    QListView#sections::item {{ padding: 6px 8px; border-radius: {RADIUS}px; }}
    QListView#sections::item:selected {{ background: {t.chosen}; color: {t.text}; border: 1px solid {t.chosen}; }}
    QListView#sections::item:selected:focus {{ border: 1px solid {t.accent}; }}
    """


def contrast(one: str, two: str) -> float:
    """The contrast of two colours as WCAG 2.2 computes it: 1 to 21; 4.5 reads as text, 3 as a shape."""
    bright, dim = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(shade: str) -> float:
    parts = (int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5))
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
