"""Reading what the user named into documents, for a command that keeps nothing."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.cli.inputs import files_of, is_address
from dateline.documents import Document, Unread, read, read_bytes, with_language
from dateline.errors import InputError
from dateline.values.dates import DateValue
from dateline.values.dates_in_text import parse_published

STDIN = "-"


def publication(text: str | None) -> DateValue | None:
    """Return the publication date that the user gave; raises InputError if it is none."""
    return None if text is None else parse_published(text)


def documents_of(
    names: Sequence[str], *, published: DateValue | None = None, source: str | None = None
) -> Iterator[Document | Unread]:
    """Yield the documents of files, folders, patterns and standard input; raises InputError for an address."""
    for name in names:
        if is_address(name):
            raise InputError(f"{name}: an address is read into a casebook only: `dateline init`, then `dateline add`.")
    for found in _read(names, published=published, source=source):
        yield with_language(found) if isinstance(found, Document) else found


def _read(names: Sequence[str], *, published: DateValue | None, source: str | None) -> Iterator[Document | Unread]:
    """Yield what the names hold, each file once."""
    seen: set[Path] = set()
    for name in names:
        if name == STDIN:
            yield from read_bytes(sys.stdin.buffer.read(), "stdin", published=published, source=source)
            continue
        for path in files_of([name]):
            if path not in seen:
                seen.add(path)
                yield from read(path, published=published, source=source)
