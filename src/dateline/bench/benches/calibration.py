"""The calibration bench: what a claim's confidence is worth, slot by slot, by the keys of three data sets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dateline.bench.benches import hrds, isaf, muc4
from dateline.bench.coding import code_all, failed_row, stages_with
from dateline.bench.datasets import DATA_VARIABLE, data_root, locate, read_lines, write_predictions
from dateline.bench.mappers.hrds_words import read_key
from dateline.bench.mappers.judging_articles import judge_article
from dateline.bench.mappers.judging_releases import judge_release
from dateline.bench.mappers.judging_wires import judge_wire
from dateline.bench.records import Bench, BenchResult, Order, Row
from dateline.bench.scorers import actors_judged
from dateline.bench.scorers.calibration import BINS, Bin, Curve, Judged, rows
from dateline.bench.scorers.muc4_templates import read_template
from dateline.claims.coders.rules.confidence import load_curves
from dateline.documents.records import Document
from dateline.errors import InputError
from dateline.pipeline import Coded, Failed

BENCH = Bench(
    name="calibration",
    measures="confidence of claims against right and wrong: expected calibration error and reliability by slot",
    origin=f"{muc4.BENCH.origin}; {isaf.BENCH.origin}; {hrds.BENCH.origin}",
    format=f"{muc4.BENCH.format}, or {isaf.BENCH.format}, or {hrds.BENCH.format}",
    licence="as published with each",
    folder=muc4.BENCH.folder,
)
_SETS = (muc4.BENCH, isaf.BENCH, hrds.BENCH)
_PERCENT = 100
_FIELDS = (("text", "gold"), ("text", "templates"), ("sample", "merged_sample"))
Line = Mapping[str, Any]


def run(order: Order) -> BenchResult:
    """Judge the claims of wires, releases and articles; a file given with --data is judged as what its first line is.

    Nothing is fitted here. `limit` is for each data set.
    """
    judged: list[Judged] = []
    outcomes: list[Coded | Failed] = []
    paths = _paths(order.data)
    for path in paths:
        lines = _lines(path, order.limit)
        coded = _coded(path, lines, order)
        judged += (each for line, outcome in zip(lines, coded, strict=True) for each in _judged(line, outcome))
        outcomes += coded
    if order.out is not None:
        write_predictions(order.out, (asdict(each) for each in judged))
    figures = (*rows(judged, _curves()), *_names(), failed_row(BENCH.name, outcomes))
    return BenchResult(BENCH.name, ", ".join(map(str, paths)), len(outcomes), figures)


def _paths(data: Path | None) -> list[Path]:
    if data is not None:
        return [locate(data, BENCH.folder)]
    root = data_root()
    folders = [root / bench.folder for bench in _SETS] if root is not None else []
    found = [locate(folder, folder.name) for folder in folders if folder.exists()]
    if not found:
        raise InputError(
            f"no data for this bench: name a file with --data PATH, or set {DATA_VARIABLE} to a folder that holds "
            f"{muc4.BENCH.folder}/, {isaf.BENCH.folder}/ or {hrds.BENCH.folder}/"
        )
    return found


def _lines(path: Path, limit: int | None) -> list[Line]:
    first = next(read_lines(path, (), 1), {})
    fields = next((each for each in _FIELDS if each[-1] in first), _FIELDS[0])
    return list(read_lines(path, fields, limit))


def _coded(path: Path, lines: Sequence[Line], order: Order) -> list[Coded | Failed]:
    is_release = bool(lines) and "gold" in lines[0]
    documents = (_document(line, f"{path.name}#{number}") for number, line in enumerate(lines, 1))
    return list(code_all(documents, stages_with(order, isaf.POLICY if is_release else None), order.on_progress))


def _document(line: Line, origin: str) -> Document:
    return hrds.read_article(line["sample"], origin) if "sample" in line else isaf.read_release(line["text"], origin)


def _judged(line: Line, outcome: Coded | Failed) -> Iterator[Judged]:
    if isinstance(outcome, Failed):
        return iter(())
    if "templates" in line:
        return judge_wire(outcome, tuple(map(read_template, line["templates"])))
    if "gold" in line:
        return judge_release(outcome, line["gold"])
    return judge_article(outcome, read_key(line["merged_sample"]))


def _curves() -> dict[str, Curve]:
    """Return the stored curves by the number of their bins."""
    stored = load_curves().items()
    return {slot: {round(p.start * BINS): Bin(p.n, p.confidence, p.right) for p in points} for slot, points in stored}


def _names() -> Iterator[Row]:
    """Yield the error of the actors' probabilities on judged mentions that were held out, where they are at hand."""
    for row in actors_judged.rows():
        if row.metric == "actors.ece" and row.value is not None:
            value, low, high = (None if each is None else each / _PERCENT for each in (row.value, row.low, row.high))
            note = "0 is best; judged mentions that were held out"
            yield Row("calibration.actor_name.ece", value, low, high, row.n, note=note)
