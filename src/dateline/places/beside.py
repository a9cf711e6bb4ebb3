"""Beside: the place whose name stands by an unresolved name or a facility, and what the words between them say."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.mentions.records import Mention
from dateline.places.distance import Distance, read_distance
from dateline.places.names import read_data

_REACH = 70  # characters between the two names
_MOST_WORDS = 7
_MOST_WORDS_BEFORE_DISTANCE = 5  # ", a village some" in "Qarloq, a village some 10 km north of Gao"
_TOKEN = re.compile(r"\w+|[^\w\s]")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[]*[A-Z])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A mention that stands beside another: `near` where the words keep them apart, `distance` where they say it."""

    mention: Mention
    near: bool = False
    distance: Distance | None = None


def neighbour_of(mention: Mention, mentions: Sequence[Mention], text: str) -> Neighbour | None:
    """Return the mention that the words after, or an owner's "'s" before, put beside this one; None if neither does.

    `mentions` are in order of position. Mentions that overlap this one are not beside it.
    """
    after = (other for other in mentions if other.span.start >= mention.span.end)
    following = next(after, None)
    if following is not None and (found := _following(mention, following, text)) is not None:
        return found
    before = [other for other in mentions if other.span.end <= mention.span.start]
    return _owner(mention, before[-1], text) if before else None


def _following(mention: Mention, other: Mention, text: str) -> Neighbour | None:
    gap = text[mention.span.end : other.span.start]
    if len(gap) > _REACH or "\n\n" in gap:
        return None
    tokens = _TOKEN.findall(gap.casefold())
    words = _words()
    if tokens and len(tokens) <= _MOST_WORDS and words.glue.issuperset(tokens):
        return Neighbour(other)
    if tokens and len(tokens) <= _MOST_WORDS and (words.glue | words.near).issuperset(tokens):
        return Neighbour(other, near=True)
    distance = read_distance(gap)
    if distance is not None and _leads_to_distance(gap, distance):
        return Neighbour(other, near=True, distance=distance)
    return None


def _leads_to_distance(gap: str, distance: Distance) -> bool:
    """Tell whether only a few words without a full stop stand between a name and the distance words after it."""
    rest = " ".join(gap.split()).partition(distance.words)[0]
    return len(_TOKEN.findall(rest)) <= _MOST_WORDS_BEFORE_DISTANCE and not re.search(r"[.;:!?]", rest)


def _owner(mention: Mention, other: Mention, text: str) -> Neighbour | None:
    """Return an owner before the name: "Gao's main Qarloq market"; the "'s" may belong to the mention of the owner."""
    gap = text[other.span.end : mention.span.start]
    if len(gap) > _REACH:
        return None
    owned = f"{other.text[-2:]}{gap}".replace("\u2019", "'")
    start = owned.find("'s")
    words = _TOKEN.findall(owned[start + 1 :].casefold())
    is_owner = 0 <= start <= len("'s") and len(words) <= _MOST_WORDS and _words().owner.issuperset(words)
    return Neighbour(other) if is_owner else None


def sentence_ends(text: str) -> list[int]:
    """Return where the sentences of a text end, roughly: a full stop before a capital letter, or a blank line."""
    return [match.end() for match in _SENTENCE_END.finditer(text)]


def nearest(mention: Mention, others: Sequence[Mention]) -> list[Mention]:
    """Return the others by the number of characters between them and the mention, the nearest first."""
    start, end = mention.span.start, mention.span.end
    return sorted(others, key=lambda other: max(other.span.start - end, start - other.span.end))


def of_sentence(mention: Mention, mentions: Sequence[Mention], ends: Sequence[int]) -> list[Mention]:
    """Return the other mentions of a mention's sentence; `ends` are where the document's sentences end."""
    here = bisect_right(ends, mention.span.start)
    return [other for other in mentions if other is not mention and bisect_right(ends, other.span.start) == here]


@dataclass(frozen=True, slots=True)
class _Words:
    glue: frozenset[str]
    near: frozenset[str]
    owner: frozenset[str]


@cache
def _words() -> _Words:
    data = read_data("nested.yaml")
    beside = data["beside"]
    glue = frozenset(beside["words"]) | frozenset(beside["marks"])
    return _Words(glue, frozenset(beside["near"]), frozenset(data["owner"]["words"]))
