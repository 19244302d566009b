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
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

_HUMP = lazy(r"[A-Z](?<=[a-z][A-Z])(?=[a-z])")
_CAMEL = lazy(r"[A-Z][a-z]+(?:[A-Z][a-z]+)+(?![\w@]|\.\w)")
_JOINED = frozenset("_.@/0123456789")
_PART = lazy(r"(?<=[a-z])(?=[A-Z])")
# Letters that stand behind a name in addresses and on social networks: VanguardNGR, GuardianNews.
_BEHIND = lazy(
    r"(?:ngr|ng|ke|gh|za|uk|usa|us|ie|au|nz|pk|in|india|my|sg|ph|online|news|hq|tv|live|digital|web|daily|official|com"
    r"|newspaper|paper|media|now|24)"
)
_HANDLE = lazy(r"(?<![\w@./’'-])[A-Z](?=[A-Za-z]{0,40}[A-Z])[A-Za-z]{6,40}(?![\w@/-]|\.\w)")
_TOLD = lazy(r"\b(?:said|says|told|according to|by|per|reported)\s+(?:the )?$")
_TELLS = lazy(
    r"\s+(?:also |later |first )?(?:ha[sd]|have|said|says|reports?|reported|wrote|writes|put|quoted|noted|claims"
    r"|claimed|adds|added|carried|published|understands|called|named|gave|ran|broke|, )\b"
)


def check(ledger: Ledger) -> Iterator[Finding]:
    forms: dict[str, dict[str, list[Span]]] = {}
    addresses: dict[str, list[Span]] = {}
    for paragraph in ledger.paragraphs:
        for cited in paragraph.read.sources:
            if cited.domain and _in_prose(paragraph.masked, cited.span):
                if cited.outlet:
                    addresses.setdefault(cited.outlet, []).append(paragraph.at(cited.span))
                elif other := _of_label(ledger.text, cited.domain.split(".")[-2]):
                    yield from _findings(ledger, [paragraph.at(cited.span)], [other], cited.form, other.of(ledger.text))
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
        elif name not in spelt:
            for form, places in spelt.items():
                if _SPOILT.search(form) and collapsed(form) == collapsed(name) and not outlets.right(form):
                    yield from _spoilt(ledger, places, form, outlet)
    for outlet, places in addresses.items():
        named = [place for spelt in forms.get(outlet, {}).values() for place in spelt]
        if not named and (other := _of_label(ledger.text, places[0].of(ledger.text).split(".")[-2])):
            named = [other]
        if named and not outlets.right(places[0].of(ledger.text)):
            name = named[0].of(ledger.text)
            yield from _findings(ledger, places, named, places[0].of(ledger.text), name)
    yield from _handles(ledger)
    yield from _slips(ledger)
    yield from _unlisted(ledger)
    yield from _run_together(ledger, forms)


def _of_label(text: str, label: str) -> Span | None:
    """Where the article names in several words what an address of no known outlet says in one: Sunday Times."""
    if len(label) < SHORTEST or not label.isalpha():
        return None
    apart = re.search(rf"(?<![\w.])(?i:{'[ -]?'.join(label)})(?![\w.-])", text)
    return Span(*apart.span()) if apart and " " in apart[0] and apart[0].istitle() else None


SHORTEST = 8
"""The fewest letters of an address that is taken for a name of several words."""
_SPOILT = lazy(r"[a-z][A-Z]|[a-z][-_][A-Z]")


def _in_prose(text: str, span: Span) -> bool:
    """Whether an address stands where a sentence needs a name, and is no pointer to a site."""
    if span.of(text).lower().startswith("www."):
        return False
    told = _TOLD.search(text, max(0, span.start - 14), span.start)
    if told and told[0].startswith("told") and _THAT.match(text, span.end):
        return True
    return bool(_TELLS.match(text, span.end) or (told and text[span.end : span.end + 2] == ", "))


_THAT = lazy(r" (?:that|in|on|how|why|it|he|she|they|there|the)\b|: |[.]\s|[.]$")


def _spoilt(ledger: Ledger, places: list[Span], form: str, outlet: str) -> Iterator[Finding]:
    """A form that only addresses have, of an outlet that the article names in no other way."""
    name = re.sub(r"\s*\(.*\)$", "", outlet)
    for place in places:
        edit = Edit(place, place.of(ledger.text), _bare(name) if ledger.text[: place.start].endswith("he ") else name)
        yield finding("spoilt", place, fixes=[Fix("respell", (edit,))], form=form, name=name)


def _handles(ledger: Ledger) -> Iterator[Finding]:
    """Names as accounts and addresses have them, of outlets that the article names rightly: VANGUARDNGR."""
    for paragraph, handles in ledger.seen(_handled):
        for form, name, within in handles:
            place = paragraph.at(within)
            if any(piece.span.touches(place) for piece in ledger.debris):
                continue
            if named := re.search(rf"(?<![\w’'-]){re.escape(name)}(?![\w’'-])", ledger.text):
                yield from _findings(ledger, [place], [Span(*named.span())], form, name)


def _handled(read: Reading) -> list[tuple[str, str, Span]]:
    """The names of accounts and addresses, each with the outlet's name."""
    known, found = outlets.lexicon().labels, []
    for match in _HANDLE.finditer(read.text):
        low = match[0].lower()
        if outlets.right(match[0]):
            continue
        # The whole may be the outlet's address (vanguardngr), or its name with letters behind it.
        cuts = (n for n in range(len(low) - 2, 4, -1) if low[:n] in known and _BEHIND.fullmatch(low, n))
        cut = len(low) if low in known else next(cuts, 0)
        name = _bare(known[low[:cut]].lstrip("~")) if cut else ""
        if name and collapsed(name) != low:
            found.append((match[0], name, Span(*match.span())))
    return found


_NAMED = r"(?:[Tt]he )?(?P<name>[A-Z][\w’'-]+(?: (?:(?:of|and|the|&) )?[A-Z][\w’'-]+){0,4})"
_SEVERAL = lazy(r"(?<![\w’'-])[A-Z][\w’'-]+(?: (?:(?:of|and|the|&|de|da|do|la|le) )?[A-Z][\w’'-]+){1,4}")
_REPORTING = lazy(
    r"\b(?:according to|reported|reports|revealed|wrote|writes|told|said|says|notes|noted|in the|reported by|carried by"
    r"|published (?:in|by)|interview with|quoted by)\b"
)
_BEFORE = lazy(rf"{_NAMED} (?:has |had |have |first |also )?$")
_AFTER = lazy(rf" (?:by |in |on )?{_NAMED}")


def _slipped(name: str) -> str:
    """The outlet whose name this is with a slip in it, two where it is long; "" where none."""
    if found := outlets.slip_of(name):
        return found
    long = len(name) >= TWO_SLIPS and name.count(" ") > 1 and not outlets.of_form(name)
    return outlets.near(name) if long else ""


TWO_SLIPS = 20
"""From how many characters on a name of three words is still told with two letters wrong: The Sydney Morning Harold."""
LONG_NAME = 12
"""From how many characters on a name of several words is no other's by chance."""


def _credited(text: str, match: re.Match[str]) -> bool:
    """Whether copy credits the name there, so that it has been looked at already."""
    around = text[max(0, match.start() - 20) : match.start()] + "|" + text[match.end() : match.end() + 20]
    return _REPORTING.search(around) is not None


def _slips(ledger: Ledger) -> Iterator[Finding]:
    """Outlets with a slip of the keys where copy credits them: the Gaurdian reported."""
    for paragraph, slips in ledger.seen(_slips_in):
        for form, outlet, within in slips:
            place, name = paragraph.at(within), _bare(re.sub(r"\s*\(.*\)$", "", outlet))
            yield finding("slip", place, fixes=[Fix("respell", (Edit(place, form, name),))], form=form, name=name)


def _slips_in(read: Reading) -> list[tuple[str, str, Span]]:
    """The names with a slip in them, each with the outlet that is meant."""
    text, found = read.masked, []
    for said in _REPORTING.finditer(text):
        lead = text[max(0, said.start() - 50) : said.start()].split()
        capital = any(word[0].isupper() for word in lead[-2:])
        before = capital and said[0] != "in the" and _BEFORE.search(text, max(0, said.start() - 50), said.start())
        found += [
            (match["name"], outlet, Span(*match.span("name")))
            for match in (before, _AFTER.match(text, said.end()))
            if match and (outlet := _slipped(match["name"])) and not read.quoted(Span(*match.span("name")))
        ]
    # Names of several words are told from others wherever they stand.
    for match in _SEVERAL.finditer(text):
        outlet = _slipped(match[0]) if len(match[0]) >= LONG_NAME else ""
        if outlet and not (read.quoted(Span(*match.span())) or _credited(text, match)):
            found.append((match[0], outlet, Span(*match.span())))
    return found


_LONG_WORD = lazy(r"(?<![\w@./’'-])[A-Z][A-Za-z]{6,40}(?![\w@/-]|\.\w)")


def _squeezed(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.lower().replace("&", "and"))


def _run_together(ledger: Ledger, forms: dict[str, dict[str, list[Span]]]) -> Iterator[Finding]:
    """Names of several words that stand as one elsewhere: The Plain Dealer and the Plaindealer."""
    known = {
        _squeezed(form): (form, places) for spelt in forms.values() for form, places in spelt.items() if " " in form
    }
    for paragraph, words in ledger.seen(_long_words) if known else ():
        for word, low, start in words:
            if low not in known:
                continue
            (name, places), place = known[low], paragraph.at(Span(start, start + len(word)))
            if not outlets.right(word) and not any(piece.span.touches(place) for piece in ledger.debris):
                yield from _findings(ledger, [place], places, word, name)


def _long_words(read: Reading) -> list[tuple[str, str, int]]:
    """The words that may be several run together, in small letters too, and their starts."""
    # What has a capital inside and no "and" is told by the forms of the table, or by its parts.
    return [
        (word, word.lower(), match.start())
        for match in _LONG_WORD.finditer(read.text)
        if (word := match[0])[1:] == word[1:].lower() or "and" in word
    ]


def _unlisted(ledger: Ledger) -> Iterator[Finding]:
    """Names run together that stand apart elsewhere in the article, of outlets that the table does not have."""
    joined: dict[str, list[Span]] = {}
    for paragraph, words in ledger.seen(_camels):
        for word, place in words.values():
            joined.setdefault(word, []).append(paragraph.at(place))
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


def _camels(read: Reading) -> dict[int, tuple[str, Span]]:
    """The names run together that have an outlet's word among their parts, by their starts."""
    text = read.text
    found: dict[int, tuple[str, Span]] = {}
    for hump in _HUMP.finditer(text):
        start = hump.start()
        while start and text[start - 1].isalpha():
            start -= 1
        match = _CAMEL.match(text, start)
        if not match or start in found or (start and text[start - 1] in _JOINED):
            continue
        parts = _PART.split(match[0])
        if outlets.words_of_names().keys() & {part.lower() for part in parts} and not outlets.of_form(match[0]):
            found[start] = match[0], Span(*match.span())
    return found


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
