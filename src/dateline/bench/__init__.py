"""The bench: published data sets, published scores, ours beside them."""

from dateline.bench.records import Bench, BenchResult, Row
from dateline.bench.run import BENCHES, run

__all__ = ["BENCHES", "Bench", "BenchResult", "Row", "run"]
