"""Standing: how an item stands to each cluster that it may belong to, and what is known of the choice between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, log1p

from dateline.linkage.average import ALWAYS, NEVER
from dateline.linkage.records import Item

_TOP = 3  # members that speak for a cluster: one alone may be alike by chance, and in a long event most are not
_LEAST = 1e-4
_RIVAL = 0.1
_LONG = 400  # days


@dataclass(frozen=True, slots=True)
class Standing:
    """One cluster: the chances of the item with its members, and the days between the item and their tellings."""

    cluster: str
    chances: tuple[float, ...]  # greatest first
    size: int  # of the whole cluster; chances may be of a part of it
    silence: int  # days from the item's telling to the nearest of the members'

    @property
    def score(self) -> float:
        """Return the mean of the three greatest chances; 0 where one of the members is known to be another thing."""
        if self.is_decided:
            return 1.0
        if not self.chances or self.chances[-1] < 0:
            return 0.0
        top = self.chances[:_TOP]
        return sum(top) / len(top)

    @property
    def is_decided(self) -> bool:
        """Tell whether a person said that the item belongs here."""
        return bool(self.chances) and self.chances[0] >= ALWAYS and self.chances[-1] > NEVER

    @property
    def mean(self) -> float:
        """Return the mean of all chances, as average link would see it."""
        return max(0.0, min(1.0, sum(self.chances) / len(self.chances))) if self.chances else 0.0


def stand(item: Item, cluster: str, members: Sequence[Item], chances: Sequence[float], *, size: int) -> Standing:
    """Return how the item stands to a cluster."""
    gaps = [abs(item.told - member.told) for member in members if item.told is not None and member.told is not None]
    return Standing(cluster, tuple(sorted(chances, reverse=True)), size, min(gaps, default=_LONG))


def measures(item: Item, standings: Sequence[Standing], *, agrees: bool) -> Mapping[str, float]:
    """Return what the regression on decisions asks for; `standings` likeliest first, at least one.

    `agrees` tells whether average link over the neighbourhood puts the item there too.
    """
    best, *others = standings
    runner_up = others[0].score if others else 0.0
    return {
        "best": _log_odds(best.score),
        "greatest": _log_odds(min(1.0, best.chances[0])),
        "mean": _log_odds(best.mean),
        "margin": best.score - runner_up,
        "runner_up": runner_up,
        "size": log1p(best.size),
        "silence": log1p(best.silence),
        "rivals": float(sum(each.score > _RIVAL for each in others)),
        "words": log1p(len(item.terms)),
        "agrees": float(agrees),
    }


def _log_odds(chance: float) -> float:
    chance = min(1 - _LEAST, max(_LEAST, chance))
    return log(chance / (1 - chance))
