"""The settings file: what it says, and what is said of a bad one."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from editor.settings import Settings, SettingsError, checked, help_of, load, write


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.toml") == Settings()


def test_what_the_file_says_is_so(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('theme = "dark"\nstylebook = "/desk/style"\n[checks.doubled_word]\nnear = 3\n')
    settings = load(file)
    assert settings.theme == "dark"
    assert settings.options() == {"doubled_word": {"near": 3}, "stylebook": {"folder": "/desk/style"}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('theme = "blue"', "theme"),
        ("zoom = 'big'", r"Expected `int`, got `str` - at `\$\.zoom`"),
        ("zom = 3", "zom is no setting"),
        ("theme = [\n zoom", "line 2"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(SettingsError, match=said) as refused:
        load(file)
    assert str(file) in str(refused.value)


def test_every_setting_has_a_line_of_help() -> None:
    assert all(help_of(f.name).endswith(".") for f in fields(Settings))


def test_a_change_leaves_the_rest_of_the_file_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.toml"
    write({"zoom": 125}, file)
    assert load(file).zoom == 125
    file.write_text('# mine\nzoom = 110 # large\ntheme = "dark"\n\n[checks.echo]\nnear = 3\n')
    write({"theme": "light", "checks": {"echo": {"near": 4}}}, file)
    assert file.read_text() == '# mine\nzoom = 110 # large\ntheme = "light"\n\n[checks.echo]\nnear = 4\n'
    write({"zoom": 100, "theme": "system", "checks": {}}, file)
    assert load(file) == Settings()
    assert "zoom" not in file.read_text()


def test_a_file_that_cannot_be_read_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("theme = [\n")
    with pytest.raises(SettingsError):
        write({"zoom": 125}, file)
    assert file.read_text() == "theme = [\n"


def test_a_value_of_another_type_is_no_choice() -> None:
    with pytest.raises(SettingsError, match="zoom"):
        checked(Settings(zoom="big"))  # type: ignore[arg-type]


def test_a_number_outside_its_range_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="zoom needs to be between 60 and 300"):
        checked(Settings(zoom=10))
