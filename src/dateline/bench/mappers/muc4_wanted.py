"""Whether MUC-4 wants a template of a coded event: features, weighed (training/muc4_wanted/README.md)."""

import json
from functools import cache
from importlib.resources import files
from math import exp

from dateline.bench.mappers.muc4_wanted_features import FEATURES, Candidate
from dateline.claims.coders.rules.weighed import Weighed, earned, read_weighed

LEAST = 0.35  # the probability from which an event is given: the best F of types on the training wires, five folds
_FILE = files("dateline.bench") / "data" / "muc4_wanted.json"


@cache
def load_weights() -> Weighed[Candidate]:
    return read_weighed(FEATURES, json.loads(_FILE.read_text(encoding="utf-8")), "wanted templates")


def is_wanted(candidate: Candidate) -> bool:
    """Tell whether the answer key likely has the event: a recent act against something or somebody not military."""
    return wanted(candidate) >= LEAST


def wanted(candidate: Candidate) -> float:
    """Return the probability that the answer key has the event."""
    return 1 / (1 + exp(-earned(load_weights(), candidate)))
