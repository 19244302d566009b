"""The tables of the archive. A change here is a new file in migrations/versions; a test holds the two together."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)


class Exact(TypeDecorator[str]):
    """Words kept to the code point, lone surrogates and names of files that are no UTF-8 too, which TEXT refuses."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        try:
            return value.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            # Only damage can do this; what leans on the words has a checksum of them.
            return value.decode("utf-8", "replace")


metadata = MetaData()

article = Table(
    "article",
    metadata,
    Column("id", String, primary_key=True),
    Column("title", Exact, nullable=False),
    Column("caret", Integer, nullable=False, server_default="0"),
)

# Every event of every article, never changed and never deleted. `nth` counts an article's own, so that a lost one
# shows; an event of no article (let stand everywhere) has neither.
event = Table(
    "event",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("article", ForeignKey("article.id")),
    Column("nth", Integer),
    Column("kind", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("actor", Exact, nullable=False),
    Column("at", String, nullable=False),
    UniqueConstraint("article", "nth"),
    sqlite_autoincrement=True,
)

# Where an article was seen, and the hashes its file had; `sequence` is that of the event that said so last.
path = Table(
    "path",
    metadata,
    Column("path", Exact, primary_key=True),
    Column("article", ForeignKey("article.id"), primary_key=True),
    Column("sequence", Integer, nullable=False),
)

saved = Table(
    "saved",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("article", ForeignKey("article.id"), primary_key=True),
    Column("sequence", Integer, nullable=False),
)

# Each paragraph's words once, whatever the article and the revision.
passage = Table(
    "passage",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", LargeBinary, nullable=False, unique=True),
    Column("words", Exact, nullable=False),
)

# A text as it was after an event: its passages in order, four bytes each, the lowest first. A name is the editor's.
snapshot = Table(
    "snapshot",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("article", ForeignKey("article.id"), nullable=False, index=True),
    Column("name", Exact, nullable=False),
    Column("actor", Exact, nullable=False),
    Column("at", String, nullable=False),
    Column("words", Integer, nullable=False),
    Column("passages", LargeBinary, nullable=False),
)

lease = Table(
    "lease",
    metadata,
    Column("article", ForeignKey("article.id"), primary_key=True),
    Column("holder", String, nullable=False),
)
