"""Index: what the linker needs of what is already placed, and one that lives in memory. The store has another."""

from bisect import insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from dateline.linkage.block import LIMIT, LONGEST, TELLING, asked_keys, day_of, kept_keys, nearest_in_time, ranked
from dateline.linkage.records import Item


class Index(Protocol):
    """Items that are placed, found by what they may share. Ids of clusters are ids of items."""

    def near(self, item: Item, limit: int = LIMIT) -> list[Item]:
        """Return placed items that may be the same thing, likeliest first; never the item itself."""
        ...

    def add(self, item: Item, cluster: str) -> None:
        """Place an item."""
        ...

    def move(self, moved: Mapping[str, str]) -> None:
        """Put placed items, by id, into other clusters."""
        ...

    def cluster_of(self, item_id: str) -> str | None:
        """Return where an item is placed; None if it is not."""
        ...

    def members(self, cluster: str) -> list[Item]:
        """Return the items of a cluster, in the order in which they were placed first."""
        ...


class MemoryIndex:
    """An index of dicts: one key leads to the ids of its items, in order of telling."""

    def __init__(self) -> None:
        self._items: dict[str, Item] = {}
        self._clusters: dict[str, str] = {}
        self._members: dict[str, dict[str, None]] = {}
        self._days: dict[str, int] = {}
        self._order: dict[str, int] = {}  # the number of the item among those placed
        self._postings: defaultdict[int, list[str]] = defaultdict(list)

    def near(self, item: Item, limit: int = LIMIT) -> list[Item]:
        asked = asked_keys(item)
        day = day_of(item)
        found = {key: self._posting(key, worth, day) for key, worth in asked.items() if key in self._postings}
        ids = ranked(asked, found, limit + 1)
        return [self._items[name] for name in ids if name != item.id][:limit]

    def _posting(self, key: int, worth: float, day: int | None) -> Sequence[str]:
        """Return the items under a key; none where it is too common to tell anything."""
        ids = self._postings[key]
        return () if len(ids) > LONGEST and worth < TELLING else nearest_in_time(day, self._days, ids)

    def add(self, item: Item, cluster: str) -> None:
        self._items[item.id] = item
        self._order.setdefault(item.id, len(self._order))
        self._days[item.id] = day_of(item) or 0
        for key in kept_keys(item):
            insort(self._postings[key], item.id, key=self._days.__getitem__)
        self._put(item.id, cluster)

    def move(self, moved: Mapping[str, str]) -> None:
        for name, cluster in moved.items():
            self._members[self._clusters[name]].pop(name)
            self._put(name, cluster)

    def _put(self, name: str, cluster: str) -> None:
        self._clusters[name] = cluster
        self._members.setdefault(cluster, {})[name] = None

    def cluster_of(self, item_id: str) -> str | None:
        return self._clusters.get(item_id)

    def members(self, cluster: str) -> list[Item]:
        names = self._members.get(cluster, {})
        return [self._items[name] for name in sorted(names, key=self._order.__getitem__)]
