"""Who's On First: its records of settlements, counties and regions, duplicates folded into what they repeat."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

# The table's own codes for where a record's geometry and names come from, as codes of `sources.yaml`.
_SOURCES = {"geonames": "gn", "quattroshapes": "qs", "qs_pg": "qs", "meso": "meso", "naturalearth": "ne"}
_UNSURE = {"outside", "funky"}  # flags: far outside its country, or Who's On First's own doubt
_LEFT_OUT = {"l", "a"}  # kinds of names: long labels ("Cadale District") and abbreviations


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a record and its language, "und" where none is stated."""

    lang: str
    text: str


@dataclass(slots=True)
class Record:
    """One record; `gn` and `wof` hold its GeoNames and Who's On First ids, those of its duplicates behind its own."""

    id: str
    placetype: str
    country: str
    name: str
    names: list[Name]
    point: tuple[float, float]
    region: str
    county: str
    gn: list[str]
    wikidata: list[str]
    population: int
    feature: str
    source: str
    duplicate_of: str
    wof: list[str] = field(default_factory=list)

    @property
    def is_settlement(self) -> bool:
        return self.placetype in ("locality", "localadmin")

    @property
    def texts(self) -> list[str]:
        return [self.name, *(name.text for name in self.names)]


def read_records(path: Path) -> dict[str, Record]:
    """Return the table's sure records by id, without duplicates: what a duplicate adds, its original has."""
    records = {record.id: record for record in _read(path)}
    for record in list(records.values()):
        if original := _original_of(record, records):
            original.names += [Name("und", record.name), *record.names]
            original.gn += [number for number in record.gn if number not in original.gn]
            original.wikidata += [item for item in record.wikidata if item not in original.wikidata]
            original.wof += record.wof
            original.population = max(original.population, record.population)
            del records[record.id]
    return records


def _original_of(record: Record, records: dict[str, Record]) -> Record | None:
    """Return what a duplicate repeats; None for an original, and where the chain of duplicates ends nowhere."""
    seen = {record.id}
    original = record
    while original.duplicate_of and original.duplicate_of not in seen:
        seen.add(original.duplicate_of)
        if (above := records.get(original.duplicate_of)) is None:
            return None if original is record else original
        original = above
    return None if original is record else original


def _read(path: Path) -> Iterator[Record]:
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        columns = next(lines).rstrip("\n").split("\t")
        for line in lines:
            cells = dict(zip(columns, line.rstrip("\n").split("\t"), strict=True))
            if not _UNSURE & set(cells["flags"].replace(",", " ").replace(";", " ").split()):
                yield _record(cells)


def _record(cells: dict[str, str]) -> Record:
    gn = [
        number
        for number in (cells["gn_id"], *cells["gn_more"].replace(",", "|").replace(";", "|").split("|"))
        if number
    ]
    return Record(
        id=cells["wof_id"],
        placetype=cells["placetype"],
        country=cells["cc"],
        name=cells["name"],
        names=list(_names(cells["alts"])),
        point=(float(cells["lat"]), float(cells["lon"])),
        region=cells["region_id"],
        county=cells["county_id"],
        gn=gn,
        wikidata=[cells["wd_id"]] if cells["wd_id"] else [],
        population=int(float(cells["population"] or 0)),
        feature=cells["gn_fcode"],
        source=_SOURCES.get(cells["src_geom"] or cells["src_detail"], ""),
        duplicate_of=cells["dup_of"],
        wof=[cells["wof_id"]],
    )


def _names(cell: str) -> Iterator[Name]:
    for entry in cell.split("|"):
        code, mark, text = entry.partition(":")
        lang, _, kind = code.partition(".")
        if mark and kind not in _LEFT_OUT:
            yield Name(lang[:3], text)
