"""When two items happened and when they were told."""

from dateline.linkage.features.records import UNKNOWN
from dateline.linkage.records import Item

_SPAN = 400  # days: a longer interval is as good as no date


def days_apart(one: Item, other: Item) -> float:
    """So many days lie between the times at which the two are said to have happened; 0 where they overlap."""
    if not _is_dated(one) or not _is_dated(other):
        return UNKNOWN
    return float(max(0, (one.first or 0) - (other.last or 0), (other.first or 0) - (one.last or 0)))


def days_between_tellings(one: Item, other: Item) -> float:
    """So many days lie between the tellings of the two."""
    if one.told is None or other.told is None:
        return UNKNOWN
    return float(abs(one.told - other.told))


def told_before_it_happened(one: Item, other: Item) -> float:
    """One was told so many days before the other is said to have happened: what is told cannot be yet to come."""
    ahead = [early.told - late.first for late, early in ((one, other), (other, one)) if _both(early, late)]  # type: ignore[operator]
    return float(max(0, -min(ahead))) if ahead else UNKNOWN


def told_soon_after(one: Item, other: Item) -> float:
    """So many days after the one is said to have happened, the other, whose own day is not known, was told."""
    after = [
        early.told - late.first  # type: ignore[operator]
        for late, early in ((one, other), (other, one))
        if _both(early, late) and not _is_dated(early)
    ]
    return float(min(after)) if after else UNKNOWN


def same_day_stated(one: Item, other: Item) -> float:
    """Both are said to have happened on one and the same day: 1; on different days: 0; else not known."""
    if one.first is None or one.first != one.last or other.first is None or other.first != other.last:
        return UNKNOWN
    return float(one.first == other.first)


def _is_dated(item: Item) -> bool:
    return item.first is not None and item.last is not None and item.last - item.first <= _SPAN


def _both(early: Item, late: Item) -> bool:
    return early.told is not None and _is_dated(late)
