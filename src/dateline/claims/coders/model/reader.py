"""The reader: a text through the network, window by window, into one row of probabilities a word piece."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np

from dateline.claims.coders.model.records import Bools, Card, Floats, Integers, Reading
from dateline.errors import InstallationError
from dateline.values.folding import fold

_DATA = files("dateline.claims.coders.model") / "data"
_CLS, _SEP = 101, 102
_SHARPEST = 30.0  # logits beyond which a probability no longer changes


class Reader:
    """Reads texts with the shipped network. Uncased: capitals and small letters are read alike.

    Raises InstallationError where the weights or the library that runs them are missing.
    """

    def __init__(self) -> None:
        try:
            import onnxruntime  # noqa: PLC0415 - takes a moment, and only the model needs it
            from tokenizers import Tokenizer  # noqa: PLC0415
        except ImportError as error:
            raise InstallationError(f"{error.name} is missing: install Dateline again") from error
        self.card = load_card()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        with as_file(_DATA / "model.onnx") as path:
            if not path.is_file():
                raise InstallationError(f"{path} is missing: install Dateline again")
            self._session: Any = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._tokenizer: Any = Tokenizer.from_str((_DATA / "tokenizer.json").read_text(encoding="utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def read(self, text: str) -> Reading:
        """Return the reading of a whole text, its quotes and dashes made plain; one without words has no rows."""
        encoding = self._tokenizer.encode(fold(text), add_special_tokens=False)
        ids = np.asarray(encoding.ids, dtype=np.int64)
        offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
        rows = self._run(ids)
        goes_on = np.array([piece.startswith("##") for piece in encoding.tokens], dtype=bool)
        return self._reading(offsets[:, 0], offsets[:, 1], goes_on, rows)

    def _run(self, ids: Integers) -> Floats:
        """Return the logits of each piece, taken from the window in which it stands furthest from an edge."""
        parts = []
        for first, last, keep in windows(len(ids), self.card):
            row = np.concatenate([[_CLS], ids[first:last], [_SEP]])[None]
            (tokens,) = self._session.run(None, {"ids": row, "attention": np.ones_like(row)})
            parts.append(tokens[0, 1:-1][keep])
        return np.concatenate(parts)

    def _reading(self, starts: Integers, ends: Integers, goes_on: Bools, rows: Floats) -> Reading:
        card = self.card
        sizes = [2 * len(card.roles), len(card.sentence), *map(len, card.attributes.values()), card.link]
        columns = np.split(rows, np.cumsum(sizes)[:-1], axis=1)
        return Reading(
            card,
            starts,
            ends,
            goes_on,
            _chances(columns[0]),
            _chances(columns[1]),
            {name: _shares(part) for name, part in zip(card.attributes, columns[2:-1], strict=True)},
            columns[-1],
        )


def windows(length: int, card: Card) -> Iterator[tuple[int, int, slice]]:
    """Yield (first, last, which of its rows to keep) so that each piece is kept once; one empty window of no text."""
    stride, half = card.longest - card.overlap, card.overlap // 2
    starts = range(0, max(1, length - card.overlap), stride)
    for first in starts:
        last = min(first + card.longest, length)
        yield first, last, slice(half if first else 0, None if first == starts[-1] else stride + half)


def _chances(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits.clip(-_SHARPEST, _SHARPEST))), dtype=np.float32)


def _shares(logits: Floats) -> Floats:
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True), dtype=np.float32)


@cache
def load_reader() -> Reader:
    """Return the reader of this process: the weights are loaded once."""
    return Reader()


@cache
def load_card() -> Card:
    """Return what the weights' file says of itself."""
    given = json.loads((_DATA / "card.json").read_text(encoding="utf-8"))
    return Card(
        given["weights"],
        tuple(given["roles"]),
        tuple(given["sentence"]),
        {name: tuple(values) for name, values in given["attributes"].items()},
        given["link"],
        given["link_bias"],
        given["longest"],
        given["overlap"],
    )
