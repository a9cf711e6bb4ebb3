"""Columns: which column of a table holds what, by the names that people give them."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.errors import UnreadableDocument

# The first name of a field that the table has wins; case and outer spaces do not matter.
ACCEPTED = {
    "text": ("text", "body", "content", "article"),
    "id": ("id", "doc_id", "document_id"),
    "title": ("title", "headline"),
    "published": ("published", "published_at", "publication_date", "date"),
    "source": ("source", "publisher"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The table's own names for the fields that a document has; None where it has no such column."""

    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None

    def named(self) -> tuple[str, ...]:
        columns = (self.text, self.id, self.title, self.published, self.source, self.url, self.language)
        return tuple(column for column in columns if column is not None)


def find_columns(names: Iterable[str]) -> Columns:
    """Return the columns that documents are made of; raises UnreadableDocument if none holds text."""
    own = list(names)
    by_name: dict[str, str] = {}
    for name in own:
        by_name.setdefault(name.strip().lower(), name)
    found = {
        field: next((by_name[name] for name in accepted if name in by_name), None)
        for field, accepted in ACCEPTED.items()
    }
    text = found.pop("text")
    if text is None:
        given = ", ".join(repr(name) for name in own[:20]) or "none"
        accepted = ", ".join(ACCEPTED["text"])
        raise UnreadableDocument(f"the table has no text column (its columns: {given}): name one of them {accepted}")
    return Columns(text, **found)
