"""The fusion bench: how many died and were injured in incidents that several reports tell of."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

import yaml

from dateline.bench.coding import code_all, failed_row, stages_with
from dateline.bench.datasets import data_root, locate, read_lines, write_predictions
from dateline.bench.mappers.fusion_counts import SLOTS, Guess, guess
from dateline.bench.records import Bench, BenchResult, Order, Prediction
from dateline.bench.scorers.fusion import Scored, score
from dateline.documents.copies import in_order
from dateline.documents.records import Document
from dateline.events import POLICIES
from dateline.pipeline import Coded, Failed
from dateline.values.dates_in_text import parse_published
from dateline.values.spans import Span

BENCH = Bench(
    name="fusion",
    measures="killed and injured of incidents that two or more reports tell of: exact, covered by low and high, sure",
    origin="reports of shootings in the United States, linked to incidents that a person counted",
    format='a line: {"incident", "documents": [{"id", "text", "published", "source"}], "gold": {"killed", "injured"}}',
    licence="as the reports'",
    folder="fusion",
)
_LONGEST_TITLE = 250  # characters of a first paragraph that is a headline


def run(order: Order) -> BenchResult:
    """Code every document as anybody's reports are, reconcile each incident by the default policy, and score it.

    Without data the sentences of the codebook's worked cases are coded: they show that the rules hold from the words
    to the number, and measure nothing else.
    """
    where, lines = _lines(order)
    documents = [read_report(entry) for line in lines for entry in line["documents"]]
    outcomes = list(code_all(documents, stages_with(order), order.on_progress))
    guesses = list(_guesses(lines, outcomes))
    if order.out is not None:
        write_predictions(order.out, (_prediction(*each) for each in zip(lines, guesses, strict=True)))
    told = list(zip(lines, guesses, strict=True))
    rows = [
        row for key in SLOTS for row in score(key, [_scored(key, *each) for each in told if key in each[0]["gold"]])
    ]
    return BenchResult(BENCH.name, where, len(lines), (*rows, failed_row(BENCH.name, outcomes)))


def _lines(order: Order) -> tuple[str, list[dict[str, Any]]]:
    root = data_root()
    if order.data is None and (root is None or not (root / BENCH.folder).exists()):
        return "the codebook's worked cases", read_cases()[: order.limit]
    path = locate(order.data, BENCH.folder)
    return str(path), list(read_lines(path, ("incident", "documents", "gold"), order.limit))


def read_cases() -> list[dict[str, Any]]:
    """Return the worked cases that expect a number, in the form of the bench's lines."""
    text = (files("dateline.codebook") / "data" / "reconciling.yaml").read_text(encoding="utf-8")
    keys = {slot: key for key, slot in SLOTS.items()}
    lines = []
    for case in yaml.safe_load(text):
        best, key = case["expect"][POLICIES[0]].get("best"), keys.get(case.get("slot", "deaths"))
        if best is not None and key is not None:
            documents = [_of_case(case["id"], at, report) for at, report in enumerate(case["reports"])]
            lines.append({"incident": case["id"], "documents": documents, "gold": {key: best}})
    return lines


def _of_case(case: str, at: int, report: Mapping[str, Any]) -> dict[str, Any]:
    published = str(report["day"]) if "day" in report else None
    return {"id": f"{case}.{at}", "text": report["sentence"], "published": published, "source": report["source"]}


def read_report(entry: Mapping[str, Any]) -> Document:
    """Return a report; a short first paragraph is its title."""
    text, published = entry["text"], entry.get("published")
    head = text.split("\n\n", 1)[0]
    title = Span(0, len(head)) if head.strip() and len(head) < min(_LONGEST_TITLE, len(text)) else None
    day = parse_published(published[:10]) if published else None
    return Document(text, str(entry["id"]), title=title, published=day, source=entry.get("source"), language="en")


def _guesses(lines: Sequence[Mapping[str, Any]], outcomes: Sequence[Coded | Failed]) -> Iterator[dict[str, Guess]]:
    waiting = iter(outcomes)
    for line in lines:
        told = [next(waiting) for _ in line["documents"]]
        coded = {each.document.id: each for each in told if isinstance(each, Coded)}
        ordered = [coded[document.id] for document in in_order(each.document for each in coded.values())]
        yield {key: guess(ordered, slot, POLICIES[0]) for key, slot in SLOTS.items()}


def _scored(key: str, line: Mapping[str, Any], guesses: Mapping[str, Guess]) -> Scored:
    made = guesses[key]
    reports = len(line["documents"])
    return Scored(int(line["gold"][key]), made.best, made.low, made.high, made.confidence, made.said, reports)


def _prediction(line: Mapping[str, Any], guesses: Mapping[str, Guess]) -> Prediction:
    made = {
        key: {"best": each.best, "low": each.low, "high": each.high, "confidence": each.confidence, "said": each.said}
        for key, each in guesses.items()
    }
    length = sum(len(entry["text"]) for entry in line["documents"])
    right = {key: guesses[key].best == gold for key, gold in line["gold"].items()}
    return {"id": line["incident"], "length": length, "prediction": made, "gold": line["gold"], "right": right}
