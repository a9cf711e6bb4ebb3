"""Seats: a unit whose position no source gives lies where the town of its name lies, if it holds one."""

from collections import defaultdict
from collections.abc import Iterable

from dateline.places.names import name_key
from gazetteer.near import unit_of_kind
from gazetteer.row import Row


def place_by_seats(units: Iterable[Row], settlements: Iterable[Row], rows: dict[str, Row]) -> list[Row]:
    """Give units without a point that of the one settlement of their name in their first-level unit; return these.

    Of several settlements, the one with most people; where none is known to have people, only a single one counts.
    """
    seats: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in settlements:
        if row.point is not None:
            first = unit_of_kind(rows, row.parent, "1")
            for key in {name_key(text) for text in (row.name, *row.names)}:
                seats[first, key].append(row)
    placed = []
    for unit in units:
        first = unit_of_kind(rows, unit.id, "1")
        found = seats.get((first, name_key(unit.name)), []) if unit.point is None and first else []
        largest = max(found, key=lambda row: (row.population, row.id), default=None)
        if largest is not None and (largest.population or len(found) == 1):
            unit.lat, unit.lon = largest.lat, largest.lon
            placed.append(unit)
    return placed
