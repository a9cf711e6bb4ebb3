"""The sample bench: one article against what a careful analyst takes from it, and what must not be taken."""

from pathlib import Path
from typing import Any

import yaml

from dateline.bench.coding import code_all, stages_with
from dateline.bench.datasets import DATA_VARIABLE, data_root, write_predictions
from dateline.bench.records import Bench, BenchResult, Order, Row
from dateline.bench.report import open_report
from dateline.bench.scorers import sample_frames
from dateline.bench.scorers.sample_checks import share
from dateline.bench.scorers.sample_events import check_events
from dateline.bench.scorers.sample_must_not import check_must_not
from dateline.bench.scorers.sample_names import NameBook
from dateline.documents.read import read
from dateline.documents.records import Document
from dateline.errors import InputError
from dateline.pipeline import Coded
from dateline.values.dates_in_text import parse_published

BENCH = Bench(
    name="sample",
    measures="events, relations, strengths, release, areas, aliases of one article; mistakes it must not lead to",
    origin="an opinion piece of August 2023 with an analyst's answer sheet",
    format="a folder: expected.yaml, and beside it the text that its `document` names",
    licence="for evaluation only",
    folder="seed",
)
_SHEET = "expected.yaml"


def run(order: Order) -> BenchResult:
    """Code the article with the sheet's publication date and answer the sheet's questions."""
    folder = _folder(order.data)
    sheet = yaml.safe_load((folder / _SHEET).read_text(encoding="utf-8"))
    book = NameBook(open_report(_coded(folder / sheet["document"], sheet, order)), sheet.get("aliases", {}))
    groups = {
        "events": check_events(sheet, book),
        "relations.recall": sample_frames.check_relations(sheet, book),
        "strengths": sample_frames.check_strengths(sheet, book),
        "release": sample_frames.check_releases(sheet, book),
        "aliases": sample_frames.check_aliases(sheet, book),
        "areas": sample_frames.check_areas(sheet, book),
        "must_not": check_must_not(sheet, book),
    }
    checks = [check for group in groups.values() for check in group]
    rows: tuple[Row, ...] = tuple(share(name, group) for name, group in groups.items())
    if order.out is not None:
        write_predictions(
            order.out, ({"id": check.id, "right": check.passed, "found": check.found} for check in checks)
        )
    return BenchResult(BENCH.name, str(folder), 1, (*rows, *(check.row() for check in checks)))


def _folder(data: Path | None) -> Path:
    root = data_root()
    places = [data] if data is not None else [root / "seed", root.parent / "seed"] if root is not None else []
    found = next((place for place in places if (place / _SHEET).is_file()), None)
    if found is None:
        raise InputError(
            f"no {_SHEET} in {', '.join(map(str, places)) or 'any known folder'}: name its folder with --data PATH, "
            f"or set {DATA_VARIABLE} to a folder with seed/ in or beside it"
        )
    return found


def _coded(path: Path, sheet: dict[str, Any], order: Order) -> Coded:
    document = next(iter(read(path, published=parse_published(str(sheet["published"])))))
    if not isinstance(document, Document):
        raise InputError(f"{path}: {document.reason}")
    outcome = next(iter(code_all([document], stages_with(order), order.on_progress)))
    if not isinstance(outcome, Coded):
        raise InputError(f"{path} could not be coded at {outcome.stage}: {outcome.reason}")
    return outcome
