"""Ground: what a report's resolved names say of it: its towns, its countries, and what it is about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.documents.records import Document
from dateline.mentions.records import Mention, MentionKind
from dateline.places.beside import sentence_ends
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import name_key
from dateline.places.records import Place, PlaceKind, PlaceResolution

_LEAST_FOCUS = 1 / 3  # of the mentions of towns and districts; from 1/2 to 1/4 it makes little difference


@dataclass(frozen=True, slots=True)
class Ground:
    """A document with its mentions in order of position, what they mean, and what it is about.

    `text` is the document's with blanks for demonyms: "in the Afghan capital Kabul" reads as "in the capital Kabul".
    """

    text: str
    ends: Sequence[int]
    mentions: list[Mention]
    resolutions: Mapping[str, PlaceResolution]
    named: Mapping[str, Place]  # by name key
    countries: Mapping[str, float]  # share of the resolved names in each country
    focus: Place | None
    gazetteer: Gazetteer


def read_ground(
    resolutions: Sequence[PlaceResolution],
    mentions: Sequence[Mention],
    document: Document,
    gazetteer: Gazetteer,
    home: Place | None,
) -> Ground:
    by_id = {resolution.mention_id: resolution for resolution in resolutions}
    in_order = sorted((mention for mention in mentions if mention.id in by_id), key=lambda mention: mention.span)
    demonyms = [mention for mention in in_order if _is_people(mention, by_id[mention.id])]
    ordered = [mention for mention in in_order if mention not in demonyms]
    decided = [(mention, place) for mention in in_order if (place := by_id[mention.id].place) is not None]
    places = [place for _, place in decided]
    return Ground(
        _blanked(document.text, demonyms),
        sentence_ends(document.text),
        ordered,
        by_id,
        {name_key(mention.text): place for mention, place in reversed(decided)},
        _shares([place.country for place in places if place.country]),
        _focus(places) or home,
        gazetteer,
    )


def _is_people(mention: Mention, resolution: PlaceResolution) -> bool:
    return mention.kind is MentionKind.DEMONYM or resolution.tier == "demonym"


def _blanked(text: str, mentions: Sequence[Mention]) -> str:
    """Return the text with blanks where the mentions stand."""
    pieces, position = [], 0
    for mention in mentions:
        pieces += [text[position : mention.span.start], " " * (mention.span.end - max(position, mention.span.start))]
        position = max(position, mention.span.end)
    return "".join([*pieces, text[position:]])


def _shares(names: Sequence[str]) -> dict[str, float]:
    return {name: names.count(name) / len(names) for name in set(names)}


def _focus(places: Sequence[Place]) -> Place | None:
    """Return the town that more mentions name than any other, and a third of those of towns and districts at least."""
    local = Counter(place.id for place in places if place.kind in (PlaceKind.SETTLEMENT, PlaceKind.ADMIN2))
    (best, most), (_, second) = (*local.most_common(2), ("", 0), ("", 0))[:2]
    town = next((place for place in places if place.id == best and place.kind is PlaceKind.SETTLEMENT), None)
    return town if most > second and most >= _LEAST_FOCUS * local.total() else None
