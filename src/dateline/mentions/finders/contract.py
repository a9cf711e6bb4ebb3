"""What a finder is: the contract that the ways of this room keep. A parser is the finder that also reads grammar."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from dateline.documents.records import Document
from dateline.mentions.records import Mention, Parse


class Finder(Protocol):
    """Finds mentions in one document. `reading` is the text to match on: folded, recased, same length as the text."""

    name: str

    def find(self, document: Document, reading: str) -> tuple[tuple[Mention, ...], dict[str, str]]:
        """Return the mentions, sorted by position, and the aliases that this text defines (acronym -> key or name)."""
        ...


class Parser(Protocol):
    """Parses many documents at once, in order; one parse and the parser's own mentions for each."""

    name: str

    def parse(self, readings: Iterable[tuple[Document, str]]) -> Iterator[tuple[Parse, tuple[Mention, ...]]]: ...
