"""The table: how much the word of each coder weighs, slot by slot; fitted by training/combining, kept as data."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

from dateline.claims.coders.combined.records import Row, Table

_FILE = files("dateline.claims.coders.combined") / "data" / "table.json"


@cache
def load_table() -> Table:
    """Return the table that ships."""
    given = json.loads(_FILE.read_text(encoding="utf-8"))
    return read_table(given)


def read_table(given: Mapping[str, Any]) -> Table:
    """Return a table from its file's content."""
    said, marked = ({slot: read_row(row) for slot, row in given[part].items()} for part in ("said", "marked"))
    return Table(said, marked)


def read_row(given: Mapping[str, Any]) -> Row:
    """Return a row from what the file has of it."""
    return Row(float(given["start"]), given["weights"], float(given.get("least", 0.0)))


def weigh_row(row: Row, features: Mapping[str, float]) -> float:
    """Return the probability that a row of the table gives to these features."""
    score = row.start + sum(weight * features[name] for name, weight in row.weights.items())
    return 1 / (1 + exp(-score))
