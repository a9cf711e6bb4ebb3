"""The CASE 2021 bench: what a snippet of news mainly reports, in ACLED's 25 types and five sorts of other news."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.bench.coding import code_all, failed_row, stages_with
from dateline.bench.datasets import locate, read_lines, write_predictions
from dateline.bench.mappers.acled import first_sub_event
from dateline.bench.peers import beside_peers
from dateline.bench.records import Bench, BenchResult, Order, Prediction, Row
from dateline.bench.scorers.labels import row, rows_by_label, weighted_f1
from dateline.claims.coders.rules.typing import Typed, load_typist
from dateline.documents.records import Document
from dateline.errors import InputError
from dateline.pipeline import Coded, Failed

BENCH = Bench(
    name="case2021",
    measures="the type of a snippet of news, ACLED's 25 sub-events and five sorts of other news: weighted F",
    origin="Haneczok et al. 2021, fine-grained event classification in news-like text snippets, task 2 of CASE 2021",
    format='a line: {"id", "EventSnippet", "SubType"}',
    licence="none stated",
    folder="case2021_task2",
)


@dataclass(frozen=True, slots=True)
class Labels:
    """The data's labels and the types that they are called here."""

    acled: Mapping[str, str]
    others: Mapping[str, str]

    @property
    def every(self) -> Mapping[str, str]:
        return {**self.acled, **self.others}


@cache
def read_labels() -> Labels:
    given = yaml.safe_load((files("dateline.bench") / "data" / "case2021.yaml").read_text(encoding="utf-8"))
    return Labels(given["acled"], given["others"])


def run(order: Order) -> BenchResult:
    """Type the snippets by their words, and code them as anybody's reports are for the type of their first event."""
    path = locate(order.data, BENCH.folder)
    lines = list(read_lines(path, ("id", "EventSnippet", "SubType"), order.limit))
    if unknown := {line["SubType"] for line in lines} - set(read_labels().every):
        raise InputError(f"{path}: no such label as {', '.join(sorted(unknown))}; see bench/data/case2021.yaml")
    documents = (Document(line["EventSnippet"], str(line["id"]), language="en") for line in lines)
    outcomes = list(code_all(documents, stages_with(order), order.on_progress))
    typed = [load_typist("acled").read(line["EventSnippet"]) for line in lines]
    if order.out is not None:
        write_predictions(order.out, map(_prediction, lines, typed, outcomes))
    rows = (*beside_peers(score(lines, typed, outcomes)), failed_row(BENCH.name, outcomes))
    return BenchResult(BENCH.name, str(path), len(lines), rows)


def score(
    lines: Sequence[Mapping[str, Any]], typed: Sequence[Typed], outcomes: Sequence[Coded | Failed]
) -> tuple[Row, ...]:
    """Return the figures: 25 types, 30, by the coded events alone, and each type's F among the 30."""
    labels = read_labels()
    own = set(labels.acled.values())
    golds = [labels.every[line["SubType"]] for line in lines]
    among = [({each.type}, {gold}) for each, gold in zip(typed, golds, strict=True)]
    narrow = [({_best(each, own)}, {gold}) for each, gold in zip(typed, golds, strict=True) if gold in own]
    framed = [(_framed(each), {gold}) for each, gold in zip(outcomes, golds, strict=True) if gold in own]
    spelled = {kind: label for label, kind in labels.every.items()}
    by_label = [({spelled[kind] for kind in mine}, {spelled[kind] for kind in gold}) for mine, gold in among]
    return (
        row("case2021.types25.weighted_f1", narrow, sorted(own), weighted_f1, "snippets of ACLED's types, among those"),
        row("case2021.types30.weighted_f1", among, sorted(spelled), weighted_f1, "all snippets, among all types"),
        row("case2021.frames25.weighted_f1", framed, sorted(own), weighted_f1, "the first coded event, by crosswalk"),
        *rows_by_label("case2021", by_label, sorted(labels.every)),
    )


def _best(typed: Typed, own: set[str]) -> str:
    return max(own, key=lambda kind: (typed.all[kind], kind))


def _framed(outcome: Coded | Failed) -> set[str]:
    found = first_sub_event(outcome) if isinstance(outcome, Coded) else None
    return {found} if found is not None else set()


def _prediction(line: Mapping[str, Any], typed: Typed, outcome: Coded | Failed) -> Prediction:
    told: dict[str, object] = {"type": typed.type, "probability": typed.probability, "because": typed.because}
    gold = read_labels().every[line["SubType"]]
    text = line["EventSnippet"]
    told |= {"framed": sorted(_framed(outcome))}
    return {"id": line["id"], "length": len(text), "prediction": told, "gold": gold, "right": typed.type == gold}
