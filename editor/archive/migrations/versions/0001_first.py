"""The first archive: articles, their events, paths and hashes, passages, snapshots, leases."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("title", sa.LargeBinary, nullable=False),
        sa.Column("caret", sa.Integer, nullable=False, server_default="0"),
    )
    op.create_table(
        "event",
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("article", sa.String, sa.ForeignKey("article.id")),
        sa.Column("nth", sa.Integer),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("actor", sa.LargeBinary, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.UniqueConstraint("article", "nth"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "path",
        sa.Column("path", sa.LargeBinary, primary_key=True),
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("sequence", sa.Integer, nullable=False),
    )
    op.create_table(
        "saved",
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("sequence", sa.Integer, nullable=False),
    )
    op.create_table(
        "passage",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("words", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "snapshot",
        sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), nullable=False, index=True),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("actor", sa.LargeBinary, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("passages", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "lease",
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("holder", sa.String, nullable=False),
    )
