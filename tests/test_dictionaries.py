"""Dictionaries: what their files say, which words they know, and how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import dictionaries
from editor.dictionaries import DictionaryError, Lexicon, added, files, missing, opened, parsed, read, removed


def lexicon(*words: str) -> Lexicon:
    return opened((), words)


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("kitelike", True),
        ("Kitelike", True),
        ("KITELIKE", True),
        ("kiteLike", False),
        ("kitelike’s", True),
        ("Kitelike's", True),
        ("Kharkiv", True),
        ("Kharkiv’s", True),
        ("kharkiv", False),
        ("KHARKIV", False),
        ("Caf\u00e9s", True),
        ("Cafe\u0301s", True),
        ("o’clockish", True),
        ("other", False),
        ("irregardless", False),
    ],
)
def test_which_words_are_known(word: str, known: bool) -> None:
    made = lexicon("kitelike", "Kharkiv", "caf\u00e9s", "o'clockish", "-irregardless", "irregardless")
    assert made.knows(word) is known


def test_forbidden_words() -> None:
    made = lexicon("-irregardless", "!Teh")
    assert made.forbids("Irregardless")
    assert made.forbids("Teh")
    assert not made.forbids("teh")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xef\xbb\xbfone\r\n# no word\n\n two \n-three", ["one", "two", "-three"]),
        (b"2\nabbey/SM\ncaf\xe9/S po:noun\nkm\\/h\n", ["abbey", "café", "km/h"]),
        (b"OOoUserDict1\nlang: <none>\ntype: positive\n---\nkite=like\nBaCtrian\n", ["kitelike", "BaCtrian"]),
        (b"OOoUserDict1\nlang: en-US\ntype: negative\n---\nteh==the\n", ["-teh"]),
        (b"", []),
    ],
)
def test_the_forms_that_are_read(data: bytes, words: list[str]) -> None:
    assert parsed(data) == words


def test_words_are_written_to_their_places_and_taken_out(tmp_path: Path) -> None:
    place = tmp_path / "config" / "dictionary.txt"
    assert added(place, ["kite", "abbey", "kite"]) == ["kite", "abbey"]
    assert added(place, ["Bactrian", "abbey"]) == ["Bactrian"]
    assert place.read_text() == "abbey\nBactrian\nkite\n"
    assert removed(place, ["kite", "none"]) == ["kite"]
    assert read(place) == ["abbey", "Bactrian"]
    unsorted = tmp_path / "mine.txt"
    unsorted.write_text("# ours\nzebra\nant\n")
    added(unsorted, ["cat"])
    assert unsorted.read_text() == "# ours\nzebra\nant\ncat\n"


def test_a_folder_holds_several(tmp_path: Path) -> None:
    (tmp_path / "places.txt").write_text("Kharkiv\n")
    (tmp_path / "hunspell.dic").write_text("1\nkite/S\n")
    (tmp_path / "README.md").write_text("no words\n")
    assert [file.name for file in files(tmp_path)] == ["hunspell.dic", "places.txt"]
    assert read(tmp_path) == ["kite", "Kharkiv"]
    added(tmp_path, ["Lviv"])
    assert (tmp_path / "places.txt").read_text() == "Kharkiv\nLviv\n"
    made = opened([str(tmp_path)])
    assert made.knows("Lviv")
    assert removed(tmp_path, ["Kharkiv"]) == ["Kharkiv"]
    assert not opened([str(tmp_path)]).knows("Kharkiv")
    (tmp_path / "places.txt").unlink()
    added(tmp_path, ["Odesa"])
    assert (tmp_path / dictionaries.NEW).read_text() == "Odesa\n"


def test_what_is_not_there_adds_nothing_and_is_told(tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.txt")
    assert not opened([gone]).words
    assert "gone.txt" in missing([gone])[0]
    assert removed(tmp_path / "gone.txt", ["word"]) == []


def test_a_hunspell_file_is_not_written(tmp_path: Path) -> None:
    place = tmp_path / "en.dic"
    place.write_text("1\nkite/S\n")
    with pytest.raises(DictionaryError, match="plain list"):
        added(place, ["abbey"])
    assert place.read_text() == "1\nkite/S\n"


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DictionaryError):
        added(tmp_path / "file" / "words.txt", ["kite"])


WORDS = st.lists(st.text("abé'Z-", min_size=1, max_size=6).filter(lambda word: word[0] not in "-#"), max_size=8)


@given(WORDS, WORDS)
def test_what_is_added_is_known_and_what_is_taken_out_is_not(
    tmp_path_factory: pytest.TempPathFactory, one: list[str], two: list[str]
) -> None:
    place = tmp_path_factory.mktemp("dictionary") / "words.txt"
    added(place, one)
    new = added(place, two)
    assert set(read(place) if place.exists() else []) == {*one, *two}
    assert all(opened([str(place)]).knows(word) for word in (*one, *two))
    assert set(removed(place, new)) == set(new)
    assert set(read(place) if place.exists() else []) == {*one, *two} - set(new)
