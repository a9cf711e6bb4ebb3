"""Run by alembic for every migration: uses the connection that `dateline.store.migrate` handed over."""

from alembic import context

from dateline.store import link_schema
from dateline.store.schema import metadata

assert link_schema.links.metadata is metadata  # its tables stand in the same list

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
