"""Codes the gun-violence corpus once, for all that measure linkage on its two parts."""

import pickle
from pathlib import Path

from dateline.bench.incidents import earlier_and_later, read_incidents
from dateline.bench.linking import Told, code_reports
from dateline.bench.records import Order


def both_parts(path: Path, kept: Path | None) -> list[list[Told]]:
    """Return the reports of the earlier incidents and those of the later; `kept` is read, or written once coded."""
    if kept is not None and kept.exists():
        return list(pickle.loads(kept.read_bytes()))  # noqa: S301 - our own file
    parts = [code_reports(part, Order(path)) for part in earlier_and_later(read_incidents(path))]
    if kept is not None:
        kept.write_bytes(pickle.dumps(parts))
    return parts
