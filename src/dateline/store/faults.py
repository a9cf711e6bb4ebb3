"""Faults: what the database complains of, as a StoreError that says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError

from dateline.errors import InputError, StoreError

_REMEDIES = {  # words of the database's message -> what to do
    "locked": "another process is writing to it. Wait until that is done, then run the same command again",
    "readonly": "it, or its folder, is read-only. Give yourself write permission or copy the casebook elsewhere",
    "unable to open": "the file or its folder cannot be opened. Check that the folder exists and may be written",
    "not a database": "it is not an SQLite database. Name the casebook's own file in [store] url",
    "malformed": "it is damaged. Restore it from a copy; `sqlite3 FILE .recover` may save what is left",
    "full": "the disk is full. Make room, then run the same command again: it resumes",
    "disk i/o": "the disk cannot be read or written. Check the disk, then run the same command again: it resumes",
}


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Turn the database's errors inside the block into a StoreError naming the store and the remedy.

    Records that do not fit together, or hold what no database can, are an InputError: the next ones may do.
    """
    try:
        yield
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError(f"[store] url = {url!r} is not a database address: {error}") from error
    except ImportError as error:
        raise StoreError(f"{url}: the driver of this database is not installed: {error}") from error
    except (IntegrityError, OverflowError, UnicodeEncodeError) as error:
        raise InputError(f"{url}: these records cannot be kept: {error}") from error
    except DBAPIError as error:
        raise StoreError(f"{url}: {_remedy(str(error.orig))}") from error


def _remedy(complaint: str) -> str:
    lowered = complaint.lower()
    known = next((remedy for words, remedy in _REMEDIES.items() if words in lowered), None)
    return f"{known} ({complaint})." if known else f"the database says: {complaint}"
