"""The attribution bench: who is cited for what in news, and reports that somebody claims, denies or accuses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.bench.attribution_baseline import find_quoted
from dateline.bench.coding import code_all, failed_row, stages_with
from dateline.bench.datasets import DATA_VARIABLE, data_root, locate, read_lines, write_predictions
from dateline.bench.mappers.polnear import map_found, read_annotators
from dateline.bench.records import Bench, BenchResult, Order, Prediction, Row
from dateline.bench.scorers import attribution, attribution_snippets
from dateline.bench.scorers.attribution import Keyed
from dateline.claims.coders.rules.attribution import Attribution, find_attributions
from dateline.claims.coders.rules.lexicon import load_lexicon
from dateline.claims.coders.rules.opening import open_page
from dateline.codebook import load_codebook
from dateline.documents.records import Document
from dateline.errors import InputError
from dateline.mentions.finders.contract import Parser
from dateline.mentions.records import Findings
from dateline.values.recasing import reading_text

BENCH = Bench(
    name="attribution",
    measures="who is cited, with which word, for what (PolNeAR); reports of claims, denials, accusations (CASE 2021)",
    origin="Newell, Margolin and Ruths 2018; Haneczok et al. 2021, task 2 of CASE 2021",
    format='a line: {"id", "text", "attributions": [a brat file an annotator]}, or {"id", "EventSnippet", "SubType"}',
    licence="as published with each",
    folder="polnear",
)
_SNIPPETS = "case2021_task2"
_ARTICLE = ("id", "text", "attributions")
_SNIPPET = ("id", "EventSnippet", "SubType")
_BASELINE = 'quotation beside "said", same run'


def run(order: Order) -> BenchResult:
    """Score the articles and the snippets; a file given with --data is scored as what its first line is.

    The articles are parsed and not coded: attributions need no names. The snippets go through the whole coder.
    """
    stages = stages_with(order)
    rows: list[Row] = []
    scored: list[str] = []
    n = 0
    for path in _paths(order.data):
        lines = list(read_lines(path, ("id",), order.limit))
        is_snippets = bool(lines) and "EventSnippet" in lines[0]
        lines = list(read_lines(path, _SNIPPET if is_snippets else _ARTICLE, order.limit))
        if is_snippets:
            documents = (Document(line["EventSnippet"], line["id"], language="en") for line in lines)
            outcomes = list(code_all(documents, stages, order.on_progress))
            rows += attribution_snippets.rows(outcomes, [line["SubType"] for line in lines])
            rows.append(failed_row(BENCH.name, outcomes))
        else:
            rows += _article_rows(lines, stages.parser, order)
        n += len(lines)
        scored.append(str(path))
    return BenchResult(BENCH.name, ", ".join(scored), n, tuple(rows))


def _paths(data: Path | None) -> list[Path]:
    """Return the file that is given, else those of the data folder that are there, articles first."""
    if data is not None:
        return [locate(data, BENCH.folder)]
    root = data_root()
    folders = [root / name for name in (BENCH.folder, _SNIPPETS)] if root is not None else []
    found = [locate(folder, folder.name) for folder in folders if folder.exists()]
    if not found:
        raise InputError(
            f"no data for this bench: name a file with --data PATH, or set {DATA_VARIABLE} to a folder that holds "
            f"{BENCH.folder}/ or {_SNIPPETS}/"
        )
    return found


def _article_rows(lines: Sequence[Mapping[str, Any]], parser: Parser, order: Order) -> Iterator[Row]:
    keys = [read_annotators(line) for line in lines]
    found = []
    for number, line in enumerate(lines, 1):
        found.append(_find(Document(line["text"], line["id"], language="en"), parser))
        if order.on_progress is not None:
            order.on_progress(number)
    if order.out is not None:
        write_predictions(order.out, map(_prediction, lines, found))
    baseline = attribution.rows(_keyed(lines, [find_quoted(line["text"]) for line in lines], keys))
    for row, simple in zip(attribution.rows(_keyed(lines, found, keys)), baseline, strict=True):
        yield replace(row, peer=_BASELINE, peer_value=simple.value)


def _find(document: Document, parser: Parser) -> tuple[Attribution, ...]:
    parse, _ = next(iter(parser.parse([(document, reading_text(document.text))])))
    page = open_page(document, Findings(parse), policy=load_codebook().policy(), lexicon=load_lexicon())
    return find_attributions(page)


def _keyed(
    lines: Sequence[Mapping[str, Any]], found: Sequence[Sequence[Attribution]], keys: Sequence[Any]
) -> list[Keyed]:
    return [(map_found(each, line["text"]), key) for line, each, key in zip(lines, found, keys, strict=True)]


def _prediction(line: Mapping[str, Any], found: Sequence[Attribution]) -> Prediction:
    text = line["text"]
    cited = [
        {
            "source": each.source.cut(text) if each.source is not None else None,
            "cue": each.cue.cut(text),
            "content": [span.cut(text) for span in each.content],
            "kind": each.kind,
        }
        for each in found
    ]
    return {"id": line["id"], "length": len(text), "prediction": cited, "gold": line["attributions"]}
