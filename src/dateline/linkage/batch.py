"""Batch: links all items at once by average link over the candidates that blocking finds."""

from collections.abc import Sequence

from dateline.linkage.average import Pair, leads_first
from dateline.linkage.index import MemoryIndex
from dateline.linkage.pairs import Pairs
from dateline.linkage.records import Constraints, Item
from dateline.linkage.score import PairScorer, Scorer


def link_all(
    items: Sequence[Item], *, scorer: Scorer | None = None, constraints: Constraints | None = None
) -> dict[str, str]:
    """Return the cluster of each item, by their ids; a cluster's id is that of its first item."""
    index, pairs = MemoryIndex(), Pairs(scorer or PairScorer(), constraints)
    known = {item.id: item for item in items}
    chances: dict[Pair, float] = {}
    for item in items:
        near = {each.id: each for each in index.near(item)}
        near |= {name: known[name] for name in pairs.decided(item.id) if index.cluster_of(name) is not None}
        others = list(near.values())
        chances |= zip(((other.id, item.id) for other in others), pairs.of(item, others), strict=True)
        index.add(item, item.id)
    return {name: cluster[0] for cluster in leads_first(items, chances) for name in cluster}
