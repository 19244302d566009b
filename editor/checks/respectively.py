""" "Respectively" behind an attribution: a list of outlets that divides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor import healing
from editor.article import Edit, Span
from editor.finding import Finding, Fix, finding
from editor.reading.paragraph import Paragraph

_RESPECTIVELY = re.compile(
    r"(?P<lead>,?[ ]*)\b(?P<attribution>(?:according to|as per|as reported by|reported by|citing) "
    r"(?P<list>[^.;:\n]{1,80}?(?:\.\w[^.;:\n]{0,60}?){0,3}))"
    r"(?P<word>,?[ ]+respectively)\b"
)
_SITES = re.compile(r"\b(?:web)?sites?\b|\w\.[a-z]{2,4}\b", re.IGNORECASE)


def check(paragraph: Paragraph) -> Iterator[Finding]:
    if "respectively" not in paragraph.masked:
        return
    for match in _RESPECTIVELY.finditer(paragraph.masked):
        if " and " not in match["list"] or len(match["list"]) > 120:
            continue
        word = Span(match.start("word"), match.end("word"))
        cut = Fix("word", (Edit(word, word.of(paragraph.text), ""),), batch=False)
        if not _SITES.search(match["list"]):
            only = Span(match.end("word") - len("respectively"), match.end("word"))
            yield finding("word", only, fixes=[cut], confidence="likely", words=match["list"])
            continue
        quoted = match.start() and paragraph.text[match.start() - 1] in '”"’'
        whole = Span(
            match.start("attribution") if quoted or not match["lead"].startswith(",") else match.start(), match.end()
        )
        fixes = [cut, Fix("remove", healing.healed(paragraph.text, whole))]
        yield finding("sites", whole, fixes=fixes, confidence="likely", words=match["list"])
