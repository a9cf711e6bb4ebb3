"""The nouns of the sample's checks, and how values are compared with the answer sheet's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.bench.records import Row
from dateline.values.counts import Count
from dateline.values.dates import DateValue

Sheet = Mapping[str, Any]
Answer = tuple[bool, str]  # whether it is as expected, and what was found
_OPERATORS = {"at least": {"at_least"}, "around": {"about", "between"}, "about": {"about"}}  # the sheet's hedges


@dataclass(frozen=True, slots=True)
class Check:
    """One question of the answer sheet, whether it came out as expected, and what was found."""

    id: str
    passed: bool
    found: str = ""

    def row(self) -> Row:
        return Row(f"sample.{self.id}", float(self.passed), n=1, note=self.found)


def share(metric: str, checks: Sequence[Check]) -> Row:
    """Return the share of checks that passed, in percent; what failed stands in the note."""
    failed = ", ".join(check.id for check in checks if not check.passed)
    value = 100 * sum(check.passed for check in checks) / len(checks) if checks else None
    return Row(f"sample.{metric}", value, n=len(checks), note=f"failed: {failed}" if failed else "")


def iso(value: object) -> str:
    return value.isoformat() if isinstance(value, DateValue) else "unread"


def count_matches(want: Sheet, value: object) -> bool:
    """Tell whether a count has the expected numbers and hedge; a number that the sheet leaves out is not asked."""
    if not isinstance(value, Count):
        return False
    numbers = all(getattr(value, name) == want[name] for name in ("low", "best", "high") if name in want)
    return numbers and ("hedge" not in want or value.operator.value in _OPERATORS[want["hedge"]])
