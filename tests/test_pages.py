"""A check's page in another language: its words are translated, its examples stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from editor import pages, resources

CODES = [folder.name for folder in sorted((resources.folder() / "i18n").iterdir()) if folder.is_dir()]
TRANSLATED = [
    (code, file.stem) for code in CODES for file in sorted((resources.folder() / "i18n" / code).glob("checks/*"))
]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    pages.speak("en")


def test_what_is_not_translated_stays() -> None:
    original = pages.page("echo")
    text = '+++\n[rules]\nnearby = "«{words}», immer wieder."\n+++\n# Echo, deutsch\n\nEin Wort.\n'
    spoken = pages.translated(original, text)
    assert spoken.rules["nearby"] == "«{words}», immer wieder."
    assert spoken.rules["sentence"] == original.rules["sentence"]
    assert (spoken.title, spoken.family, spoken.examples) == ("Echo, deutsch", "repetition", original.examples)
    assert spoken.body.startswith("# Echo, deutsch")
    assert "```flag" in spoken.body


def test_a_language_that_nobody_has_is_english() -> None:
    pages.speak("tlh")
    assert pages.page("echo").title == "Echo"


def test_a_bad_translation_names_its_page() -> None:
    with pytest.raises(pages.PageError, match="echo"):
        pages.translated(pages.page("echo"), "# Echo")


@pytest.mark.parametrize(("code", "name"), TRANSLATED)
def test_a_translation_has_the_same_sentences_with_the_same_places(code: str, name: str) -> None:
    original = pages.page(name)
    pages.speak(code)
    spoken = pages.page(name)
    for there, here in ((original.rules, spoken.rules), (original.labels, spoken.labels)):
        assert there.keys() == here.keys()
        for key, words in there.items():
            assert _places(here[key]) == _places(words), key
            assert here[key] != words or len(words) < 12, f"{key} is not translated"


def _places(words: str) -> list[str]:
    return sorted(set(re.findall(r"\{(\w*)", words)))
