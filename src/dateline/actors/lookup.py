"""Look up: the actors that a name from outside a text may mean: a list's entry, a column's value, a search box."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.actors.records import Actor
from dateline.actors.roster import Roster, name_key
from dateline.actors.transliteration import spelling_key
from dateline.values.folding import fold

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_EITHER = re.compile(r"\s+/\s+|\s*;\s*|\s+a\.?k\.?a\.?\s+")
_FEWEST = 2  # letters or digits in a name: less is shared by everybody
_PROBABILITIES = {"exact": 0.97, "alias": 0.93, "shortened": 0.85, "transliteration": 0.8}
_NAMESAKES = 0.5  # how often the first of several namesakes is meant, judged until it is measured


@dataclass(frozen=True, slots=True)
class Found:
    """An actor that bears a name. `tier`: "exact", "alias", "shortened" (without brackets or its other half),
    "transliteration" (another Latin spelling); `reason` says it in words.
    """  # noqa: D205 - two sentences that belong together

    actor: Actor
    tier: str
    probability: float
    reason: str


def look_up(name: str, *, roster: Roster, country: str | None = None) -> tuple[Found, ...]:
    """Return the actors that bear a name, the likeliest first; none where nobody bears it, never the nearest.

    Namesakes of the country (ISO 3166-1 alpha-2) come first, then the more prominent. The tiers are tried in order;
    the first that finds anybody ends the search.
    """
    written = " ".join(fold(name).split())
    if len(name_key(written).replace(" ", "")) < _FEWEST:
        return ()
    for tier, spelling in _spellings(written):
        actors = roster.find(spelling) if tier != "transliteration" else roster.find_spelt_like(spelling)
        if actors:
            ranked = sorted(actors, key=lambda actor: country is not None and actor.country != country)
            return tuple(_found(actor, written, tier, is_only=len(ranked) == 1) for actor in ranked)
    return ()


def _spellings(written: str) -> Iterator[tuple[str, str]]:
    """Yield what to look for, with the tier it proves."""
    yield "alias", written
    yield "alias", re.sub(r"^the\s+", "", written, flags=re.IGNORECASE)
    bare = _BRACKETS.sub(" ", written).strip()
    halves = [half for whole in dict.fromkeys((written, bare)) for half in _EITHER.split(whole)]
    inside = [part for part in _BRACKETS.findall(written) if " " in part]  # an acronym alone proves too little
    for spelling in dict.fromkeys((bare, *halves, *(_BRACKETS.sub(" ", half).strip() for half in halves), *inside)):
        if len(name_key(spelling)) > _FEWEST and spelling != written:
            yield "shortened", spelling
    for spelling in dict.fromkeys((written, bare)):
        if spelling_key(spelling):
            yield "transliteration", spelling


def _found(actor: Actor, written: str, tier: str, *, is_only: bool) -> Found:
    tier = "exact" if tier == "alias" and name_key(actor.name) == name_key(written) else tier
    probability = _PROBABILITIES[tier] if is_only else min(_NAMESAKES, _PROBABILITIES[tier])
    how = {
        "exact": "is its name",
        "alias": "is one of its names",
        "shortened": "holds one of its names",
        "transliteration": "is another spelling of one of its names",
    }[tier]
    return Found(actor, tier, probability, f"{written!r} {how}" + ("" if is_only else "; others bear it too"))
