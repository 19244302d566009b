"""Outlets in two spellings: WalesOnline and Wales Online, Mail & Guardian and Mail and Guardian."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from editor.article import Edit, Span
from editor.finding import Evidence, Finding, Fix, finding
from editor.ledger import Ledger
from editor.reading import outlets
from editor.reading.outlets import collapsed

_HUMP = re.compile(r"[A-Z](?<=[a-z][A-Z])(?=[a-z])")
_CAMEL = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)+(?![\w.@])")
_JOINED = frozenset("_.@/0123456789")
_PART = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OUTLETS = frozenset(
    "news times post herald online chronicle guardian today daily tribune gazette star mail express journal press"
    " live radio"
    " echo record standard telegraph mirror observer independent monitor report wire world bulletin citizen"
    " nation reporter"
    " argus".split()
)


def check(ledger: Ledger) -> Iterator[Finding]:
    forms: dict[str, dict[str, list[Span]]] = {}
    for paragraph in ledger.paragraphs:
        for cited in paragraph.read.sources:
            if cited.outlet and not cited.domain:
                bare = _bare(cited.form)
                place = Span(cited.span.end - len(bare), cited.span.end)
                forms.setdefault(cited.outlet, {}).setdefault(bare, []).append(paragraph.at(place))
    for outlet, spelt in forms.items():
        name = _bare(re.sub(r"\s*\(.*\)$", "", outlet))
        if len(spelt) > 1 and name in spelt:
            for form, places in spelt.items():
                if form.lower() != name.lower() and collapsed(form) == collapsed(name):
                    yield from _findings(ledger, places, spelt[name], form, name)
    yield from _unlisted(ledger)


def _unlisted(ledger: Ledger) -> Iterator[Finding]:
    """Names run together that stand apart elsewhere in the article, of outlets that the table does not have."""
    joined: dict[str, list[Span]] = {}
    for hump in _HUMP.finditer(ledger.text):
        start = hump.start()
        while start and ledger.text[start - 1].isalpha():
            start -= 1
        match = _CAMEL.match(ledger.text, start)
        if (
            not match
            or ledger.text[start - 1 : start] in _JOINED
            or match.start() in {p.start for p in joined.get(match[0], ())}
        ):
            continue
        parts = _PART.split(match[0])
        if _OUTLETS & {part.lower() for part in parts} and not outlets.of_form(match[0]):
            joined.setdefault(match[0], []).append(Span(*match.span()))
    for form, places in joined.items():
        apart = " ".join(_PART.split(form))
        others = [Span(*m.span()) for m in re.finditer(rf"(?<!\w){apart}(?!\w)", ledger.text)]
        if others and not any(piece.span.touches(place) for piece in ledger.debris for place in places):
            if Counter({form: len(places), apart: len(others)}).most_common(1)[0][0] == form and len(places) > len(
                others
            ):
                yield from _findings(ledger, others, places, apart, form)
            else:
                yield from _findings(ledger, places, others, form, apart)


def _findings(ledger: Ledger, places: list[Span], others: list[Span], form: str, name: str) -> Iterator[Finding]:
    for place in places:
        edit = Edit(place, place.of(ledger.text), name)
        yield finding(
            "variant",
            place,
            evidence=[Evidence(others[0], "there")],
            fixes=[Fix("respell", (edit,))],
            form=form,
            name=name,
        )


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he\s+", "", name)
