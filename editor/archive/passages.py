"""Whole texts, kept as the order of their paragraphs, of which each is kept once."""

from __future__ import annotations

import hashlib
import itertools
import struct
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from editor.archive import schema

AT_ONCE = 500
"""How many values one question names: SQLite has a limit."""


class Passages:
    """Puts texts into snapshots and takes them out again; remembers which paragraphs it has put away."""

    def __init__(self) -> None:
        self._ids: dict[bytes, int] = {}

    def forget(self) -> None:
        """What was put away did not reach the disk."""
        self._ids.clear()

    def keep(self, c: sa.Connection, sequence: int, article: str, text: str, name: str, actor: str, at: str) -> None:
        """Keeps the article's text as it is after an event."""
        words = text.split("\n")
        digests = [_digest(w) for w in words]
        new = {d: w for d, w in zip(digests, words, strict=True) if d not in self._ids}
        table = schema.passage
        if new:
            rows = [{"sha256": d, "words": w} for d, w in new.items()]
            c.execute(insert(table).on_conflict_do_nothing(), rows)
            for some in _some(new):
                found = c.execute(sa.select(table.c.sha256, table.c.id).where(table.c.sha256.in_(some)))
                self._ids.update((digest, id_) for digest, id_ in found)
        order = struct.pack(f"<{len(digests)}I", *(self._ids[d] for d in digests))
        row = {"sequence": sequence, "article": article, "name": name, "actor": actor, "at": at}
        c.execute(sa.insert(schema.snapshot), row | {"words": len(text.split()), "passages": order})

    @staticmethod
    def text(c: sa.Connection, order: bytes) -> str | None:
        """The text of a snapshot; None where a paragraph of it is lost."""
        if len(order) % 4:
            return None
        ids = struct.unpack(f"<{len(order) // 4}I", order)
        table = schema.passage
        words: dict[int, str] = {}
        for some in _some(dict.fromkeys(ids)):
            rows = c.execute(sa.select(table.c.id, table.c.sha256, table.c.words).where(table.c.id.in_(some)))
            words |= {id_: said for id_, digest, said in rows if _digest(said) == digest}
        return "\n".join(words[id_] for id_ in ids) if words.keys() >= set(ids) else None


def _digest(words: str) -> bytes:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()


def _some(values: Iterable[object]) -> Iterable[list[object]]:
    rest = iter(values)
    return iter(lambda: list(itertools.islice(rest, AT_ONCE)), [])
