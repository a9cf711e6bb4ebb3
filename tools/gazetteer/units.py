"""Units by name: finding the one administrative unit below another that a list's name means."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher

from dateline.places.names import name_key, strip_affixes
from dateline.places.skeleton import skeleton
from gazetteer.row import Row

_SHORTEST_SKELETON = 2  # letters
_LEAST_ALIKE = 0.5  # share of letters that two names with one skeleton have in common


def unit_keys(text: str) -> set[str]:
    """Return the keys of a unit's name, with and without the words that say what it is."""
    stripped = (each for each in strip_affixes(text, depth=1) if not each.fuzzy)
    return {name_key(text), *(name_key(each.name) for each in stripped)} - {""}


class UnitIndex:
    """Units of some kinds by the keys and skeletons of their names, below their parents and below their countries."""

    def __init__(self, rows: Iterable[Row], kinds: str) -> None:
        self._by_key: dict[tuple[str, str], list[Row]] = defaultdict(list)
        self._by_skeleton: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in rows:
            if row.kind in kinds:
                for above in {row.parent, row.country}:
                    self.add(above, row)

    def add(self, above: str, row: Row) -> None:
        """Make a unit known below another, named by its id."""
        texts = {row.name, *row.names}
        for key in set().union(*map(unit_keys, texts)):
            self._by_key[above, key].append(row)
        for bones in {skeleton(text) for text in texts}:
            if len(bones) >= _SHORTEST_SKELETON:
                self._by_skeleton[above, bones].append(row)

    def find(self, above: str, names: Iterable[str], *, without: Collection[str] = ()) -> Row | None:
        """Return the unit below `above` that has one of the names; of several, the one whose main name it is.

        Of several such, the one with most people. `without` are ids of units that are another's already.
        """
        keys = set().union(*map(unit_keys, names))
        found = _below(self._by_key, above, keys, without)
        main = [row for row in found if name_key(row.name) in keys]
        return max(main or found, key=lambda row: (row.population, row.id)) if main or len(found) == 1 else None

    def find_alike(self, above: str, names: Iterable[str], *, without: Collection[str] = ()) -> Row | None:
        """Return the one unit below `above` that has the skeleton of one of the names, and most of its letters."""
        texts = list(names)
        keys = set().union(*map(unit_keys, texts))
        found = _below(self._by_skeleton, above, set(map(skeleton, texts)) - {""}, without)
        alike = [row for row in found if _alike(row, keys)]
        return alike[0] if len(alike) == 1 else None


def _below(table: dict[tuple[str, str], list[Row]], above: str, keys: set[str], without: Collection[str]) -> list[Row]:
    rows = {row.id: row for key in sorted(keys) for row in table.get((above, key), ())}
    return [row for id_, row in rows.items() if id_ not in without]


def _alike(row: Row, keys: set[str]) -> bool:
    names = {name_key(text) for text in (row.name, *row.names)}
    return any(SequenceMatcher(None, name, key).ratio() >= _LEAST_ALIKE for name in names for key in keys)
