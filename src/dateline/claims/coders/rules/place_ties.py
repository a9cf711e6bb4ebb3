"""Ties: how a named place hangs together with a word that says that something happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.place_spots import Spot
from dateline.claims.coders.rules.place_standings import Standing
from dateline.mentions.records import Token

_CLAUSES = {"VERB", "AUX"}
_PAUSES = {",", ";", ":", "-"}


@dataclass(frozen=True, slots=True)
class Happening:
    """A word that says that something happened, and that word with the words above it, up to the root."""

    page: Page
    token: int
    above: tuple[int, ...]

    @property
    def word(self) -> Token:
        return self.page.tokens[self.token]


@dataclass(frozen=True, slots=True)
class Tie:
    """A place as a candidate for where something happened.

    `relation` is "direct" (it hangs on the word itself), "argument" (on a noun of its clause), "below" (in a clause
    under it), "above" (in a clause that governs it), "beside" (neither); `edge` is the dependency of the clause that
    parts the two, "" where none does.
    """

    happening: Happening
    standing: Standing
    relation: str
    edge: str
    distance: float  # log of 1 + the words between them
    is_next: bool  # the first place after the word
    others_between: bool
    verb_between: bool
    pause_between: bool


def see_happening(page: Page, token: int) -> Happening:
    return Happening(page, token, (token, *grammar.ancestors(page, token)))


def tie_places(happening: Happening, standings: Sequence[Standing]) -> tuple[Tie, ...]:
    """Return the tie of each place of the word's sentence to the word."""
    return tuple(_tie(happening, standing, standings) for standing in standings)


def _tie(happening: Happening, standing: Standing, standings: Sequence[Standing]) -> Tie:
    spot, token = standing.spot, happening.token
    between = _between(spot, token)
    words = happening.page.tokens[between.start : between.stop]
    relation, edge = _relation(happening, spot)
    others = any(other.spot.first in between for other in standings)
    return Tie(
        happening,
        standing,
        relation,
        edge,
        distance=log1p(len(between)),
        is_next=spot.first > token and not others,
        others_between=others,
        verb_between=any(word.pos in _CLAUSES for word in words),
        pause_between=any(word.text in _PAUSES for word in words),
    )


def _between(spot: Spot, token: int) -> range:
    return range(token + 1, spot.first) if token < spot.first else range(spot.last + 1, token)


def _relation(happening: Happening, spot: Spot) -> tuple[str, str]:
    page = happening.page
    chain = [spot.governor, *grammar.ancestors(page, spot.governor)]
    top = next((place for place, index in enumerate(chain) if index in happening.above), len(chain) - 1)
    below = [index for index in chain[:top] if page.tokens[index].pos in _CLAUSES]
    if chain[top] == happening.token:
        if below:
            return "below", page.tokens[below[-1]].dep
        return ("direct" if top == 0 else "argument"), ""
    return ("beside" if below else "above"), _edge(happening, chain[top])


def _edge(happening: Happening, common: int) -> str:
    """Return the dependency by which the word's clause hangs on the word above that it shares with the place."""
    under = happening.token
    for index in happening.above[1:]:
        if index == common:
            break
        under = index
    return happening.page.tokens[under].dep
