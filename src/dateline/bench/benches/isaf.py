"""The ISAF bench: 13 fields of military press releases."""

import re
from collections.abc import Mapping
from typing import Any

from dateline.bench.coding import code_all, failed_row, stages_with
from dateline.bench.datasets import locate, read_lines, write_predictions
from dateline.bench.mappers.isaf import map_release
from dateline.bench.mappers.isaf_words import read_words
from dateline.bench.peers import beside_peers
from dateline.bench.records import Bench, BenchResult, Order, Prediction
from dateline.bench.scorers.isaf import Release, points, score
from dateline.documents.records import Document
from dateline.pipeline import Coded, Failed
from dateline.values.dates import DateValue
from dateline.values.dates_in_text import parse_published

BENCH = Bench(
    name="isaf",
    measures="date, province, event type, target group, killed and captured of ISAF press releases: accuracy by field",
    origin="ISAF press releases 2009-2013, annotated by A. Strick van Linschoten (strickvl/isafpressreleases)",
    format='a line: {"text": release, "gold": {start_date, event_type, province, target_group, min_killed, ...}}',
    licence="CC BY-SA 4.0",
    folder="isaf",
)
POLICY = "isaf"  # the annotators' own reading of "several", "numerous"
_RELEASE_NUMBER = re.compile(r"\b((?:20)\d\d-\d\d)-(?:S|CA)\b")
_HEAD = 600  # characters: a release's number stands above its text


def run(order: Order) -> BenchResult:
    """Score the releases of one file, coded as anybody's reports are but for the annotators' count policy."""
    path = locate(order.data, BENCH.folder)
    lines = list(read_lines(path, ("text", "gold"), order.limit))
    documents = (read_release(line["text"], f"{path.name}#{number}") for number, line in enumerate(lines, 1))
    outcomes = list(code_all(documents, stages_with(order, POLICY), order.on_progress))
    pairs = [(_mapped(outcome), line["gold"]) for outcome, line in zip(outcomes, lines, strict=True)]
    if order.out is not None:
        rows = zip(lines, outcomes, pairs, strict=True)
        write_predictions(order.out, (_prediction(line, outcome, pair) for line, outcome, pair in rows))
    scored = score(pairs, read_words().spelling)
    return BenchResult(BENCH.name, str(path), len(lines), (*beside_peers(scored), failed_row(BENCH.name, outcomes)))


def read_release(text: str, origin: str) -> Document:
    """Return a release, published in the month that its number gives."""
    return Document(text, origin, published=published_in(text), language="en")


def published_in(text: str) -> DateValue | None:
    """Return the month that a release's number gives ("2011-07-S-003"), which its metadata would; None without one."""
    number = _RELEASE_NUMBER.search(text[:_HEAD])
    return parse_published(number[1]) if number else None


def _mapped(outcome: Coded | Failed) -> Release:
    return map_release(outcome) if isinstance(outcome, Coded) else {}


def _prediction(line: Mapping[str, Any], outcome: Coded | Failed, pair: tuple[Release, Release]) -> Prediction:
    predicted, gold = pair
    right = points(predicted, gold, read_words().spelling)
    origin = outcome.document.origin if isinstance(outcome, Coded) else outcome.origin
    return {"id": origin, "length": len(line["text"]), "prediction": predicted, "gold": gold, "right": right}
