"""The nouns of the sources room: who publishes, and the bytes that came."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes: an agency, a paper, a ministry, a person's folder of files."""

    name: str
    kind: str = "unknown"  # wire, daily, broadcaster, authority, ngo, armed_actor, file, unknown
    home: str | None = None  # where it is published, as a place name or ISO 3166 code


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they came, kept by their SHA-256 (64 hex digits)."""

    sha256: str
    origin: str  # the path or URL that the bytes came from
    media_type: str
    size: int  # bytes
    captured_at: datetime
    headers: tuple[tuple[str, str], ...] = field(default=())
