"""Link: accounts to events, incrementally; killed anywhere, the next run goes on from there."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from typing import Protocol

from dateline.config import Config
from dateline.errors import StoreError
from dateline.events.items import Telling, items_of
from dateline.judgement import Numbered, Verdict
from dateline.linkage.bulk import PassingIndex
from dateline.linkage.cluster import Linker as DefaultLinker
from dateline.linkage.index import Index, MemoryIndex
from dateline.linkage.records import Constraints, Item, Placed
from dateline.linkage.weights import Weights, load_weights
from dateline.pipeline.constraints import constraints_of, sides
from dateline.pipeline.learning import weights_of
from dateline.pipeline.records import LinkedAccount, LinkedAll, LinkProgress
from dateline.stamp import Stamp
from dateline.store import Account, Link, Placing, Store, as_kept, open_store

_BULK = 300  # accounts that wait, from which they are placed in memory and written a portion at a time
_PORTION = 500  # accounts a transaction then
_AT_ONCE = 200_000  # accounts that are kept in memory together: some 1.5 GB
LINKER = "linker.v1"


class Linker(Protocol):
    """What places one item after another into an index."""

    def place(self, item: Item) -> Placed:
        """Place an item, and say what else it moved."""
        ...

    def relink(self, item_ids: Sequence[str]) -> Mapping[str, str]:
        """Cluster what is around these items anew; return what moved."""
        ...


LinkerMaker = Callable[[Index, Constraints], Linker]
Placings = Generator[LinkedAccount, None, int]  # returns how many others were moved


def default_linker(index: Index, constraints: Constraints) -> Linker:
    return DefaultLinker(index, constraints=constraints)


def linker_of(weights: Weights) -> LinkerMaker:
    """Return what makes linkers that go by these weights: those that a casebook learned."""
    return lambda index, constraints: DefaultLinker(index, weights=weights, constraints=constraints)


def linker_stamp(weights: Weights | None = None) -> Stamp:
    return Stamp(LINKER, version("dateline"), (weights or load_weights()).version)


def link_casebook(config: Config, *, again: bool = False) -> Iterator[LinkProgress]:
    """Link what waits in the casebook's store; see `link_store`."""
    weights = weights_of(config)
    with open_store(config.store_url) as store:
        yield from link_store(store, again=again, make=linker_of(weights), stamp=linker_stamp(weights))


def link_store(
    store: Store, *, again: bool = False, make: LinkerMaker = default_linker, stamp: Stamp | None = None
) -> Iterator[LinkProgress]:
    """Link the accounts of newest codings that are not linked yet; yields each, and LinkedAll at the end.

    Accounts of documents that were coded anew are placed anew, and what is gone leads to what tells it now. What people
    judged since the last time takes effect. `again` places everything anew. Every transaction leaves a store that is
    whole; killed anywhere, the next run goes on after the last one.
    """
    stamp = stamp or linker_stamp()
    run = store.begin_run(stamp)
    by = _by(stamp)
    with store.links.placing(run) as placing:
        placing.enter_anew(by=by)
        if again:
            placing.take_all_out()
            placing.enter_anew(by=by)
    waiting = store.links.waiting()
    linking = _Linking(store, run, by, _maker(make, store))
    moved = yield from (linking.in_bulk(waiting) if len(waiting) >= _BULK else linking.one_by_one(waiting))
    moved += linking.settle()
    store.end_run(run, {"placed": len(waiting), "moved": moved})
    yield LinkedAll(placed=len(waiting), moved=moved)


def _spoken_of(judged: Numbered, log: Sequence[Numbered]) -> list[str]:
    """Return the accounts that a judgement, or the one that it takes back, or gives back, is about."""
    while judged.judgement.verdict is Verdict.UNDO:
        judged = log[int(judged.judgement.record_id) - 1]
    one, other = sides(judged.judgement)
    return sorted(one | other)


def _maker(make: LinkerMaker, store: Store) -> Callable[[Index], Linker]:
    """Return what makes a linker of an index that keeps to what people decided so far."""
    log = store.log()
    accounts = sorted({each for judged in log for side in sides(judged.judgement) for each in side})
    constraints = constraints_of(log, store.links.told_as(accounts).get)
    return lambda index: make(index, constraints)


class _Linking:
    """One run of linking."""

    def __init__(self, store: Store, run: int, by: str, make: Callable[[Index], Linker]) -> None:
        self._store = store
        self._run = run
        self._by = by
        self._make = make

    def one_by_one(self, waiting: Sequence[Account]) -> Placings:
        """Place each account in a transaction of its own, with what it moves."""
        moved = 0
        for account, item in _items(self._store, waiting):
            with self._store.links.placing(self._run) as placing:
                if placing.index.cluster_of(item.id) is not None:
                    continue  # another process has placed it meanwhile
                placed = self._make(placing.index).place(item)
                placing.link(self._links(placed))
            moved += len(placed.moved)
            yield LinkedAccount(account.id, placed.decision.cluster)
        return moved

    def in_bulk(self, waiting: Sequence[Account]) -> Placings:
        """Place all in memory, and write them a portion at a time."""
        index = self._index_of(self._store.links.count() + len(waiting))
        for item, event in self._store.links.placed():
            index.add(item, event)
        linker = self._make(index)
        moved = 0
        for start in range(0, len(waiting), _PORTION):
            portion = _Portion()
            for _, item in _items(self._store, waiting[start : start + _PORTION]):
                placed = linker.place(item)
                portion.add(item, self._links(placed))
                yield LinkedAccount(item.id, placed.decision.cluster)
            with self._store.links.placing(self._run) as placing:
                moved += portion.write(placing)
        return moved

    def _index_of(self, many: int) -> MemoryIndex:
        """Return an index in memory; a casebook of very many accounts is passed through in the order of telling."""
        return MemoryIndex() if many <= _AT_ONCE else PassingIndex()

    def settle(self) -> int:
        """Let what people judged since the last time take effect, in order; return how many accounts it moved."""
        log = self._store.log()
        moved = 0
        for judged in log[self._store.links.settled() :]:
            told = self._store.links.told_as(_spoken_of(judged, log))
            accounts = sorted({each for each in told.values() if each is not None})
            with self._store.links.placing(self._run) as placing:
                found = self._make(placing.index).relink(accounts) if accounts else {}
                placing.link(Link(account, event, judged.name) for account, event in found.items())
                placing.settle(judged.number)
            moved += len(found)
        return moved

    def _links(self, placed: Placed) -> list[Link]:
        decision = placed.decision
        made = Link(
            decision.item,
            decision.cluster,
            self._by,
            probability=decision.probability,
            runner_up=decision.runner_up,
            runner_up_probability=decision.runner_up_probability if decision.runner_up is not None else None,
            reasons=decision.reasons,
        )
        return [made, *(Link(account, event, self._by) for account, event in placed.moved.items())]


class _Portion:
    """What was placed in memory and is to be written in one transaction: the last place of each account."""

    def __init__(self) -> None:
        self._items: list[Item] = []
        self._links: dict[str, Link] = {}

    def add(self, item: Item, links: Iterable[Link]) -> None:
        self._items.append(item)
        for link in links:
            known = self._links.get(link.account)
            self._links[link.account] = link if known is None else replace(known, event=link.event, probability=None)

    def write(self, placing: Placing) -> int:
        """Write the portion; return how many accounts of former ones it moved."""
        if any(placing.index.cluster_of(item.id) is not None for item in self._items):
            raise StoreError("another process links this casebook. Wait until that is done, then run `dateline link`.")
        events = {account: link.event for account, link in self._links.items() if link.event is not None}
        placing.keep((item, events.pop(item.id)) for item in self._items)
        placing.index.move(events)
        placing.link(self._links.values())
        return len(events)


def _items(store: Store, accounts: Iterable[Account]) -> Iterator[tuple[Account, Item]]:
    """Yield each account with its item, as it comes back from the store; those of one document follow one another."""
    document_id = ""
    items: dict[str, Item] = {}
    for account in accounts:
        if account.document_id != document_id:
            document_id = account.document_id
            items = {item.id: item for item in _items_of(store, document_id)}
        if account.id in items:  # else its document was coded anew meanwhile: the next run sees to it
            yield account, items[account.id]


def _items_of(store: Store, document_id: str) -> Iterator[Item]:
    kept = store.kept(document_id)
    if kept is None:
        return
    telling = Telling.of(kept.document, kept.frames, mentions=kept.mentions, places=kept.places, actors=kept.actors)
    yield from map(as_kept, items_of(kept.events, telling))


def _by(stamp: Stamp) -> str:
    return f"{stamp.coder}@{stamp.config_hash}"
