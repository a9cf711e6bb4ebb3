"""Bulk: a whole casebook's items linked from scratch, on several processes and in memory that stays flat.

The time line is cut into stretches, one a process. A stretch reads the last days of the one before once more, and
clusters of the two that have an item in common are one. Each forgets events of which nothing was told for FORGOTTEN
days, so that ten years need little more memory than two. What is lost: a report that looks back further than that, or
over the start of its stretch, founds an event of its own.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context

from dateline.linkage.block import day_of, kept_keys
from dateline.linkage.cluster import Linker
from dateline.linkage.index import MemoryIndex
from dateline.linkage.records import Constraints, Decision, Item
from dateline.linkage.weights import Weights

FORGOTTEN = 400  # days: between reports that lie further apart no key but a name is asked for
CANDIDATES = 16  # that are scored: fewer than elsewhere, for speed
OVERLAP = 60  # days that two stretches both link: of events told over the cut most are told once in them


@dataclass(frozen=True, slots=True)
class Stretch:
    """Items told in some days, read by the process that links them: `read` yields them in the order of telling.

    All but the first stretch begin OVERLAP days before the end of the one before. `read` must be picklable.
    """

    read: Callable[[], Iterable[Item]]


class PassingIndex(MemoryIndex):
    """An index that forgets events of which nothing was told for long; items come in the order of telling."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Item] = deque()  # to be forgotten
        self._added = 0

    def add(self, item: Item, cluster: str) -> None:
        self._forget((day_of(item) or 0) - FORGOTTEN)
        self._order[item.id] = self._added = self._added + 1
        self._waiting.append(item)
        super().add(item, cluster)

    def near(self, item: Item, limit: int = CANDIDATES) -> list[Item]:
        return super().near(item, limit)

    def __len__(self) -> int:
        return len(self._items)

    def _forget(self, day: int) -> None:
        """Forget the clusters whose last telling was before this day; of others no member, not even the founder."""
        while self._waiting and (day_of(self._waiting[0]) or 0) < day:
            item = self._waiting.popleft()
            cluster = self._clusters.get(item.id)
            if cluster is None:
                continue
            members = self.members(cluster)
            if all((day_of(member) or 0) < day for member in members):
                for member in members:
                    self._remove(member)
            else:
                self._waiting.append(item)

    def _remove(self, item: Item) -> None:
        for key in kept_keys(item):
            ids = self._postings[key]
            ids.remove(item.id)
            if not ids:
                del self._postings[key]
        cluster = self._clusters.pop(item.id)
        self._members[cluster].pop(item.id)
        if not self._members[cluster]:
            del self._members[cluster]
        for each in (self._items, self._days, self._order):
            del each[item.id]


def link_stretches(
    stretches: Sequence[Stretch],
    *,
    processes: int = 2,
    weights: Weights | None = None,
    constraints: Constraints | None = None,
) -> dict[str, Decision]:
    """Return the decision on each item, by its id, in the order of telling; its cluster is where it is in the end.

    `constraints` hold between items that are in memory together.
    """
    work = [(stretch, weights, constraints) for stretch in stretches]
    if processes == 1 or len(stretches) == 1:
        return _joined(_link(*each) for each in work)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return _joined(pool.map(_link, *zip(*work, strict=True)))


def _link(stretch: Stretch, weights: Weights | None, constraints: Constraints | None) -> dict[str, Decision]:
    linker = Linker(PassingIndex(), weights=weights, constraints=constraints)
    decisions: dict[str, Decision] = {}
    for item in stretch.read():
        placed = linker.place(item)
        decisions[item.id] = placed.decision
        for name, cluster in placed.moved.items():
            decisions[name] = replace(decisions[name], cluster=cluster)
    return decisions


def _joined(linked: Iterable[Mapping[str, Decision]]) -> dict[str, Decision]:
    """Return all decisions; a cluster of a later stretch is called as the earlier one calls an item of it."""
    joined: dict[str, Decision] = {}
    for decisions in linked:
        called: dict[str, str] = {}
        for name, decision in decisions.items():
            if name in joined:
                called.setdefault(decision.cluster, joined[name].cluster)
        for name, decision in decisions.items():
            if name not in joined:
                joined[name] = replace(decision, cluster=called.get(decision.cluster, decision.cluster))
    return joined
