"""Changes of administrative units: which there were on a day, and what one was then (`data/admin_changes.yaml`)."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.places.names import read_data


@dataclass(frozen=True, slots=True)
class AdminChange:
    """One change: the units `before` became those `after`; a unit in both goes on.

    Units are "iso:CC-XX", "region:..." or plain names of units that are in no table. `what` is "split", "merged",
    "created", "renamed" or "redrawn"; `level` 1 is a first-level unit, 2 a second, 0 what stands above the first;
    `precision` is how much of the date is sure: "day", "month" or "year".
    """

    day: date
    precision: str
    country: str
    level: int
    what: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    source: str


def changes_on(day: date, *, country: str | None = None) -> tuple[AdminChange, ...]:
    """Return the known changes that were in force on a day, oldest first; of one country (ISO alpha-2), or of all."""
    return tuple(change for change in _changes() if change.day <= day and country in (None, change.country))


def unit_on(unit: str, day: date) -> tuple[str, ...]:
    """Return what a unit was on a day: itself, the former unit that held it, or the units that it became by then.

    `unit` is an id as in `AdminChange`. "iso:CD-IT" (Ituri) on a day of 2010 is ("region:orientale",); "region:fata" in
    2020 is ("iso:PK-KP",). Where several units came before or after, the territory lies in one of them. A unit that no
    change names was what it is.
    """
    named = [change for change in _changes() if unit in change.before or unit in change.after]
    past = next((change for change in reversed(named) if change.day <= day), None)
    if past is not None:  # the last change that names it tells whether it was still there
        return (unit,) if unit in past.after else _each(past.after, day)
    coming = next(iter(named), None)
    return (unit,) if coming is None or unit in coming.before else _each(coming.before, day)


def _each(units: tuple[str, ...], day: date) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for unit in units for found in unit_on(unit, day)))


@cache
def _changes() -> tuple[AdminChange, ...]:
    entries = sorted(read_data("admin_changes.yaml"), key=lambda entry: entry["date"])
    return tuple(
        AdminChange(
            day=entry["date"],
            precision=entry["precision"],
            country=entry["country"],
            level=entry["level"],
            what=entry["what"],
            before=tuple(entry["before"]),
            after=tuple(entry["after"]),
            source=entry["source"],
        )
        for entry in entries
    )
