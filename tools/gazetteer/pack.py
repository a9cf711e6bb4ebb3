"""The conflict pack: Who's On First's villages, districts and regions, joined to the places of the core.

The rules are those that the table's own measurements recommend. The same GeoNames id is one place. Without one, the
same folded name in one country within 5 km (2 km where both have an id) is one settlement, if there is only one such.
Units join by GeoNames id, by name below the same unit, or because they hold the same settlements. Classes never join:
a town, a district and a province of one name stay three rows. What joins adds names and ids to the core's row.
"""

from collections.abc import Iterator

from dateline.places.names import name_key
from gazetteer.languages import LARGE, is_kept
from gazetteer.near import Settlements, distance_km
from gazetteer.row import Row
from gazetteer.seats import place_by_seats
from gazetteer.wof import Name, Record

_SAME_KM = 5.0
_SAME_KM_BOTH_NUMBERED = 2.0
_SAME_NUMBER_KM = {"1": 300.0, "2": 75.0, "s": 25.0}  # positions of one unit in two lists may be this far apart
_SETTLED = ("PPL", "ADM", "STL")  # how feature codes of settlements begin; others are wells, farms, mountains


class Pack:
    """The rows of the pack while records are joined: new places, and additions to the core's."""

    def __init__(self, core: dict[str, Row]) -> None:
        self.core = core
        self.new: dict[str, Row] = {}
        self.additions: dict[str, Row] = {}
        self.settlements = Settlements(core)

    def same_number(self, record: Record, kinds: str) -> Row | None:
        """Return the core's row of one of these kinds that has one of the record's GeoNames ids.

        Some records have another place's id: far from the core's row and without its name, the id does not count.
        """
        rows = (self.core.get(number) for number in record.gn)
        return next((row for row in rows if row is not None and row.kind in kinds and _may_be(row, record)), None)

    def add_to(self, row: Row, record: Record) -> None:
        """Add the record's names and ids to a row of the core, and its point where the core has none."""
        addition = self.additions.setdefault(row.id, Row(row.id, "+", "", row.country, ""))
        if row.point is None and addition.point is None:
            addition.lat, addition.lon = record.point
        addition.other_ids += self._ids_of(record, row)
        fill(addition, record, [Name("und", record.name), *record.names], large=row.population >= LARGE)

    def add_new(self, record: Record, kind: str, parent: str, *, feature: str) -> Row:
        """Make a row of the record below another row, named by its id."""
        free = (number for number in record.gn if number not in self.core and number not in self.new)
        row = Row(next(free, f"wof:{record.id}"), kind, parent, record.country, record.name)
        row.lat, row.lon = record.point
        row.population, row.feature = record.population, feature
        row.other_ids = self._ids_of(record, row)
        fill(row, record, record.names, large=record.population >= LARGE)
        self.new[row.id] = row
        return row

    def _ids_of(self, record: Record, row: Row) -> list[str]:
        """Return the record's ids that are not the row's own and no other row's."""
        others = (f"gn:{number}" for number in record.gn if number not in self.core and number != row.id)
        wof = (f"wof:{number}" for number in record.wof)
        wikidata = (f"wd:{item}" for item in record.wikidata)
        return [each for each in (*wof, *others, *wikidata) if each != row.id]

    def add_settlement(self, record: Record, parent: str) -> None:
        """Join a settlement to the core's, or make it a row below its parent."""
        if row := self.same_number(record, "s") or self._same_name_near(record):
            self.add_to(row, record)
        else:
            kind = "s" if record.feature.startswith(_SETTLED) or not record.feature else "f"
            self.add_new(record, kind, parent, feature=record.feature or "PPL")

    def _same_name_near(self, record: Record) -> Row | None:
        near = [
            row
            for row in self.settlements.named(record.country, record.texts)
            if distance_km(row.point or record.point, record.point)
            <= (_SAME_KM_BOTH_NUMBERED if record.gn and row.id.isdigit() else _SAME_KM)
        ]
        return near[0] if len(near) == 1 else None

    def rows_with_seats(self) -> Iterator[Row]:
        """Yield all rows; units of the core that still lack a point get that of the village of their name."""
        countries = {row.country for row in self.new.values()}
        lacking = [
            Row(row.id, "+", "", row.country, row.name)
            for row in self.core.values()
            if row.kind in "12" and row.point is None and row.country in countries
            if row.id not in self.additions or self.additions[row.id].point is None
        ]
        villages = (row for row in self.new.values() if row.kind == "s")
        for unit in place_by_seats(lacking, villages, self.core | self.new):
            addition = self.additions.setdefault(unit.id, Row(unit.id, "+", "", unit.country, "", sources=["wof"]))
            addition.lat, addition.lon = unit.lat, unit.lon
        yield from self.new.values()
        yield from self.additions.values()


def _may_be(row: Row, record: Record) -> bool:
    if row.point is None or distance_km(row.point, record.point) <= _SAME_NUMBER_KM[row.kind]:
        return True
    return not {name_key(text) for text in (row.name, *row.names)}.isdisjoint(map(name_key, record.texts))


def fill(row: Row, record: Record, names: list[Name], *, large: bool) -> None:
    """Add the record's sources and kept names to a row."""
    row.sources += [source for source in ("wof", record.source) if source and source not in row.sources]
    for name in names:
        if is_kept(name.lang, name.text, country=record.country, large=large):
            if name.lang == "und" and name.text.isascii():
                row.names.append(name.text)
            else:
                row.tagged.append(f"{name.lang}:{name.text}")
