"""Cluster: places one item after another, so that the order in which they come hardly matters.

An item goes to the cluster that the three likeliest of its members speak for, if a regression on the decision says
that this is more likely than not. Then its neighbourhood is clustered anew by average link, so that a late report can
join two events or part one. A cluster's id is that of one of its items: of the one that founded it; where two become
one, of the founder that was told first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.linkage.average import ALWAYS, leads_first
from dateline.linkage.index import Index
from dateline.linkage.pairs import Pairs
from dateline.linkage.records import Constraints, Decision, Item, Placed
from dateline.linkage.score import PairScorer, Scorer, explain
from dateline.linkage.standing import Standing, measures, stand
from dateline.linkage.weights import Weights, load_weights

BAND = (0.1, 0.9)  # chances of a link between which a decision waits for a person
_LIKELY = 0.5
_DOUBTFUL = 0.49  # the most that a link is believed which average link does not make: so the order hardly matters
_OPEN = 0.08  # a cluster none of whose members is likelier is out of the question
_CLUSTERS, _MEMBERS = 5, 16  # that are looked at: the likeliest, and of each those told nearest to the item
_NEIGHBOURHOOD = 60  # items that are clustered anew at once: 1,770 pairs
_FOLLOWED = 2  # moved items whose own neighbourhoods are looked at
_REASONS = 4
_Members = Mapping[str, Sequence[Item]]  # by cluster


class Linker:
    """Places items into an index, one at a time; `constraints` are what people decided, and hold always."""

    def __init__(
        self,
        index: Index,
        *,
        weights: Weights | None = None,
        scorer: Scorer | None = None,
        constraints: Constraints | None = None,
    ) -> None:
        self._weights = weights or load_weights()
        self._index = index
        self._pairs = Pairs(scorer or PairScorer(self._weights.pair), constraints)

    def place(self, item: Item) -> Placed:
        """Place an item that is not placed yet; says where, how sure that is, and which others it moved."""
        members = self._candidates(item)
        standings = self._standings(item, members)
        around = _bounded({each.cluster: members[each.cluster] for each in standings})
        groups = self._clustered([*(each for some in around.values() for each in some), item]) if around else []
        decision = self._decide(item, standings, members, groups)
        self._index.add(item, decision.cluster)
        if not _agree(groups, item.id, decision.cluster, around):
            return Placed(decision)
        moved = self._move(groups, {item.id: decision.cluster} | _places(around))
        if moved:
            moved |= self._follow([each for group in groups for each in group if each.id in moved])
        return Placed(replace(decision, cluster=moved.pop(item.id, decision.cluster)), moved)

    def relink(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Cluster placed items and all that is in their clusters anew, as after a person's decision; return what moved.

        Items that a person says are the same come along, wherever they are placed.
        """
        wanted = {name for each in ids for name in (each, *self._pairs.partners(each))}
        clusters = sorted({cluster for name in wanted if (cluster := self._index.cluster_of(name)) is not None})
        around = {cluster: self._index.members(cluster) for cluster in clusters}
        groups = self._clustered([each for some in around.values() for each in some])
        return self._move(groups, _places(around))

    def _candidates(self, item: Item) -> _Members:
        """Return the members of the likeliest clusters, likeliest first by their likeliest member."""
        near = self._index.near(item)
        clusters: dict[str, float] = {}
        for each, chance in _one_a_teller(near, self._pairs.of(item, near)):
            cluster = self._index.cluster_of(each.id) or each.id
            clusters[cluster] = max(chance, clusters.get(cluster, 0.0))
        partners = (self._index.cluster_of(partner) for partner in self._pairs.partners(item.id))
        clusters |= {cluster: ALWAYS for cluster in partners if cluster is not None}
        likeliest = sorted(clusters, key=lambda name: (-clusters[name], name))[:_CLUSTERS]
        return {name: self._index.members(name) for name in likeliest if clusters[name] > _OPEN}

    def _standings(self, item: Item, members: _Members) -> list[Standing]:
        """Return how the item stands to each cluster that it may belong to, likeliest first."""
        found = []
        for cluster, items in members.items():
            leads = [member for member in items if member.is_lead] if item.is_lead else []
            nearest = sorted(leads or items, key=lambda member: _gap(item, member))[:_MEMBERS]
            found.append(stand(item, cluster, nearest, self._pairs.of(item, nearest), size=len(items)))
        return sorted((each for each in found if each.score > 0), key=lambda each: (-each.score, each.cluster))

    def _clustered(self, items: Sequence[Item]) -> list[list[Item]]:
        by_id = {item.id: item for item in items}
        chances = self._pairs.among(items)
        return [[by_id[name] for name in names] for names in leads_first(items, chances)]

    def _follow(self, items: Sequence[Item]) -> dict[str, str]:
        """Cluster anew what is likely one with items that were moved: it may have stood alone for their sake."""
        clusters: dict[str, None] = {}
        for item in items[:_FOLLOWED]:
            near = self._index.near(item)
            likely = [each for each, chance in zip(near, self._pairs.of(item, near), strict=True) if chance > _LIKELY]
            clusters |= dict.fromkeys(self._index.cluster_of(each.id) or each.id for each in (item, *likely))
        around = _bounded({cluster: self._index.members(cluster) for cluster in clusters})
        return self._move(self._clustered([each for some in around.values() for each in some]), _places(around))

    def _decide(
        self, item: Item, standings: Sequence[Standing], members: _Members, groups: Sequence[Sequence[Item]]
    ) -> Decision:
        if not standings:
            return Decision(item.id, item.id, self._weights.alone)
        best = standings[0]
        ids = {member.id for member in members[best.cluster]}
        agrees = any(item in group and ids & {each.id for each in group} for group in groups)
        chance = 1.0 if best.is_decided else self._weights.decision.chance(measures(item, standings, agrees=agrees))
        if not agrees and not best.is_decided:
            chance = min(chance, _DOUBTFUL)
        likest = max(members[best.cluster], key=lambda member: self._pairs.of(item, [member])[0])
        reasons = explain(item, likest, self._weights.pair)
        if chance >= _LIKELY:
            told = tuple(each.feature for each in reasons if each.added > 0)[:_REASONS]
            runner_up = standings[1].cluster if len(standings) > 1 else None
            return Decision(item.id, best.cluster, chance, runner_up, 1 - chance, told)
        told = tuple(each.feature for each in reasons if each.added < 0)[:_REASONS]
        return Decision(item.id, item.id, 1 - chance, best.cluster, chance, told)

    def _move(self, groups: Sequence[Sequence[Item]], placed: Mapping[str, str]) -> dict[str, str]:
        """Name the groups, put the items that change their cluster where they belong, and return them."""
        founders = set(placed.values())
        moved: dict[str, str] = {}
        for group in groups:
            founding = [item for item in group if item.id in founders] or group
            name = min(founding, key=lambda item: (item.told is None, item.told or 0, item.id)).id
            moved |= {item.id: name for item in group if placed[item.id] != name}
        self._index.move(moved)
        return moved


def _one_a_teller(near: Sequence[Item], chances: Sequence[float]) -> list[tuple[Item, float]]:
    """Leave out what a teller tells in passing where the item may be what it tells first of all."""
    told = list(zip(near, chances, strict=True))
    leading = {each.group for each, chance in told if each.is_lead and chance > _OPEN}
    return [(each, chance) for each, chance in told if each.is_lead or each.group not in leading]


def _bounded(members: _Members) -> _Members:
    """Return whole clusters, in order, as many as are not too much to cluster anew."""
    chosen: dict[str, Sequence[Item]] = {}
    for cluster, items in members.items():
        if sum(map(len, chosen.values())) + len(items) > _NEIGHBOURHOOD:
            break
        chosen[cluster] = items
    return chosen


def _gap(item: Item, member: Item) -> tuple[int, str]:
    told = None not in (item.told, member.told)
    return (abs((item.told or 0) - (member.told or 0)) if told else 0), member.id


def _places(around: _Members) -> dict[str, str]:
    return {item.id: cluster for cluster, items in around.items() for item in items}


def _agree(groups: Sequence[Sequence[Item]], own: str, cluster: str, around: _Members) -> bool:
    """Tell whether average link puts the item where it was decided: with members of that cluster, or alone."""
    group = next((each for each in groups if any(item.id == own for item in each)), None)
    if group is None:
        return False
    members = {item.id for item in around.get(cluster, ())}
    others = {item.id for item in group} - {own}
    return bool(others & members) if members else not others
