"""Units: the gazetteer's countries and administrative units, found by id, code or name."""

import lzma
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.places.names import name_key, strip_affixes

LEVELS = {"1": 1, "2": 2, "r": 0}
_CODE = "iso:"


@dataclass(frozen=True, slots=True)
class Unit:
    """One administrative unit of the gazetteer, with its public id and its admin1 if it is an admin2.

    `code` is its ISO 3166-2 code as an id ("iso:PK-KP"), "" where it has none. `level` 0 is a region, such as a former
    unit.
    """

    id: str
    level: int
    name: str
    country: str
    code: str = ""
    above: "Unit | None" = None
    keys: frozenset[str] = field(default=frozenset(), compare=False)


class Roll:
    """Every administrative unit of the gazetteer's tables."""

    def __init__(self, tables: Iterable[Path]) -> None:
        self.by_id: dict[str, Unit] = {}
        self._by_name: dict[tuple[str, int, str], list[Unit]] = defaultdict(list)
        rows = list(_unit_rows(tables))
        for level in LEVELS:
            for cells in rows:
                if cells[1] == level:
                    self._add(cells)

    def _add(self, cells: list[str]) -> None:
        listed = (*cells[9].split("|"), *cells[10].split("|"))
        texts = [cells[4], *(text.rpartition(":")[2] for text in listed if text)]
        above = self.by_id.get(public_id(cells[2]))
        keys = frozenset(key for text in texts for key in keys_of(text))
        ids = (public_id(cells[0]), *filter(None, cells[13].split("|")))
        code = next((each for each in ids if each.startswith(_CODE)), "")
        unit = Unit(ids[0], LEVELS[cells[1]], cells[4], cells[3], code, above, keys)
        if unit.id in self.by_id:
            return  # a later table's word on a unit that is known
        for each in ids:
            self.by_id.setdefault(each, unit)
        for key in keys:
            self._by_name[unit.country, unit.level, key].append(unit)

    def named(self, name: str, country: str, level: int, above: str | None = None) -> Unit | None:
        """Return the only unit of this name in the country (in the admin1 `above` if given), or None."""
        for key in keys_of(name):
            found = self._by_name.get((country, level, key), [])
            inside = [unit for unit in found if above is None or (unit.above and unit.above.id == above)]
            if len(inside) == 1:
                return inside[0]
        return None


def keys_of(name: str) -> Iterator[str]:
    """Yield the keys of a name, then of the name without the word for its kind ("Bajaur District")."""
    yield name_key(name)
    yield from (name_key(stripped.name) for stripped in strip_affixes(name) if not stripped.fuzzy)


def public_id(text: str) -> str:
    return text if ":" in text else f"gn:{text}"


def _unit_rows(tables: Iterable[Path]) -> Iterator[list[str]]:
    for table in tables:
        with lzma.open(table, "rt", encoding="utf-8") as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if cells[1] in LEVELS:
                    yield cells + [""] * (15 - len(cells))
