"""What a check has to say: a finding with its places and fixes, and the key by which it is known again."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from editor.article import Edit, Span


class NotChecked(Exception):
    """A check can't look at this article, for a reason that lies in the world: the message says it, and the remedy."""


Family = Literal["citations", "repetition", "consistency", "language", "style"]
Confidence = Literal["certain", "likely", "possible"]
FAMILIES: tuple[Family, ...] = get_args(Family)
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Another place that bears on a finding; `note` names a line of the check's page that says how."""

    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Opens:
    """The note that taking a fix opens, at the words of `span` (places before the fix)."""

    kind: Literal["unsourced"]
    span: Span


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to settle a finding. `label` names a line of the check's page.

    The edits may reach beyond the finding's span, to heal what they touch, or lie at its evidence. No character outside
    them changes. `batch` is true for at most one fix of a finding, never for a fact or inside a quotation: that fix may
    be taken unread, with many others.
    """

    label: str
    edits: tuple[Edit, ...]
    batch: bool = False
    leaves: Opens | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault that a check sees. A check leaves `check` and `key` empty: the checker fills them in.

    `values` are what the page's message for `rule` is filled with; `words` go there too as far as the span says.
    """

    rule: str
    span: Span
    evidence: tuple[Evidence, ...] = ()
    fixes: tuple[Fix, ...] = ()
    confidence: Confidence = "likely"
    values: tuple[tuple[str, str], ...] = ()
    check: str = ""
    key: Key | None = None

    @property
    def places(self) -> tuple[Span, ...]:
        """Every place of the finding, its own first."""
        return (self.span, *(e.span for e in self.evidence))

    def moved(self, by: int) -> Finding:
        """The same finding `by` code points further on."""
        return self._at(lambda span: span.moved(by)) if by else self

    def after(self, *edits: Edit) -> Finding | None:
        """The finding once the edits are made, one after another; None where one touched a place or a fix of it."""
        return self.carried(lambda span: _carried(span, edits), lambda span: _whole(span, edits))

    def carried(self, place: Callable[[Span], Span | None], whole: Callable[[Span], Span]) -> Finding | None:
        """The finding where `place` says that its places and its fixes' are now; None where it says of one: nowhere.

        `whole` says what is left of the words that a fix opens a note at, which may be cut into.
        """
        fixed = [e.span for fix in self.fixes for e in fix.edits]
        places: dict[Span, Span] = {}
        for span in (*self.places, *fixed):
            now = place(span)
            if now is None:
                return None
            places[span] = now
        for fix in self.fixes:
            if fix.leaves:
                places.setdefault(fix.leaves.span, whole(fix.leaves.span))
        return self if all(a == b for a, b in places.items()) else self._at(places.__getitem__)

    def _at(self, place: Callable[[Span], Span]) -> Finding:
        """The same finding with each of its places where `place` says."""
        # Constructors, not dataclasses.replace: with 5,000 findings on the board each key moves nearly all of them.
        evidence = tuple([Evidence(place(e.span), e.note) for e in self.evidence])
        fixes = tuple(
            [
                Fix(
                    fix.label,
                    tuple([Edit(place(e.span), e.expected, e.words, e.of) for e in fix.edits]),
                    fix.batch,
                    fix.leaves and Opens(fix.leaves.kind, place(fix.leaves.span)),
                )
                for fix in self.fixes
            ]
        )
        span = place(self.span)
        return Finding(self.rule, span, evidence, fixes, self.confidence, self.values, self.check, self.key)


def _carried(span: Span, edits: Iterable[Edit]) -> Span | None:
    """The place after the edits, its words as they were; None where an edit touches it."""
    start, end = span.start, span.end
    for edit in edits:
        if edit.of != "words" or edit.span.start > end:
            continue
        if edit.span.end >= start and edit.span.touches(Span(start, end)):
            return None
        if edit.span.end <= start:
            grown = len(edit.words) - len(edit.span)
            start, end = start + grown, end + grown
    return Span(start, end)


def _whole(span: Span, edits: Iterable[Edit]) -> Span:
    for edit in edits:
        span = span.after(edit)
    return span


def finding(
    rule: str,
    span: Span,
    *,
    evidence: Iterable[Evidence] = (),
    fixes: Iterable[Fix] = (),
    confidence: Confidence = "likely",
    **values: object,
) -> Finding:
    """A finding, in the shape in which a check says it."""
    said = tuple((name, str(value)) for name, value in values.items())
    return Finding(rule, span, tuple(evidence), tuple(fixes), confidence, said)


Scope = Literal["place", "article", "everywhere"]
"""How far letting stand reaches: this finding, every one like it in this article, every one like it anywhere."""

CONTEXT = 40
"""How many normalised characters on each side a key remembers: not a sentence, for sentence splitting will improve."""

KEY_VERSION = 1


@dataclass(frozen=True, slots=True)
class Key:
    """What makes a finding the same one after the text around it has changed. All words in it are normalised."""

    check: str
    rule: str
    words: str
    context: tuple[str, str]
    evidence: tuple[str, ...]
    nth: int
    version: int = KEY_VERSION

    def matches(self, other: Key, scope: Scope) -> bool:
        """Whether a decision on this finding speaks of the `other` one; among equals `settle` chooses the nearest."""
        same = (self.version, self.check, self.rule, self.words) == (
            other.version,
            other.check,
            other.rule,
            other.words,
        )
        return same and (scope == "everywhere" or self.evidence == other.evidence)

    def __str__(self) -> str:
        told = repr((self.version, self.check, self.rule, self.words, self.context, self.evidence, self.nth))
        digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
        return f"{self.version}:{self.check}/{self.rule}:{digest[:16]}"


def normalised(words: str) -> str:
    """Words as keys compare them: compatible forms and cases folded, white space as one blank."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def keyed(findings: Iterable[Finding], text: str) -> list[Finding]:
    """The findings with their keys, twins numbered in the order of their places."""
    seen: dict[tuple[object, ...], int] = defaultdict(int)
    result = []
    for found in sorted(findings, key=lambda f: (f.span, f.check, f.rule)):
        words = normalised(found.span.of(text))
        before = normalised(text[max(0, found.span.start - 4 * CONTEXT) : found.span.start])[-CONTEXT:]
        after = normalised(text[found.span.end : found.span.end + 4 * CONTEXT])[:CONTEXT]
        others = tuple(sorted(normalised(e.span.of(text)) for e in found.evidence))
        twin = (found.check, found.rule, words, others)
        key = Key(found.check, found.rule, words, (before, after), others, seen[twin])
        seen[twin] += 1
        result.append(replace(found, key=key))
    return result


def settle(keys: Sequence[Key], settled: Mapping[str, tuple[Key, Scope]]) -> dict[int, str]:
    """Which of the findings with these `keys` are settled, each with the id of the decision that does it.

    A decision on a place settles one finding: of those with its words and evidence the one whose context is most like
    what it was, then the one with its number among twins.
    """
    result: dict[int, str] = {}
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, key in enumerate(keys):
        alike[key.check, key.rule, key.words].append(n)
    for decision, (key, scope) in settled.items():
        like = alike.get((key.check, key.rule, key.words), ())
        fits = [n for n in like if n not in result and key.matches(keys[n], scope)]
        if scope != "place":
            result.update(dict.fromkeys(fits, decision))
        elif fits:
            result[min(fits, key=lambda n: (-_likeness(key, keys[n]), abs(key.nth - keys[n].nth)))] = decision
    return result


def _likeness(one: Key, two: Key) -> int:
    """How many characters of context next to the finding are the same, on both sides together."""
    before = _prefix(one.context[0][::-1], two.context[0][::-1])
    return before + _prefix(one.context[1], two.context[1])


def _prefix(one: str, two: str) -> int:
    if one == two:
        return len(one)
    return next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
