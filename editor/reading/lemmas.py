"""Lemmas and word families: "lasted" is a form of "last"; "escalation" and "escalated" are of one family."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar

from editor import resources
from editor.reading.patterns import lazy

T = TypeVar("T")

_VOWEL = lazy(r"[aeiouy]")
_LOST_E = lazy(
    r"(?:at|iz|is|v|c|u|[^aeiou]l|ur|ir|or|[^aeiou]s|dg|g|ut|ib|id|ok|ak|ik|op|ap|yp|ar)$",
)
_NO_LOST_E = lazy(r"(?:ng|oo[kp]|ea[tdrkp]|ee[kp]|ai[rd]|ou[rt]|oid|oa[krpdt]|ia[rk]|ll|er)$")


def ruled(word: str) -> str:
    """The lemma of a lower-case English word by the rules of spelling alone; what they get wrong is in the table."""
    if len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word[-1] == "s" and word[-2] not in "sui":
        return word[:-1]
    for ending in ("ed", "ing"):
        bare = word[: -len(ending)]
        if not word.endswith(ending) or len(bare) < 2 or not _VOWEL.search(bare):
            continue
        if ending == "ed" and bare[-1] == "i":
            return bare[:-1] + "y"
        if len(bare) > 2 and bare[-1] == bare[-2] and bare[-1] not in "lszfoe":
            return bare[:-1]
        return bare + "e" if _LOST_E.search(bare) and not _NO_LOST_E.search(bare) else bare
    return word


@functools.cache
def _lemmas() -> dict[str, str]:
    return dict(line.split("\t") for line in resources.text("lexicon", "en", "lemmas.tsv").splitlines()[3:])


@functools.cache
def _families() -> dict[str, str]:
    return {form: family for family, forms in resources.rows("lexicon", "en", "families.tsv") for form in forms.split()}


@functools.cache
def stop_words() -> frozenset[str]:
    """Words that bind others and say nothing by themselves: articles, pronouns, prepositions, auxiliaries."""
    return frozenset(row[0] for row in resources.rows("lexicon", "en", "stop_words.tsv"))


@functools.cache
def common_words() -> frozenset[str]:
    """The families of words so common that they come again unheard: time, year, people, say."""
    return frozenset(
        family(word) for row in resources.rows("lexicon", "en", "common_words.tsv") for word in row[0].split()
    )


@functools.lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """The form under which a dictionary has a lower-case word; of a possessive, of its noun."""
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    elif word.endswith(("s'", "s’")):
        word = word[:-1]
    return _lemmas().get(word) or ruled(word)


# What a word loses on the way to its root, step by step, and how many letters must be left, a vowel among them.
_ENDINGS: tuple[tuple[int, tuple[str, ...]], ...] = tuple(
    (least, tuple(sorted(endings.split(), key=len, reverse=True)))
    for least, endings in (
        (3, "ification ifications"),
        (3, "ically ation ations ition itions ative ator ators ability ibility iveness fulness ousness"),
        (4, "ment ments ness ion ions ency ance ence ancy ity ify ise ize isation ization able ible ful less ous ive"),
        (4, "ally ate ant ent er ers or ors ly al ure ism ist ic es ing ed th e y"),
    )
)
_VOWELS = frozenset("aeiouy")


@functools.lru_cache(maxsize=65536)
def family(word: str) -> str:
    """What a lower-case word shares with its kin ("intens" for intense, intensify, intensity): a key, not a word."""
    word = lemma(word)
    known = _families().get(word)
    if known:
        return known
    for least, endings in _ENDINGS:
        if word.endswith(endings):
            for ending in endings:
                if word.endswith(ending):
                    cut = word[: -len(ending)]
                    if len(cut) >= least and not _VOWELS.isdisjoint(cut):
                        word = cut
                        break
    word = word[:-1] if len(word) > 4 and word[-1] == "i" else word
    return _families().get(word, word)


class Memory(dict[str, T]):
    """What a function says of each word, looked up at the speed of a dictionary."""

    def __init__(self, make: Callable[[str], T]) -> None:
        self._make = make

    def __missing__(self, word: str) -> T:
        if len(self) > 100_000:
            self.clear()
        made = self[word] = self._make(word)
        return made


families = Memory(family)
lemmas = Memory(lemma)
