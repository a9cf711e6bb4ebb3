"""Similar names: the keys of a country's names that are spelled nearly as a name is."""

import sqlite3
from collections.abc import Iterator

from rapidfuzz.distance import JaroWinkler

from dateline.places.names import name_key
from dateline.places.skeleton import skeleton

_SHORTEST = 4  # letters; among shorter names everything is like everything
_SAME_SKELETON = 0.7  # least similarity of whole names that have one skeleton
_EDITED = 0.9  # least similarity of names that have only the beginning of their skeletons in common
_BEGINNING = 2  # letters of a skeleton
_MOST = 20  # names that are told
_BY_SKELETON = "SELECT key FROM skeleton WHERE country = ? AND skeleton = ?"
_BY_BEGINNING = "SELECT key FROM skeleton WHERE country = ? AND skeleton >= ? AND skeleton < ?"
_LAST = "\U0010ffff"


def similar_keys(name: str, countries: tuple[str, ...], rows: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield keys of names in the countries with the tier ("skeleton", "edit") that led to them, most similar first.

    Similarity is Jaro-Winkler's of the whole names' keys, 0 to 1. The "edit" tier is asked only where there is no
    name of the same skeleton. The name's own key is not among them.
    """
    key, bones = name_key(name), skeleton(name)
    if len(key) < _SHORTEST or len(bones) < _BEGINNING:
        return
    ways = (
        ("skeleton", _BY_SKELETON, (bones,), _SAME_SKELETON),
        ("edit", _BY_BEGINNING, (bones[:_BEGINNING], bones[:_BEGINNING] + _LAST), _EDITED),
    )
    for tier, query, asked, least in ways:
        found = {other for country in countries for (other,) in rows.execute(query, (country, *asked))} - {key}
        alike = ((JaroWinkler.similarity(key, other, score_cutoff=least), other) for other in found)
        ranked = sorted((-share, other) for share, other in alike if share)
        if ranked:
            yield from ((other, tier) for _, other in ranked[:_MOST])
            return
