"""Codes the documents of three data sets and judges their claims: features of each claim, and whether it was right."""

import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

import dateline
from dateline.bench.benches import hrds, isaf
from dateline.bench.coding import code_all
from dateline.bench.datasets import read_lines
from dateline.bench.mappers.hrds_words import read_key
from dateline.bench.mappers.judging_articles import judge_article
from dateline.bench.mappers.judging_releases import judge_release
from dateline.bench.mappers.judging_wires import judge_wire
from dateline.bench.scorers.calibration import Judged
from dateline.bench.scorers.muc4_templates import read_template
from dateline.claims.coders.rules import RulesCoder
from dateline.claims.coders.rules.confidence import Weights
from dateline.claims.coders.rules.confidence.standings import see_setting, stand
from dateline.claims.coders.rules.confidence.weights import ALL_FEATURES
from dateline.claims.records import FrameKind
from dateline.documents.records import Document
from dateline.pipeline import Coded, Failed, load_stages

WEIGHTS = Path(__file__).resolve().parents[2] / "src/dateline/claims/coders/rules/data/confidence.json"
WIRES, ARTICLES, RELEASES = "wires", "articles", "releases"
DEV_WIRES, DEV_ARTICLES = "dev_wires", "dev_articles"
FILES = {
    WIRES: "muc4/train.jsonl.xz",
    ARTICLES: "hrdsattack/train.jsonl.xz",
    RELEASES: "isaf/dev.jsonl.xz",
    DEV_WIRES: "muc4/dev.jsonl.xz",
    DEV_ARTICLES: "hrdsattack/dev.jsonl.xz",
}
FOLDS = 5

Outcome = tuple[Mapping[str, Any], Coded | Failed]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Told:
    """The judged claims of one slot: features, right (1.0 or 0.0), the document's fold, and what it is written like."""

    rows: Floats
    right: Floats
    fold: Floats
    small: Floats  # 1.0 for ordinary letters, 0.0 for capitals
    brief: Floats

    def part(self, chosen: npt.NDArray[np.bool_]) -> "Told":
        return Told(self.rows[chosen], self.right[chosen], self.fold[chosen], self.small[chosen], self.brief[chosen])


BySlot = dict[str, Told]


def together(parts: Sequence[Told]) -> Told | None:
    """Return the claims of several sets as one; None of none."""
    if not parts:
        return None
    columns = ([getattr(part, name) for part in parts] for name in ("rows", "right", "fold", "small", "brief"))
    return Told(*(np.concatenate(column) for column in columns))


def judge_sets(data: Path, kept: Path | None) -> dict[str, BySlot]:
    """Return the judged claims by set and slot; coded documents stay in the folder `kept` until the coder changes."""
    return {name: _judge_set(_code_set(name, data / file, kept)) for name, file in FILES.items()}


def _judge_set(outcomes: Sequence[Outcome]) -> BySlot:
    """Return the judged claims of a set. Neighbours are of one fold: their keys were written by the same people."""
    found: dict[str, list[tuple[list[float], bool, int, bool, bool]]] = {}
    for number, (line, coded) in enumerate(outcomes):
        if not isinstance(coded, Coded):
            continue
        setting = see_setting(coded.document, [frame for frame in coded.frames if frame.kind is FrameKind.EVENT])
        standings = {told.claim.id: told for told in stand(setting)}
        for judged in judge_one(line, coded):
            row = [feature(standings[judged.claim_id]) for feature in ALL_FEATURES.values()]
            fold = number * FOLDS // len(outcomes)
            found.setdefault(judged.slot, []).append(
                (row, judged.right, fold, not setting.in_capitals, setting.is_brief)
            )
    return {
        slot: Told(*(np.array(part, dtype=np.float64) for part in zip(*each, strict=True)))
        for slot, each in found.items()
    }


def _code_set(name: str, path: Path, kept: Path | None) -> list[Outcome]:
    """Return the lines of a file, each with its coded document, whose claims have their first figures."""
    place = kept / f"{name}-{_coder_of_today()}.pickle" if kept is not None else None
    if place is not None and place.exists():
        found: list[Outcome] = pickle.loads(place.read_bytes())  # noqa: S301 - written by this script
        return found
    lines = list(read_lines(path, ()))
    documents = [document_of(line, f"{path.name}#{number}") for number, line in enumerate(lines, 1)]
    policy = isaf.POLICY if name == RELEASES else "dateline.v1"
    stages = replace(load_stages(), coder=RulesCoder(count_policy=policy, weights=Weights()))
    coded: list[Outcome] = list(zip(lines, code_all(documents, stages), strict=True))
    if place is not None:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(pickle.dumps(coded))
    return coded


def document_of(line: Mapping[str, Any], origin: str) -> Document:
    """Return the document of a line of any of the data sets."""
    if "sample" in line:
        return hrds.read_article(line["sample"], origin)
    return isaf.read_release(line["text"], origin) if "gold" in line else Document(line["text"], origin, language="en")


def judge_one(line: Mapping[str, Any], coded: Coded) -> Iterator[Judged]:
    """Yield the claims that the key in a document's line can judge."""
    if "templates" in line:
        return judge_wire(coded, tuple(map(read_template, line["templates"])))
    if "gold" in line:
        return judge_release(coded, line["gold"])
    return judge_article(coded, read_key(line["merged_sample"]))


def _coder_of_today() -> str:
    """Return a hash of everything that coded documents depend on: code and lists, but no confidence and no bench."""
    package = Path(dateline.__file__).parent
    files = sorted(path for path in package.rglob("*") if path.suffix in {".py", ".yaml", ".json"})
    telling = (path for path in files if not {"bench", "confidence"} & {*path.parts, path.stem})
    parts = (f"{path.relative_to(package)}\n".encode() + path.read_bytes() for path in telling)
    return sha256(b"".join(parts)).hexdigest()[:12]
