"""Reads re3d: texts with entities and the relations between them, as its three files give them, one object a line.

Confidence is the share of judges behind a mark; 0 is a machine's suggestion that nobody confirmed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from dateline.bench.datasets import read_lines
from dateline.documents.records import Document
from dateline.errors import InputError
from dateline.values.ids import hash_text
from dateline.values.spans import Span

FOLDS = 5
_PARTS = {
    "documents": ("_id", "text"),
    "entities": ("documentId", "begin", "end", "type", "confidence"),
    "relations": ("documentId", "sourceBegin", "sourceEnd", "targetBegin", "targetEnd", "type", "confidence"),
}


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """A thing marked in a text: where, of which type, and how sure the judges are (0 to 1)."""

    span: Span
    type: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """Two marked spans and the type of their relation, from source to target."""

    source: Span
    type: str
    target: Span


@dataclass(frozen=True, slots=True)
class Re3dText:
    """One text with what is marked in it: `entities` confirmed by somebody, `unconfirmed` by nobody."""

    document: Document
    entities: tuple[Marked, ...]
    unconfirmed: tuple[Marked, ...]
    relations: frozenset[Related]

    @property
    def fold(self) -> int:
        """Which of the five parts the text belongs to, by its id."""
        return int(hash_text(self.document.origin), 16) % FOLDS


@cache
def re3d_words() -> Mapping[str, Mapping[str, str]]:
    """Return what re3d's types are in ours (data/re3d.yaml)."""
    text = (files("dateline.bench") / "data" / "re3d.yaml").read_text(encoding="utf-8")
    data: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return data


def read_re3d(folder: Path, limit: int | None = None) -> tuple[Re3dText, ...]:
    """Return the texts of a folder with documents, entities and relations, each a .jsonl or .jsonl.xz file.

    Raises InputError with file and line where a file is absent, a line of another form, or a mark of no text's words.
    """
    documents = tuple(read_lines(_file(folder, "documents"), _PARTS["documents"], limit))
    held = {line["_id"] for line in documents}
    parts = {name: _by_document(_file(folder, name), name, held, limit) for name in ("entities", "relations")}
    return tuple(_text(line, parts["entities"][line["_id"]], parts["relations"][line["_id"]]) for line in documents)


def _file(folder: Path, name: str) -> Path:
    found = [folder / f"{name}.jsonl{ending}" for ending in ("", ".xz") if (folder / f"{name}.jsonl{ending}").is_file()]
    if not found:
        raise InputError(f"{folder} holds no {name}.jsonl or {name}.jsonl.xz: name the folder of re3d with --data PATH")
    return found[0]


def _by_document(path: Path, name: str, held: Iterable[str], limit: int | None) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {each: [] for each in held}
    for number, line in enumerate(read_lines(path, _PARTS[name]), 1):
        if line["documentId"] in found:
            found[line["documentId"]].append(line)
        elif limit is None:
            raise InputError(f"{path}, line {number}: no document has the id {line['documentId']!r}")
    return found


def _text(line: Mapping[str, Any], entities: list[dict[str, Any]], relations: list[dict[str, Any]]) -> Re3dText:
    marked = sorted({Marked(Span(e["begin"], e["end"]), e["type"], float(e["confidence"])) for e in entities})
    return Re3dText(
        Document(line["text"], line["_id"], language="en"),
        tuple(each for each in marked if each.confidence > 0),
        tuple(each for each in marked if each.confidence == 0),
        frozenset(
            Related(Span(r["sourceBegin"], r["sourceEnd"]), r["type"], Span(r["targetBegin"], r["targetEnd"]))
            for r in relations
            if r["confidence"] > 0
        ),
    )
