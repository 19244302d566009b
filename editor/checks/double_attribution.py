"""One sentence that says twice who said it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.article import Edit, Span
from editor.finding import Confidence, Evidence, Finding, Fix, finding
from editor.reading.lemmas import lemma, stop_words
from editor.reading.paragraph import Paragraph
from editor.reading.patterns import lazy
from editor.reading.words import words

_VERB = (
    r"(?:said|says|say|told\s+(?:the\s+)?\w+|was\s+told|were\s+told|heard|found|finds|showed|shows?|suggested|suggests?"
    r"|concluded|concludes|warned|warns|reported|reports?|added|adds|noted|notes?|stated|states|announced|claimed|claims?"
    r"|confirmed|confirms|explained|explains|argued|argues|insisted|insists|maintained|maintains|wrote|writes|declared"
    r"|revealed|reveals|disclosed|informed|informs|observed|observes|remarked|estimated|estimates|believe[sd]?|testified"
    r"|alleged|alleges|indicated|indicates?|acknowledged|admitted|stressed|emphasi[sz]ed|reiterated|advised|commented"
    r"|(?:was|were|is|are)\s+(?:both\s+)?(?:of\s+the\s+(?:view|opinion|belief)|quoted\s+as\s+saying)|recounted|conceded"
    r"|contended|contends|felt|feels|thought|thinks|considered|considers|opined|read|reads|went\s+on\s+to\s+say)"
)
# ", the note said." at the end of a sentence, ", the note said," within it, and "as stated in the note,".
_AFTER = lazy(
    rf",\s+(?:(?P<who>(?!as\s)(?:[\w’'.&-]+\s+){{1,6}}?){_VERB}(?:\s+in\s+(?:a|the|its|his|her|their)\s+\w+)?"
    rf"|(?:{_VERB}\s+)(?P<inverted>(?:[\w’'&-]+\s+){{0,5}}?[\w’'&-]+)"
    r"|as\s+(?:was\s+)?(?:stated|reported|noted|said|contained|mentioned|announced|indicated|revealed|confirmed|set\s+out"
    r"|per|disclosed|recorded)\s+(?:in\s+|by\s+)?(?P<as>(?:[\w’'&-]+\s+){0,6}?[\w’'&-]+)"
    r"|according\s+to\s+(?P<too>(?:[\w’'&-]+\s+){0,6}?[\w’'&-]+))(?=\s*(?:[,.;]|$))"
)
_ACCORDING = lazy(
    r"(?i:\b(?:according\s+to|as\s+per|in\s+the\s+(?:words|view|opinion|judge?ment|estimation|eyes|account|assessment)\s+of"
    r"|as\s+(?:told|reported|stated|noted|described|explained|announced|claimed|put)\s+by|by\s+the\s+account\s+of)\s+)"
    r"(?P<who>[^,;:.]{2,90}?(?:,\s+(?:an?|the|its|his|her|their|whose|who)\s[^,;:.]{2,60}?(?=,))?)"
    r"(?=[,.;:]|$|\s+(?:that|which|who|said)\b)"
)
_AS = lazy(r"As\s+(?P<who>(?:[\w’'.&-]+\s+){1,8}?)(?:put|puts|sees|saw|tells|told|explained|explains)(?:\s+it)?,")
_PAPERS = frozenset("papers documents filings records letters emails messages transcripts reports".split())
_BEFORE = lazy(
    rf"(?:In\s+(?:a|the|its|his|her|their)\s+\w+,\s+)?(?P<who>(?:[\w’'.&-]+\s+){{1,9}}?)(?P<verb>{_VERB})(?:\s+that)?\s"
)
# The comma behind an attribution that parted a subject from its verb goes with it.
_GOES_ON = lazy(r",(?=\s+(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|did|does|do)\b)")
_THINKS = frozenset("thought thinks felt feels believed believes considered considers found finds heard".split())
_PRONOUNS = frozenset("he she it they who".split())
# Words that show that what stands before a verb of saying is no speaker: "It was too soon to say".
_NO_SPEAKER = frozenset("to is was were are be been it there not that if when".split())
_BODIES = (
    frozenset("court jury judge tribunal hearing inquest juror bench".split()),
    frozenset("prosecution prosecutor crown dpp counsel lawyer attorney".split()),
    frozenset("defence defense counsel lawyer attorney barrister solicitor".split()),
    frozenset("police officer force detective constable".split()),
    frozenset("company firm business group corporation".split()),
    frozenset("government ministry department minister official administration".split()),
    frozenset("report study paper survey researcher author document".split()),
    frozenset("agency body authority organisation organization service".split()),
)


# A sentence that says twice who said it has two of these words, whichever ways it goes.
_CUES = frozenset(
    """
    said says say told heard found finds showed show shows suggested suggest suggests concluded concludes warned
    warns reported report reports added adds noted note notes stated states announced claimed claim claims
    confirmed confirms explained explains argued argues insisted insists maintained maintains wrote writes
    declared revealed reveals disclosed informed informs observed observes remarked estimated estimates believe
    believes believed testified alleged alleges indicated indicate indicates acknowledged admitted stressed
    emphasised emphasized reiterated advised commented view opinion belief quoted recounted conceded contended
    contends felt feels thought thinks considered considers opined read reads according per words judgement
    judgment estimation eyes account assessment described put puts sees saw tells contained mentioned set
    recorded
    """.split()
)


def check(paragraph: Paragraph) -> Iterator[Finding]:
    text = paragraph.masked
    for sentence, spoken in zip(paragraph.read.sentences, paragraph.read.sentence_words, strict=True):
        if sum([word[3] in _CUES for word in spoken]) < 2:
            continue
        said = sentence.of(text)
        if ("," not in said and "ccording to" not in said) or any(m in said for m in '“”"'):
            continue
        after = _last(_AFTER, said)
        if after is None or paragraph.read.quoted(Span(sentence.start + after.start(), sentence.start + after.end())):
            yield from _according_last(paragraph, sentence, said)
            continue
        according = _ACCORDING.search(said, 0, after.start()) or _AS.match(said)
        before = None if according else _BEFORE.match(said)
        first = according or before
        again = after["who"] or after["inverted"] or after["as"] or after["too"]
        if first is None or first.end() > after.start() + 1:
            continue
        if before and before["verb"] in _THINKS and before["who"].strip().lower() in _PRONOUNS:
            continue  # what he thought is told, and that he wrote so
        confidence = _same(first["who"], again)
        if confidence:
            yield _finding(paragraph, sentence, first, after, confidence, cut=True)


def _according_last(paragraph: Paragraph, sentence: Span, said: str) -> Iterator[Finding]:
    """ "The ministry said …, according to the ministry." """
    before = _BEFORE.match(said) if "ccording to" in said else None
    if before is None:
        return
    according = _ACCORDING.search(said, before.end())
    if (
        according
        and (confidence := _same(before["who"], according["who"]))
        and according["who"].lower() not in _PRONOUNS
    ):
        yield _finding(paragraph, sentence, before, according, confidence, cut=False)


def _finding(
    paragraph: Paragraph,
    sentence: Span,
    first: re.Match[str],
    second: re.Match[str],
    confidence: Confidence,
    *,
    cut: bool,
) -> Finding:
    start = second.start() + (len(second[0]) - len(second[0].lstrip(", \n")))
    place = Span(sentence.start + start, sentence.start + second.end())
    end = first.end("verb") if "verb" in first.re.groupindex else first.end("who")
    other = Span(
        sentence.start + first.start(), sentence.start + first.start() + len(first.string[first.start() : end].rstrip())
    )
    fixes = []
    if cut:
        goes_on = _GOES_ON.match(paragraph.masked, sentence.start + second.end(), sentence.end)
        gone = Span(sentence.start + second.start(), goes_on.end() if goes_on else sentence.start + second.end())
        fixes.append(Fix("remove", (Edit(gone, gone.of(paragraph.text), ""),)))
    return finding(
        "twice",
        place,
        evidence=[Evidence(other, "first")],
        fixes=fixes,
        confidence=confidence,
        words=place.of(paragraph.text),
    )


def _same(one: str, two: str) -> Confidence | None:
    """Whether two attributions name one source: by a word that they share, a pronoun, or two words for one body."""
    if not _NO_SPEAKER.isdisjoint(one.lower().split()):
        return None
    first = {lemma(w.lower) for w in words(one) if w.lower not in stop_words()}
    second = {lemma(w.lower) for w in words(two) if w.lower not in stop_words()}
    bare = two.strip().lower()
    if bare.split()[-1:] and bare.split()[-1] in _PAPERS and not _PAPERS & set(one.lower().split()):
        return None  # "the jury heard …, according to court papers": two sources
    if bare in _PRONOUNS:
        return "likely" if first or one.strip().lower() == bare else None
    if first & second or any(first & body and second & body for body in _BODIES):
        return "likely"
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
