"""Capitals: runs of words with capitals, and the pieces of a run of which each may be one name."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from editor.reading import dates
from editor.reading.lemmas import stop_words
from editor.reading.patterns import lazy

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(c for n in (*range(0x100, 0x250), *range(0x1E00, 0x1F00)) if (c := chr(n)).isupper())
_TOKEN = rf"[{UPPER}](?:\.(?:(?:[{UPPER}]\.)+|(?= ?[{UPPER}]))|[\w\u0300-\u036f]*(?:[’'‘](?!s\b)[\w]+|[-‑][\w]+)*)"
_ABBREVIATED = "Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|Hon|Barr|Jr|Sr|Cllr"
_PARTICLE = r"(?:de|del|della|di|da|dos|das|do|van|von|der|den|ter|bin|ibn|bint|binti|al|el|la|le|y|e|ap|ben|du)"
_RUN = lazy(
    rf"[{UPPER}](?<![\w’'&@#./-].)(?<=(?:.))(?:(?<=[A-Z])(?:(?<=M)(?:rs?|s)|(?<=D)r|(?<=P)rof"
    rf"|(?<=S)t|(?<=S)en|(?<=G)en|(?<=G)ov|"
    rf"(?<=R)e[pv]|(?<=L)t|(?<=C)ol|(?<=C)apt|(?<=S)gt|(?<=B)arr)\.(?= )|{_TOKEN[len(UPPER) + 2 :]})"
    rf"(?: (?:(?:of(?: the)?|for|and|&|{_PARTICLE}) )*(?:(?:{_ABBREVIATED})\.(?= )|(?:al|el|an|as"
    rf"|ad|ben|d)[-’]{_TOKEN}|{_TOKEN}))*"
)
_WORD = lazy(r"[^\s]+")
_CALENDAR = frozenset(
    (*dates.MONTHS, *dates.WEEKDAYS, *"Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Rs GMT UTC I".split())
)


_GROUP = lazy(
    r"(?<![\w-])(?:(?P<many>[A-Z][a-z]{2,}s)[’']"
    r"|(?P<one>People|Women|Men|Children|Farmer|Worker|Teacher|Player|Writer|Owner|Consumer|Citizen|Mother"
    r"|Student)[’']s) $"
)
"""Whose an organisation is by its name, as the last word before the rest of it: Farmers' Union, People's Party."""


def runs(masked: str, marks: Mapping[str, str], given: Container[str]) -> Iterator[tuple[int, int]]:
    """Where runs of capitals start and end, as one those that an apostrophe parts inside of an organisation's name.

    `marks` are the words that show an organisation or place, `given` the given names.
    """
    before: tuple[int, int] | None = None
    for run in _RUN.finditer(masked):
        start, end = run.span()
        if (
            before
            and start - before[1] <= 3
            and (whose := _GROUP.search(masked, before[0], start))
            and whose[whose.lastgroup or 0] not in given
        ):
            first = masked[start:end].split(" ", 3)
            if any(marks.get(word) == "organisation" for word in first[:3]):
                before = before[0], end
                continue
        if before:
            yield before
        before = start, end
    if before:
        yield before


def pieces(text: str, start: int, end: int, marks: Mapping[str, str], offices: Container[str]) -> list[tuple[int, int]]:
    """A run of capitals cut where "and", "of" or "for" joins names and not parts of one, without days and months."""
    run = text[start:end]
    if " " not in run:
        return [(start, end)] if run.rstrip(".") not in _CALENDAR else []
    words = [(m.start() + start, m.end() + start, m[0]) for m in _WORD.finditer(run)]
    found: list[tuple[int, int]] = []
    first = 0
    for n, (_, _, word) in enumerate(words):
        if n > first and words[n - 1][2][-1] == "." and word.lower() in stop_words() and word[0].isupper():
            found.append((words[first][0], words[n - 1][1]))
            first = n
        joins = word in ("and", "&", "for", "of")
        if not joins and word.rstrip(".") not in _CALENDAR:
            continue
        if joins:
            before = words[n - 1][2]
            after = [w for _, _, w in words[n + 1 :] if w != "the"]
            office = before.lower() in offices and word in ("of", "for")
            whole = any(marks.get(w) == "organisation" for w in (before, *after[-1:])) and first < n
            if (
                word == "&"
                or office
                or (word in ("of", "for") and marks.get(before))
                or (whole and word == "and" and n - first == 1)
            ):
                continue
        if n > first:
            found.append((words[first][0], words[n - 1][1]))
        first = n + 1
        while first < len(words) and words[first][2] == "the":
            first += 1
    if first < len(words):
        found.append((words[first][0], words[-1][1]))
    return found
