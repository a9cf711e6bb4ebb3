"""Material: the bytes that one reader is given, with what is known about them, and the records it makes of them."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

from dateline.documents.records import Document, Unread
from dateline.errors import UnreadableDocument
from dateline.values.dates import DateValue
from dateline.values.folding import fold
from dateline.values.spans import Span

MOST_CHARACTERS = 2_000_000  # about 330,000 words, coded in some two minutes; the longest reports have half of that
_HEAD = 4096  # bytes: every signature that the readers know stands within the first 1,024


@dataclass(frozen=True, slots=True)
class Material:
    """Bytes to read. `stream` is seekable; `size` in bytes; `media_type` as the publisher's server named it.

    `published` and `source` are the user's word. `capture` is the SHA-256 of all bytes.
    """

    origin: str
    stream: BinaryIO
    size: int
    media_type: str | None = None
    published: DateValue | None = None
    source: str | None = None
    url: str | None = None
    capture: str | None = None

    @property
    def suffix(self) -> str:
        """The origin's ending in lower case with its dot (".csv"), or ""."""
        path = urlsplit(self.origin).path if is_address(self.origin) else self.origin
        return PurePosixPath(path).suffix.lower()

    @property
    def kind(self) -> str:
        """The media type without its parameters ("text/html"), or ""."""
        return (self.media_type or "").partition(";")[0].strip().lower()

    def head(self) -> bytes:
        """Return the first 4,096 bytes and leave the stream at its beginning."""
        self.stream.seek(0)
        head = self.stream.read(_HEAD)
        self.stream.seek(0)
        return head

    def all_bytes(self) -> bytes:
        self.stream.seek(0)
        return self.stream.read()

    def document(self, text: str, *, title: str | None = None, notes: tuple[str, ...] = ()) -> Document:
        """Make a document whose date, source and address are those given with the material.

        Raises UnreadableDocument for a text that is too long to be one report.
        """
        if len(text) > MOST_CHARACTERS:
            most = f"more than the {MOST_CHARACTERS:,} of one report"
            raise UnreadableDocument(f"the text has {len(text):,} characters, {most}: split it into its reports")
        whole, span = join_title(title, text)
        return Document(
            whole,
            self.origin,
            title=span,
            published=self.published,
            source=self.source,
            url=self.url,
            capture=self.capture,
            notes=notes,
        )

    def unread(self, reason: str) -> Unread:
        return Unread(self.origin, reason, self.capture)


def is_address(origin: str) -> bool:
    return origin.lower().startswith(("http://", "https://"))


def origin_of(name: Path | str) -> str:
    """Return a path or address as text that can be written down: names may hold bytes that are no UTF-8."""
    return str(name).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def join_title(title: str | None, body: str) -> tuple[str, Span | None]:
    """Return the text with its title as first paragraph, and the title's span.

    A body that already opens with the title, as a paragraph of its own, is left as it is.
    """
    line = " ".join((title or "").split())
    if not line:
        return body, None
    start = len(body) - len(body.lstrip())
    end = start + len(line)
    if fold(body[start:end]).casefold() == fold(line).casefold() and body[end : end + 1] in {"", "\n"}:
        return body, Span(start, end)
    return f"{line}\n\n{body}", Span(0, len(line))
