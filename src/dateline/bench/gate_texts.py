"""The gate bench's texts: reports of events, everyday news, and what lies between, each with what is wanted of it."""

import json
import lzma
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from dateline.bench.datasets import locate, read_lines
from dateline.bench.places_corpora import read_corpora
from dateline.errors import InputError

EVERYDAY, VIOLENCE, CRIME, UNCLEAR = "everyday", "violence", "crime", "unclear"
_VERDICTS = files("dateline.bench") / "data" / "gate.yaml"
_UNKNOWN = frozenset({"unknown"})


@dataclass(frozen=True, slots=True)
class GateText:
    """One text of a data set; `sort` is what it is there for: "violence" is to be kept, "everyday" to be rejected."""

    dataset: str
    text: str
    sort: str


def read_texts(root: Path) -> list[GateText]:
    """Return the texts of every data set whose folder is there; raises InputError if none is."""
    found = [text for folder, way in _WAYS.items() if (root / folder).exists() for text in way(root / folder)]
    if not found:
        raise InputError(f"{root} holds none of the folders {', '.join(_WAYS)}")
    return found


def read_everyday(root: Path) -> dict[str, list[str]]:
    """Return the everyday news that is there, by its data set; nothing if there is none."""
    found: dict[str, list[str]] = {}
    for folder in _NEWS:
        for text in _WAYS[folder](root / folder) if (root / folder).exists() else ():
            if text.sort == EVERYDAY:
                found.setdefault(text.dataset, []).append(text.text)
    return found


def read_judged(path: Path, limit: int | None = None) -> list[GateText]:
    """Return the texts of a file of lines {"text": ..., "relevant": true or false}."""
    lines = read_lines(path, ("text", "relevant"), limit)
    return [GateText("given", line["text"], VIOLENCE if line["relevant"] else EVERYDAY) for line in lines]


@cache
def verdicts(dataset: str) -> Mapping[int, str]:
    """Return the number of each document of a data set that is no everyday news -> what it is instead."""
    kinds = yaml.safe_load(_VERDICTS.read_text(encoding="utf-8"))[dataset]
    return {number: kind for kind, numbers in kinds.items() for number in numbers}


def hrds_text(sample: Mapping[str, Any]) -> str:
    return f"{sample['Input.title']}.\n\n{sample['Input.article_interface']}".replace("<p>", "").replace("</p>", "\n\n")


def read_rows(path: Path) -> Iterator[Sequence[str]]:
    """Yield the rows of a packed .jsonl file of lists: the text, then its labels."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _muc4(folder: Path) -> Iterator[GateText]:
    for line in read_lines(locate(folder, "muc4"), ("text", "templates")):
        yield GateText("muc4", line["text"], VIOLENCE if line["templates"] else UNCLEAR)


def _hrds(folder: Path) -> Iterator[GateText]:
    for line in read_lines(locate(folder, "hrdsattack"), ("sample", "merged_sample")):
        is_event = not _UNKNOWN.issuperset(line["merged_sample"]["violation_types"])
        yield GateText("hrds", hrds_text(line["sample"]), VIOLENCE if is_event else UNCLEAR)


def _satp_relevant(folder: Path) -> Iterator[GateText]:
    for text, *_ in read_rows(locate(folder, "satp_relevant")):
        yield GateText("satp", text, VIOLENCE)


def _satp_all(folder: Path) -> Iterator[GateText]:
    for text, *labels in read_rows(locate(folder, "satp_all")):
        if "1" not in labels:
            yield GateText("satp", text, UNCLEAR)


def _isaf(folder: Path) -> Iterator[GateText]:
    for line in read_lines(locate(folder, "isaf"), ("text",)):
        yield GateText("isaf", line["text"], VIOLENCE)


def _geo(folder: Path) -> Iterator[GateText]:
    for corpus in read_corpora(folder):
        texts = [text.document.text for text in corpus.texts]
        yield from _judged(corpus.name, texts)


def _polnear(folder: Path) -> Iterator[GateText]:
    yield from _judged("polnear", [line["text"] for line in read_lines(locate(folder, "polnear"), ("text",))])


def _judged(dataset: str, texts: Sequence[str]) -> Iterator[GateText]:
    known = verdicts(dataset)
    for number, text in enumerate(texts, 1):
        yield GateText(dataset, text, known.get(number, EVERYDAY))


_WAYS: Mapping[str, Callable[[Path], Iterator[GateText]]] = {
    "muc4": _muc4,
    "hrdsattack": _hrds,
    "satp_relevant": _satp_relevant,
    "satp_all": _satp_all,
    "isaf": _isaf,
    "geo": _geo,
    "polnear": _polnear,
}
_NEWS = ("geo", "polnear")  # where everyday news is
