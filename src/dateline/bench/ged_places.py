"""Reads UCDP GED rows as questions about places: a name as GED writes it, its country and admin1, and the position."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import yaml

from dateline.bench.datasets import read_lines
from dateline.errors import InputError
from dateline.places.gazetteer import Gazetteer
from dateline.places.records import PlaceKind
from dateline.values.points import Point

_FIELDS = ("where_prec", "where_coordinates", "country", "adm_1", "latitude", "longitude")
_EXACT, _NEAR = 1, 2  # where_prec: the place itself, or within about 25 km of it (GED codebook 22.1)
_KINDS = {"village": "village", "town": "town", "city": "town", "suburb": "town", "township": "town"}
OTHER = "other"  # mountains, camps, crossings, districts, and names without a word for their kind


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GedPlace:
    """One place as GED writes it. `kind` is "town", "village" or "other", by the word that ends the name."""

    name: str
    kind: str
    countries: tuple[str, ...]  # ISO 3166-1 alpha-2
    admin1: str | None
    point: Point


def read_ged_places(path: Path, gazetteer: Gazetteer) -> Iterator[GedPlace]:
    """Yield the places of the rows that are precise to 25 km or better (where_prec 1 and 2), in the order of the file.

    Raises InputError with file and line where a country is not known or a number is none.
    """
    found = read_ged(path, _FIELDS, lambda row: _place(row, gazetteer) if _is_precise(row) else None)
    return (place for place in found if place is not None)


def read_ged(path: Path, fields: tuple[str, ...], read: Callable[[Mapping[str, Any]], T]) -> Iterator[T]:
    """Yield what is read from each row of GED; an error of `read` is an InputError that names file and line."""
    for number, row in enumerate(read_lines(path, fields), 1):
        try:
            yield read(row)
        except (ValueError, LookupError) as error:
            raise InputError(f"{path}, line {number}: no row of GED ({error}); its columns are those of GED") from error


def _is_precise(row: Mapping[str, Any]) -> bool:
    return int(float(row["where_prec"])) in (_EXACT, _NEAR)


def _place(row: Mapping[str, Any], gazetteer: Gazetteer) -> GedPlace:
    name = str(row["where_coordinates"])
    last_word = name.casefold().rpartition(" ")[2]
    kind = _KINDS.get(last_word, OTHER)
    point = Point(float(row["latitude"]), float(row["longitude"]))
    return GedPlace(name, kind, countries_of(str(row["country"]), gazetteer), row["adm_1"] or None, point)


def countries_of(state: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the ISO codes of a state as GED names it; raise LookupError for one that is not known."""
    if state in _states():
        return tuple(_states()[state])
    named = (candidate.place for candidate in gazetteer.candidates(state))
    code = next((place.country for place in named if place.kind is PlaceKind.COUNTRY), None)
    if code is None:
        raise LookupError(f"no country is called {state!r}")
    return (code,)


@cache
def _states() -> Mapping[str, list[str]]:
    text = files("dateline.bench").joinpath("data", "ged_states.yaml").read_text("utf-8")
    states: dict[str, list[str]] = yaml.safe_load(text)
    return states
