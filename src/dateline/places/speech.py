"""Speech: whose ways of speaking a document has, by words that the local news of one country uses."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from dateline.places.names import read_data

_FEW = 3.0  # distinct words at which a document speaks half as surely as it ever can
_REMEMBERED = 64  # documents
_PART = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[£€$₹₦₱₪¢&]")


@lru_cache(_REMEMBERED)
def speech_of(text: str) -> Mapping[str, float]:
    """Return how surely a text is local news of each country (ISO code), 0..1; countries without words are absent.

    It is the country's share of all such words that the text has, less where they are few. A word counts once.
    """
    found: dict[str, int] = defaultdict(int)
    for word in _words_of(text):
        for country in _table()[word]:
            found[country] += 1
    total = sum(found.values())
    return {country: count / total * count / (count + _FEW) for country, count in found.items()}


def _words_of(text: str) -> set[tuple[str, ...]]:
    """Return the words of the table that a text has, each once; the longest where one begins with another."""
    parts = list(_parts(text))
    longest, table = _longest(), _table()
    found, end = set(), 0
    for start, most in [(index, longest[part]) for index, part in enumerate(parts) if part in longest]:
        runs = (tuple(parts[start : start + length]) for length in range(most, 0, -1))
        if start >= end and (words := next((words for words in runs if words in table), None)) is not None:
            found.add(words)
            end = start + len(words)
    return found


def _parts(text: str) -> Iterator[str]:
    for part in _PART.findall(text.casefold()):
        yield "#" if part[0].isdecimal() else part


@cache
def _table() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Return the countries that use each word, by the word's parts."""
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for country, entry in read_data("country_words.yaml").items():
        for words in dict.fromkeys(tuple(_parts(word.replace("#", " 1 "))) for word in entry["words"]):
            table[words] = (*table.get(words, ()), country)
    return table


@cache
def _longest() -> Mapping[str, int]:
    """Return the number of parts of the longest word that begins with a part."""
    longest: dict[str, int] = {}
    for words in _table():
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest
