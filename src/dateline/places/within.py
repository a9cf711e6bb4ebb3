"""Within: the place that a facility or an unresolved name lies in, and for every mention its point and its radius."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log10
from typing import Any

from dateline.documents.records import Document
from dateline.mentions.records import Mention, MentionKind
from dateline.places.beside import nearest, neighbour_of, of_sentence, sentence_ends
from dateline.places.distance import Distance, midpoint, read_distance, read_pair
from dateline.places.extents import extent_km
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import name_key
from dateline.places.nested import Head, Inner, Nested, read_nested
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
_LARGE = 100_000  # people of a settlement that a name may hold though the report doesn't speak of its country
_FARTHEST_PAIR_KM = 400.0  # two towns further apart are seldom the two ends of one road
_LEAST_FOCUS = 0.5  # share of the report's settlements that its focus must have
_LOCAL = (PlaceKind.SETTLEMENT, PlaceKind.ADMIN2, PlaceKind.ADMIN1)
_LINE_ENDS = (PlaceKind.SETTLEMENT, PlaceKind.ADMIN2)
_READINGS = 30


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
    scene = _read_scene(resolutions, mentions, document, gazetteer, home)
    found: dict[str, PlaceResolution] = {}
    for mention in reversed(scene.mentions):  # what follows is decided first: "Main Street, Springfield, Illinois"
        resolution = scene.resolutions[mention.id]
        found[mention.id] = (
            _placed(resolution, mention, scene)
            if resolution.place is not None
            else _lying_within(resolution, mention, scene, found)
        )
    found |= dict(_on_lines(scene, found))
    return tuple(found.get(resolution.mention_id, resolution) for resolution in resolutions)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A document with its mentions in order of position, what they mean, and what it is about."""

    text: str
    ends: Sequence[int]
    mentions: list[Mention]
    resolutions: Mapping[str, PlaceResolution]
    named: Mapping[str, Place]  # by name key
    countries: Mapping[str, float]  # share of the resolved names in each country
    focus: Place | None
    gazetteer: Gazetteer


def _read_scene(
    resolutions: Sequence[PlaceResolution],
    mentions: Sequence[Mention],
    document: Document,
    gazetteer: Gazetteer,
    home: Place | None,
) -> _Scene:
    by_id = {resolution.mention_id: resolution for resolution in resolutions}
    ordered = sorted((mention for mention in mentions if mention.id in by_id), key=lambda mention: mention.span)
    decided = [(mention, place) for mention in ordered if (place := by_id[mention.id].place) is not None]
    places = [place for _, place in decided]
    return _Scene(
        document.text,
        sentence_ends(document.text),
        ordered,
        by_id,
        {name_key(mention.text): place for mention, place in reversed(decided)},
        _shares([place.country for place in places if place.country]),
        _focus(places) or home,
        gazetteer,
    )


def _shares(names: Sequence[str]) -> dict[str, float]:
    return {name: names.count(name) / len(names) for name in set(names)}


def _focus(places: Sequence[Place]) -> Place | None:
    """Return the settlement that at least half of the report's mentions of settlements and districts name, if any."""
    towns = {place.id: place for place in places if place.kind is PlaceKind.SETTLEMENT}
    local = [place.id for place in places if place.kind in (PlaceKind.SETTLEMENT, PlaceKind.ADMIN2)]
    best = max(towns, key=local.count, default=None)
    return towns[best] if best is not None and local.count(best) >= _LEAST_FOCUS * len(local) else None


def _placed(resolution: PlaceResolution, mention: Mention, scene: _Scene) -> PlaceResolution:
    """Return a resolved place with its point and extent, or the point and radius that the distance words give."""
    place = resolution.place
    assert place is not None
    precision = resolution.where_prec or _WHERE_PREC[place.kind]
    distance = read_distance(scene.text[: mention.span.start]) if place.kind in _LOCAL else None
    if place.point is None or distance is None or (distance.km is None and place.kind is not PlaceKind.SETTLEMENT):
        return replace(resolution, where_prec=precision, point=place.point, radius_km=extent_km(place))
    point, radius, off_precision = _at_distance(place, distance)
    reason = f'{resolution.reason}; "{distance.words}"'
    return replace(resolution, point=point, radius_km=radius, where_prec=max(precision, off_precision), reason=reason)


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
    resolution: PlaceResolution, mention: Mention, scene: _Scene, found: Mapping[str, PlaceResolution]
) -> PlaceResolution:
    nested = read_nested(mention.text)
    holder = (
        _inside(nested, scene)
        or _beside(mention, scene, found)
        or (_around(mention, scene) if _is_local(nested.head, mention) else None)
    )
    if holder is None:
        return resolution
    reason = f"{resolution.reason}; {holder.why}"
    held = replace(resolution, within=_unit(holder, scene.gazetteer), reason=reason)
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
    """Return the place that holds the thing: what is only near a town lies in the town's district or province."""
    place = holder.place
    if not holder.near or place.kind is not PlaceKind.SETTLEMENT:
        return place
    units = (place.admin2_id if holder.distance is None else None, place.admin1_id, f"iso:{place.country}")
    return next((unit for id_ in units if id_ and (unit := gazetteer.get(id_)) is not None), None)


def _is_local(head: Head | None, mention: Mention) -> bool:
    return head.local if head is not None else mention.kind is MentionKind.FACILITY


def _inside(nested: Nested, scene: _Scene) -> _Holder | None:
    """Return the place that is named in the name itself."""
    for inner in nested.inner:
        place = _named(inner, nested.head, scene)
        if place is not None:
            return _Holder(place, f"in {place.name}, which its name holds")
    return None


def _named(inner: Inner, head: Head | None, scene: _Scene) -> Place | None:
    known = scene.named.get(name_key(inner.text))
    people = head is not None and head.people
    if known is not None:
        demonym = known.kind is PlaceKind.COUNTRY and _is_demonym(inner.text, scene.gazetteer)
        owner = inner.rule == "owner" and known.kind is PlaceKind.COUNTRY
        return None if owner or (demonym and not people) else known
    if inner.rule == "mentioned":
        return None
    readings = scene.gazetteer.candidates(inner.text, limit=_READINGS)
    options = [reading.place for reading in readings if reading.tier != "demonym" or people]
    if inner.rule == "owner":
        options = [place for place in options if place.kind is not PlaceKind.COUNTRY]
    likely = [place for place in options if _is_likely(place, scene)]
    return max(likely, key=lambda place: _likelihood(place, scene), default=None)


def _is_demonym(text: str, gazetteer: Gazetteer) -> bool:
    return any(reading.tier == "demonym" for reading in gazetteer.candidates(text, limit=_READINGS))


def _is_likely(place: Place, scene: _Scene) -> bool:
    """Tell a place that the report speaks of or that everybody knows from a namesake far away."""
    return (
        place.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1)
        or place.country in scene.countries
        or (place.population or 0) >= _LARGE
    )


def _likelihood(place: Place, scene: _Scene) -> float:
    share = scene.countries.get(place.country or "", 0.0)
    town = place.kind is PlaceKind.SETTLEMENT
    return 3.0 * share + 0.5 * town + 0.2 * log10(1 + (place.population or 0))


def _beside(mention: Mention, scene: _Scene, found: Mapping[str, PlaceResolution]) -> _Holder | None:
    """Return the place whose name stands beside the mention; what lies in an unresolved name lies in its place too."""
    neighbour = neighbour_of(mention, scene.mentions, scene.text)
    if neighbour is None:
        return None
    resolution = found.get(neighbour.mention.id, scene.resolutions[neighbour.mention.id])
    place = resolution.place or resolution.within
    if place is None:
        return None
    how = f'"{neighbour.distance.words}" {place.name}' if neighbour.distance else f"{place.name} stands beside it"
    return _Holder(place, how, neighbour.near, neighbour.distance)


def _around(mention: Mention, scene: _Scene) -> _Holder | None:
    """Return a town or district of the mention's sentence, else what the report is about, else another unit there."""
    others = nearest(mention, of_sentence(mention, scene.mentions, scene.ends))
    places = [place for other in others if (place := scene.resolutions[other.id].place) is not None]
    for kinds in ((PlaceKind.SETTLEMENT, PlaceKind.ADMIN2), (PlaceKind.ADMIN1,)):
        if place := next((place for place in places if place.kind in kinds), None):
            return _Holder(place, f"{place.name} is named in the same sentence")
        if scene.focus is not None:
            return _Holder(scene.focus, f"the report is about {scene.focus.name}")
    return None


def _on_lines(scene: _Scene, found: Mapping[str, PlaceResolution]) -> Iterator[tuple[str, PlaceResolution]]:
    """Yield the resolutions of two towns that a road joins: "halfway between Gao and Kidal", "the Gao-Kidal road"."""
    for first, second in pairwise(scene.mentions):
        one, two = found[first.id], found[second.id]
        if one.place is None or two.place is None or not (apart := _apart(one.place, two.place)):
            continue
        gap = scene.text[first.span.end : second.span.start]
        joined = read_pair(scene.text[: first.span.start], gap, scene.text[second.span.end :])
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
