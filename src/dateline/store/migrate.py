"""Migrate: bring a store to this version's tables, or say why that cannot be."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select, text

from dateline.errors import StoreError
from dateline.store.schema import REVISION, meta


def migrate(engine: Engine) -> None:
    """Make the tables of an empty database, or bring older ones up to date.

    Raises StoreError for a database that is not a casebook, and for one that a newer Dateline made.
    """
    with engine.connect() as connection:
        if _revision(connection) == REVISION:
            return
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        _check(connection, _revision(connection))
        _run_migrations(connection)


def _revision(connection: Connection) -> str | None:
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    kind = None
    if {"alembic_version", meta.name} <= set(tables):
        kind = connection.scalar(select(meta.c.value).where(meta.c.key == "kind"))
    if kind != "dateline casebook":
        raise StoreError(
            f"{connection.engine.url} is a database, but not a casebook's store: it holds {', '.join(tables[:5])}. "
            "Name another one in [store] url."
        )
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _check(connection: Connection, revision: str | None) -> None:
    if revision is not None and revision > REVISION:
        raise StoreError(
            f"{connection.engine.url} was written by a newer Dateline (store revision {revision}; this one knows "
            f"{REVISION}). Upgrade Dateline to open it."
        )


def _run_migrations(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - a quarter of a second that only a new or old store needs
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
