"""Batches: documents gathered to be worked on together, few enough to keep memory flat."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from dateline.documents.records import Document, Unread

MOST_DOCUMENTS = 32  # enough for the parser to work at full speed
ENOUGH_CHARACTERS = 300_000  # about 50,000 words: 30 MB when parsed

Each = TypeVar("Each", bound=Document | Unread)


def batches(documents: Iterable[Each]) -> Iterator[list[Each]]:
    """Yield the documents in order, 32 together, or fewer as soon as they have 300,000 characters."""
    batch: list[Each] = []
    characters = 0
    for document in documents:
        batch.append(document)
        characters += len(document.text) if isinstance(document, Document) else 0
        if len(batch) == MOST_DOCUMENTS or characters >= ENOUGH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
