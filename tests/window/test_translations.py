"""The window's translations are in step with the code, and say what the sentences say."""

from __future__ import annotations

import importlib.util
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

from editor import resources
from editor.window.translation import LANGUAGES, WHOLE

FOLDER = resources.folder() / "i18n"
PLACE = re.compile(r"\{\w*\}")
MNEMONIC = re.compile(r"&(?=[^\s&])")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script that gathers the sentences."""
    file = Path(__file__).parents[2] / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages(file: Path) -> list[ET.Element]:
    return list(ET.parse(file).iter("message"))


def known(file: Path) -> set[tuple[str, str, bool]]:
    """The sentences of a .ts file: words, what is said about them, and whether there is a count in them."""
    return {
        (one.findtext("source") or "", one.findtext("comment") or "", one.get("numerus") == "yes")
        for one in messages(file)
    }


def forms(message: ET.Element) -> list[str]:
    """The finished translations of a sentence: one for each plural form."""
    said = message.find("translation")
    if said is None or said.get("type") == "unfinished":
        return []
    return [form.text or "" for form in said.iter("numerusform")] or [said.text or ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_translations_hold_every_sentence_of_the_code_and_no_other(
    language: str, tool: ModuleType, tmp_path: Path
) -> None:
    tool.gather(language, tmp_path / "now.ts")
    now, kept = known(tmp_path / "now.ts"), known(FOLDER / f"window_{language}.ts")
    assert kept == now, "run packaging/translations.py"
    assert all(words for words, _, _ in now)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_loaded_is_what_the_translations_say(language: str, tool: ModuleType, tmp_path: Path) -> None:
    tool.build(language, FOLDER / f"window_{language}.ts", tmp_path / "now.qm")
    assert (tmp_path / "now.qm").read_bytes() == (FOLDER / f"window_{language}.qm").read_bytes(), "run the script"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_places_mnemonics_and_ellipses(language: str) -> None:
    wrong = []
    for message in messages(FOLDER / f"window_{language}.ts"):
        words = message.findtext("source") or ""
        for said in forms(message):
            agree = (
                sorted(PLACE.findall(said)) == sorted(PLACE.findall(words))
                and bool(MNEMONIC.search(said)) == bool(MNEMONIC.search(words))
                and said.endswith("…") == words.endswith("…")
            )
            if not agree:
                wrong.append((words, said))
        if (many := forms(message)) and "%n" in words and "%n" not in many[-1]:
            wrong.append((words, many[-1]))
    assert not wrong


@pytest.mark.parametrize("language", WHOLE)
def test_a_language_that_is_followed_by_itself_has_every_sentence(language: str, tool: ModuleType) -> None:
    assert not tool.missing(FOLDER / f"window_{language}.ts")


def test_english_has_no_plural_in_brackets() -> None:
    said = [form for message in messages(FOLDER / "window_en.ts") for form in forms(message)]
    assert said
    assert not [form for form in said if "(s)" in form or "(es)" in form]
