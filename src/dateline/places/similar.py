"""Similar names: the keys of a country's names that are spelled nearly as a name is."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping

from rapidfuzz.distance import Indel, JaroWinkler

from dateline.places.names import name_key
from dateline.places.skeleton import skeleton

_SHORTEST = 4  # letters; among shorter names everything is like everything
_BEGINNING = 2  # letters of a skeleton that an edited name has in common with the other
# Least similarity of whole names that have one skeleton, by its letters: the fewer consonants, the more may agree by
# chance. Of 1,500 English words, 23 in a hundred find a village of Pakistan's 130,000 so, and 49 at 0.6 throughout; of
# GED's 239 towns and villages, 87.4 % have a candidate near, and 88.3 % at 0.6.
_SAME_SKELETON = {2: 0.89, 3: 0.86, 4: 0.75}
_SAME_LONG_SKELETON = 0.65
_EDITED = 0.9  # least similarity of names that have only the beginning of their skeletons in common ...
_EDITED_EVENLY = 0.75  # ... and least share of letters that stay, which a long common beginning cannot make up for
_MOST = 20  # keys that are told
_BY_SKELETON = "SELECT key FROM skeleton WHERE country = ? AND skeleton = ?"
_BY_BEGINNING = "SELECT key FROM skeleton WHERE country = ? AND skeleton >= ? AND skeleton < ?"
_LAST = "\U0010ffff"

Ask = Callable[[str, tuple[str, ...], sqlite3.Connection], list[str]]


def same_skeleton(name: str, countries: tuple[str, ...], rows: sqlite3.Connection) -> list[str]:
    """Return keys of names in the countries that have this name's skeleton, most similar first; never its own key."""
    key, bones = name_key(name), skeleton(name)
    if len(key) < _SHORTEST or len(bones) < _BEGINNING:
        return []
    found = {other for country in countries for (other,) in rows.execute(_BY_SKELETON, (country, bones))}
    return _ranked(key, found, _SAME_SKELETON.get(len(bones), _SAME_LONG_SKELETON))


def few_edits(name: str, countries: tuple[str, ...], rows: sqlite3.Connection) -> list[str]:
    """Return keys of names in the countries that differ from this name's by a letter or two, most similar first.

    The first letters of their skeletons are the same, Jaro-Winkler's similarity is 0.9 or more, and three letters in
    four stay.
    """
    key, bones = name_key(name), skeleton(name)
    if len(key) < _SHORTEST or len(bones) < _BEGINNING:
        return []
    asked = (bones[:_BEGINNING], bones[:_BEGINNING] + _LAST)
    found = {other for country in countries for (other,) in rows.execute(_BY_BEGINNING, (country, *asked))}
    alike = _ranked(key, found, _EDITED)
    return [other for other in alike if Indel.normalized_similarity(key, other) >= _EDITED_EVENLY]


def _ranked(key: str, found: Iterable[str], least: float) -> list[str]:
    alike = ((JaroWinkler.similarity(key, other, score_cutoff=least), other) for other in found if other != key)
    return [other for _, other in sorted((-share, other) for share, other in alike if share)[:_MOST]]


SIMILAR: Mapping[str, Ask] = {"skeleton": same_skeleton, "edit": few_edits}  # by tier, in their order
