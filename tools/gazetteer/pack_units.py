"""The pack's units: which row each region and county of Who's On First is, and which one holds a settlement."""

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import partial

from gazetteer.near import distance_km, unit_of_kind
from gazetteer.pack import Pack
from gazetteer.row import Row
from gazetteer.translations import drop_wrong_translations
from gazetteer.units import UnitIndex
from gazetteer.wof import Record

_Way = Callable[[Record], Row | None]
_KINDS = {"region": "1", "county": "2"}
_SAME_DISTRICT_KM = 75.0  # a district that is found by its name alone lies this near to where the core has it
_SAME_PROVINCE_KM = 300.0
_LEAST_SHARED = 3  # settlements that two lists of units share before these say anything
_MOST_OF_THEM = 0.7
_NAMES_IN_TURN = ((), ("eng",), ("und",), ("fra", "spa", "por"))  # () is the main name; translations are least sure


def join(core: dict[str, Row], records: dict[str, Record]) -> list[Row]:
    """Return the pack's rows: new places, and additions to the core's."""
    drop_wrong_translations(records, core)
    pack = Pack(core)
    units = PackUnits(pack, records)
    for placetype in ("region", "county"):
        units.join([record for record in records.values() if record.placetype == placetype])
    for record in records.values():
        if record.is_settlement:
            pack.add_settlement(record, units.around(record))
    return list(pack.rows_with_seats())


class PackUnits:
    """The state of joining units: what each became, and which rows of the core have theirs."""

    def __init__(self, pack: Pack, records: dict[str, Record]) -> None:
        self._pack = pack
        self._core = pack.core
        self._row_of: dict[str, str] = {}  # a record's id -> the id of its row
        self._taken: set[str] = set()
        self._is_outdated: set[str] = set()  # counties that are no unit of today's
        self._index = {kind: UnitIndex(pack.core.values(), kind) for kind in "12"}
        self._shared: dict[str, list[Row]] = defaultdict(list)  # settlements of the core by region and by county
        self._shared_in: Counter[str] = Counter()  # the same settlements counted by the core's units
        for record in records.values():
            if record.is_settlement and (row := pack.same_number(record, "s")):
                self._shared[record.region].append(row)
                self._shared[record.county].append(row)
                self._shared_in.update(filter(None, (unit_of_kind(pack.core, row.parent, kind) for kind in "12")))

    def join(self, records: list[Record]) -> None:
        """Join units of one level, the surest ways for all of them before the next: ids, names, what they hold."""
        by_name: list[_Way] = [partial(self._by_name, languages=languages) for languages in _NAMES_IN_TURN]
        left = records
        ways: list[_Way] = [self._by_number, by_name[0], self._by_likeness, *by_name[1:], self._by_settlements]
        for way in ways:
            left = [record for record in left if not self._joined(record, way(record))]
        for record in left:
            self._add_new(record)

    def _joined(self, record: Record, row: Row | None) -> bool:
        if row is None or row.id in self._taken:
            return False
        self._taken.add(row.id)
        self._row_of[record.id] = row.id
        self._pack.add_to(row, record)
        return True

    def _by_number(self, record: Record) -> Row | None:
        return self._pack.same_number(record, _KINDS[record.placetype])

    def _by_name(self, record: Record, *, languages: tuple[str, ...]) -> Row | None:
        """Return the unit that has one of the record's names in these languages; the main name where there is none."""
        names = [name.text for name in record.names if name.lang in languages] if languages else [record.name]
        second = self._index["2"].find(record.country, names, without=self._taken)
        first = self._index["1"].find(record.country, names, without=self._taken)
        if record.placetype == "region":
            return first or self._near(second, record)
        here = self._index["2"].find(self._above(record), names, without=self._taken)
        return here or self._near(second, record) or self._near(first, record)

    def _by_likeness(self, record: Record) -> Row | None:
        above = record.country if record.placetype == "region" else self._above(record)
        return self._index[_KINDS[record.placetype]].find_alike(above, [record.name], without=self._taken)

    def _near(self, row: Row | None, record: Record) -> Row | None:
        """Return the row if it lies about where the record does."""
        if row is None or row.point is None:
            return None
        most = _SAME_PROVINCE_KM if row.kind == "1" else _SAME_DISTRICT_KM
        return row if distance_km(row.point, record.point) <= most else None

    def _by_settlements(self, record: Record) -> Row | None:
        """Return the unit of the same level whose settlements are nearly all the record's, and the other way about."""
        kind = _KINDS[record.placetype]
        unit, number = self._most(record, kind)
        return self._core[unit] if unit and number >= _MOST_OF_THEM * self._shared_in[unit] else None

    def _most(self, record: Record, kind: str) -> tuple[str, int]:
        """Return the core's unit that holds nearly all of the settlements that are known to lie in the record's."""
        found = (unit_of_kind(self._core, row.parent, kind) for row in self._shared[record.id])
        counted = Counter(unit for unit in found if unit)
        if counted.total() < _LEAST_SHARED:
            return "", 0
        unit, number = max(counted.items(), key=lambda pair: (pair[1], pair[0]))
        return (unit, number) if number >= _MOST_OF_THEM * counted.total() else ("", 0)

    def _add_new(self, record: Record) -> None:
        if record.placetype == "region":
            row = self._pack.add_new(record, "1", record.country, feature="ADM1H")
        else:
            above = self._above(record)
            is_third = above in self._core and self._core[above].kind == "2"
            if not is_third and any(self._core[row.parent].kind == "2" for row in self._shared[record.id]):
                self._is_outdated.add(record.id)
            feature = "ADM2H" if record.id in self._is_outdated else "ADM3" if is_third else "ADM2"
            row = self._pack.add_new(record, "2", above, feature=feature)
        self._row_of[record.id] = row.id

    def _above(self, record: Record) -> str:
        """Return the unit that holds a county: its region's row, if that is a unit of today's; else what is around."""
        region = self._row_of.get(record.region, "")
        if region in self._core and self._core[region].kind == "2":
            return region
        by_settlements, _ = self._most(record, "1")
        if by_settlements or region in self._core:
            return by_settlements or region
        return self._pack.settlements.unit_around(record.country, record.point, "1") or region or record.country

    def around(self, record: Record) -> str:
        """Return the unit that holds a settlement: the county's row where that is a second-level unit of today's."""
        county = self._row_of.get(record.county, "")
        if county and record.county not in self._is_outdated:
            new = self._pack.new.get(county)
            return county if new is None or new.feature != "ADM3" else new.parent
        near = self._pack.settlements
        if county and (second := near.unit_around(record.country, record.point, "2")):
            return second
        region = self._row_of.get(record.region, "")
        if region in self._core:
            return region
        return near.unit_around(record.country, record.point, "1") or region or record.country
