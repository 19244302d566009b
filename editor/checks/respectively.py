"""Attributions whose numbers do not agree: "respectively" where nothing is divided, one outlet for several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor import healing
from editor.article import Edit, Span
from editor.finding import Finding, Fix, finding
from editor.reading.paragraph import Paragraph
from editor.reading.patterns import lazy

_RESPECTIVELY = lazy(
    r"(?P<lead>,?[ ]*)\b(?P<attribution>(?i:according to|as per|as reported by|reported by|citing) "
    r"(?P<list>[^.;:\n]{1,80}?(?:\.\w[^.;:\n]{0,60}?){0,3}))"
    r"(?P<word>,?[ ]+respectively)\b"
)
_SITES = lazy(r"\b(?:web)?sites?\b|\w\.[a-z]{2,4}\b", re.IGNORECASE)
_WORD = lazy(r",?[ ]+respectively\b,?|\bRespectively,[ ]")
_AND = lazy(r"(?:,? (?:and|&|as well as) |, )(?=\S)")
_REPORTS = (
    r"say|said|says|report|reports|reported|write|writes|wrote|claim|claims|claimed|state|states|stated|note|noted"
    r"|confirm|confirms|confirmed|carry|carried|publish|published|cover|covered|announce|announced|reveal|revealed"
    r"|add|added|have reported|had reported|have said|told"
)
# "The estimate comes from the Health Foundation and the King’s Fund": one thing, from two.
_FROM_BOTH = lazy(
    r"(?:The|This|That|His|Her|Their|Its|An?) (?:(?!and\b|two\b|both\b|three\b)[\w’'-]+ ){1,6}?(?:comes|came|is|was"
    r"|stems|stemmed|has been|had been|appeared)\b(?: (?!and\b)[a-z]+){0,3}? (?:from|by|in) (?:the |both )?"
    r"[A-Z][^.;,]{1,60}? and (?:the )?[A-Z][^.;,]{1,60}"
)
_SEVERAL_ONE = lazy(
    r"(?:(?<=[.!?”] )|^)(?P<first>(?:The )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
    r"(?:, (?:[Tt]he )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}){1,4},? and (?P<name>(?:[Tt]he )?[A-Z][\w.’'-]*"
    r"(?: [A-Z][\w.’'-]*){0,3}) (?:all )?(?:reports|says|writes|claims|notes|states|confirms|has reported)"
    r" (?:that|the|a|an|how)\b",
    re.MULTILINE,
)
_FRACTIONS = lazy(r"\d[/–-]\d")
_JOIN = lazy(r",? (?:and|&) ")
_REPORTED = lazy(rf"\b(?:{_REPORTS})\b(?= (?:the|a|an|that|it|this|his|her|its|their)\b)")
_SAYING = lazy(rf"\s+(?:{_REPORTS})\b(?:\s+that\b)?")
_PLURAL = lazy(
    r"\b(?P<many>(?i:several|multiple|various|many|numerous|some|a number of|different|other|two|three) (?:[\w-]+ )?"
    r"(?:newspapers|papers|outlets|sites|websites|sources|media|media houses|agencies|publications|broadcasters"
    r"|channels|stations|news sites|portals|reports|journals)) (?P<as>such as|including|like|e\.g\.|namely),? "
    r"(?P<name>(?:the )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4})"
    r"(?P<verb>,? (?:(?:was|is|has|were|are|have) (?:also )?(?:been )?(?:report|carry|cover|say|writ|publish)\w*"
    r"|(?:also )?(?:reports|says|writes|carries|claims|states))(?: (?:it|this|that|so|the same)\b)?)"
)
_ONE_VERB = lazy(r",? (?:was|is|has|(?:also )?(?:reports|says|writes|carries|claims|states))\b")


# What stands in every paragraph that has one of these: the cheap question before the search.
_LISTING = (" such as ", " like ", "including")
_OUTLETS = (
    *("papers", "outlets", "sites", "sources", "media", "agencies", "publications", "broadcasters", "channels"),
    *("stations", "portals", "reports", "journals"),
)
_ONE_SAYS = tuple(f" {says} " for says in "reports says writes claims notes states confirms reported".split())


def check(paragraph: Paragraph) -> Iterator[Finding]:
    text = paragraph.masked
    if "espectively" in text:
        done = -1
        for match in _RESPECTIVELY.finditer(text):
            if " and " in match["list"] and len(match["list"]) <= 120:
                done = match.end()
                yield _behind(paragraph, match)
        for match in _WORD.finditer(text):
            if match.start() >= done and _divides_nothing(paragraph, match):
                start = match.start() + len(match[0]) - len(match[0].lstrip(" ,"))
                word = Span(start, start + len("respectively"))
                cut = Span(match.start(), match.end() - match[0].endswith(" "))
                fixes = [Fix("word", (Edit(cut, cut.of(paragraph.text), ""),))]
                if match[0][0] == "R":
                    fixes = []
                yield finding("nothing", word, fixes=fixes, confidence="likely")
    listing = any(words in text for words in _LISTING) and any(words in text for words in _OUTLETS)
    for match in _PLURAL.finditer(text) if listing else ():
        if _ONE_VERB.match(match["verb"]) and not paragraph.read.quoted(Span(match.start(), match.end())):
            yield finding(
                "one", Span(match.start(), match.end()), confidence="likely", words=match["many"], name=match["name"]
            )
    several = ", " in text and " and " in text and any(words in text for words in _ONE_SAYS)
    for match in _SEVERAL_ONE.finditer(text) if several else ():
        cited = Span(match.start(), match.end())
        known = any(cited.touches(one.span) for one in paragraph.read.sources)
        if known and not paragraph.read.quoted(cited):
            yield finding("one", cited, confidence="likely", words=match["first"] + " …", name=match["name"])


def _behind(paragraph: Paragraph, match: re.Match[str]) -> Finding:
    """ "Respectively" behind an attribution: of names, or of addresses, which nobody wrote."""
    word = Span(match.start("word"), match.end("word"))
    cut = Fix("word", (Edit(word, word.of(paragraph.text), ""),), batch=False)
    if not _SITES.search(match["list"]):
        only = Span(match.end("word") - len("respectively"), match.end("word"))
        return finding("word", only, fixes=[cut], confidence="likely", words=match["list"])
    quoted = match.start() and paragraph.text[match.start() - 1] in '”"’'
    whole = Span(
        match.start("attribution") if quoted or not match["lead"].startswith(",") else match.start(), match.end()
    )
    fixes = [cut, Fix("remove", healing.healed(paragraph.text, whole))]
    return finding("sites", whole, fixes=fixes, confidence="likely", words=match["list"])


def _divides_nothing(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether the sentence has no two lists for "respectively" to pair: two sources that say one thing, or one only."""
    text = paragraph.masked
    sentence = next((s for s in paragraph.read.sentences if s.start <= match.start() < s.end), None)
    if sentence is None or paragraph.read.quoted(Span(match.start(), match.end())):
        return False
    before, after = text[sentence.start : match.start()], text[match.end() : sentence.end]
    if _FROM_BOTH.fullmatch(before):
        return True
    lists = len(_AND.findall(before)) + len(_AND.findall(after))
    if not lists:
        return True
    if _unequal(before, after):
        return True
    # The list of those who speak stands before the verb; what they say has to be a list as well.
    if _SAYING.match(after) or re.search(rf"\b(?:{_REPORTS})$", before):
        names = before if _SAYING.match(after) else re.sub(rf"\s+(?:{_REPORTS})$", "", before)
        subject = re.split(r"[.;:]\s|,\s(?=[a-z])", names)[-1]
        return bool(_AND.search(subject)) and not _AND.search(after)
    said = _REPORTED.search(before)
    if said is None:
        return False
    return bool(_AND.search(before[: said.start()])) and not _AND.search(before[said.end() :] + after)


def _unequal(before: str, after: str) -> bool:
    """Whether the two lists of a sentence, and there are no others, have not as many items: three towns, two verbs."""
    if "," in after or len(_JOIN.findall(after)) > 1:
        after = ""
    joins = list(_JOIN.finditer(before))
    if _FRACTIONS.search(before):
        return False
    if len(joins) + bool(_JOIN.search(after)) != 2 or not joins:
        return False
    sizes = [_size(before[: joins[0].start()])]
    sizes.append(
        _size(before[joins[0].end() : joins[1].start()]) if len(joins) == 2 else _size(after.partition(" and ")[0])
    )
    return sizes[0] != sizes[1] and max(sizes) > 2


def _size(lead: str) -> int:
    """How many items a list has, by the words before its "and": two, and one more for each short one before a comma."""
    size = 2
    parts = lead.rstrip(" ,").split(", ")
    for part in reversed(parts[:-1]):
        if len(part.split()) > MOST_WORDS or any(c.isdigit() for c in part) != any(c.isdigit() for c in parts[-1]):
            break
        size += 1
    return size


MOST_WORDS = 6
"""The most words of an item of a list."""
