"""Phrases: which names of the gazetteer a finder may look for by their letters alone."""

import unicodedata
from collections.abc import Iterator
from functools import cache

from dateline.places.names import name_key, read_data

ABBREVIATION = "abbreviation"
DEMONYM = "demonym"
_LEAST_POPULATION = 5_000  # smaller settlements share their names with too many people and things
_LEAST_FOR_SPELLINGS = 50_000  # other spellings of smaller settlements are mostly in other languages
_MOST_UNIT_NAMES = 6  # of the lists of a district's names, the rest are other languages'
_SHORTEST = 4  # letters; shorter names of settlements and units are mostly words of other languages
_PLAIN_APOSTROPHES = dict.fromkeys(map(ord, "\u2018\u2019\u02bb\u02bc\u02b9"), "'")


@cache
def read_stop_list() -> frozenset[str]:
    """Return the keys of names that are more often a word, a person or a people."""
    words = (str(name) for names in read_data("stoplist.yaml").values() for name in names)
    entries = (*read_data("countries.yaml").values(), *read_data("regions.yaml"))
    peoples = (name for entry in entries for name in entry.get("demonyms", ()))
    return frozenset(map(name_key, (*words, *peoples)))


def phrases_of(
    kind: str,
    population: int | None,
    names: tuple[str, ...],
    abbreviations: tuple[str, ...],
    *,
    stop: frozenset[str],
) -> Iterator[tuple[str, str]]:
    """Yield (text, label) for every name of a place, main name first in `names`, that is good enough to find it.

    Names in other letters than Latin ones, and numbered ones ("Al Arish 4"), are only looked up, not looked for.
    """
    if kind == "settlement":
        people = population or 0
        names = names[:1] if people < _LEAST_FOR_SPELLINGS else names
        names = names if people >= _LEAST_POPULATION else ()
    elif kind == "admin2":
        names = names[:_MOST_UNIT_NAMES]
    for name in names:
        key = name_key(name)
        if _is_latin(key) and (kind in ("country", "region") or (len(name) >= _SHORTEST and key not in stop)):
            yield from ((form, kind) for form in sorted(written_forms(name)))
    for name in abbreviations:
        if name.rstrip(".").replace(".", "").isupper():  # not "La.", "Miss.", "Pa.", which are words or titles
            yield name, kind
            yield name, ABBREVIATION


def _is_latin(key: str) -> bool:
    return key.isascii() and not any(map(str.isdigit, key))


def written_forms(name: str) -> set[str]:
    """Return a name as reports write it: with its accents, without them, and without its apostrophes."""
    marked = name.translate(_PLAIN_APOSTROPHES)
    parts = unicodedata.normalize("NFKD", marked)
    unmarked = "".join(char for char in parts if not unicodedata.combining(char))
    return {marked, unmarked, unmarked.replace("'", "")}
