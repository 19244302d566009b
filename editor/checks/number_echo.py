"""One number three times in a sentence, each time of another thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.reading.paragraph import Paragraph


def check(paragraph: Paragraph, *, times: int = 3, smallest: int = 10) -> Iterator[Finding]:
    read = paragraph.read
    if len(read.figures) + len(read.durations) < times:
        return
    for sentence in read.sentences:
        by_value: dict[float, list[tuple[Span, str]]] = defaultdict(list)
        for figure in read.figures:
            if sentence.covers(figure.span) and figure.low == figure.high >= smallest and not figure.dimension:
                by_value[figure.low].append((figure.span, figure.counted))
        for duration in read.durations:
            if sentence.covers(duration.span) and duration.number >= smallest:
                by_value[duration.number].append((duration.span, duration.unit))
        for said in by_value.values():
            if len(said) >= times and len({what for _, what in said}) >= 2:
                first, *rest = sorted(said, key=lambda pair: pair[0])
                yield finding(
                    "echo",
                    first[0],
                    evidence=[Evidence(span, "again") for span, _ in rest],
                    number=first[0].of(paragraph.text).split()[0],
                    times=len(said),
                )
