"""Sources: the outlets that a text names, by name or by domain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.article import Span
from editor.reading import outlets


@dataclass(frozen=True, slots=True)
class Cited:
    """An outlet named at a place. `outlet` is its canonical name ("" where it is not known), `form` the words used."""

    span: Span
    form: str
    outlet: str = ""
    domain: str = ""
    date: str = ""
    right: bool = True
    """Whether the form is one that the outlet goes by."""


_GENERIC = (
    "com|org|net|edu|gov|mil|int|info|biz|news|media|press|online|site|website|blog|app|dev|live|world|today|africa|asia|"
    "london|digital|email|agency|report|cymru|scot|wales|example|page|xyz|store|shop|travel|museum|name|pro|mobi|cat|sport|tech"
)
_HOST = re.compile(
    rf"(?<![\w@./%-])(?:https?://)?((?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:{_GENERIC}|[a-z]{{2}}))(?![\w-]|\.[A-Za-z0-9])",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\w\.[A-Za-z]{2}")
# Two-letter words that end up behind a full stop when the blank after it is lost ("he said.It rained").
_WORDS = frozenset("am as at be by do go he if in is it me mr ms my no of on or so to up us we".split())
_COUNTRIES = frozenset(
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg "
    "ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi "
    "gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw "
    "ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng "
    "ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn "
    "so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws "
    "ye yt za zm zw".split()
)


def is_domain(host: str) -> bool:
    """Whether words with dots are a host name: its last part is a suffix, and not the first word of a new sentence."""
    *labels, last = host.split(".")
    low = last.lower()
    if len(low) == 2 and low not in _COUNTRIES:
        return False
    if all(len(label) < 2 for label in labels):
        return bool(outlets.of_domain(host))
    if last != low and host != host.upper() and not last.isupper():
        return bool(outlets.of_domain(host))
    return (
        low not in _WORDS or bool(outlets.of_domain(host)) or len(labels) > 1 or len(low) == 2 and labels[0].islower()
    )


def hosts(text: str, start: int = 0, end: int | None = None) -> Iterator[Cited]:
    """The host names in a text, without what may follow them in an address."""
    for match in _HOST.finditer(text, start, len(text) if end is None else end):
        host = match[1]
        if is_domain(host):
            low = host.lower()
            yield Cited(Span(*match.span(1)), host, outlets.of_domain(low), low)


def sources(masked: str) -> tuple[Cited, ...]:
    """The outlets that a paragraph's masked words name."""
    found = [
        Cited(Span(f.start, f.end), masked[f.start : f.end], f.form.outlet, right=f.form.right)
        for f in outlets.named(masked)
    ]
    if _DOTTED.search(masked):
        sites = list(hosts(masked))
        found = [one for one in found if not any(one.span.touches(site.span) for site in sites)] + sites
        found.sort(key=lambda one: one.span)
    return tuple(found)
