"""Phrases: which names of the gazetteer a finder may look for by their letters alone."""

import unicodedata
from collections.abc import Iterator
from functools import cache

from dateline.places.names import name_key, read_data

ABBREVIATION = "abbreviation"
_LEAST_POPULATION = 5_000  # smaller settlements share their names with too many people and things
_LEAST_FOR_SPELLINGS = 50_000  # other spellings of smaller settlements are mostly in other languages
_SHORTEST = 4  # letters; shorter names of settlements and units are mostly words of other languages


@cache
def read_stop_list() -> frozenset[str]:
    """Return the keys of names that are more often a word or a person."""
    lists = read_data("stoplist.yaml")
    return frozenset(name_key(str(name)) for names in lists.values() for name in names)


def phrases_of(
    kind: str,
    population: int | None,
    names: tuple[str, ...],
    abbreviations: tuple[str, ...],
    *,
    stop: frozenset[str],
) -> Iterator[tuple[str, str]]:
    """Yield (text, label) for every name of a place, main name first in `names`, that is good enough to find it."""
    if kind == "settlement":
        people = population or 0
        names = names[:1] if people < _LEAST_FOR_SPELLINGS else names
        names = names if people >= _LEAST_POPULATION else ()
    elif kind == "admin2":
        names = names[:3]
    for name in names:
        if kind in ("country", "region") or (len(name) >= _SHORTEST and name_key(name) not in stop):
            yield from ((form, kind) for form in sorted({name, without_accents(name)}))
    for name in abbreviations:
        yield name, kind
        yield name, ABBREVIATION


def without_accents(text: str) -> str:
    """Return the text without accents, its case kept: "Morazan" for "Morazán"."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parts if not unicodedata.combining(char))
