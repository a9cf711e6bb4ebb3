"""Standings: how the places of one sentence stand to each other: in a chain, in a list, one finer than the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.place_spots import Spot, load_place_words
from dateline.mentions.records import MentionKind

_LONGEST_GAP = 6  # words between two names of one chain: "Khar, in the Bajaur tribal district"
_LIST_WORDS = {"and", "or", "&"}
_CHAIN_POS = {"ADP", "DET", "ADJ", "NOUN", "PROPN", "PUNCT", "PART", "SPACE", "NUM", "CCONJ"}
_MODIFIERS = {"compound", "nmod", "amod", "poss"}
_POINT, _TOWN, _DISTRICT, _PROVINCE, _REGION, _COUNTRY = range(6)


@dataclass(frozen=True, slots=True)
class Standing:
    """A spot among the others of its sentence."""

    page: Page
    spot: Spot
    is_coarser: bool = False  # than its neighbour in a chain: Bajaur in "Khar, Bajaur"
    is_finer: bool = False  # Khar there
    is_second: bool = False  # of a chain
    is_listed: bool = False  # "Kunar and Nuristan"
    has_finer: bool = False  # the sentence names a place of a lower level
    is_nested: bool = False  # in a longer name
    qualifies: bool = False  # it stands before a name that lies in it: "Goma's Hope Hotel"


def stand(page: Page, spots: Sequence[Spot]) -> tuple[Standing, ...]:
    """Return the standing of each of a sentence's spots, which come in order."""
    joints = ["", *(_joint(page, one, other) for one, other in pairwise(spots)), ""]
    levels = [level(spot) for spot in spots]
    finest = min(levels, default=0)
    return tuple(
        Standing(
            page,
            spot,
            is_coarser=any(other < levels[number] for other in linked),
            is_finer=any(other > levels[number] for other in linked),
            is_second=joints[number] == "chain",
            is_listed="list" in joints[number : number + 2],
            has_finer=finest < levels[number],
            is_nested=any(_holds(other, spot) for other in spots),
            qualifies=_qualifies(page, spot, spots),
        )
        for number, spot in enumerate(spots)
        for linked in [_linked(levels, joints, number)]
    )


def _linked(levels: Sequence[int], joints: Sequence[str], number: int) -> list[int]:
    """Return the levels of the neighbours that a spot stands in one chain with."""
    neighbours = ((number - 1, joints[number]), (number + 1, joints[number + 1]))
    return [levels[other] for other, joint in neighbours if joint == "chain"]


def level(spot: Spot) -> int:
    """Return how large a place is by the word for it, else by what its name may mean: 0 a site to 5 a country."""
    words, labels = load_place_words(), spot.mention.labels
    if spot.mention.kind is not MentionKind.PLACE:
        return _POINT
    for size, unit in ((_TOWN, "fine_units"), (_DISTRICT, "district_units"), (_PROVINCE, "province_units")):
        if spot.unit in words[unit]:
            return size
    if not labels or labels[0] == "settlement":
        return _TOWN
    if "country" in labels:
        return _COUNTRY
    if "region" in labels:
        return _REGION
    return _DISTRICT if "settlement" in labels or "admin2" in labels else _PROVINCE


def _joint(page: Page, one: Spot, other: Spot) -> str:
    """Return "chain" or "list" where two names stand side by side, else ""."""
    between = page.tokens[one.last + 1 : other.first]
    if len(between) > _LONGEST_GAP or any(token.pos not in _CHAIN_POS for token in between):
        return ""
    return "list" if any(token.text.lower() in _LIST_WORDS for token in between) else "chain"


def _holds(outer: Spot, inner: Spot) -> bool:
    return outer is not inner and outer.first <= inner.first and inner.last <= outer.last


def _qualifies(page: Page, spot: Spot, spots: Sequence[Spot]) -> bool:
    token = page.tokens[spot.head]
    if token.dep not in _MODIFIERS:
        return False
    later = (other for other in spots if other.first > spot.first)
    return any(other.first <= token.head <= other.last or other.outer in {token.head, spot.outer} for other in later)
