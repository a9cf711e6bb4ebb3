"""The linking-speed bench: synthetic items linked in bulk, and one new item against a casebook: CPU time and memory."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from random import Random

from dateline.bench.records import Bench, BenchResult, Order, Row
from dateline.bench.scorers.clusters import score
from dateline.bench.synthetic_items import Town, days_of, make_items
from dateline.errors import InputError
from dateline.linkage.bulk import OVERLAP, Stretch, link_stretches
from dateline.linkage.cluster import Linker
from dateline.linkage.index import MemoryIndex
from dateline.linkage.records import Decision, Item
from dateline.places import open_gazetteer

BENCH = Bench(
    name="linking-speed",
    measures="items linked in a CPU-second, in bulk and one by one, memory; B3 against what was generated",
    origin="synthetic reports, as dense as a million in ten years, at towns of the gazetteer; no file is read",
    format="none: --data is refused",
    licence="none needed",
    folder="",
)
_ITEMS = 20_000
_TOWNS = 20_000
_SEED = 1
_TWO_PROCESSES = 100_000  # items from which two processes are worth their start
_CASEBOOK = 440_000  # items of some 200,000 events: the most that the casebook of the second figure holds
_NEW = 200  # items placed into it one by one
_METRIC = "linking_speed"


def run(order: Order) -> BenchResult:
    """Make the items, link them and measure; what making them costs is counted too, and is under a tenth."""
    if order.data is not None:
        raise InputError("linking-speed makes its own items: leave --data out, and say how many with --limit N")
    number = order.limit or _ITEMS
    towns = towns_of_gazetteer(_TOWNS, _SEED)
    clock, cpu = time.perf_counter(), _cpu_seconds()
    decisions = link_stretches(_stretches(towns, number))
    cpu, clock = _cpu_seconds() - cpu, time.perf_counter() - clock
    bulk = (*_bulk_rows(len(decisions), cpu, clock), _peak(), _quality(towns, number, decisions))
    if order.on_progress is not None:
        order.on_progress(number)
    return BenchResult(BENCH.name, "synthetic items", len(decisions), (*bulk, *_new_rows(towns, number)))


def towns_of_gazetteer(number: int, seed: int) -> list[Town]:
    """Return about this many settlements of the gazetteer, drawn at random; those without a position are left out."""
    gazetteer = open_gazetteer()
    names = sorted(name for name, labels in gazetteer.names() if "settlement" in labels)
    drawn = Random(seed).sample(names, min(number, len(names)))  # noqa: S311 - a draw, not a secret
    found = (candidate.place for name in drawn for candidate in gazetteer.candidates(name, limit=1))
    return [
        Town(place.id, place.point, place.admin1_id or place.country or "")
        for place in found
        if place.point is not None
    ]


def _stretches(towns: Sequence[Town], number: int) -> list[Stretch]:
    """Return one stretch, or two where there is enough to do for two processes."""
    days = days_of(number)
    if number < _TWO_PROCESSES:
        return [Stretch(partial(_items, towns, days))]
    cut = days.start + (len(days) + OVERLAP) // 2  # the second stretch reads OVERLAP days more
    return [
        Stretch(partial(_items, towns, range(days.start, cut))),
        Stretch(partial(_items, towns, range(cut - OVERLAP, days.stop))),
    ]


def _items(towns: Sequence[Town], days: range) -> Iterator[Item]:
    return (item for item, _ in make_items(towns, days, _SEED))


def _bulk_rows(number: int, cpu: float, clock: float) -> tuple[Row, Row]:
    said = f"{cpu:,.0f} CPU seconds, making the items included"
    return (
        Row(f"{_METRIC}.items_per_cpu_s", number / cpu, n=number, note=said),
        Row(f"{_METRIC}.minutes", clock / 60, n=number, note=f"by the clock; {os.cpu_count()} processors"),
    )


def _quality(towns: Sequence[Town], number: int, decisions: dict[str, Decision]) -> Row:
    """Return how well the items were put together again: a guard against speed that is bought with mistakes."""
    events = {item.id: event for item, event in make_items(towns, days_of(number), _SEED)}
    scores = score([decisions[name].cluster for name in events], list(events.values()))["b3"]
    said = f"precision {scores.precision:.1f}, recall {scores.recall:.1f}; of generated events, no measure of quality"
    return Row(f"{_METRIC}.b3.f1", scores.f1, n=len(events), note=said)


def _new_rows(towns: Sequence[Town], number: int) -> tuple[Row, Row]:
    """Return the CPU milliseconds that placing one item takes in a casebook of all items, mean and 95th percentile."""
    days = days_of(min(number, _CASEBOOK))
    index, founders = MemoryIndex(), dict[str, str]()
    for item, event in make_items(towns, days, _SEED):
        index.add(item, founders.setdefault(event, item.id))
    linker = Linker(index)
    new = islice(make_items(towns, range(days.stop, days.stop + len(days) + 1), _SEED), _NEW)
    spent = sorted(_milliseconds(linker, item) for item, _ in new)
    said = f"into {len(founders):,} events, in memory"
    return (
        Row(f"{_METRIC}.new_item_ms", sum(spent) / len(spent), n=len(spent), note=said),
        Row(f"{_METRIC}.new_item_p95_ms", spent[int(0.95 * len(spent))], n=len(spent), note=said),
    )


def _milliseconds(linker: Linker, item: Item) -> float:
    begin = time.process_time()
    linker.place(item)
    return 1000 * (time.process_time() - begin)


def _cpu_seconds() -> float:
    """Return the CPU time of this process and of those that it started and that have ended."""
    return sum(seconds for seconds, _ in _used())


def _peak() -> Row:
    """Return the greatest memory of this process, and of two that it started, both as large as the larger one."""
    (_, own), (_, child) = _used()
    said = f"resident: {own:,.0f} of this process, twice {child:,.0f} of the largest that it started"
    return Row(f"{_METRIC}.peak_mb", own + 2 * child, note=said)


def _used() -> Iterator[tuple[float, float]]:
    """Yield CPU seconds and greatest memory in megabytes, of this process and of those that it started."""
    import resource  # noqa: PLC0415 - not on Windows, where the other benches run

    unit = 1 if sys.platform == "darwin" else 1024  # bytes on macOS, kilobytes on Linux
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        used = resource.getrusage(who)
        yield used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6
