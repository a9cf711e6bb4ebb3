"""Code: from a document and its findings to frames of claims, by the coder of your choice."""

from dateline.claims.coders.contract import Coder
from dateline.claims.records import Frame
from dateline.documents.records import Document
from dateline.mentions.records import Findings


def code(document: Document, findings: Findings, *, coder: Coder) -> tuple[Frame, ...]:
    """Return the frames that the coder makes of one document, in order of first mention."""
    return coder.code(document, findings)
