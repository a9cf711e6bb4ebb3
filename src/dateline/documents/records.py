"""The nouns of the documents room: a capture's clean text, immutable; every span points into it."""

from dataclasses import dataclass, field

from dateline.values.dates import DateValue
from dateline.values.ids import hash_text, make_id
from dateline.values.spans import Quote, Span


@dataclass(frozen=True, slots=True)
class Document:
    """One report's text. `title`, where known, is a span of the text (its first paragraph), never beside it.

    `origin` is the path, URL, or `table.csv#row=12` that it was read from. Two documents with the same text
    and origin are the same document and have the same id.
    """

    text: str
    origin: str
    title: Span | None = None
    published: DateValue | None = None  # as given by the user, the page or the table; never guessed from the clock
    source: str | None = None  # who publishes it, as published
    url: str | None = None
    language: str | None = None  # ISO 639-1
    capture: str | None = None  # the SHA-256 of the bytes it was read from
    notes: tuple[str, ...] = ()  # what the reader had to do: "decoded as windows-1252", "3 NUL characters replaced"
    text_hash: str = field(init=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text_hash", hash_text(self.text))
        object.__setattr__(self, "id", make_id("doc", self.text_hash, self.origin))

    def quote(self, start: int, end: int) -> Quote:
        """Cut a quote, trimmed of white space at its ends; raises QuoteError if nothing stands there."""
        return Quote.from_text(self.text, start, end)


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read, and why: a record, so that nothing is lost."""

    origin: str
    reason: str  # one sentence: what was wrong, where, and what to do
    capture: str | None = None
