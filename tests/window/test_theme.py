"""The colours: each reads where it is used, in light and dark, and each hue of a family can be told from the next."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtWidgets import QApplication

from editor.finding import FAMILIES
from editor.window import theme
from editor.window.theme import DARK, LIGHT, Tokens, contrast

both = pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])
WORDS = (
    (
        "text",
        ("surface", "panel", "raised", "chosen", "selection", "lit", "danger_ground", "warning_ground", "ok_ground"),
    ),
    ("muted", ("surface", "panel", "raised")),
    ("accent", ("surface", "panel", "raised")),
    ("on_accent", ("accent",)),
    ("on_toast", ("toast",)),
    ("danger", ("surface", "panel", "raised", "danger_ground")),
    ("warning", ("surface", "panel", "raised", "warning_ground")),
    ("ok", ("surface", "panel", "raised", "ok_ground")),
    *((family, ("surface", "panel", "raised", "lit", "chosen")) for family in FAMILIES),
)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@both
@pytest.mark.parametrize(("ink", "ground"), [(ink, ground) for ink, grounds in WORDS for ground in grounds])
def test_words_read(t: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(t, ink), getattr(t, ground)) >= 4.5


@both
@pytest.mark.parametrize("ground", ["surface", "panel", "raised"])
def test_edges_of_controls_are_seen(t: Tokens, ground: str) -> None:
    assert contrast(t.edge, getattr(t, ground)) >= 3


@both
def test_hues_of_families_differ(t: Tokens) -> None:
    def parts(shade: str) -> list[int]:
        return [int(shade[at : at + 2], 16) for at in (1, 3, 5)]

    for one, two in itertools.combinations(FAMILIES, 2):
        distance = sum(abs(a - b) for a, b in zip(parts(t.family(one)), parts(t.family(two)), strict=True))
        assert distance > 60, (one, two)


def test_the_look_is_put_in_force(qapp: QApplication) -> None:
    theme.use(qapp, "dark", 150)
    assert theme.tokens() is DARK
    assert theme.reading_font().pointSizeF() == pytest.approx(theme.READING * 1.5)
    assert theme.colour("danger").name() == DARK.danger
    theme.use(qapp, "light")
    assert qapp.palette().base().color().name() == LIGHT.surface
    assert theme.zoom() == 100
