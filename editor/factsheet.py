"""The fact sheet: what was read in an article, thing by thing with every place, as a fact checker goes through it."""

from __future__ import annotations

import bisect
import csv
import datetime
import io
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from editor import pages
from editor.article import Edit, Lines, Span
from editor.finding import Finding
from editor.ledger import Ledger, Stated
from editor.reading.dates import Date
from editor.reading.figures import Figure, singles
from editor.saying import mark
from editor.voices import voices

Section = Literal["people", "organisations", "places", "dates", "figures", "quotations", "sources"]
TITLES: dict[Section, str] = {
    "people": mark("People"),
    "organisations": mark("Organisations"),
    "places": mark("Places"),
    "dates": mark("Dates"),
    "figures": mark("Figures"),
    "quotations": mark("Quotations"),
    "sources": mark("Sources"),
}
WIDEST = 100
"""Characters of what is said of a place in the sheet as text; tables and JSON have it whole."""
NOBODY = mark("speaker not read")
FORMULA = "=+-@\t\r"
"""With what a cell begins that spreadsheets take for a formula (OWASP, CSV Injection)."""


class Place(NamedTuple):
    """One place of a thing: where in the article, the words there, and what they add (an office, a qualifier)."""

    span: Span
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A thing that the article names: every place in the order of the text, and what is at odds about it."""

    section: Section
    title: str
    places: tuple[Place, ...]
    detail: str = ""
    days: tuple[datetime.date, datetime.date] | None = None
    """Of a date the first and the last day that it means; None where that can't be told."""
    clashes: tuple[str, ...] = ()
    """The messages of findings of facts that have a place on one of its places."""


def rows(ledger: Ledger) -> tuple[Row, ...]:
    """The sheet of an article: people and names in the order of the text, dates by their days, figures by thing."""
    return (*_people(ledger), *_others(ledger), *_days(ledger), *_counts(ledger), *_said(ledger), *_sources(ledger))


def marked(sheet: Iterable[Row], findings: Iterable[Finding]) -> tuple[Row, ...]:
    """The rows, each with what the findings of facts say of its places."""
    facts = [f for f in findings if f.confidence != "possible" and pages.page(f.check).family == "consistency"]
    said = sorted(
        (span, n) for n, found in enumerate(facts) for span in (found.span, *(e.span for e in found.evidence))
    )
    starts = [span.start for span, _ in said]
    longest = max((len(span) for span, _ in said), default=0)
    result = []
    for row in sheet:
        numbers = set()
        for place in row.places:
            first = bisect.bisect_left(starts, place.span.start - longest)
            last = bisect.bisect_right(starts, place.span.end)
            numbers |= {n for span, n in said[first:last] if span.touches(place.span)}
        clashes = tuple(pages.message(facts[n]) for n in sorted(numbers))
        result.append(replace(row, clashes=clashes) if clashes != row.clashes else row)
    return tuple(result)


def carried(sheet: Iterable[Row], edits: Sequence[Edit]) -> Iterator[Row]:
    """The rows at the places that they have after edits; places whose words went are left out."""
    for row in sheet:
        moved = [(place, _after(place.span, edits)) for place in row.places]
        if all(span == place.span for place, span in moved):
            yield row
        elif places := tuple(place._replace(span=span) for place, span in moved if len(span)):
            yield replace(row, places=places)


def _after(span: Span, edits: Sequence[Edit]) -> Span:
    """Where a place lies after edits; a Span is made only where one of them may touch it."""
    start, end = span.start, span.end
    for edit in edits:
        cut = edit.span
        if cut.start >= end or edit.of != "words":
            continue
        if cut.end <= start < end:
            grown = len(edit.words) - cut.end + cut.start
            start, end = start + grown, end + grown
        else:
            span = Span(start, end).after(edit)
            start, end = span.start, span.end
    return Span(start, end)


def as_csv(sheet: Iterable[Row], text: str) -> str:
    """The sheet as a table for spreadsheets, one line a place, RFC 4180; no cell acts as a formula."""
    out, numbers = io.StringIO(), Lines(text)
    table = csv.writer(out)
    table.writerow(("section", "thing", "known of it", "words", "detail", "line", "at odds"))
    for row in sheet:
        for place in row.places:
            line = numbers.of(place.span.start)[0]
            cells = (TITLES[row.section], row.title, row.detail, place.words, place.detail)
            table.writerow((*map(_harmless, cells), line, _harmless(" ".join(row.clashes))))
    return out.getvalue()


def as_text(sheet: Sequence[Row], text: str) -> str:
    """The sheet as one reads it: sections, things, and each place by line."""
    lines: list[str] = []
    numbers = Lines(text)
    for section, title in TITLES.items():
        inside = [row for row in sheet if row.section == section]
        if inside:
            lines += ["", title, "-" * len(title)] if lines else [title, "-" * len(title)]
        for row in inside:
            lines.append(f"{row.title}{f': {row.detail}' if row.detail else ''}")
            lines += [f"  ! {clash}" for clash in row.clashes]
            for place in row.places:
                line = numbers.of(place.span.start)[0]
                detail = f" ({textwrap.shorten(place.detail, WIDEST, placeholder=' …')})" if place.detail else ""
                lines.append(f"  {line:>4}  {place.words}{detail}")
    return "\n".join(lines) or "Nothing to check was read: no names, dates, figures, quotations or sources."


def _harmless(cell: str) -> str:
    flat = " ".join(cell.split())
    return f"'{flat}" if flat[:1] and flat[0] in FORMULA else flat


def _people(ledger: Ledger) -> Iterator[Row]:
    for person in ledger.people:
        places = tuple(Place(one.span, one.thing.text, one.thing.office or one.thing.role) for one in person.mentions)
        yield Row("people", person.full, places, _listed(place.detail for place in places))


def _others(ledger: Ledger) -> Iterator[Row]:
    found: dict[tuple[Section, str], list[Place]] = {}
    sections: dict[str, Section] = {"organisation": "organisations", "place": "places"}
    for stated, entity in zip(ledger.names, ledger.entities, strict=True):
        section = sections.get(entity.kind) if entity else None
        if section and entity:
            found.setdefault((section, entity.title), []).append(Place(stated.span, stated.thing.text))
    for section in sections.values():
        for (where, title), places in found.items():
            if where == section:
                yield Row(section, title, tuple(places))


def _days(ledger: Ledger) -> Iterator[Row]:
    found: dict[str, tuple[tuple[datetime.date, datetime.date] | None, list[Place]]] = {}
    for stated in ledger.dates:
        words = stated.span.of(ledger.text)
        days = _meant(ledger, stated)
        title = _spelled(*days) if days else f"“{_flat(words)}”"
        found.setdefault(title, (days, []))[1].append(
            Place(stated.span, words, _flat(stated.sentence.span.of(ledger.text)))
        )
    known = sorted(((days, title, places) for title, (days, places) in found.items() if days), key=lambda one: one[0])
    for days, title, places in known:
        yield Row("dates", title, tuple(places), days=days)
    for title, (unknown, places) in found.items():
        if not unknown:
            yield Row("dates", title, tuple(places), "day not known")


def _meant(ledger: Ledger, stated: Stated[Date]) -> tuple[datetime.date, datetime.date] | None:
    when = ledger.when(stated)
    return (when.first, when.last) if when else None


def _spelled(first: datetime.date, last: datetime.date) -> str:
    """Days as people write them, without the marks that differ from country to country."""
    if first == last:
        return f"{first.day} {first:%B} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    whole = first.day == 1 and (last + datetime.timedelta(1)).day == 1
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.year}"
    return f"{first.day} {first:%B} {first.year} to {last.day} {last:%B} {last.year}"


def _counts(ledger: Ledger) -> Iterator[Row]:
    found: dict[str, list[Place]] = {}
    for stated in ledger.figures:
        figure = stated.thing
        span = stated.span.to(stated.at(figure.counted_span)) if figure.counted_span else stated.span
        found.setdefault(_thing(figure), []).append(
            Place(
                span,
                _flat(span.of(ledger.text)),
                " ".join(filter(None, (_QUALIFIED.get(figure.qualifier, ""), figure.scope))),
            )
        )
    for title, places in found.items():
        yield Row("figures", title, tuple(places))


_QUALIFIED = {"least": "at least", "most": "at most", "about": "about", "vague": "no exact figure"}


def _thing(figure: Figure) -> str:
    return figure.counted or figure.unit or figure.dimension or "numbers"


def _said(ledger: Ledger) -> Iterator[Row]:
    found: dict[str, list[Place]] = {}
    for stated, voice in zip(ledger.quotations, voices(ledger), strict=True):
        person = voice.person if voice else None
        title = person.full if person else _flat(voice.span.of(ledger.text)) if voice else NOBODY
        found.setdefault(title, []).append(Place(stated.span, _flat(stated.span.of(ledger.text))))
    for title, places in found.items():
        yield Row("quotations", title, tuple(places))


def _sources(ledger: Ledger) -> Iterator[Row]:
    """The outlets named in prose and in debris, each with the sentence that hangs on it."""
    cited = [(paragraph.at(one.span), one) for paragraph in ledger.paragraphs for one in paragraph.read.sources]
    cited += [(one.span, one) for piece in ledger.debris for one in piece.cited]
    starts = [sentence.span.start for sentence in ledger.sentences]
    found: dict[str, list[Place]] = {}
    for span, one in sorted(cited, key=lambda pair: pair[0]):
        at = bisect.bisect_right(starts, span.start) - 1
        claim = _flat(ledger.sentences[at].span.of(ledger.text)) if at >= 0 else ""
        found.setdefault(one.outlet or one.domain or one.form, []).append(
            Place(span, _flat(span.of(ledger.text)), claim)
        )
    for title, places in found.items():
        yield Row("sources", title, tuple(places))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(word for word in words if word))


def _flat(words: str) -> str:
    return " ".join(words.split())


class Read(NamedTuple):
    """One reading: by which reader (dates, names, quotations, figures), at which place of the article, and its value.

    The value of a date is an ISO day, month or year, two of them for a range, or None where it can't be told without
    knowing more; of a name the key of whom or what it names; of a quotation the place of its speaker, or None; of a
    figure a dict of its value and of what is counted: a place, or a unit.
    """

    reader: str
    span: Span
    value: Any


def readings(ledger: Ledger) -> Iterator[Read]:
    """All that was read, reader by reader, in the order of the text."""
    yield from _dates(ledger)
    yield from _names(ledger)
    yield from _quotations(ledger)
    yield from _figures(ledger)


def _dates(ledger: Ledger) -> Iterator[Read]:
    for stated in ledger.dates:
        when = ledger.when(stated)
        yield Read("dates", stated.span, [when.first.isoformat(), when.last.isoformat()] if when else None)


def _names(ledger: Ledger) -> Iterator[Read]:
    for stated, entity in zip(ledger.names, ledger.entities, strict=True):
        if entity:
            yield Read("names", stated.span, entity.title)


def _quotations(ledger: Ledger) -> Iterator[Read]:
    for stated, voice in zip(ledger.quotations, voices(ledger), strict=True):
        yield Read("quotations", stated.span, voice.span if voice else None)


def _figures(ledger: Ledger) -> Iterator[Read]:
    """Figures, lengths of time and ages, and what is counted as one."""
    found: list[tuple[Span, float, Span | str | None]] = []
    for stated in ledger.figures:
        figure = stated.thing
        place = figure.counted_span if not figure.dimension or figure.dimension == "fraction" else figure.unit_span
        if place and figure.noun and place.start > figure.span.end:
            # Who was killed stands between the number and the word for it: "10,000 people dead".
            place = Span(figure.span.end + 1, place.end)
        found.append((stated.span, figure.low, stated.at(place) if place else figure.unit or None))
    for length in ledger.durations:
        unit = length.span.of(ledger.text).lower().rfind(length.thing.unit[:4])
        place = Span(length.span.start + unit, length.span.end) if unit > 0 else None
        found.append((length.span, length.thing.number, place or length.thing.unit))
    known = {at for span, _, _ in found for at in range(span.start, span.end)}
    for paragraph in ledger.paragraphs:
        for single in singles(paragraph.masked):
            span = paragraph.at(single.span)
            if span.start not in known:
                found.append((span, 1, paragraph.at(single.counted_span) if single.counted_span else None))
    for span, value, counted in sorted(found, key=lambda read: read[0]):
        yield Read("figures", span, {"value": value, "counted": counted})
