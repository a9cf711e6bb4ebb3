"""Run: one bench by its name."""

from collections.abc import Callable
from pathlib import Path

from dateline.bench.benches import (
    actors,
    attribution,
    calibration,
    case2021,
    fusion,
    gate,
    hrds,
    india_police,
    insightcrime,
    isaf,
    linkage,
    linking_speed,
    muc4,
    places,
    plv,
    relations,
    sample,
    satp,
    speed,
)
from dateline.bench.records import Bench, BenchResult, Order, Progress
from dateline.errors import InputError

_WAYS: tuple[tuple[Bench, Callable[[Order], BenchResult]], ...] = (
    (actors.BENCH, actors.run),
    (attribution.BENCH, attribution.run),
    (calibration.BENCH, calibration.run),
    (case2021.BENCH, case2021.run),
    (fusion.BENCH, fusion.run),
    (gate.BENCH, gate.run),
    (hrds.BENCH, hrds.run),
    (india_police.BENCH, india_police.run),
    (insightcrime.BENCH, insightcrime.run),
    (isaf.BENCH, isaf.run),
    (linkage.BENCH, linkage.run),
    (linking_speed.BENCH, linking_speed.run),
    (muc4.BENCH, muc4.run),
    (places.BENCH, places.run),
    (plv.BENCH, plv.run),
    (relations.BENCH, relations.run),
    (sample.BENCH, sample.run),
    (satp.BENCH, satp.run),
    (speed.BENCH, speed.run),
)
BENCHES: tuple[Bench, ...] = tuple(bench for bench, _ in _WAYS)


def run(
    name: str,
    *,
    data: Path | None = None,
    limit: int | None = None,
    out: Path | None = None,
    on_progress: Progress | None = None,
    coder: str | None = None,
) -> BenchResult:
    """Run a bench and return its figures.

    `data` is a file or folder of the form that the bench describes; without it the data folder is used
    (DATELINE_BENCH_DATA, else the one beside the checkout). `limit` is a number of documents, `out` a file for the
    predictions, one JSON object a line. `on_progress` is called with the number of documents coded so far. `coder` is
    measured in place of the default one. Raises InputError for an unknown name of a bench or coder, a limit below 1,
    and data that is absent or of another form.
    """
    way = next((way for bench, way in _WAYS if bench.name == name), None)
    if way is None:
        raise InputError(f"there is no bench {name!r}; there are {', '.join(bench.name for bench in BENCHES)}")
    if limit is not None and limit < 1:
        raise InputError(f"--limit {limit}: a number of documents is at least 1")
    return way(Order(data, limit, out, on_progress, coder))
