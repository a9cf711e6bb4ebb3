"""Published figures, put beside ours."""

from dataclasses import replace
from functools import cache
from importlib.resources import files

import yaml

from dateline.bench.records import Row

_FILE = files("dateline.bench") / "data" / "peers.yaml"


@cache
def read_peers() -> dict[str, tuple[str, float]]:
    """Return metric id -> (system, its published figure)."""
    found: dict[str, tuple[str, float]] = {}
    for block in yaml.safe_load(_FILE.read_text(encoding="utf-8")).values():
        for metric, figure in block["figures"].items():
            system, value = figure if isinstance(figure, list) else (block["system"], figure)
            found[metric] = (system, float(value))
    return found


def beside_peers(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows, each with the published figure of its metric where there is one."""
    peers = read_peers()
    return tuple(
        replace(row, peer=peers[row.metric][0], peer_value=peers[row.metric][1]) if row.metric in peers else row
        for row in rows
    )
