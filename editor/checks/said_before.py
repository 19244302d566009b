"""A sentence or paragraph that stands in the article twice, word for word or nearly so."""

from __future__ import annotations

from collections.abc import Iterator

from editor.article import Edit, Span
from editor.finding import Evidence, Finding, Fix, finding
from editor.ledger import Ledger, Sentence
from editor.reading.patterns import lazy
from editor.reading.words import tells

_FIGURE = lazy(r"\d+(?:[.,]\d+)*")
_CAPTION = lazy(r"(?i)\b(?:image|photo|photograph|picture|pic|credit|file|video|graphic|caption)s?\s*:|^\W*$")


def check(ledger: Ledger, *, likeness: float = 0.54) -> Iterator[Finding]:
    text = ledger.text
    done: set[int] = set()
    partner = copies(ledger, likeness)
    for number, one in sorted(partner.items()):
        if number in done:
            continue
        two = ledger.sentences[number]
        run = [two]
        # Sentences after it that repeat those after its first copy are one finding: a paragraph pasted twice.
        while (
            (after := number + len(run)) in partner
            and partner[after].number == one.number + len(run)
            and ledger.sentences[after].paragraph is two.paragraph
            and ledger.sentences[partner[after].number].paragraph is one.paragraph
        ):
            run.append(ledger.sentences[after])
        done.update(s.number for s in run)
        first = one.span.to(partner[run[-1].number].span)
        second = two.span.to(run[-1].span)
        exact = " ".join(first.of(text).split()) == " ".join(second.of(text).split())
        whole = _whole(two, second)
        rule = ("paragraph" if whole and len(run) > 1 else "sentence") if exact else "near"
        sure = exact and len(two.words) >= 6
        quoted = two.paragraph.read.quoted(run[-1].within) or two.paragraph.read.quoted(two.within)
        fix = Fix("remove", (_cut(ledger, second, whole),), batch=sure and not quoted)
        yield finding(
            rule,
            second,
            evidence=[Evidence(first, "first")],
            fixes=[fix] if exact else [fix, Fix("remove_first", (_cut(ledger, first, _whole(one, first)),))],
            confidence="certain" if sure else "likely",
        )


def copies(ledger: Ledger, likeness: float = 0.54) -> dict[int, Sentence]:
    """The sentences that say again what was said before, by number, each with the sentence that said it first."""
    partner: dict[int, Sentence] = {}
    for pair in sorted(ledger.near_sentences, key=lambda p: (p.two.number, -p.likeness)):
        if pair.likeness >= likeness and pair.two.number not in partner and _same(pair.one, pair.two):
            partner[pair.two.number] = pair.one
    return partner


def _same(one: Sentence, two: Sentence) -> bool:
    """Whether the two say the same; where a figure, a day or a "not" differs, they contradict, another matter."""
    a, b = one.within.of(one.paragraph.masked), two.within.of(two.paragraph.masked)
    if one.paragraph.kind != "text" or two.paragraph.kind != "text" or _CAPTION.search(a) or _CAPTION.search(b):
        return False
    if one.words[0].lower != two.words[0].lower and {one.words[0].lower, two.words[0].lower} <= _PRONOUNS:
        return False
    told = {w.lower for w in one.words if tells(w)} & {w.lower for w in two.words if tells(w)}
    figures = set(_FIGURE.findall(a)) & set(_FIGURE.findall(b))
    if (len(told) < 2 or len(told) + len(figures) < 3) and not (told and _nearly(one, two)):
        return False
    if a == b:
        return True
    return sorted(_FIGURE.findall(a)) == sorted(_FIGURE.findall(b)) and _polarity(one) == _polarity(two)


def _nearly(one: Sentence, two: Sentence) -> bool:
    """Whether the two speak of the same four things or more, names among them, but for one."""
    both = one.content & two.content
    return len(both) >= 4 and len(one.content | two.content) - len(both) == 1


_PRONOUNS = frozenset("i we he she it they".split())
_NOT = frozenset(
    "not no never nobody none neither nor without cannot denied denies deny refused rejected failed".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _polarity(sentence: Sentence) -> tuple[frozenset[str], bool]:
    lowered = set(sentence.lowered)
    days = frozenset(lowered & _DAYS)
    return days, bool(lowered & _NOT) or any(w.endswith(("n't", "n’t")) for w in lowered)


def _whole(one: Sentence, place: Span) -> bool:
    return len(place) == len(one.paragraph.text.strip())


def cut(ledger: Ledger, sentence: Sentence) -> Edit:
    """The edit that takes out a sentence, its joints healed."""
    return _cut(ledger, sentence.span, _whole(sentence, sentence.span))


def _cut(ledger: Ledger, place: Span, whole: bool) -> Edit:
    """The edit that takes out a sentence with the space before it, or a paragraph with the line ends before it.

    What opens the text, or its paragraph, goes with what follows it instead.
    """
    text, start, end = ledger.text, place.start, place.end
    blank = " \t\n" if whole else " \t"
    while whole and end < len(text) and text[end] in " \t":
        end += 1
    while start and text[start - 1] in blank:
        start -= 1
    if start == 0 or (text[start - 1] == "\n" and not whole):
        start = place.start
        while end < len(text) and text[end] in blank:
            end += 1
    return Edit(Span(start, end), text[start:end], "")
