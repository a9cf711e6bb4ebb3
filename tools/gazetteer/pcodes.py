"""OCHA's P-codes: the administrative units that humanitarian work uses, joined by name to those of the core."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from dateline.places.names import affixes, plain
from gazetteer.core import three_letter_codes
from gazetteer.row import Row
from gazetteer.units import UnitIndex


@dataclass(slots=True)
class Code:
    """One line of OCHA's list."""

    code: str
    level: str
    country: str
    name: str
    parent: str


def read_codes(path: Path) -> Iterator[Code]:
    """Yield the first and second level units of the list whose country is known, first level first."""
    countries = three_letter_codes()
    with path.open(encoding="utf-8", newline="") as lines:
        for line in sorted(csv.DictReader(lines), key=lambda each: (each["Admin Level"], each["P-Code"])):
            if country := countries.get(line["Location"]):
                yield Code(line["P-Code"], line["Admin Level"], country, line["Name"], line["Parent P-Code"])


class Joining:
    """The state of joining codes to units: which row each code became, and which rows have theirs."""

    def __init__(self, rows: dict[str, Row]) -> None:
        self.rows = rows
        self.row_of: dict[str, str] = {}
        self.first, self.second, self.groups = (UnitIndex(rows.values(), kinds) for kinds in ("1", "2", "g"))
        known = yaml.safe_load(Path(__file__).with_name("pcodes.yaml").read_text("utf-8"))["known_as"]
        self._known_as: dict[str, str] = {each["code"]: each["name"] for each in known}
        self._taken: set[str] = set()

    def add(self, code: Code, children: list[Code]) -> None:
        """Give the code to its unit, or make a row for it."""
        name = self._known_as.get(code.code, code.name)
        row = self._first_level(code, name) if code.level == "1" else self._second_level(code, name)
        if row is None:
            if _says_only_a_direction(code.name) or self._is_group(code, children):
                return
            row = new_unit(code, self.row_of.get(code.parent, code.country))
            self.rows[row.id] = row
        self._taken.add(row.id)
        self.row_of[code.code] = row.id
        row.names.append(code.name)
        row.other_ids.append(f"pcode:{code.code}")
        row.sources.append("ocha")

    def _first_level(self, code: Code, name: str) -> Row | None:
        return self._find((self.first, code.country), (self.groups, code.country), name=name)

    def _second_level(self, code: Code, name: str) -> Row | None:
        above = self.row_of.get(code.parent)
        if above is None and (row := self._find((self.first, code.country), name=name)):
            return row
        return self._find((self.second, above or ""), (self.second, code.country), name=name)

    def _find(self, *where: tuple[UnitIndex, str], name: str) -> Row | None:
        """Return the first unit that has the name in one of the indexes, below the unit beside it, and no code yet."""
        exact = (index.find(above, [name], without=self._taken) for index, above in where)
        alike = (index.find_alike(above, [name], without=self._taken) for index, above in where)
        return next((row for row in (*exact, *alike) if row is not None), None)

    def _is_group(self, code: Code, children: list[Code]) -> bool:
        """Tell a first level that only groups what the core holds as first level: Uganda's four regions."""
        known = sum(self.first.find(code.country, [child.name]) is not None for child in children)
        return code.level == "1" and 2 * known > len(children)


def add_codes(rows: dict[str, Row], codes: Iterable[Code]) -> None:
    """Give the core's units their P-codes and OCHA's names; units that it lacks become rows without a point.

    A first-level unit joins by its name in the country. A second-level unit joins by its name below the row of its
    parent, else in the whole country where only one unit has the name; where OCHA groups what the core holds as first
    level (Uganda, Russia), it joins a first-level unit. A unit whose whole name is a direction ("Central") joins or is
    left out.
    """
    ordered = list(codes)
    children: dict[str, list[Code]] = defaultdict(list)
    for code in ordered:
        children[code.parent].append(code)
    joining = Joining(rows)
    for code in ordered:
        joining.add(code, children[code.code])


def _says_only_a_direction(name: str) -> bool:
    before, _ = affixes()
    return all(word in before and before[word].fuzzy for word in plain(name).split())


def new_unit(code: Code, parent: str) -> Row:
    """Return a row for a unit that only OCHA has; where it lies is not known here."""
    return Row(f"pcode:{code.code}", code.level, parent, code.country, code.name, feature=f"ADM{code.level}")
