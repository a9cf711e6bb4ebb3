"""What one predicted fill earns against one fill of the answer key: 1 full, 0.5 partial, 0 nothing.

* set: equal.
* string: equal without determiners and punctuation is full; one contained in the other, or the same head word, partial.
* date: the same days are full; overlapping days partial. "- 04 MAR 90" (on or before) reaches back a week.
* place: the same country and the same most specific name is full; the same country partial.
* number: the same is full; overlapping ranges ("6-8", "6-", "~100") partial. PLURAL equals only PLURAL.
* A fill that is said of something (`DEATH: "PEASANT"`) earns half unless what it is said of matches, at least in part.
"""

import re
import string
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from unicodedata import combining, normalize

from dateline.bench.scorers.muc4_templates import SLOTS, Fill, SlotKind

FULL, PARTIAL, NOTHING = 1.0, 0.5, 0.0
_DETERMINERS = frozenset({"A", "AN", "THE"})
_NO_PUNCTUATION = str.maketrans(dict.fromkeys(string.punctuation, " "))
_HEAD_ENDS = frozenset({"OF", "IN", "FROM", "AT", "ON", "FOR", "WITH", "BY", "TO", "WHO", "THAT", "NEAR", "BELONGING"})
_ON_OR_BEFORE = timedelta(days=7)
_NUMBER = re.compile(r"^~?(\d+)(?:\s*(-)\s*(\d+)?)?$")
_PLACE_KIND = re.compile(r"\([^()]*\)")


def credit(slot: str, predicted: Fill, gold: Fill) -> float:
    """Return what a predicted fill earns against a fill of the key, over the best pair of alternatives."""
    compare = _COMPARE[SLOTS[slot]]
    best = max((compare(mine, theirs) for mine in predicted.alts for theirs in gold.alts), default=NOTHING)
    if SLOTS[slot] is SlotKind.STRING or not gold.xref or best == NOTHING:
        return best
    return best if _same_thing(predicted.xref, gold.xref) else best / 2


def _same_thing(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return any(_string_credit(one, other) > NOTHING for one in mine for other in theirs)


def _set_credit(mine: str, theirs: str) -> float:
    return FULL if _words(mine) == _words(theirs) else NOTHING


def _string_credit(mine: str, theirs: str) -> float:
    one, other = _words(mine), _words(theirs)
    if one == other:
        return FULL if one else NOTHING
    if not one or not other:
        return NOTHING
    return PARTIAL if _within(one, other) or _within(other, one) or _head(one) == _head(other) else NOTHING


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    plain = "".join(char for char in normalize("NFKD", text.upper()) if not combining(char))
    return tuple(word for word in plain.translate(_NO_PUNCTUATION).split() if word not in _DETERMINERS)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return any(long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1))


def _head(words: tuple[str, ...]) -> str:
    """Return the last word before a preposition or a relative clause."""
    end = next((index for index, word in enumerate(words) if index and word in _HEAD_ENDS), len(words))
    return words[end - 1]


def _date_credit(mine: str, theirs: str) -> float:
    if _plain_date(mine) == _plain_date(theirs):
        return FULL
    one, other = days(mine), days(theirs)
    if one is None or other is None:
        return NOTHING
    return PARTIAL if one[0] <= other[1] and other[0] <= one[1] else NOTHING


def _plain_date(text: str) -> str:
    return " ".join(text.strip("() ").upper().replace("-", " - ").split())


@lru_cache(maxsize=4096)
def days(text: str) -> tuple[datetime, datetime] | None:
    """Return the first and last day of "DD MMM YY", "DD MMM YY - DD MMM YY" or "- DD MMM YY"; None if it is neither."""
    parts = (
        [part.strip() for part in _plain_date(text).split(" - ")] if " - " in _plain_date(text) else [_plain_date(text)]
    )
    read = [_day(part.removeprefix("- ")) for part in parts]
    if not read or any(day is None for day in read):
        return None
    known = [day for day in read if day is not None]
    first = known[0] - _ON_OR_BEFORE if _plain_date(text).startswith("- ") else known[0]
    return first, known[-1]


def _day(text: str) -> datetime | None:
    match = re.fullmatch(r"(\d{1,2}) ([A-Z]{3,9}) (\d{2})", text)
    if match is None:
        return None
    day, month, year = match.groups()
    number = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".find(month[:3])
    if number < 0 or not 1 <= int(day) <= 31:
        return None
    return datetime(1900 + int(year), number // 4 + 1, 1) + timedelta(days=int(day) - 1)  # noqa: DTZ001 - days only


def _place_credit(mine: str, theirs: str) -> float:
    one, other = levels(mine), levels(theirs)
    if not one or not other or one[0] != other[0]:
        return NOTHING
    return FULL if one[-1] == other[-1] else PARTIAL


@lru_cache(maxsize=4096)
def levels(text: str) -> tuple[str, ...]:
    """Return the names of "COUNTRY: PROVINCE (DEPARTMENT): TOWN (CITY)" from the country down, without their kinds."""
    names = (" ".join(_words(_PLACE_KIND.sub(" ", part))) for part in text.split(":"))
    return tuple(name for name in names if name)


def _number_credit(mine: str, theirs: str) -> float:
    one, other = mine.replace(" ", "").upper(), theirs.replace(" ", "").upper()
    if one == other:
        return FULL
    first, second = numbers(one), numbers(other)
    if first is None or second is None:
        return NOTHING
    return PARTIAL if first[0] <= second[1] and second[0] <= first[1] else NOTHING


def numbers(text: str) -> tuple[float, float] | None:
    """Return the least and the greatest number of "6", "6-8", "6-" or "~100"; None for PLURAL and anything else."""
    match = _NUMBER.match(text)
    if match is None:
        return None
    low = float(match[1])
    if match[2] is None:
        return low, low
    return low, float(match[3]) if match[3] else float("inf")


_COMPARE: dict[SlotKind, Callable[[str, str], float]] = {
    SlotKind.SET: _set_credit,
    SlotKind.STRING: _string_credit,
    SlotKind.DATE: _date_credit,
    SlotKind.PLACE: _place_credit,
    SlotKind.NUMBER: _number_credit,
}
