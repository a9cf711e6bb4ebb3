"""The gate bench: how many reports of events the relevance gate keeps, how much everyday news it rejects, how fast."""

from dateline.bench.datasets import DATA_VARIABLE, data_root, write_predictions
from dateline.bench.gate_texts import GateText, read_judged, read_texts
from dateline.bench.records import Bench, BenchResult, Order, Prediction
from dateline.bench.scorers.gate import Judged, rows
from dateline.bench.unseen_gates import gate_for
from dateline.errors import InputError
from dateline.relevance import load_gate

BENCH = Bench(
    name="gate",
    measures="reports of events that the relevance gate keeps, everyday news that it rejects, documents a CPU-second",
    origin="the data of the benches muc4, hrds, isaf, places and attribution; SATP summaries (as in ConfliBERT, 2022)",
    format='a folder of data sets, or a file of lines {"text": ..., "relevant": true or false}',
    licence="as the data sets'",
    folder=".",
)


def run(order: Order) -> BenchResult:
    """Judge every text of the folder's data sets, or of one file of judged texts."""
    root = order.data if order.data is not None else data_root()
    if root is None:
        raise InputError(f"no data for this bench: name a file or folder with --data PATH, or set {DATA_VARIABLE}")
    texts = read_judged(root, order.limit) if root.is_file() else read_texts(root)[: order.limit]
    judged = []
    for number, text in enumerate(texts, 1):
        judged.append(_judge(text))
        if order.on_progress is not None:
            order.on_progress(number)
    if order.out is not None:
        write_predictions(order.out, (_prediction(number, each) for number, each in enumerate(judged, 1)))
    return BenchResult(BENCH.name, str(root), len(texts), tuple(rows(judged, load_gate())))


def _judge(text: GateText) -> Judged:
    gate = gate_for(text.dataset)
    found = gate.judge(text.text)
    return Judged(text, found.is_relevant, gate.judge(text.text.upper()).is_relevant, found.score)


def _prediction(number: int, judged: Judged) -> Prediction:
    return {
        "id": f"{judged.text.dataset}#{number}",
        "length": len(judged.text.text),
        "prediction": {"kept": judged.is_kept, "score": round(judged.score, 2)},
        "gold": judged.text.sort,
    }
