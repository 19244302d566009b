"""Events that name a revision, and that say what was exported or signed off. No table changes.

A Copydesk that does not know these kinds of events would take them for lost ones: with this step it leaves the archive
alone.
"""

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    pass
