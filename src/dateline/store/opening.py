"""Opening: from a database address to a store of this version's tables."""

import re

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from dateline.errors import StoreError
from dateline.store import sqlite
from dateline.store.faults import explained
from dateline.store.migrate import migrate
from dateline.store.store import Store


def open_store(url: str, *, create: bool = False) -> Store:
    """Open a casebook's store by its SQLAlchemy URL, and bring an older one up to date.

    `create` makes a missing SQLite file. Raises StoreError if the store is missing, is not a casebook's, was written
    by a newer Dateline, or cannot be opened or written.
    """
    with explained(_without_password(url)):
        file = sqlite.database_file(url)
        if file is not None and not create and not file.is_file():
            raise StoreError(f"there is no store at {file}. Restore it from a copy, or begin anew with `dateline add`.")
        pool = {"poolclass": StaticPool} if sqlite.is_in_memory(url) else {}  # else each connection has its own
        engine = create_engine(url, **pool)
        if engine.dialect.name == "sqlite":
            sqlite.prepare(engine)
        migrate(engine)
    return Store(engine)


def _without_password(url: str) -> str:
    return re.sub(r"(://[^:/@]*):.*@", r"\1:***@", url)
