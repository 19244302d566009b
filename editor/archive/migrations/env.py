"""Runs the steps inside the transaction that `opening` has begun, so that all of them happen or none does."""

from alembic import context

from editor.archive.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
