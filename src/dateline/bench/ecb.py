"""ECB+: mentions of happenings in many texts, put together where they are one; CoNLL beside two plain baselines.

The mentions are given, as the data marks them; which text is of which subject is not. All marked mentions are scored
together, those that no other mention joins too, over all subjects at once.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dateline.bench.mappers.ecb_corpus import find_part, read_part
from dateline.bench.mappers.ecb_model import Read, cluster, load_model, read_mentions
from dateline.bench.records import Order, Peer, Row
from dateline.bench.scorers.clusters import rows as cluster_rows
from dateline.errors import InputError

_MEASURES = ("muc", "b3", "ceafe", "lea")
_BASELINES: Mapping[str, str] = {
    "lemma": "one word, one happening",
    "lemma_documents": "one word in texts of one story, one happening; stories by tf-idf and average link",
}


def has_ecb(folder: Path) -> bool:
    """Return whether the folder holds a part of ECB+ that can be scored."""
    return folder.is_dir() and find_part(folder) is not None


def ecb_rows(folder: Path, order: Order) -> tuple[Row, ...]:
    """Return `linkage.ecb.conll`, the measures that it is the mean of, and the baselines' CoNLL on the same mentions.

    Of several parts Dev is scored, else one that is not Train. `order.limit` cuts nothing: a part is scored whole.
    Raises InputError where the folder holds no part, or one whose files do not fit together.
    """
    start = find_part(folder)
    if start is None:
        raise InputError(f"{folder} holds no ECB+ part to score: *Event_gold_mentions.json and *corpus.txt are needed")
    part = read_part(folder, start)
    chains = [mention.chain for mention in part.mentions]
    read = read_mentions(part)
    if order.on_progress is not None:
        order.on_progress(len(part.documents))
    said = f"{start.rstrip('_') or folder.name}: {len(chains)} mentions in {len(part.documents)} texts"
    baselines = tuple(_baselines(read, chains, said))
    system = cluster(read, load_model())
    ours = _beside(_conll("conll", system, chains, said), baselines)
    measured = cluster_rows("linkage.ecb.", system, chains, measures=_MEASURES)
    return (ours, *measured, *baselines)


def _conll(name: str, system: Sequence[Hashable], chains: Sequence[str], note: str) -> Row:
    (row,) = cluster_rows("", system, chains, measures=("conll",), note=note)
    return replace(row, metric=f"linkage.ecb.{name}")


def _baselines(read: Read, chains: Sequence[str], said: str) -> Iterator[Row]:
    for name, how in _BASELINES.items():
        yield _conll(f"{name}.conll", _by_lemma(read, by_story=name != "lemma"), chains, f"{how}; {said}")


def _by_lemma(read: Read, *, by_story: bool) -> list[Hashable]:
    stories = [read.topics.stories[read.topics.numbers[each.document]] if by_story else 0 for each in read.told]
    return [(each.lemma, story) for each, story in zip(read.told, stories, strict=True)]


def _beside(row: Row, baselines: Sequence[Row]) -> Row:
    """Return the row with the baselines as its peers, the best of them as its peer."""
    peers = tuple(
        Peer(each.metric.split(".")[2], each.value or 0.0, f"{each.n} mentions", same_items=True) for each in baselines
    )
    best = max(peers, key=lambda peer: peer.value)
    return replace(row, peer=best.system, peer_value=best.value, peers=peers)
