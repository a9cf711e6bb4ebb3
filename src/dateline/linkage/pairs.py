"""Pairs: the chance of each pair of a neighbourhood, asked once and remembered, with what people decided on top."""

from collections import OrderedDict
from collections.abc import Sequence

from dateline.linkage.average import ALWAYS, NEVER, TWO, Pair
from dateline.linkage.records import Constraints, Item
from dateline.linkage.score import Scorer

_REMEMBERED = 200_000  # pairs: some 40 MB
_TWICE_TOLD = 0.5  # chance from which two accounts of one teller may be one


class Pairs:
    """The chances of pairs. What a person decided is ALWAYS or NEVER; two accounts of one teller are two."""

    def __init__(self, scorer: Scorer, constraints: Constraints | None = None) -> None:
        constraints = constraints or Constraints()
        self._scorer = scorer
        self._decided = {key_of_pair(*pair): ALWAYS for pair in constraints.same}
        self._decided |= {key_of_pair(*pair): NEVER for pair in constraints.different}
        self._beside: dict[str, set[str]] = {}
        for one, other in self._decided:
            self._beside.setdefault(one, set()).add(other)
            self._beside.setdefault(other, set()).add(one)
        self._known: OrderedDict[Pair, float] = OrderedDict()

    def of(self, item: Item, others: Sequence[Item]) -> list[float]:
        """Return the chance of the item with each of the others."""
        fresh = [other for other in others if key_of_pair(item.id, other.id) not in self._known]
        for other, chance in zip(fresh, self._scorer.chances(item, fresh), strict=True):
            self._known[key_of_pair(item.id, other.id)] = self._held(item, other, chance)
        chances = [self._known[key_of_pair(item.id, other.id)] for other in others]
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return chances

    def _held(self, item: Item, other: Item, chance: float) -> float:
        decided = self._decided.get(key_of_pair(item.id, other.id))
        if decided is not None:
            return decided
        return TWO if item.group == other.group and chance < _TWICE_TOLD else chance

    def among(self, items: Sequence[Item]) -> dict[Pair, float]:
        """Return the chances of all pairs of the items."""
        chances: dict[Pair, float] = {}
        for number, item in enumerate(items):
            others = items[:number]
            chances.update(zip(((other.id, item.id) for other in others), self.of(item, others), strict=True))
        return chances

    def partners(self, item_id: str) -> list[str]:
        """Return the items of which a person said that they are the same as this."""
        return [other for other in self.decided(item_id) if self._decided[key_of_pair(item_id, other)] == ALWAYS]

    def decided(self, item_id: str) -> list[str]:
        """Return the items of which a person said that they are the same as this, or that they are not."""
        return sorted(self._beside.get(item_id, ()))


def key_of_pair(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)
