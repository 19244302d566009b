"""Near copies: which of many sets of words are much alike, found without comparing each with each."""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict, deque
from collections.abc import Sequence

PLACES = 20
"""To how many of those before it that share one of its rare words a set is compared: a line that comes again a thousand
times need not be paired with each. In all it is compared to as many, the last."""


def alike(sets: Sequence[frozenset[str]], *, least: float = 0.5, words: int = 4) -> list[tuple[int, int, float]]:
    """Pairs of `sets` (by their numbers, the earlier first) that share at least `least` of what the two hold together.

    Sets of fewer than `words` words are left out. Two sets so alike must share one of their rarest words, as many as
    could all be missing plus one, so only those are looked up (prefix filtering).
    """
    held = Counter(itertools.chain.from_iterable(sets))
    again = sorted([word for word, count in held.items() if count > 1])
    rarity = {word: n for n, word in enumerate(sorted(again, key=held.__getitem__))}
    seen: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=PLACES))
    pairs = []
    for number, one in enumerate(sets):
        size = len(one)
        if size < words:
            continue
        others: set[int] = set()
        # The rarest are those that stand nowhere else: by them nothing is found.
        shared_words = [word for word in one if word in rarity]
        rarest = size - math.ceil(least * size) + 1 - (size - len(shared_words))
        for word in sorted(shared_words, key=rarity.__getitem__)[: max(0, rarest)]:
            others.update(seen[word])
            seen[word].append(number)
        for other in sorted(others)[-PLACES:]:
            two = sets[other]
            if not least * size <= len(two) <= size / least:
                continue
            shared = len(one & two)
            if shared >= least * (size + len(two) - shared):
                pairs.append((other, number, shared / (size + len(two) - shared)))
    return sorted(pairs)
