"""The HRDsAttack bench: who attacked which rights defender how, where and when, one answer an article."""

import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from dateline.bench.coding import code_all, failed_row, stages_with
from dateline.bench.datasets import locate, read_lines, write_predictions
from dateline.bench.mappers.hrds import map_article
from dateline.bench.mappers.hrds_words import read_key
from dateline.bench.peers import beside_peers
from dateline.bench.records import Bench, BenchResult, Order, Prediction
from dateline.bench.scorers.hrds import Attack, Pair, right, score
from dateline.documents.records import Document
from dateline.pipeline import Coded, Failed
from dateline.values.dates_in_text import parse_published

BENCH = Bench(
    name="hrds",
    measures="perpetrator, violations, victims, place and date of attacks on rights defenders in news articles",
    origin="Ran et al. 2023, A New Task and Dataset on Detecting Attacks on Human Rights Defenders (HRDsAttack)",
    format='a line: {"sample": {Input.article_interface, Input.publish_date, ...}, "merged_sample": {city, ...}}',
    licence="MIT on the annotation; the texts are their publishers'",
    folder="hrdsattack",
)
_PARAGRAPH = re.compile(r"\s*</?p>\s*")
_DAY = 10  # characters of "2021-03-08 23:00:34" that are the day


def run(order: Order) -> BenchResult:
    """Score the articles of one file; each is coded as it was published, with its day of publication."""
    path = locate(order.data, BENCH.folder)
    lines = list(read_lines(path, ("sample", "merged_sample"), order.limit))
    documents = (read_article(line["sample"], f"{path.name}#{number}") for number, line in enumerate(lines, 1))
    outcomes = list(code_all(documents, stages_with(order), order.on_progress))
    pairs = [(_mapped(outcome), read_key(line["merged_sample"])) for outcome, line in zip(outcomes, lines, strict=True)]
    if order.out is not None:
        rows = zip(lines, outcomes, pairs, strict=True)
        write_predictions(order.out, (_prediction(line, outcome, pair) for line, outcome, pair in rows))
    figures = (*beside_peers(score(pairs)), failed_row(BENCH.name, outcomes))
    return BenchResult(BENCH.name, str(path), len(lines), figures)


def read_article(sample: Mapping[str, Any], origin: str) -> Document:
    """Return an article as it was published, with its day of publication."""
    text = _PARAGRAPH.sub("\n\n", sample["Input.article_interface"]).strip()
    published = parse_published(str(sample["Input.publish_date"])[:_DAY])
    return Document(text, origin, published=published, language="en")


def _mapped(outcome: Coded | Failed) -> Attack:
    return map_article(outcome) if isinstance(outcome, Coded) else Attack()


def _prediction(line: Mapping[str, Any], outcome: Coded | Failed, pair: Pair) -> Prediction:
    origin = outcome.document.origin if isinstance(outcome, Coded) else outcome.origin
    length = len(line["sample"]["Input.article_interface"])
    predicted, gold = (asdict(attack) | {"violations": sorted(attack.violations)} for attack in pair)
    return {"id": origin, "length": length, "prediction": predicted, "gold": gold, "right": right(pair)}
