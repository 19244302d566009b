"""The steps from each version of the archive to the next, for Alembic. A new one is named in REVISIONS."""

REVISIONS = ("0001", "0002")
"""All versions that this Copydesk knows, the oldest first. Another one is a newer Copydesk's."""
