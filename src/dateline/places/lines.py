"""Lines: the table of places as it ships, one line a place."""

from typing import NamedTuple

ADDITION = "+"  # the kind of a line that adds to a place of an earlier line or table
_COLUMNS = 15
_KINDS = {
    "c": "country",
    "1": "admin1",
    "2": "admin2",
    "s": "settlement",
    "r": "region",
    "g": "region",
    "f": "feature",
    ADDITION: ADDITION,
}


class Spelling(NamedTuple):
    """One name of a place: its text, and its language (ISO 639) where the table says which."""

    text: str
    lang: str = ""


class Line(NamedTuple):
    """One line of the table. Ids and parents are public ids: "gn:1168197", "iso:PK", "region:sahel", "wof:85667493".

    Columns: id, kind (c country, 1 admin1, 2 admin2, s settlement, r region, g group of admin1, f feature, + more of a
    place that is there already), parent, country, name, latitude, longitude, population, flags (C capital of the
    country), names, abbreviations, demonyms, GeoNames feature code, other ids, codes of sources. Lists are parted by
    "|"; a name is a text, or a language and a text parted by ":".
    """

    id: str
    kind: str
    parent: str
    country: str
    name: str
    lat: float | None
    lon: float | None
    population: int | None
    capital: bool
    names: tuple[Spelling, ...]
    abbreviations: tuple[str, ...]
    demonyms: tuple[str, ...]
    feature: str
    other_ids: tuple[str, ...]
    sources: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> "Line":
        """Return the line of a text; missing cells at its end are empty. Raises ValueError where it is none."""
        cells = text.rstrip("\n").split("\t")
        cells += [""] * (_COLUMNS - len(cells))
        id_, kind, parent, country, name, lat, lon, population, flags = cells[:9]
        abbreviations, demonyms = (_parts(cell) for cell in cells[10:12])
        if kind not in _KINDS:
            raise ValueError(f"the kind {kind!r} is none of {', '.join(_KINDS)}, in the line of {id_!r}")
        return cls(
            id=_public(id_),
            kind=_KINDS[kind],
            parent=_public(parent),
            country=country,
            name=name,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            population=int(population) or None if population else None,
            capital="C" in flags,
            names=tuple(map(_spelling, _parts(cells[9]))),
            abbreviations=abbreviations,
            demonyms=demonyms,
            feature=cells[12],
            other_ids=_parts(cells[13]),
            sources=_parts(cells[14]),
        )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _spelling(text: str) -> Spelling:
    lang, mark, rest = text.partition(":")
    return Spelling(rest, lang) if mark else Spelling(text)


def _public(id_: str) -> str:
    """Return an id with its source: the table leaves "gn:" away, and writes a country by its code alone."""
    if not id_ or ":" in id_:
        return id_
    return f"gn:{id_}" if id_.isdigit() else f"iso:{id_}"
