"""Windows: labelled documents cut into pieces that the encoder can read, with their labels as arrays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from training.coder.columns import ASKED, ATTRIBUTES, OTHER, ROLES, TAGS, TYPES, UNSAID, VIOLATIONS, WINDOW

LONGEST = 510  # word pieces a window, without [CLS] and [SEP]
OVERLAP = 128
_CLS, _SEP = 101, 102
_UNKNOWN = -1.0  # a label that the key does not speak of: no loss

Row = dict[str, Any]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class SpanLabel:
    """A role-bearing span: its first piece in the window, its events, and attribute -> index of its value."""

    first: int
    events: frozenset[int]
    attributes: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Window:
    """A piece of a document: ids with [CLS] and [SEP]; tags (n, TAGS), sentence (n, TYPES), window (WINDOW,)."""

    document: str
    ids: tuple[int, ...]
    tags: Floats
    sentence: Floats
    window: Floats
    spans: tuple[SpanLabel, ...]


def load_tokenizer(folder: Path) -> Tokenizer:
    """Return the tokenizer of an encoder's folder, which neither pads nor cuts."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def cut(row: Row, tokenizer: Tokenizer) -> Iterator[Window]:
    """Yield the windows of one labelled document, each overlapping the one before."""
    encoding = tokenizer.encode(row["text"], add_special_tokens=False)
    starts = np.array([start for start, _ in encoding.offsets], dtype=np.int64)
    ends = np.array([end for _, end in encoding.offsets], dtype=np.int64)
    tags, spans = _tag(row, starts, ends)
    sentence = _sentence(row, starts)
    for first in range(0, max(1, len(starts) - OVERLAP), LONGEST - OVERLAP):
        last = min(first + LONGEST, len(starts))
        inside = tuple(
            SpanLabel(span.first - first + 1, span.events, span.attributes)
            for span in spans
            if first <= span.first < last
        )
        yield Window(
            row["id"],
            (_CLS, *encoding.ids[first:last], _SEP),
            _framed(tags[first:last]),
            _framed(sentence[first:last]),
            _whole(row, has_spans=bool(inside)),
            inside,
        )


def _framed(labels: Floats) -> Floats:
    edge = np.full((1, labels.shape[1]), _UNKNOWN, dtype=np.float32)
    return np.concatenate([edge, labels, edge])


def _tag(row: Row, starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> tuple[Floats, list[SpanLabel]]:
    known = ROLES if "roles" in row["columns"] else ("victim_name",)
    columns = [index for index, tag in enumerate(TAGS) if tag.partition(":")[2] in known]
    tags = np.full((len(starts), len(TAGS)), _UNKNOWN, dtype=np.float32)
    tags[:, columns] = 0.0
    spans = []
    for span in sorted(row["spans"], key=lambda each: each["start"] - each["end"]):
        inside = np.flatnonzero((starts >= span["start"]) & (ends <= span["end"]))
        begin = TAGS.index(f"begins:{span['role']}")
        if not len(inside) or tags[inside, begin : begin + 2].max() > 0:
            continue  # within a longer one of the same role
        tags[inside[0], begin] = 1.0
        tags[inside[1:], begin + 1] = 1.0
        spans.append(SpanLabel(int(inside[0]), frozenset(span["events"]), _attributes(row, span)))
    return tags, spans


def _attributes(row: Row, span: Row) -> dict[str, int]:
    if "roles" not in row["columns"]:
        return {}
    found = {}
    for name in ASKED.get(span["role"], ()):
        said = span["attributes"].get(name) or UNSAID.get(name)
        if said:
            values = ATTRIBUTES[name]
            found[name] = values.index(said) if said in values else values.index(OTHER) if OTHER in values else -1
    return {name: index for name, index in found.items() if index >= 0}


def _sentence(row: Row, starts: npt.NDArray[np.int64]) -> Floats:
    labels = np.full((len(starts), len(TYPES)), 0.0 if row["sentences"] else _UNKNOWN, dtype=np.float32)
    for sentence in row["sentences"]:
        inside = (starts >= sentence["start"]) & (starts < sentence["end"])
        for label in sentence["labels"]:
            if label in TYPES:
                labels[inside, TYPES.index(label)] = 1.0
    return labels


def _whole(row: Row, *, has_spans: bool) -> Floats:
    labels = np.full(len(WINDOW), _UNKNOWN, dtype=np.float32)
    if "relevance" in row["columns"]:
        labels[0] = float(has_spans)
    if "violations" in row["columns"]:
        labels[1:] = [float(name in row["document"]) for name in VIOLATIONS]
    return labels


def batches(windows: Sequence[Window], tokens: int, rng: np.random.Generator) -> list[list[Window]]:
    """Return windows of like length together, at most `tokens` with padding a batch, the batches in random order."""
    jitter = rng.normal(0, 12, len(windows))
    order = sorted(range(len(windows)), key=lambda index: len(windows[index].ids) + jitter[index])
    found: list[list[Window]] = [[]]
    longest = 0
    for index in order:
        longest = max(longest, len(windows[index].ids))
        if found[-1] and longest * (len(found[-1]) + 1) > tokens:
            found.append([])
            longest = len(windows[index].ids)
        found[-1].append(windows[index])
    return [found[index] for index in rng.permutation(len(found))]
