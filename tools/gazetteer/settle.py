"""Settling: a curated village that Who's On First knows too takes its id and position from there."""

from collections import defaultdict

from dateline.places.names import name_key
from gazetteer.near import distance_km
from gazetteer.row import Row
from gazetteer.wof import Record

_REACH_KM = 60.0  # curated positions were written from maps and reports; villages of one name are seldom nearer
_OWN = "own:"
_LANGUAGES = ("und", "eng")


def settle_villages(core: dict[str, Row], records: dict[str, Record]) -> None:
    """Give the core's curated settlements the id and point of the nearest record of their country that has a name."""
    named = _by_name(records, {row.country for row in core.values() if row.id.startswith(_OWN)})
    for row in [row for row in core.values() if row.id.startswith(_OWN) and row.kind == "s"]:
        keys = dict.fromkeys(map(name_key, (row.name, *row.names)))
        found = {record.id: record for key in keys for record in named.get((row.country, key), ())}
        record = min(found.values(), key=lambda each: (_apart(row, each), each.id), default=None)
        if record is None or _apart(row, record) > _REACH_KM:
            continue
        free = (number for number in record.gn if number not in core)
        del core[row.id]
        row.id = next(free, f"wof:{record.id}")
        row.lat, row.lon = record.point
        row.sources += [source for source in ("wof", record.source) if source]
        core[row.id] = row


def _by_name(records: dict[str, Record], countries: set[str]) -> dict[tuple[str, str], list[Record]]:
    named: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records.values():
        if record.is_settlement and record.country in countries:
            names = (name.text for name in record.names if name.lang in _LANGUAGES)
            for key in {name_key(record.name), *map(name_key, names)}:
                named[record.country, key].append(record)
    return named


def _apart(row: Row, record: Record) -> float:
    return distance_km(row.point or record.point, record.point)
