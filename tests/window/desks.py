"""Desks with findings made by hand, so that tests of the window do not hang on what a check happens to find."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from editor import pages
from editor.article import Article, Edit, Span
from editor.desk import Desk
from editor.finding import Evidence, Finding, Fix, Opens, finding, keyed

TEXT = (
    "Mayor opens bridge\n"
    "The mayor opened the bridge on Monday (reuters.com +2). Some 42 people came, the the police said.\n"
    "On Tuesday he said that 24 people had come. The mayor opened the bridge in the rain.\n"
    "The towne had waited long, towne people said apnews.com +1 at noon.\n"
)

PAGES = {
    "handmade_chip": (
        "citations",
        'chip = "“{word}” is a list of sources."',
        'out = "Take it out"',
        "Chips are what a *search* engine leaves. See `debris`.\n\n```flag\nHe left [[a.com +2]].\n```\n",
    ),
    "handmade_twice": (
        "repetition",
        'twice = "“{word}” stands here twice."',
        'out = "Take out the second"',
        "Slips of the keys.",
    ),
    "handmade_count": (
        "consistency",
        'differ = "{one} here, {two} there."',
        'there = "there"\none = "Keep {one}"\ntwo = "Keep {two}"',
        "Two figures for one thing.",
    ),
    "handmade_spelt": (
        "language",
        'wrong = "“{word}” is not in the dictionary."',
        'change = "{to}"',
        "Words misspelt.",
    ),
    "handmade_long": ("style", 'long = "This may be said in fewer words."', "", "Style."),
}


@pytest.fixture(autouse=True, scope="session")
def hand_made_pages() -> Iterator[None]:
    """Pages of checks that are only in this file; every other page stays what it is.

    They stay for the whole run, for a widget may look one up while it is being closed.
    """
    known: Callable[[str], pages.Page] = pages.page
    made = {
        name: pages.parsed(
            name, f'+++\nfamily = "{family}"\n[rules]\n{rules}\n[labels]\n{labels}\n+++\n# {name}\n\n{body}\n'
        )
        for name, (family, rules, labels, body) in PAGES.items()
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "page", lambda name: made.get(name) or known(name))
        yield


def place(text: str, words: str, nth: int = 0) -> Span:
    """Where words stand in a text, for the nth time from 0."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def cut(text: str, words: str, nth: int = 0) -> Edit:
    return Edit(place(text, words, nth), words, "")


def findings(text: str = TEXT) -> list[Finding]:
    """One finding of each family at least, with fixes of every kind."""
    chip, chip2 = place(text, "(reuters.com +2)"), place(text, "apnews.com +1")
    one, two = place(text, "42 people"), place(text, "24 people")
    towns = [place(text, "towne", n) for n in range(2)]
    made = [
        finding(
            "chip",
            chip,
            fixes=[Fix("out", (cut(text, " (reuters.com +2)"),), batch=True, leaves=Opens("unsourced", Span(19, 73)))],
            confidence="certain",
            word="(reuters.com +2)",
        ),
        finding(
            "chip",
            chip2,
            fixes=[Fix("out", (cut(text, " apnews.com +1"),), batch=True)],
            confidence="certain",
            word="apnews.com +1",
        ),
        finding(
            "twice",
            place(text, "the the"),
            fixes=[Fix("out", (cut(text, " the", 2),), batch=True)],
            confidence="certain",
            word="the",
        ),
        finding(
            "differ",
            one,
            evidence=[Evidence(two, "there")],
            fixes=[
                Fix("one", (Edit(two, "24 people", "42 people"),)),
                Fix("two", (Edit(one, "42 people", "24 people"),)),
            ],
            one="42",
            two="24",
        ),
        *(
            finding(
                "wrong",
                town,
                fixes=[Fix("change", (Edit(town, "towne", to),)) for to in ("town", "tone")],
                word="towne",
                to="town",
            )
            for town in towns
        ),
        finding("long", place(text, "had waited long"), confidence="possible"),
    ]
    checks = [
        "handmade_chip",
        "handmade_chip",
        "handmade_twice",
        "handmade_count",
        "handmade_spelt",
        "handmade_spelt",
        "handmade_long",
    ]
    return keyed([replace(f, check=check) for f, check in zip(made, checks, strict=True)], text)


def desk_of(text: str = TEXT, found: list[Finding] | None = None) -> Desk:
    """A desk that has heard these findings."""
    desk = Desk(Article(text), by="Ada")
    hear(desk, findings(text) if found is None else found)
    return desk


def hear(desk: Desk, found: list[Finding]) -> None:
    """The checks say these findings, and no others, of the present text."""
    for check in PAGES:
        desk.heard(check, [f for f in found if f.check == check])
        desk.checking.checked.add(check)
