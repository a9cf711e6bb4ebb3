"""Peers of linkage, on the same reports in the same run: what is commonly done to find reports of one event."""

from collections.abc import Sequence

from dateline.bench.linking import Told
from dateline.bench.records import Peer
from dateline.bench.scorers.clusters import score
from dateline.linkage.average import Pair, average_link
from dateline.linkage.features.words import words_alike
from dateline.linkage.index import MemoryIndex

_ALIKE = 0.2  # cosine above which tf-idf calls two reports one event: the best of .15, .2 to .4 on the earlier part
_HALF = 0.5


def peers(told: Sequence[Told]) -> tuple[Peer, ...]:
    """Return what three simple ways score in B3 F1, in percent."""
    ways = (
        ("every report its own event", _each_its_own(told)),
        ("one a day: the same place on the same day", _one_a_day(told)),
        ("tf-idf, average link", tf_idf(told)),
    )
    gold = [each.incident for each in told]
    note = "the same reports in the same run"
    return tuple(
        Peer(name, score(way, gold)["b3"].f1, "these reports", same_items=True, note=note) for name, way in ways
    )


def _each_its_own(told: Sequence[Told]) -> list[str]:
    return [each.lead.id for each in told]


def _one_a_day(told: Sequence[Told]) -> list[str]:
    """Return the place and day of each lead, the day of publication where no other is known."""
    return [
        f"{each.lead.spots[0].id} {each.lead.first or each.lead.told}" if each.lead.spots else each.lead.id
        for each in told
    ]


def tf_idf(told: Sequence[Told], alike: float = _ALIKE) -> list[str]:
    """Return clusters by average link of the words' cosine over the candidates of blocking."""
    index, chances = MemoryIndex(), dict[Pair, float]()
    for each in told:
        for near in index.near(each.lead):
            chances[near.id, each.lead.id] = words_alike(each.lead, near) * _HALF / alike
        index.add(each.lead, each.lead.id)
    groups = average_link((each.lead.id for each in told), chances)
    cluster = {name: group[0] for group in groups for name in group}
    return [cluster[each.lead.id] for each in told]
