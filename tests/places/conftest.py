import re

import pytest

from dateline.documents.records import Document
from dateline.mentions.records import Mention, MentionKind
from dateline.places import Gazetteer, PlaceResolution, open_gazetteer, resolve
from dateline.values.spans import Span


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def report(text: str, *names: str) -> tuple[Document, list[Mention]]:
    """Make a document and a place mention for every occurrence of the names, by name, then by position."""
    doc = Document(text, "made up")
    found = (match for name in names for match in re.finditer(re.escape(name), text))
    spans = [Span(*match.span()) for match in found]
    return doc, [Mention(doc.id, span, span.cut(text), MentionKind.PLACE, "test") for span in spans]


@pytest.fixture
def resolved(gazetteer):
    """Resolve the names of a text; gives the resolutions in the order of the names."""

    def resolve_names(text: str, *names: str) -> tuple[PlaceResolution, ...]:
        doc, mentions = report(text, *names)
        return resolve(mentions, doc, gazetteer=gazetteer)

    return resolve_names
