"""Numbers as they are written, in digits or in words, and their values."""

from __future__ import annotations

import functools
import re

from editor.reading.patterns import lazy

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "crore": 1e7, "crores": 1e7,
    "billion": 1e9, "trillion": 1e12, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12,
    "k": 1e3, "dozen": 12, "lakh crore": 1e12,
}  # fmt: skip
DENOMINATORS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
BELOW_HUNDRED = rf"(?:(?:{_TENS})(?:[-‑ ](?:{UNITS}))?|{_TEENS}|{UNITS})"
WORDS = (
    rf"(?:{BELOW_HUNDRED}|an?(?= (?:hundred|thousand|million|billion|dozen)))"
    rf"(?: hundred(?: (?:and )?{BELOW_HUNDRED})?)?(?: thousand(?: (?:and )?{BELOW_HUNDRED}(?: hundred)?)?)?"
)
"""A number in words, as a regular expression without case."""
DIGITS = r"\d{1,3}(?:,\d{2})*(?:[,\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""A number in digits: 1,200, 12,00,000, 3.5, 26."""
MAGNITUDE = r"lakh crore|million|billion|trillion|crores?|lakhs?|thousand|hundred|dozen"


@functools.lru_cache(maxsize=4096)
def value(words: str) -> float:
    """The value of a number in digits or words, its magnitude included ("1.2 million", "twenty-six", "12bn")."""
    text = words.lower().replace("‑", "-").strip()
    head, half, tail = text.partition(" and a half")
    if half:
        return (value(head) + 0.5) * MAGNITUDES.get(tail.strip(" -"), 1)
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", "", text)
    match = re.match(rf"({DIGITS})\s*[-‑]?([a-z]*|lakh crore)$", text)
    if match:
        return float(re.sub(r"[^\d.]", "", match[1])) * MAGNITUDES.get(match[2], 1)
    total = current = 0.0
    for word in re.split(r"[-\s]+", text):
        if word in ("a", "an"):
            current = 1
        elif word in SMALL:
            current += SMALL[word]
        elif re.fullmatch(DIGITS, word):
            current += float(word.replace(",", ""))
        elif word in MAGNITUDES:
            size = MAGNITUDES[word]
            if word == "crore" and total and not current:
                # Three lakh crore: a magnitude of a magnitude.
                total *= size
            elif size in {100.0, 12}:
                current = (current or 1) * size
            else:
                total += (current or 1) * size
                current = 0
    return total + current


def fraction(words: str) -> float:
    """The value of a fraction in words, its magnitude included ("two-thirds", "half a million", "a quarter")."""
    text = words.lower().replace("-", " ").replace("‑", " ")
    parts = text.split()
    size = MAGNITUDES.get(parts[-1], 1)
    below = next(
        DENOMINATORS.get(part) or DENOMINATORS[part[:-1]] for part in parts if part.rstrip("s") in DENOMINATORS
    )
    return SMALL.get(parts[0], 1) / below * size


def shown(value: float) -> str:
    """A number as a message shows it: whole where it is, with commas between thousands."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


_DIGITS = lazy(r"\d[\d,]*(?:\.\d+)?")


def like(number: float, words: str, means: float) -> str:
    """A number as other words write theirs, which comes to `means`: 83e9 is "83 billion" beside "78 billion"."""
    digits = _DIGITS.search(words)
    if digits:
        scale = means / (float(digits[0].replace(",", "")) or 1.0) or 1.0
        scaled = round(number / scale, 6)
        written = shown(scaled) if scaled == int(scaled) or scaled >= 100 else f"{scaled:.3g}"
        return f"{words[: digits.start()]}{written}{words[digits.end() :]}"
    first, space, rest = words.partition(" ")
    return f"{shown(number)}{space}{rest}" if value(first.lower()) == means else shown(number)
