"""`dateline bench`: the coder measured on published data sets, beside published scores."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.runs import progress
from dateline.cli.screen import note, print_json, print_table
from dateline.cli.settings import AsJson, Limit, Quiet
from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.bench.records import BenchResult, Peer, Row

BenchName = Annotated[str | None, typer.Argument(help="Which bench; see --list.")]
Data = Annotated[Path | None, typer.Option("--data", help="A file or folder of the same form as the bench's data.")]
Out = Annotated[Path | None, typer.Option("--out", help="Keep the predictions in this JSON Lines file.")]
Coder = Annotated[str | None, typer.Option("--coder", help="Measure this coder: rules.v1, model.v1 or combined.v1.")]
AsList = Annotated[bool, typer.Option("--list", help="List the benches and where their data comes from.")]


def bench(
    name: BenchName = None,
    *,
    data: Data = None,
    limit: Limit = None,
    out: Out = None,
    coder: Coder = None,
    as_list: AsList = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Measure the coder on a published data set."""
    from dateline.bench import BENCHES, run

    if as_list:
        _print_list(as_json=as_json)
        return
    if name is None:
        known = ", ".join(each.name for each in BENCHES)
        raise InputError(f"name a bench: {known}. `dateline bench --list` says more.")
    with progress(quiet=quiet) as advance:
        result = run(name, data=data, limit=limit, out=out, on_progress=lambda _: advance(), coder=coder)
    if as_json:
        print_json(result.as_json())
    else:
        _print(result)
    if out is not None:
        note(f"predictions: {out}", quiet=quiet)


def _print_list(*, as_json: bool) -> None:
    from dataclasses import asdict

    from dateline.bench import BENCHES

    if as_json:
        print_json({"benches": [asdict(each) for each in BENCHES]})
        return
    rows = [(each.name, each.measures, each.origin, each.licence, each.format) for each in BENCHES]
    print_table(("bench", "measures", "data from", "licence", "format"), rows)


def _print(result: "BenchResult") -> None:
    title = f"{result.bench}: {result.n} documents of {result.data}"
    print_table(("metric", "value", "95 %", "n", "peer", "peer's", "note"), map(_row, result.rows), title=title)
    peers = [_peer(row, peer) for row in result.rows for peer in row.peers]
    if peers:
        print_table(("metric", "published", "value", "ours", "measured on", "note"), peers, title="published figures")


def _row(row: "Row") -> tuple[str, ...]:
    digits = 3 if "0 is best" in row.note else 1  # errors of 0 to 1, beside shares in percent
    bounded = row.low is not None and row.high is not None
    interval = f"{row.low:.{digits}f} to {row.high:.{digits}f}" if bounded else ""
    value = "not measured" if row.value is None else f"{row.value:,.{digits}f}"
    peer = "" if row.peer_value is None else f"{row.peer_value:,.1f}"
    return (row.metric, value, interval, str(row.n), row.peer or "", peer, row.note)


def _peer(row: "Row", peer: "Peer") -> tuple[str, ...]:
    ours = "not measured" if row.value is None else f"{row.value:,.1f}"
    items = f"{peer.items}; {'the same' if peer.same_items else 'not the same'} as ours"
    return (row.metric, peer.system, f"{peer.value:,.1f}", ours, items, peer.note)
