"""Gates that have not seen a corpus: for each that the published weights were fitted to, weights fitted without it."""

import json
import lzma
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.relevance import Gate, load_gate
from dateline.relevance.cues import read_cues

_WITHOUT = files("dateline.bench") / "data" / "gate_without.json.xz"


def gate_for(dataset: str) -> Gate:
    """Return the gate to judge a data set's texts with: the published one, unless that was fitted to them."""
    return unseen_gates().get(dataset, load_gate())


@cache
def unseen_gates() -> dict[str, Gate]:
    """Return the gates that have not seen a corpus, by the corpus; one for each that the published weights saw."""
    found: dict[str, Any] = json.loads(lzma.decompress(_WITHOUT.read_bytes()))
    return {name: Gate(weights, read_cues()) for name, weights in found.items()}
