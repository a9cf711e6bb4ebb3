"""Within: the place that a facility or an unresolved name lies in, and for every mention its point and its radius."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from dateline.documents.records import Document
from dateline.mentions.records import Mention, MentionKind
from dateline.places.beside import nearest, neighbour_of, of_sentence
from dateline.places.distance import Distance, midpoint, read_distance, read_pair
from dateline.places.extents import extent_km
from dateline.places.gazetteer import Gazetteer
from dateline.places.ground import Ground, read_ground
from dateline.places.inner import named_inside
from dateline.places.nested import Head, Nested, read_nested
from dateline.places.records import Place, PlaceKind, PlaceResolution
from dateline.values.points import Point

_WHERE_PREC = {  # UCDP GED codebook 22.1, where_prec
    PlaceKind.SETTLEMENT: 1,
    PlaceKind.FEATURE: 1,
    PlaceKind.ADMIN2: 3,
    PlaceKind.ADMIN1: 4,
    PlaceKind.REGION: 5,
    PlaceKind.COUNTRY: 6,
}
_NEAR_PREC, _LINE_PREC = 2, 5
_NEAR_KM = 30.0  # GED's where_prec 2 is within about 25 km of a known point
_BESIDE_KM = 10.0  # "a prison near Gao": added to the town's own extent
_FARTHEST_PAIR_KM = 400.0  # two towns further apart are seldom the two ends of one road
_LOCAL = (PlaceKind.SETTLEMENT, PlaceKind.ADMIN2, PlaceKind.ADMIN1)
_LINE_ENDS = (PlaceKind.SETTLEMENT, PlaceKind.ADMIN2)
_DISTANCE_REACH = 200  # characters before a name that may hold distance words


def refine(
    resolutions: Sequence[PlaceResolution],
    mentions: Sequence[Mention],
    document: Document,
    *,
    gazetteer: Gazetteer,
    home: Place | None = None,
) -> tuple[PlaceResolution, ...]:
    """Return the resolutions, in their order, with `within`, `point`, `radius_km` and `where_prec` filled in.

    A resolved place gives its point and its extent, moved or widened by the words around it ("10 km north of Gao",
    "on the road between Gao and Kidal"). A facility or an unresolved name lies, in this order, in the place inside its
    name, the place beside it, one of its sentence, or where the report is about; the last two only if its words say
    that it is a local thing (a street, a school, a camp). `home`, where known, is the publisher's town. Facilities
    without a row of their own keep None for their place; nothing is guessed where none of these gives a place.
    """
    ground = read_ground(resolutions, mentions, document, gazetteer, home)
    found: dict[str, PlaceResolution] = {}
    for mention in reversed(ground.mentions):  # what follows is decided first: "Main Street, Springfield, Illinois"
        resolution = ground.resolutions[mention.id]
        found[mention.id] = (
            _placed(resolution, mention, ground)
            if resolution.place is not None
            else _lying_within(resolution, mention, ground, found)
        )
    found |= dict(_on_lines(ground, found))
    return tuple(found.get(resolution.mention_id) or _as_it_is(resolution) for resolution in resolutions)


def _placed(resolution: PlaceResolution, mention: Mention, ground: Ground) -> PlaceResolution:
    """Return a resolved place with its point and extent, or the point and radius that the distance words give."""
    place = resolution.place
    assert place is not None
    start = mention.span.start
    distance = read_distance(ground.text[max(0, start - _DISTANCE_REACH) : start]) if place.kind in _LOCAL else None
    if place.point is None or distance is None or (distance.km is None and place.kind is not PlaceKind.SETTLEMENT):
        return _as_it_is(resolution)
    point, radius, off_precision = _at_distance(place, distance)
    precision = max(resolution.where_prec or _WHERE_PREC[place.kind], off_precision)
    reason = f'{resolution.reason}; "{distance.words}"'
    return replace(resolution, point=point, radius_km=radius, where_prec=precision, reason=reason)


def _as_it_is(resolution: PlaceResolution) -> PlaceResolution:
    """Return a demonym's resolution with the point and the extent of its place."""
    place = resolution.place
    if place is None:
        return resolution
    precision = resolution.where_prec or _WHERE_PREC[place.kind]
    return replace(resolution, where_prec=precision, point=place.point, radius_km=extent_km(place))


def _at_distance(place: Place, distance: Distance) -> tuple[Point, float, int]:
    """Return the point that distance words give, its radius in kilometres, and its where_prec."""
    assert place.point is not None
    radius = round(distance.off_by_km + extent_km(place), 1)
    return distance.from_point(place.point), radius, _NEAR_PREC if radius <= _NEAR_KM + extent_km(place) else _LINE_PREC


@dataclass(frozen=True, slots=True)
class _Holder:
    """A place that holds another thing, in words why, and how the thing lies to it."""

    place: Place
    why: str
    near: bool = False
    distance: Distance | None = None


def _lying_within(
    resolution: PlaceResolution, mention: Mention, ground: Ground, found: Mapping[str, PlaceResolution]
) -> PlaceResolution:
    nested = read_nested(mention.text)
    holder = (
        _inside(nested, ground)
        or _beside(mention, ground, found)
        or (_around(mention, ground) if _is_local(nested.head, mention) else None)
    )
    if holder is None:
        return resolution
    reason = f"{resolution.reason}; {holder.why}"
    held = replace(resolution, within=_unit(holder, ground.gazetteer), reason=reason)
    return replace(held, **_position(holder, nested.head))


def _position(holder: _Holder, head: Head | None) -> dict[str, Any]:
    """Return point, radius and where_prec of what lies in, near or at a distance from the holder."""
    place = holder.place
    if place.point is not None and holder.distance is not None:
        point, radius, precision = _at_distance(place, holder.distance)
        return {"point": point, "radius_km": radius, "where_prec": max(precision, _NEAR_PREC)}
    radius = max(extent_km(place), head.km if head else 0.0) + (_BESIDE_KM if holder.near else 0.0)
    precision = max(_WHERE_PREC[place.kind], _NEAR_PREC if holder.near else 0)
    return {"point": place.point, "radius_km": radius if place.point else None, "where_prec": precision}


def _unit(holder: _Holder, gazetteer: Gazetteer) -> Place | None:
    """Return the place that holds the thing: what is only near a town lies in the town's district or province.

    None if the town has neither, nor a country: then there is a point, and nothing that holds it.
    """
    place = holder.place
    if not holder.near or place.kind is not PlaceKind.SETTLEMENT:
        return place
    units = (place.admin2_id if holder.distance is None else None, place.admin1_id, f"iso:{place.country}")
    return next((unit for id_ in units if id_ and (unit := gazetteer.get(id_)) is not None), None)


def _is_local(head: Head | None, mention: Mention) -> bool:
    return head.local if head is not None else mention.kind is MentionKind.FACILITY


def _inside(nested: Nested, ground: Ground) -> _Holder | None:
    """Return the place that is named in the name itself."""
    place = named_inside(nested, ground)
    return None if place is None else _Holder(place, f"in {place.name}, which its name holds")


def _beside(mention: Mention, ground: Ground, found: Mapping[str, PlaceResolution]) -> _Holder | None:
    """Return the place whose name stands beside the mention; what lies in an unresolved name lies in its place too."""
    neighbour = neighbour_of(mention, ground.mentions, ground.text)
    if neighbour is None:
        return None
    resolution = found.get(neighbour.mention.id, ground.resolutions[neighbour.mention.id])
    place = resolution.place or resolution.within
    if place is None:
        return None
    how = f'"{neighbour.distance.words}" {place.name}' if neighbour.distance else f"{place.name} stands beside it"
    return _Holder(place, how, neighbour.near, neighbour.distance)


def _around(mention: Mention, ground: Ground) -> _Holder | None:
    """Return a town or district of the mention's sentence, else what the report is about, else another unit there."""
    others = nearest(mention, of_sentence(mention, ground.mentions, ground.ends))
    places = [place for other in others if (place := ground.resolutions[other.id].place) is not None]
    for kinds in ((PlaceKind.SETTLEMENT, PlaceKind.ADMIN2), (PlaceKind.ADMIN1,)):
        if place := next((place for place in places if place.kind in kinds), None):
            return _Holder(place, f"{place.name} is named in the same sentence")
        if ground.focus is not None:
            return _Holder(ground.focus, f"the report is about {ground.focus.name}")
    return None


def _on_lines(ground: Ground, found: Mapping[str, PlaceResolution]) -> Iterator[tuple[str, PlaceResolution]]:
    """Yield the resolutions of two towns that a road joins: "halfway between Gao and Kidal", "the Gao-Kidal road"."""
    for first, second in pairwise(ground.mentions):
        one, two = found[first.id], found[second.id]
        if one.place is None or two.place is None or not (apart := _apart(one.place, two.place)):
            continue
        gap, after = ground.text[first.span.end : second.span.start], ground.text[second.span.end :][:_DISTANCE_REACH]
        joined = read_pair(ground.text[max(0, first.span.start - _DISTANCE_REACH) : first.span.start], gap, after)
        if joined is not None and one.place.point is not None and two.place.point is not None:
            point = midpoint(one.place.point, two.place.point)
            radius = round(apart * (0.15 if joined == "halfway" else 0.5) + 1.0, 1)
            for here, other in ((one, two.place), (two, one.place)):
                reason = f"{here.reason}; on the line to {other.name}"
                line = replace(here, point=point, radius_km=radius, where_prec=_LINE_PREC, reason=reason)
                yield here.mention_id, line


def _apart(first: Place, second: Place) -> float | None:
    """Return how far apart two towns are in kilometres, or None if no road joins them for sure."""
    if first.point is None or second.point is None or first.id == second.id:
        return None
    towns = first.kind in _LINE_ENDS and second.kind in _LINE_ENDS
    apart = first.point.km_to(second.point)
    return apart if towns and apart <= _FARTHEST_PAIR_KM else None
