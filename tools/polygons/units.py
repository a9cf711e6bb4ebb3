"""Units: the gazetteer's countries and administrative units, found by id, code or name."""

import lzma
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.places.names import name_key, strip_affixes

LEVELS = {"1": 1, "2": 2, "r": 0}
_CODE = "iso:"
_MORE = "+"  # a line that adds names to a place of another table


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
        self._numbered: dict[tuple[str, str], list[str]] = defaultdict(list)  # second-order units by admin1 and name
        rows = sorted(_unit_rows(tables), key=lambda cells: ":" in cells[0])  # those with a GeoNames id first
        more: dict[str, list[str]] = defaultdict(list)
        for cells in rows:
            if cells[1] == _MORE:
                more[public_id(cells[0])] += _texts(cells)
        for level in LEVELS:
            for cells in rows:
                if cells[1] == level:
                    self._add(cells, more[public_id(cells[0])])

    def _add(self, cells: list[str], more: list[str]) -> None:
        texts = [cells[4], *_texts(cells), *more]
        above = self.by_id.get(public_id(cells[2]))
        keys = frozenset(key for text in texts for key in keys_of(text))
        ids = (public_id(cells[0]), *filter(None, cells[13].split("|")))
        code = next((each for each in ids if each.startswith(_CODE)), "")
        unit = Unit(ids[0], LEVELS[cells[1]], cells[4], cells[3], code, above, keys)
        if unit.id in self.by_id:
            return  # a later table's word on a unit that is known
        if (twin := self._twin(unit)) is not None:
            self.by_id.update(dict.fromkeys(ids, twin))
            return
        for each in ids:
            self.by_id.setdefault(each, unit)
        for key in keys:
            self._by_name[unit.country, unit.level, key].append(unit)
            if unit.above is not None and unit.id.startswith("gn:"):
                self._numbered[unit.above.id, key].append(unit.id)

    def _twin(self, unit: Unit) -> Unit | None:
        """Return the same unit under a GeoNames id, where the tables have it twice: one name within one admin1."""
        if unit.level != 2 or unit.id.startswith("gn:") or unit.above is None:
            return None
        named = [self.by_id[id_] for key in unit.keys for id_ in self._numbered.get((unit.above.id, key), ())]
        return named[0] if len(set(named)) == 1 else None

    def named(self, name: str, country: str, level: int) -> Unit | None:
        """Return the only unit of this name in the country, or None."""
        found = self.all_named(name, country, level)
        return found[0] if len(found) == 1 else None

    def all_named(self, name: str, country: str, level: int) -> list[Unit]:
        """Return the units of this name in the country; without the word for its kind where the whole names none."""
        found = (self._by_name.get((country, level, key), []) for key in keys_of(name))
        return list(dict.fromkeys(next((units for units in found if units), [])))


def keys_of(name: str) -> Iterator[str]:
    """Yield the keys of a name, then of the name without the word for its kind ("Bajaur District")."""
    yield name_key(name)
    yield from (name_key(stripped.name) for stripped in strip_affixes(name) if not stripped.fuzzy)


def public_id(text: str) -> str:
    return text if ":" in text else f"gn:{text}"


def _texts(cells: list[str]) -> list[str]:
    """Return the names and abbreviations of a line, without their languages."""
    listed = (*cells[9].split("|"), *cells[10].split("|"))
    return [text.rpartition(":")[2] for text in listed if text]


def _unit_rows(tables: Iterable[Path]) -> Iterator[list[str]]:
    for table in tables:
        with lzma.open(table, "rt", encoding="utf-8") as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if cells[1] in LEVELS or cells[1] == _MORE:
                    yield cells + [""] * (15 - len(cells))
