"""The dictionaries of an editor, of the desk and of an article: words that are no misspellings, and forbidden ones.

A dictionary is a plain UTF-8 file of words, one a line, so that people and version control can read it; `#` begins a
line that is no word. A word with a leading `-` or `!` is forbidden. A Hunspell dictionary (.dic) and LibreOffice's
(standard.dic) are read as well, of Hunspell's the words as they stand, without the endings that its flags stand for.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from editor import saving

NEW = "words.txt"
"""The file that a folder of dictionaries gets for a new word where it has no other."""
_ENDING = re.compile(r"(?:['’][sS]|(?<=[sS])['’])\Z")
_HYPHENATION = re.compile(r"(?<=\w)=(?=\w)")


class DictionaryError(OSError):
    """A dictionary can't be read or written: names it, and says what to do."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of some dictionaries together."""

    words: frozenset[str]
    forbidden: frozenset[str]

    def knows(self, word: str) -> bool:
        """Whether a word is one of these.

        An entry without a capital stands for itself with one and in capitals too; one with a capital for itself alone.
        Both stand for their possessive.
        """
        return not self.forbids(word) and _among(word, self.words)

    def forbids(self, word: str) -> bool:
        """Whether a word is one that is not to be written."""
        return bool(self.forbidden) and _among(word, self.forbidden)


def _among(word: str, words: frozenset[str]) -> bool:
    word = normal(word)
    for form in {word, bare(word)}:
        lower = form.lower()
        if form in words or (lower in words and form in (lower[:1].upper() + lower[1:], lower.upper())):
            return True
    return False


def bare(word: str) -> str:
    """A word without the sign of the possessive."""
    return _ENDING.sub("", word)


def normal(word: str) -> str:
    """A word as dictionaries compare it: composed characters, straight apostrophes."""
    return unicodedata.normalize("NFC", word).replace("’", "'")


def parsed(data: bytes) -> list[str]:
    """The words of a dictionary in any of the forms that are read, forbidden ones with their sign."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        lines = data.decode("latin-1").splitlines()
    if lines and lines[0].startswith("OOoUserDict"):
        return _of_libreoffice(lines)
    if lines and lines[0].strip().isdigit():
        return _of_hunspell(lines[1:])
    return [word for line in lines if (word := normal(line.strip())) and not word.startswith("#")]


def _of_libreoffice(lines: Sequence[str]) -> list[str]:
    negative = any(line.strip() == "type: negative" for line in lines[:4])
    start = next((n for n, line in enumerate(lines) if line.strip() == "---"), 0) + 1
    # After == is what is to be written instead; single = are places to hyphenate.
    words = (_HYPHENATION.sub("", line.split("==")[0].strip()).rstrip("=").removesuffix(".") for line in lines[start:])
    return [("-" if negative else "") + normal(word) for word in words if word]


def _of_hunspell(lines: Sequence[str]) -> list[str]:
    words = (re.split(r"[\t ]|(?<!\\)/", line.strip(), maxsplit=1)[0].replace("\\/", "/") for line in lines)
    return [normal(word) for word in words if word and not word.startswith("#")]


def files(place: Path) -> list[Path]:
    """The dictionaries at a place: the file itself, or those in the folder. Raises DictionaryError."""
    try:
        if place.is_dir():
            return sorted(one for one in place.iterdir() if one.suffix in (".txt", ".dic") and one.is_file())
        place.stat()
    except OSError as error:
        raise DictionaryError(f"{place}: {error.strerror}. Name another dictionary in the settings.") from None
    return [place]


def read(place: Path) -> list[str]:
    """The words at a place, a file or a folder, each once. Raises DictionaryError."""
    try:
        return list(dict.fromkeys(word for file in files(place) for word in parsed(file.read_bytes())))
    except DictionaryError:
        raise
    except OSError as error:
        raise DictionaryError(f"{place}: {error.strerror}. Name another dictionary in the settings.") from None


def opened(places: Sequence[str], words: Sequence[str] = ()) -> Lexicon:
    """The lexicon of dictionaries and of single words. A place that can't be read adds none: `missing` tells of it."""
    stamped = []
    for place in places:
        try:
            stamped += [(str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files(Path(place))]
        except OSError:
            continue
    return _opened(tuple(stamped), tuple(words))


@functools.lru_cache(maxsize=4)
def _opened(stamped: tuple[tuple[str, int, int], ...], words: tuple[str, ...]) -> Lexicon:
    every = [normal(word) for word in words]
    for name, _, _ in stamped:
        try:
            every += read(Path(name))
        except OSError:
            continue
    forbidden = frozenset(word[1:].strip() for word in every if word[0] in "-!")
    return Lexicon(frozenset(word for word in every if word[0] not in "-!"), forbidden)


def missing(places: Iterable[str]) -> list[str]:
    """Why dictionaries can't be read, a sentence each."""
    said = []
    for place in places:
        try:
            read(Path(place))
        except DictionaryError as error:
            said.append(str(error))
    return said


def added(place: Path, words: Iterable[str]) -> list[str]:
    """Writes words to a dictionary, and gives those that were not there. Raises DictionaryError.

    Where the file is sorted they go to their places, so that two people's words seldom meet in version control.
    """
    known = set(read(place)) if place.exists() else set()
    new = [word for word in dict.fromkeys(normal(word.strip()) for word in words) if word and word not in known]
    if new:
        file = _file_of(place)
        _write(file, lambda lines: _with(lines, new))
    return new


def removed(place: Path, words: Iterable[str]) -> list[str]:
    """Takes words out of the dictionaries at a place, and gives those that were there. Raises DictionaryError."""
    gone = {normal(word) for word in words}
    found: list[str] = []
    for file in files(place) if place.exists() else []:
        here = [word for word in parsed(file.read_bytes()) if word in gone]
        if here:
            found += here
            _write(file, lambda lines: [line for line in lines if normal(line.strip()) not in gone])
    return found


def _file_of(place: Path) -> Path:
    if not place.is_dir():
        return place
    plain = [file for file in files(place) if file.suffix == ".txt"]
    return next((file for file in plain if file.name == NEW), plain[0] if plain else place / NEW)


def _with(lines: list[str], new: Sequence[str]) -> list[str]:
    words = [line for line in lines if line.strip() and not line.startswith("#")]
    if words != sorted(words, key=str.casefold):
        return [*lines, *new]
    head = [line for line in lines if line not in set(words)]
    return [*head, *sorted([*words, *new], key=str.casefold)]


def _write(file: Path, change: Callable[[list[str]], list[str]]) -> None:
    """Changes a file's lines, whole or not at all; where someone else writes it meanwhile, once more."""
    for left in (1, 0):
        try:
            before = file.read_bytes() if file.exists() else None
            if before is not None and (before[:11] == b"OOoUserDict" or before.split(b"\n", 1)[0].strip().isdigit()):
                raise DictionaryError(f"{file.name} is no plain list of words: import it into one.")
            lines = before.decode("utf-8-sig").splitlines() if before else []
            text = "".join(f"{line}\n" for line in change(lines))
            file.parent.mkdir(parents=True, exist_ok=True)
            saving.save(file, text.encode(), expected=saving.sha256(before) if before is not None else "")
        except saving.ChangedOutside as error:
            if not left:
                raise DictionaryError(str(error)) from None
        except (saving.SaveRefused, UnicodeDecodeError) as error:
            raise DictionaryError(str(error)) from None
        except OSError as error:
            raise (
                error if isinstance(error, DictionaryError) else DictionaryError(f"{file}: {error.strerror}")
            ) from None
        else:
            return
