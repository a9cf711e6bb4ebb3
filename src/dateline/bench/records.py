"""The nouns of the bench: what can be measured, one measured figure, and the figures of one run."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from dateline.errors import InputError

Progress = Callable[[int], None]  # called with the number of documents coded so far


@dataclass(frozen=True, slots=True)
class Bench:
    """One thing that can be measured, and where its data comes from."""

    name: str
    measures: str
    origin: str  # where the data was published
    format: str  # of one line or file of the data
    licence: str
    folder: str  # where the data lies under the data folder


@dataclass(frozen=True, slots=True)
class Peer:
    """What another system scored by the same metric: `items` says on what, `note` where it was counted otherwise."""

    system: str
    value: float
    items: str
    same_items: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `metric` is a stable id; shares and F scores are percentages, other units stand in the docs.

    `low` and `high` bound the bootstrap 95 % interval; None where the figure has none. `n` counts what the figure is
    over: documents for an accuracy, fills of the answer key for a slot. `peer` names a published system or a baseline,
    the best of them where there are several; `peers` has all that are published.
    """

    metric: str
    value: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0
    peer: str | None = None
    peer_value: float | None = None
    note: str = ""
    peers: tuple[Peer, ...] = ()


@dataclass(frozen=True, slots=True)
class BenchResult:
    """The figures of one run over `n` documents of `data`."""

    bench: str
    data: str
    n: int
    rows: tuple[Row, ...]

    def as_json(self) -> dict[str, object]:
        """Return the documented JSON form: bench, data, n, rows."""
        return {"bench": self.bench, "data": self.data, "n": self.n, "rows": [asdict(row) for row in self.rows]}

    def row(self, metric: str) -> Row:
        """Return the figure of one metric; raises InputError if the run has none of that name."""
        found = next((row for row in self.rows if row.metric == metric), None)
        if found is None:
            raise InputError(f"bench {self.bench} has no metric {metric!r}; it has {', '.join(self.metrics())}")
        return found

    def metrics(self) -> tuple[str, ...]:
        return tuple(row.metric for row in self.rows)


@dataclass(frozen=True, slots=True)
class Order:
    """What one run is asked to do: `data` is None where the bench chooses its own text, `coder` for the default one."""

    data: Path | None
    limit: int | None = None
    out: Path | None = None
    on_progress: Progress | None = None
    coder: str | None = None


Prediction = Mapping[str, object]  # one line of the predictions file
