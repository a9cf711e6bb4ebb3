"""Spans and quotes: where a value stands in a text, in Unicode code points, half open."""

from dataclasses import dataclass

from dateline.errors import QuoteError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points `start` <= i < `end` of one text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise QuoteError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def cut(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A span together with the exact text that stands there."""

    span: Span
    text: str

    @classmethod
    def from_text(cls, text: str, start: int, end: int) -> "Quote":
        """Cut `text[start:end]`, without the white space at its ends."""
        if end > len(text):
            raise QuoteError(f"the text has {len(text)} characters; a quote cannot end at {end}")
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        span = Span(start, end)
        return cls(span, span.cut(text))

    def stands_in(self, text: str) -> bool:
        return self.span.cut(text) == self.text
