"""Run by alembic for every migration: uses the connection that `dateline.store.migrate` handed over."""

from alembic import context

from dateline.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
