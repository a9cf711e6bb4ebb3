"""Retelling: which events of one report are one event that the report comes back to, and were coded as two.

"Forty dead as rally is bombed", a headline says; the text goes on: "A suicide bomber struck the rally on Sunday".
Two events are one where their kinds are of one family, nothing that is said of them contradicts, and something
particular is said of both. The words are data (data/retelling.yaml).
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.claims.records import Code, Frame, Named
from dateline.events.counting import agree
from dateline.events.records import Event
from dateline.places.containment import containment
from dateline.places.records import Place, PlaceResolution
from dateline.values.counts import Count
from dateline.values.dates import DatePrecision, DateValue
from dateline.values.folding import fold

_NEAR_KM = 30.0  # a town and its suburb, a city and its airport
_PARTICULAR = 3  # dead from which on an equal number says that two tolls are one
_BEFORE = 2  # words: "a second car bomb"
_SHORTEST = 4  # letters of a word that says something of a victim or target


def retold(
    events: Sequence[Event], frames: Sequence[Frame], *, places: Mapping[str, PlaceResolution]
) -> list[tuple[Event, ...]]:
    """Return the events of one document in groups, each the tellings of one event, in the order of first mention."""
    framed = {frame.id: frame for frame in frames}
    groups: list[list[Event]] = []
    for event in events:
        home = next((group for group in groups if _tells_again(event, group, framed, places)), None)
        if home is None:
            groups.append([event])
        else:
            home.append(event)
    return [tuple(group) for group in groups]


def _tells_again(
    event: Event, group: Sequence[Event], frames: Mapping[str, Frame], places: Mapping[str, PlaceResolution]
) -> bool:
    if _is_set_apart(frames[event.frames[0]]):
        return False
    fit = all(_is_one_family(event, other) and not _contradict(event, other, places) for other in group)
    return fit and any(_shares(event, other, places) for other in group)


def _is_set_apart(frame: Frame) -> bool:
    """Tell whether the first words that speak of an event say that it is another one: "a second blast"."""
    first = frame.mentions[0]
    said = [claim.quote for claim in frame.claims if claim.quote.span.contains(first.span)]
    if not said:
        return False
    before = said[0].text[: first.span.start - said[0].span.start]
    return bool(set(_words(before)[-_BEFORE:]) & _list("another"))


def _is_one_family(one: Event, other: Event) -> bool:
    kinds = {kind for each in (one, other) if (kind := _kind(each)) is not None}
    stages = {cell.name for each in (one, other) if (cell := each.cell("stage")) is not None}
    return len(stages) < 2 and (len(kinds) < 2 or any(kinds <= family for family in _families()))


def _contradict(one: Event, other: Event, places: Mapping[str, PlaceResolution]) -> bool:
    """Tell whether the days, the places, those who did it or the dead of two tellings exclude each other."""
    when = [value for each in (one, other) if (value := _when(each)) is not None]
    where = [place for each in (one, other) if (place := _where(each, places)) is not None]
    who = {cell.reference for each in (one, other) if (cell := each.cell("perpetrator")) is not None and cell.reference}
    dead = [count for each in (one, other) if (count := _dead(each)) is not None]
    return (
        (len(when) > 1 and not when[0].overlaps(when[1]))
        or (len(where) > 1 and not _near(*where))
        or len(who) > 1
        or (len(dead) > 1 and not agree(*dead))
    )


def _shares(one: Event, other: Event, places: Mapping[str, PlaceResolution]) -> bool:
    """Tell whether something particular is said of both: the day, who or what was struck, or how many died."""
    when = [value for each in (one, other) if (value := _when(each)) is not None]
    is_same_day = len(when) > 1 and all(each.precision == DatePrecision.DAY for each in when)
    dead = [count.best for each in (one, other) if (count := _dead(each)) is not None and count.best is not None]
    is_same_toll = len(dead) > 1 and dead[0] == dead[1] >= _PARTICULAR
    is_there = not _are_elsewhere(one, other, places)
    particular = is_same_toll or bool(_struck(one) & _struck(other))
    return particular or (is_same_day and is_there) or _adds_nothing(one, other)


def _are_elsewhere(one: Event, other: Event, places: Mapping[str, PlaceResolution]) -> bool:
    """Tell whether both name a place, and neither is the other's or holds it: two quarters of one city on one day."""
    named = [each.cell("place") for each in (one, other)]
    if named[0] is None or named[1] is None or named[0].name == named[1].name:
        return False
    first, second = (_where(each, places) for each in (one, other))
    if first is None or second is None:
        return True
    return not (first.id == second.id or containment(first, second) or containment(second, first))


def _adds_nothing(event: Event, before: Event) -> bool:
    """Tell whether a telling gives no day and no place of its own, or the same place and no toll.

    What it tells, it then tells of the event before.
    """
    own, other = event.cell("place"), before.cell("place")
    if _when(event) is not None:
        return False
    if own is None:
        return True
    has_toll = event.cell("deaths") is not None or event.cell("injured") is not None
    return other is not None and own.name == other.name and not has_toll


def _struck(event: Event) -> frozenset[str]:
    cells = [cell for slot in ("target", "victim") if (cell := event.cell(slot)) is not None]
    said = " ".join(cell.value.text for cell in cells if isinstance(cell.value, Named))
    return frozenset(word for word in _words(said) if len(word) >= _SHORTEST) - _list("anybody")


def _near(one: Place, other: Place) -> bool:
    if one.id == other.id or containment(one, other) or containment(other, one):
        return True
    return one.point is not None and other.point is not None and one.point.km_to(other.point) <= _NEAR_KM


def _kind(event: Event) -> str | None:
    cell = event.cell("type")
    return cell.value.code if cell is not None and isinstance(cell.value, Code) else None


def _when(event: Event) -> DateValue | None:
    cell = event.cell("date")
    return cell.value if cell is not None and isinstance(cell.value, DateValue) else None


def _dead(event: Event) -> Count | None:
    """Return how many died in all; a count of some people is no toll."""
    cell = event.cell("deaths")
    count = cell.value if cell is not None and isinstance(cell.value, Count) else None
    return count if count is not None and count.whose is None else None


def _where(event: Event, places: Mapping[str, PlaceResolution]) -> Place | None:
    cell = event.cell("place")
    mention = cell.value.mention_id if cell is not None and isinstance(cell.value, Named) else None
    found = places.get(mention) if mention else None
    return found.place if found is not None else None


def _words(text: str) -> list[str]:
    return [word.strip(".,;:'\"()") for word in fold(text).casefold().split()]


@cache
def _families() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(family["kinds"]) for family in load_retelling()["families"])


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load_retelling()[name])


@cache
def load_retelling() -> dict[str, Any]:
    """Return the lists of data/retelling.yaml."""
    lists: dict[str, Any] = yaml.safe_load((files("dateline.events") / "data" / "retelling.yaml").read_text("utf-8"))
    return lists
