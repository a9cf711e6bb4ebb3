"""What a reader is: the contract that the ways of this room keep. A module with these four names is a reader."""

from collections.abc import Iterator
from typing import Protocol

from dateline.documents.material import Material
from dateline.documents.records import Document, Unread


class Reader(Protocol):
    """Turns one material into documents."""

    @property
    def NAME(self) -> str:  # noqa: N802 - a module's constant
        """What its files are called in messages: "PDF"."""
        ...

    @property
    def MAX_BYTES(self) -> int | None:  # noqa: N802 - a module's constant
        """The largest file that it reads; None if it reads row by row, in flat memory."""
        ...

    def accepts(self, material: Material) -> bool:
        """Tell from the first bytes, the media type and the suffix whether this reader is the one."""
        ...

    def read(self, material: Material) -> Iterator[Document | Unread]:
        """Yield the documents in order; a bad part is an Unread, a bad whole raises UnreadableDocument."""
        ...
