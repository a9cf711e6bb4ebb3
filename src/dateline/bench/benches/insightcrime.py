"""The InSight Crime bench: what an article on organised crime in the Americas is about."""

from dateline.bench.benches.classified import score_file
from dateline.bench.datasets import locate, write_predictions
from dateline.bench.mappers.classified import map_crime
from dateline.bench.peers import beside_peers
from dateline.bench.records import Bench, BenchResult, Order

BENCH = Bench(
    name="insightcrime",
    measures="drugs, corruption, law enforcement, violence, extortion, resources, smuggling: micro and macro F",
    origin="articles of InSight Crime, labelled for ConfliBERT (Hu et al. 2022)",
    format="a line: a list of the article and seven columns of 0 and 1",
    licence="GPL-3 on the repository; the texts are InSight Crime's",
    folder="insightcrime",
)


def run(order: Order) -> BenchResult:
    """Score the articles of one file."""
    path = locate(order.data, BENCH.folder)
    rows, predictions = score_file(path, BENCH.name, BENCH.name, map_crime, order)
    if order.out is not None:
        write_predictions(order.out, predictions)
    return BenchResult(BENCH.name, str(path), len(predictions), beside_peers(tuple(rows)))
