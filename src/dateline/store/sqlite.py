"""What is SQLite's own: the write-ahead log, foreign keys, waiting for a writer, and where the file is."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import make_url

_WAIT_MS = 30_000  # how long a writer waits for another one: longer than any transaction of one document


def is_in_memory(url: str) -> bool:
    """Tell whether an SQLite URL names no file."""
    parsed = make_url(url)
    return parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:")


def database_file(url: str) -> Path | None:
    """Return the file that an SQLite URL names; None for another database or one in memory."""
    parsed = make_url(url)
    is_file = parsed.get_backend_name() == "sqlite" and not is_in_memory(url)
    return Path(parsed.database) if is_file and parsed.database else None


def prepare(engine: Engine) -> None:
    """Make every connection of an SQLite engine use the log and foreign keys, and lock at once when it writes."""
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)


def _set_pragmas(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions of its own: `_begin` does
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={_WAIT_MS}", "foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Take the write lock first: a reader that becomes a writer could otherwise fail halfway."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
