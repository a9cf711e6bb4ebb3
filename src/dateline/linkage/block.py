"""Block: the keys by which an item finds those that may be the same thing. Equality of keys only: a dict or SQL serves.

Keys are composite (a town and a week, a rare word and two months, a name) and hashed to signed 64-bit integers that
are the same on every machine. An item is kept under few keys and asked for under more: those of the weeks and cells
beside its own.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from heapq import nlargest
from math import floor, log

from dateline.linkage.records import Item, Spot

LIMIT = 40  # candidates that are scored
LONGEST = 300  # items under one key that are looked at: the nearest in time
TELLING = 4.0  # what a hit is worth of a key that tells something even where it leads to more than LONGEST items
_WEEK, _SPELL = 7, 90  # days
_CELL = 0.5  # degrees: about 55 km north to south
_COARSE = 4  # UCDP where_prec from which a place is an area, not a spot
_TERMS, _TITLE_TERMS, _NAMES, _LOCAL_TERMS, _EVER_TERMS = 20, 6, 20, 4, 8
_MOST_SPOTS = 3
_SPAN = 31  # days: a longer interval says nothing of the week
_WEIGHTS = {"place": 4.0, "cell": 1.0, "name": 5.0, "term": 3.0, "local": 4.0, "actor": 2.0, "ever": 2.0}


@lru_cache(maxsize=131_072)  # words, towns and weeks come again and again
def key_of(*parts: object) -> int:
    """Return a composite key as a signed 64-bit integer; a collision only adds a candidate."""
    digest = blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def kept_keys(item: Item) -> frozenset[int]:
    """Return the keys under which an item is kept."""
    return frozenset(key_of(*parts) for parts, _ in _keys(item, 0))


def asked_keys(item: Item) -> dict[int, float]:
    """Return the keys under which its like are looked for, each with what one hit is worth."""
    asked: dict[int, float] = {}
    for parts, weight in _keys(item, 1):
        key = key_of(*parts)
        asked[key] = max(weight, asked.get(key, 0.0))
    return asked


def ranked(asked: Mapping[int, float], found: Mapping[int, Sequence[str]], limit: int = LIMIT) -> list[str]:
    """Return the ids that were found under the asked keys, those of most and rarest keys first."""
    worth: dict[str, float] = {}
    for key, ids in found.items():
        each = asked[key] / (1 + log(len(ids))) if ids else 0.0
        for name in ids:
            worth[name] = worth.get(name, 0.0) + each
    if len(worth) > limit:
        floor = nlargest(limit, worth.values())[-1]
        worth = {name: each for name, each in worth.items() if each >= floor}
    return sorted(worth, key=lambda name: (-worth[name], name))[:limit]


def _keys(item: Item, reach: int) -> Iterator[tuple[tuple[object, ...], float]]:
    weeks = _around(_weeks(item), reach)
    day = day_of(item)
    spells = _around({day // _SPELL}, reach) if day is not None else set()
    spots = sorted(item.spots, key=lambda spot: spot.precision)[:_MOST_SPOTS]
    yield from _spot_keys(spots, weeks, reach)
    terms = _heaviest(item.terms, _TERMS)
    heaviest = terms[0][1] if terms else 1.0
    for term, weight in dict([*terms, *_heaviest(item.title, _TITLE_TERMS)]).items():
        yield from ((("term", term, spell), _WEIGHTS["term"] * min(1.0, weight / heaviest)) for spell in spells)
    yield from ((("ever", term), _WEIGHTS["ever"]) for term, _ in terms[:_EVER_TERMS])
    for spot in spots:
        yield from ((("local", spot.id, term), _WEIGHTS["local"]) for term, _ in terms[:_LOCAL_TERMS])
    yield from ((("name", name), _WEIGHTS["name"]) for name in sorted(item.names, key=_by_length)[:_NAMES])
    yield from ((("actor", actor, week), _WEIGHTS["actor"]) for actor in sorted(item.actors) for week in weeks)


def _spot_keys(spots: Iterable[Spot], weeks: set[int], reach: int) -> Iterator[tuple[tuple[object, ...], float]]:
    for spot in spots:
        is_coarse = spot.precision >= _COARSE
        worth = _WEIGHTS["place"] / (4 if is_coarse else 1)
        yield from ((("place", spot.id, week), worth) for week in weeks)
        if spot.point is not None and not is_coarse:
            row, column = floor(spot.point.lat / _CELL), floor(spot.point.lon / _CELL)
            beside = [
                (row + up, column + right) for up in range(-reach, reach + 1) for right in range(-reach, reach + 1)
            ]
            yield from ((("cell", *cell, week), _WEIGHTS["cell"]) for cell in beside for week in weeks)


def _weeks(item: Item) -> set[int]:
    """Return the weeks in which it was told, and in which it was where that is known to the month."""
    days = {item.told} if item.told is not None else set()
    if item.first is not None and item.last is not None and item.last - item.first <= _SPAN:
        days |= {item.first, item.last}
    return {day // _WEEK for day in days}


def _around(numbers: set[int], reach: int) -> set[int]:
    return {number + step for number in numbers for step in range(-reach, reach + 1)}


def _heaviest(terms: Mapping[str, float], number: int) -> list[tuple[str, float]]:
    return sorted(terms.items(), key=lambda term: (-term[1], term[0]))[:number]


def _by_length(name: str) -> tuple[int, str]:
    return -len(name), name


def nearest_in_time(day: int | None, days: Mapping[str, int], ids: Sequence[str]) -> Sequence[str]:
    """Return at most LONGEST of the ids under one key, told nearest to the day; without one, the latest.

    The ids are in order of telling, and `days` has the day of each.
    """
    if len(ids) <= LONGEST:
        return ids
    at = bisect_left(ids, day, key=days.__getitem__) if day is not None else len(ids)
    start = max(0, min(at - LONGEST // 2, len(ids) - LONGEST))
    return ids[start : start + LONGEST]


def day_of(item: Item) -> int | None:
    """Return the day on which an item was told, or on which it was where that is not known."""
    return item.told if item.told is not None else item.first
