"""Units: provinces, states and countries that a document names, also within other names ("Kentucky State Police")."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dateline.places.gazetteer import Gazetteer
from dateline.places.names import plain
from dateline.places.records import Place, PlaceKind
from dateline.places.surroundings import Words, find_named
from dateline.values.spans import Span

_CAPITALISED_BEFORE = re.compile(r"[A-Z][\w.'\u2019-]* \Z")
_REACH = 20  # characters before a name that may hold a first name
_SHORTEST = 5  # letters; shorter names are mostly words and people of other languages
_MOST_READINGS = 30
_REMEMBERED = 20_000  # names
_UNITS = (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2)
_POSTAL = ("US", "CA", "AU")  # countries whose reports write ", XX" after a town, with the codes of ISO 3166-2


def admin1s_named(text: str, gazetteer: Gazetteer) -> list[tuple[str, Span]]:
    """Return the names of admin1s that a text has, in the spelling of the gazetteer, and where each stands.

    Names that are also a town's are left out, and those right after a capitalised word, which are mostly surnames.
    """
    found = find_named(text, _admin1_words(gazetteer))
    return [(name, span) for name, span in found if not _CAPITALISED_BEFORE.search(text[: span.start][-_REACH:])]


def ids_of_admin1s(names: Iterable[str], gazetteer: Gazetteer) -> Counter[str]:
    """Count how often the names may mean each admin1 (id)."""
    units = (unit for name in names for unit in units_called(name, gazetteer))
    return Counter(unit.id for unit in units if unit.kind is PlaceKind.ADMIN1)


def units_following(words: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the ids of the units that the first of these words may mean; empty for words that name none.

    The longest name counts: "La. Tuesday" gives Louisiana, "New York City" no unit of York. A code of two or three
    capitals is also that of a state in its country ("KY").
    """
    parts = words.split()
    for length in range(len(parts), 0, -1):
        name = " ".join(parts[:length])
        for form in (name, name.rstrip(".,'\u2019")):
            if found := frozenset(unit.id for unit in units_called(form, gazetteer)) | _of_code(form, gazetteer):
                return found
    return frozenset()


@lru_cache(_REMEMBERED)
def units_called(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the units that a name may mean."""
    readings = gazetteer.candidates(name, limit=_MOST_READINGS)
    return tuple(each.place for each in readings if each.place.kind in _UNITS and each.tier != "demonym")


@lru_cache(_REMEMBERED)
def _of_code(code: str, gazetteer: Gazetteer) -> frozenset[str]:
    letters = code.replace(".", "")
    if not (letters.isalpha() and letters.isupper() and len(letters) in (2, 3)):
        return frozenset()
    found = (gazetteer.get(f"iso:{country}-{letters}") for country in _POSTAL)
    return frozenset(place.id for place in found if place is not None)


@lru_cache(4)
def _admin1_words(gazetteer: Gazetteer) -> Words:
    names = (text for text, labels in gazetteer.names() if _is_admin1_only(text, labels))
    return Words.of({key: text for text in names if (key := plain(text))}, {})


def _is_admin1_only(text: str, labels: Sequence[str]) -> bool:
    return "admin1" in labels and "settlement" not in labels and len(text) >= _SHORTEST
