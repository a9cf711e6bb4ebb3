"""Synthetic items: reports of events that never were, as dense as a large casebook's, and which event each tells.

For measuring speed and memory, not quality: what reports of one event share is drawn here, not observed. Ten years hold
a million reports of some 450,000 events: 40 % are told once, the others up to 20 times, fewer the oftener. Towns, words
and actors follow Zipf's law, so that a few towns have several events a day. Reports differ in toll, day and kind, leave
out what they do not know, and one in fifty looks back after a year.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

import numpy as np

from dateline.linkage.records import Item, Spot
from dateline.values.points import Point

REPORTS_A_DAY = 1_000_000 / 3652  # so that fewer items are fewer days, as dense
FIRST_DAY = date(2015, 1, 1).toordinal()
_TOLD_ONCE, _MOST_TELLINGS, _TELLINGS_POWER = 0.4, 20, 2.95  # 2.2 tellings an event
_TOWN_POWER, _WORD_POWER = 0.8, 1.0
_VOCABULARY, _KINDS, _KIND_WORDS, _ACTORS, _SURNAMES = 60_000, 25, 40, 400, 20_000
_OWN_WORDS, _SHARED_OWN, _OF_KIND, _OF_ANY = 14, 9, 6, 10  # words of an event, those a report has of them, and others
_WORDS = _SHARED_OWN + _OF_ANY
_KIND_WORTH, _TOWN_WORTH = 4.0, 6.0
_LAGS = (0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 4, 6, 9)  # days from the event to a telling
_YEAR = 365
_SHARES = {
    "place": 0.85,  # told with its town; else with its area
    "day": 0.7,  # told with its day
    "other_day": 0.04,  # of those, with the day before or after
    "toll": 0.7,
    "other_toll": 0.3,  # of those, another than the event's
    "kind": 0.85,  # told as of its kind; else as of a neighbouring one
    "actor": 0.6,  # of events, known who did it
    "told_actor": 0.7,  # of their reports, told who
    "named": 0.3,  # of events, with victims' names
    "told_name": 0.7,
    "looks_back": 0.02,
}


@dataclass(frozen=True, slots=True)
class Town:
    """A place where events may be: its id, position, and the area that it lies in."""

    id: str
    point: Point
    area: str


@dataclass(frozen=True, slots=True)
class _Event:
    name: str
    day: int
    town: Town
    kind: int
    toll: int
    injured: int
    actor: str | None
    names: tuple[str, ...]
    ages: tuple[int, ...]
    words: tuple[int, ...]


def days_of(number: int) -> range:
    """Return the days in which about this many items are told."""
    return range(FIRST_DAY, FIRST_DAY + max(1, round(number / REPORTS_A_DAY)))


def make_items(towns: Sequence[Town], days: range, seed: int = 1) -> Iterator[tuple[Item, str]]:
    """Yield the items told in these days, in the order in which they are told, each with the name of its event.

    What is told on a day is the same whichever days are asked for.
    """
    maker = _Maker(towns, seed)
    told: defaultdict[int, list[tuple[Item, str]]] = defaultdict(list)
    for day in range(max(FIRST_DAY, days.start - _YEAR - max(_LAGS)), days.stop):
        for item, event in maker.tellings_of(day):
            told[item.told or day].append((item, event))
        today = told.pop(day, ())
        if day in days:
            yield from today


class _Maker:
    """Draws the events of a day and their tellings; everything follows from the seed and the day."""

    def __init__(self, towns: Sequence[Town], seed: int) -> None:
        self._seed = seed
        self._random = np.random.default_rng(seed)
        self._towns = [towns[index] for index in self._random.permutation(len(towns))]
        self._in_towns = _zipf(len(towns), _TOWN_POWER)
        self._in_words = _zipf(_VOCABULARY, _WORD_POWER)
        shares = np.diff(self._in_words, prepend=0.0)
        self._worth = [float(each) for each in -np.log(-np.expm1(_WORDS * np.log1p(-shares)))]  # of how many tell it
        sizes = np.arange(2, _MOST_TELLINGS + 1, dtype=np.float64) ** -_TELLINGS_POWER
        self._in_sizes = np.cumsum(np.concatenate([[_TOLD_ONCE], (1 - _TOLD_ONCE) * sizes / sizes.sum()]))
        mean = float(np.diff(self._in_sizes, prepend=0.0) @ np.arange(1, _MOST_TELLINGS + 1))
        self._events_a_day = REPORTS_A_DAY / mean

    def tellings_of(self, day: int) -> Iterator[tuple[Item, str]]:
        """Yield every telling of the day's events, whenever it is told."""
        self._random = np.random.default_rng([self._seed, day])
        places = np.searchsorted(self._in_towns, self._random.random(self._random.poisson(self._events_a_day)))
        for number, place in enumerate(places.tolist()):
            name = f"event{day}.{number}"
            event = self._event(name, day, place)
            for telling in range(1 + int(np.searchsorted(self._in_sizes[:-1], self._random.random()))):
                yield self._telling(event, telling, self._chances()), name

    def _event(self, name: str, day: int, place: int) -> _Event:
        chance = self._chances()
        town = self._towns[min(place, len(self._towns) - 1)]
        named = int(self._random.integers(1, 4)) if chance() < _SHARES["named"] else 0
        people = [(int(one), int(other)) for one, other in self._random.integers(0, _SURNAMES, (named, 2))]
        actor = (hash_of(town.area) + int(6 * chance() ** 2)) % _ACTORS  # few in each area
        return _Event(
            name=name,
            day=day,
            town=town,
            kind=int(_KINDS * chance() ** 2),
            toll=int(chance() ** -0.7) - 1,  # nobody in six of ten events, and a long tail
            injured=int(2 * chance() ** -0.6) - 2,
            actor=f"actor{actor}" if chance() < _SHARES["actor"] else None,
            names=tuple(f"given{one % 500} surname{other}" for one, other in people),
            ages=tuple(int(each) for each in self._random.integers(5, 80, named)),
            words=tuple(self._words(_OWN_WORDS)),
        )

    def _words(self, number: int) -> list[int]:
        found = np.searchsorted(self._in_words, self._random.random(number))
        return [min(int(each), _VOCABULARY - 1) for each in found]

    def _chances(self) -> "_Chances":
        return _Chances(self._random.random(40).tolist())

    def _telling(self, event: _Event, number: int, chance: "_Chances") -> Item:
        lag = _LAGS[int(len(_LAGS) * chance())] + (_YEAR if chance() < _SHARES["looks_back"] else 0)
        told_kind = event.kind if chance() < _SHARES["kind"] else (event.kind + 1) % _KINDS
        day = event.day + (0 if chance() >= _SHARES["other_day"] else 1 if chance() < 0.5 else -1)
        is_dated = chance() < _SHARES["day"]
        words = self._told_words(event, told_kind, chance)
        terms = _lengthened(dict(sorted(words.items(), key=lambda word: -word[1])))  # the weightiest first
        return Item(
            id=f"item{event.name}.{number}",
            group=f"report{event.name}.{number}",
            told=event.day + lag,
            first=min(day, event.day + lag) if is_dated else None,
            last=min(day, event.day + lag) if is_dated else None,
            kind=f"kind{told_kind}",
            spots=(_spot(event.town, has_town=chance() < _SHARES["place"]),),
            actors=frozenset({event.actor} if event.actor and chance() < _SHARES["told_actor"] else ()),
            names=frozenset(name for name in event.names if chance() < _SHARES["told_name"]),
            ages=frozenset(age for age in event.ages if chance() < _SHARES["told_name"]),
            counts=dict(_counts(event, chance)),
            terms=terms,
            title=_lengthened(dict(list(terms.items())[:6])),
            setting=frozenset({event.town.id}),
        )

    def _told_words(self, event: _Event, kind: int, chance: "_Chances") -> dict[str, float]:
        """Return the report's words with what each is worth."""
        own = [event.words[int(_OWN_WORDS * chance())] for _ in range(_SHARED_OWN)]
        words = {f"word{word}": self._worth[word] for word in (*own, *self._words(_OF_ANY))}
        of_kind = {f"kind{kind}.{int(_KIND_WORDS * chance())}": _KIND_WORTH for _ in range(_OF_KIND)}
        return words | of_kind | {f"town{event.town.id}": _TOWN_WORTH}


class _Chances:
    """Numbers from 0 to 1 drawn together: one at a time they cost a hundred times as much."""

    def __init__(self, drawn: list[float]) -> None:
        self._drawn = drawn

    def __call__(self) -> float:
        return self._drawn.pop()


def hash_of(text: str) -> int:
    """Return a number of the text that is the same on every machine."""
    number = 0
    for character in text:
        number = (number * 131 + ord(character)) % 2_147_483_647
    return number


def _zipf(number: int, power: float) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Return the cumulated shares of ranks 1 to `number`."""
    weights = np.arange(1, number + 1, dtype=np.float64) ** -power
    return np.asarray(np.cumsum(weights / weights.sum()))


def _spot(town: Town, *, has_town: bool) -> Spot:
    return Spot(town.id, town.point, 1) if has_town else Spot(town.area, None, 4)


def _counts(event: _Event, chance: _Chances) -> Iterator[tuple[str, tuple[int, int | None]]]:
    for slot, number in (("deaths", event.toll), ("injured", event.injured)):
        is_told, is_other, step = chance() < _SHARES["toll"], chance() < _SHARES["other_toll"], chance()
        if is_told and number > 0:
            told = max(1, round(number * (0.6 + 0.6 * step))) if is_other else number
            yield slot, (told, told)


def _lengthened(weighed: Mapping[str, float]) -> Mapping[str, float]:
    length = sqrt(sum(weight * weight for weight in weighed.values()))
    return {word: weight / length for word, weight in weighed.items()}
