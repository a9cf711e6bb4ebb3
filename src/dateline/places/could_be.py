"""What could be: the units in which a document's names may lie, whatever each is read as in the end.

One unit that may hold all names is likelier than as many units as names, though each name alone has a better known
reading elsewhere: Gore and Milton may both lie in Southland.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from dateline.places.options import Option
from dateline.places.records import PlaceKind


@dataclass(frozen=True, slots=True, eq=False)
class CouldBe:
    """Which names of a document may lie in each unit (id) or mean it, and how many there are.

    A name counts less the more units it may lie in: by one over the root of their number.
    """

    counted: Mapping[str, float]
    total: int

    @classmethod
    def of(cls, names: Iterable[Sequence[Option]]) -> "CouldBe":
        units = [units for options in names if (units := _units_of(options))]
        counted: dict[str, float] = {}
        for each in units:
            for unit in each:
                counted[unit] = counted.get(unit, 0.0) + _told_by(each)
        return cls(counted, len(units))

    def without(self, options: Sequence[Option]) -> Mapping[str, float]:
        """Return for the units of a name's readings the share of the other names that may lie in them, 0..1."""
        units = _units_of(options)
        own, others = _told_by(units), self.total - bool(units)
        return {unit: max(0.0, self.counted[unit] - own) / (1.0 + others) for unit in units}


def _told_by(units: Collection[str]) -> float:
    return 1 / sqrt(len(units)) if units else 0.0


def _units_of(options: Sequence[Option]) -> set[str]:
    """Return the provinces and districts that hold a reading; nothing of a name that means a country alone."""
    likely = (option.place for option in options if not option.is_unlike)
    readings = (place for place in likely if place.kind is not PlaceKind.COUNTRY)
    return {unit for place in readings for unit in (place.admin1_id, place.admin2_id) if unit is not None}
