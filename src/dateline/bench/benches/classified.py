"""What the benches of classification sets share: rows of a text and its columns of 0 and 1, scored as labels."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dateline.bench.coding import code_all, failed_row, stages_with
from dateline.bench.datasets import read_rows
from dateline.bench.mappers.classified import read_table
from dateline.bench.records import Order, Prediction, Row
from dateline.bench.scorers.labels import Labelled, macro_f1, micro_f1, row, rows_by_label
from dateline.documents.records import Document
from dateline.pipeline import Coded, Failed

Map = Callable[[Coded], set[str]]


def score_file(path: Path, metric: str, table: str, mapped: Map, order: Order) -> tuple[list[Row], list[Prediction]]:
    """Code the texts of a file and return its figures under `metric`, and a line a text for error reading."""
    labels = list(read_table(table)["labels"])
    lines = list(read_rows(path, 1 + len(labels), order.limit))
    documents = (Document(text, f"{path.name}#{number}", language="en") for number, (text, *_) in enumerate(lines, 1))
    outcomes = list(code_all(documents, stages_with(order), order.on_progress))
    golds = [_gold(cells, labels) for _, *cells in lines]
    pairs = [(_labels(outcome, mapped), gold) for outcome, gold in zip(outcomes, golds, strict=True)]
    rows = [*figures(metric, pairs, labels), failed_row(metric, outcomes)]
    return rows, list(_predictions(path, [text for text, *_ in lines], pairs))


def figures(metric: str, pairs: Sequence[Labelled], labels: Sequence[str]) -> tuple[Row, ...]:
    """Return micro F, macro F over the labels that somebody gives, and each label's F."""
    return (
        row(f"{metric}.micro_f1", pairs, labels, micro_f1),
        row(f"{metric}.macro_f1", pairs, labels, macro_f1),
        *rows_by_label(metric, pairs, labels),
    )


def _gold(cells: Sequence[str], labels: Sequence[str]) -> set[str]:
    return {label for label, cell in zip(labels, cells, strict=True) if cell == "1"}


def _labels(outcome: Coded | Failed, mapped: Map) -> set[str]:
    return mapped(outcome) if isinstance(outcome, Coded) else set()


def _predictions(path: Path, texts: Sequence[str], pairs: Sequence[Labelled]) -> Iterator[Prediction]:
    for number, (text, (mine, gold)) in enumerate(zip(texts, pairs, strict=True), 1):
        told = {"prediction": sorted(mine), "gold": sorted(gold), "right": set(mine) == set(gold)}
        yield {"id": f"{path.name}#{number}", "length": len(text), **told}
