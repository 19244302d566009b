"""One figure that a sentence gives three times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.reading.paragraph import Paragraph
from editor.reading.patterns import lazy

_FIGURE = lazy(r"(?<![\w.,:/–-])\d[\d,]*(?:\.\d+)?(?![\w:/–-]|[.,]\d)")


def check(paragraph: Paragraph, *, times: int = 3, series: int = 4) -> Iterator[Finding]:
    """`times`: how often the sentence must give the figure; one that gives `series` different figures is a series."""
    if paragraph.kind != "text":
        return
    found = list(_FIGURE.finditer(paragraph.masked))
    if len(found) < times:
        return
    for sentence in paragraph.read.sentences:
        places: dict[str, list[Span]] = defaultdict(list)
        for match in found:
            if sentence.start <= match.start() < sentence.end:
                places[match[0].replace(",", "")].append(Span(*match.span()))
        if len(places) >= series:
            continue  # prices, results, readings: in a series one value comes again by chance
        for figure, spans in places.items():
            if len(spans) < times or len(figure) < 2 or any(paragraph.read.quoted(span) for span in spans):
                continue
            counted = [_with_noun(paragraph, span) for span in spans]
            evidence = [Evidence(span, "also") for span in counted[:-1]]
            yield finding("thrice", counted[-1], evidence=evidence, figure=figure, times=len(spans))


_COUNTED = lazy(r"\s+[^\W\d_][\w’'-]*")


def _with_noun(paragraph: Paragraph, span: Span) -> Span:
    """The figure with the word that it counts."""
    after = _COUNTED.match(paragraph.masked, span.end)
    return Span(span.start, after.end() if after else span.end)
