"""Published figures, put beside ours."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

import yaml

from dateline.bench.records import Peer, Row

_FILE = files("dateline.bench") / "data" / "peers.yaml"


@cache
def read_peers() -> Mapping[str, tuple[Peer, ...]]:
    """Return what other systems scored by metric id, the highest figure first."""
    found: dict[str, list[Peer]] = {}
    for block in yaml.safe_load(_FILE.read_text(encoding="utf-8")).values():
        for metric, figures in block["figures"].items():
            found.setdefault(metric, []).extend(
                Peer(system, float(value), block["items"], block["same_items"], block.get("note", ""))
                for system, value in figures.items()
            )
    return {metric: tuple(sorted(peers, key=lambda peer: -peer.value)) for metric, peers in found.items()}


def beside_peers(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows, each with the published figures of its metric; the highest counted as ours is its peer."""
    return tuple(_beside(row, read_peers().get(row.metric, ())) for row in rows)


def _beside(row: Row, peers: tuple[Peer, ...]) -> Row:
    best = next((peer for peer in peers if not peer.note), None)
    return replace(row, peer=best.system, peer_value=best.value, peers=peers) if best is not None else row
