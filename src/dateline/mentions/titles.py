"""Titles: quoted names of books, videos and statements, inside which no place or actor is mentioned."""

import re

from dateline.values.spans import Span

_QUOTED = re.compile(r'"([^"\n]{8,200})"')
_SMALL = {"a", "an", "the", "of", "in", "on", "to", "and", "or", "for", "from", "with", "by", "at", "bin", "al"}
_FEWEST_WORDS = 4  # shorter quotations are scare quotes or names: "green-on-blue"


def find_titles(reading: str) -> tuple[Span, ...]:
    """Return the spans inside double quotes whose words are written as a title: each capitalised, but for small ones.

    `reading` is folded text, so typographic quotes are plain ones.
    """
    return tuple(Span(match.start(1), match.end(1)) for match in _QUOTED.finditer(reading) if _is_title(match[1]))


def _is_title(quoted: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'-]*", quoted)
    large = [word for word in words if word.lower() not in _SMALL]
    ends_a_sentence = quoted.rstrip().endswith((".", "!", "?"))
    return len(words) >= _FEWEST_WORDS and not ends_a_sentence and all(word[0].isupper() for word in large)
