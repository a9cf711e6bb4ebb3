"""Layout: where a text's paragraphs begin and end, and where a report's first sentence starts after its dateline."""

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise

import yaml

from dateline.values.spans import Span

_LONGEST_WRAPPED_LINE = 100  # typewriter and wire lines end before this column; unwrapped paragraphs do not
_SHORTEST_WRAPPED_SHARE = 0.6  # a line this full, next to its longest neighbour, was broken by the margin


def find_paragraphs(reading: str) -> tuple[Span, ...]:
    """Return the spans of the paragraphs, without headers' datelines and without surrounding white space.

    A blank line always parts paragraphs. A single line break parts them unless the text is wrapped at a margin and
    the line is nearly full.
    """
    breaks = _hard_breaks(reading)
    edges = [0, *breaks, len(reading)]
    spans = (_trimmed(reading, start, end) for start, end in pairwise(edges))
    return tuple(span for span in spans if span is not None)


def unwrap(reading: str) -> str:
    """Return the text with every line break as a space: same length, for a parser that reads one paragraph."""
    return reading.replace("\n", " ")


def _hard_breaks(reading: str) -> list[int]:
    margin = _margin(reading)
    breaks, line_start = [], 0
    for match in re.finditer(r"\n[ \n]{0,400}", reading):
        width = match.start() - line_start
        is_soft = margin is not None and match[0].count("\n") == 1 and width >= margin * _SHORTEST_WRAPPED_SHARE
        if not is_soft:
            breaks.append(match.start())
        line_start = match.end()
    return breaks


def _margin(reading: str) -> int | None:
    """Return the width of the longest line if the text is wrapped at a margin, else None."""
    widths = sorted(len(line) for line in reading.split("\n") if line.strip())
    if len(widths) < 3 or widths[-1] > _LONGEST_WRAPPED_LINE:
        return None
    return widths[-1]


def _trimmed(reading: str, start: int, end: int) -> Span | None:
    while start < end and reading[start].isspace():
        start += 1
    while end > start and reading[end - 1].isspace():
        end -= 1
    start += _header_length(reading[start : min(end, start + 240)])
    return Span(start, end) if start < end else None


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    """Return the compiled patterns of layout.yaml, "headers" or "marks"."""
    data = yaml.safe_load((files(__package__) / "data" / "layout.yaml").read_text(encoding="utf-8"))
    compiled = []
    for entry in data[name]:
        pattern = entry["pattern"]
        for part, meaning in data["parts"].items():
            pattern = pattern.replace(part, meaning)
        compiled.append(re.compile(pattern))
    return tuple(compiled)


def _header_length(head: str) -> int:
    """Return how many characters of a paragraph's head are dateline and editor's marks, not sentence."""
    matches = (pattern.match(head) for pattern in _patterns("headers"))
    length = next((match.end() for match in matches if match and _looks_like_dateline(match[0])), 0)
    (marks,) = _patterns("marks")
    while match := marks.match(head, length):
        length = match.end()
    while length < len(head) and head[length] == " ":
        length += 1
    return length


def _looks_like_dateline(text: str) -> bool:
    """Tell a dateline from a sentence's own beginning: "The Allied Front (AF) said" has no date, dash or capitals."""
    first_word = re.split(r"[ ,(]", text, maxsplit=1)[0]
    ends_with_dash = text.rstrip()[-1:] in {"-", "\u2014", ":"}
    return first_word.isupper() or ends_with_dash or any(character.isdigit() for character in text)
