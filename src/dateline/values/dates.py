"""Dates: closed intervals of days with a precision, a basis and the anchor they were read against."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from dateline.errors import InputError


class DatePrecision(IntEnum):
    """UCDP GED `date_prec` (GED codebook 22.1), and 0 where the text gives no bound that can be coded."""

    UNKNOWN = 0
    DAY = 1
    FEW_DAYS = 2  # two to six days
    WEEK = 3
    MONTH = 4  # eight days to a month
    YEAR = 5  # more than a month, up to a year or longer


class DateBasis(StrEnum):
    STATED = "stated"  # the text names the day, month or year
    RELATIVE = "relative"  # the text names a distance from another day ("yesterday", "on Monday")
    INFERRED = "inferred"  # a part was supplied from the document's own time line (the year of "December 2")
    UNKNOWN = "unknown"  # the text speaks of a time but gives nothing to count from


@dataclass(frozen=True, slots=True)
class DateValue:
    """Days `first` to `last`, both included; None is an open end ("before 3 May" has no first day)."""

    first: date | None
    last: date | None
    precision: DatePrecision
    basis: DateBasis
    anchor: str | None = None  # what it was read against, in words: "published 2023-08", "dateline 2013-01-25"

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise InputError(f"a date cannot end ({self.last}) before it begins ({self.first})")

    @classmethod
    def on(cls, day: date, *, basis: DateBasis = DateBasis.STATED, anchor: str | None = None) -> "DateValue":
        return cls(day, day, DatePrecision.DAY, basis, anchor)

    @property
    def day(self) -> date | None:
        """The day itself when there is exactly one."""
        return self.first if self.first == self.last else None

    def overlaps(self, other: "DateValue") -> bool:
        starts_in_time = self.first is None or other.last is None or self.first <= other.last
        ends_in_time = self.last is None or other.first is None or self.last >= other.first
        return starts_in_time and ends_in_time

    def isoformat(self) -> str:
        """Return `2022-12-02`, `2022-12` for a whole month, `2022` for a whole year, else `first/last` (EDTF)."""
        if self.first is None or self.last is None:
            return f"{self.first or '..'}/{self.last or '..'}"
        if self.first == self.last:
            return self.first.isoformat()
        if _is_whole_year(self.first, self.last):
            return f"{self.first:%Y}"
        if _is_whole_month(self.first, self.last):
            return f"{self.first:%Y-%m}"
        return f"{self.first}/{self.last}"


def last_day_of_month(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) < (9999, 12) else date.max
    return date.fromordinal(following.toordinal() - 1) if following != date.max else following


def _is_whole_month(first: date, last: date) -> bool:
    return (
        first.day == 1
        and (first.year, first.month) == (last.year, last.month)
        and last == last_day_of_month(last.year, last.month)
    )


def _is_whole_year(first: date, last: date) -> bool:
    return first.year == last.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
