"""Items for tests: `item("a", town="khar", day=3, dead=35)`; a day is counted from 1 January 2030."""

from datetime import date

from dateline.linkage.features import FEATURES
from dateline.linkage.records import Item, Spot
from dateline.linkage.weights import read_weights
from dateline.values.points import Point

START = date(2030, 1, 1).toordinal()
TOWNS = {"norva": Point(10.0, 20.0), "selm": Point(10.1, 20.1), "tarrow": Point(30.0, 60.0)}


def item(name, *, town=None, day=None, told=None, dead=None, words="", doc=None, **fields):
    spots = (Spot(f"own:{town}", TOWNS[town], 1),) if town else ()
    happened = START + day if day is not None else None
    weights = words.split()
    terms = {word: round(1 / len(weights) ** 0.5, 4) for word in weights}
    counts = {"deaths": (dead, dead)} if dead is not None else {}
    return Item(
        name,
        doc or f"doc-{name}",
        told=START + (told if told is not None else day if day is not None else 0),
        spots=spots,
        setting=frozenset(spot.id for spot in spots),
        **{"kind": "bombing", "first": happened, "last": happened, "counts": counts, "terms": terms, **fields},
    )


class Chances:
    """A scorer that is told what to say: chances by pair of ids; a pair that is not told has the default."""

    def __init__(self, pairs=(), default=0.02):
        self.pairs = {frozenset(pair): chance for pair, chance in dict(pairs).items()}
        self.default = default

    def chances(self, item, others):
        return [self.pairs.get(frozenset((item.id, other.id)), self.default) for other in others]


def plain_weights():
    """Weights by which a decision is as sure as the cluster's score."""
    pair = {"features": {feature.name: [] for feature in FEATURES}, "intercept": 0.0, "tables": []}
    pair["tables"] = [{"on": ["words_alike"], "cells": [0.0, 0.0]}]
    return read_weights(
        {"pair": pair, "decision": {"measures": {"best": [1.0, 0.0, 1.0]}, "intercept": 0.0, "alone": 0.97}}
    )
