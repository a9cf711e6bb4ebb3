"""What a coder is: the contract that the ways of this room keep."""

from typing import Protocol

from dateline.claims.records import Frame
from dateline.documents.records import Document
from dateline.mentions.records import Findings
from dateline.stamp import Stamp


class Coder(Protocol):
    """Turns one document and what was found in it into frames of claims."""

    stamp: Stamp

    def code(self, document: Document, findings: Findings) -> tuple[Frame, ...]:
        """Return the document's frames in order of first mention; an empty tuple where it reports nothing."""
        ...
