# ruff: noqa: INP001 - a script, run by its path
"""Fits the weights of bonds: `python training/relations/fit.py FOLDER_OF_RE3D`, two minutes.

Writes the coder's weights, fitted on all texts and on sentences.yaml, and one set a fold, fitted without its texts, for
the bench.
"""

import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from dateline.bench.re3d import FOLDS, read_re3d
from dateline.bench.scorers.relations import marked_bonds, parties_of
from dateline.claims.coders.rules.bond_features import features_of
from dateline.claims.coders.rules.bond_links import Party, find_links
from dateline.claims.coders.rules.bonds import SYMMETRIC, BondKind
from dateline.claims.coders.rules.lexicon import load_lexicon
from dateline.claims.coders.rules.opening import open_page
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.relation_parties import find_all_matches, seat, told_of
from dateline.codebook import load_codebook
from dateline.documents.records import Document
from dateline.mentions.find import find
from dateline.mentions.finders.spacy_parser import SpacyParser
from dateline.values.spans import Span

_PACKAGE = Path(__file__).resolve().parents[2] / "src" / "dateline"
WEIGHTS = _PACKAGE / "claims" / "coders" / "rules" / "data" / "bonds.json"
FOLD_WEIGHTS = _PACKAGE / "bench" / "data" / "re3d_folds.json.xz"
SENTENCES = Path(__file__).with_name("sentences.yaml")
L2 = 4.0
RAREST = 10  # links in which a value must hold to have a weight
TIMES = 3  # what a link of our own sentences counts against one of re3d, whose markings leave much out
SMALLEST = 0.02  # weights that are dropped where all of a value's are smaller
_LETTERS = {"b": "body", "p": "person", "l": "place", "w": "weapon", "v": "platform", "o": "other"}
_PIECE = re.compile(r"\[(\w) ([^\]]*)\]|([^\[]+)")
_NONE = len(BondKind)
_BONDS = {
    "FightingAgainst": BondKind.FIGHTS,
    "AlliesOf": BondKind.ALLIES,
    "BelongsTo": BondKind.BELONGS_TO,
    "InChargeOf": BondKind.IN_CHARGE_OF,
}

Floats = npt.NDArray[np.float64]
Key = tuple[Span, BondKind, Span]


@dataclass(frozen=True)
class Example:
    """What holds of one link, and the number of its bond, the last being none; its fold, None for our own."""

    features: tuple[str, ...]
    bond: int
    fold: int | None = None


def examples_of(page: Page, parties: Sequence[Party], keys: set[Key], fold: int | None = None) -> Iterable[Example]:
    seated = seat(page, parties)
    told = told_of(seated, find_all_matches(seated), parties)
    for link in find_links(seated, parties, told=told):
        first, second = link.first.party.span, link.second.party.span
        fitting = (number for number, kind in enumerate(BondKind) if _is_key(first, kind, second, keys))
        yield Example(tuple(features_of(link)), next(fitting, _NONE), fold)


def _is_key(first: Span, kind: BondKind, second: Span, keys: set[Key]) -> bool:
    return (first, kind, second) in keys or (kind in SYMMETRIC and (second, kind, first) in keys)


def read_sentence(entry: dict[str, Any]) -> tuple[str, list[Party], set[Key]]:
    """Return the text without brackets, its parties in order, and its bonds."""
    text, parties = "", []
    for letter, name, plain in _PIECE.findall(entry["text"]):
        if letter:
            parties.append(Party(Span(len(text), len(text) + len(name)), _LETTERS[letter]))
        text += name or plain
    bonds = (each.split() for each in entry["bonds"])
    keys = {(parties[int(a) - 1].span, BondKind(kind), parties[int(b) - 1].span) for kind, a, b in bonds}
    return text, parties, keys


def open_all(texts: Iterable[str], parser: SpacyParser) -> Iterable[Page]:
    lexicon, policy = load_lexicon(), load_codebook().policy()
    documents = (Document(text, f"text-{number}", language="en") for number, text in enumerate(texts))
    for document, findings in find(documents, parser=parser, finders=()):
        yield open_page(document, findings, policy=policy, lexicon=lexicon)


def own_examples(parser: SpacyParser) -> list[Example]:
    read = [read_sentence(entry) for entry in yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))]
    pages = open_all((text for text, _, _ in read), parser)
    pairs = zip(pages, read, strict=True)
    return [each for page, (_, parties, keys) in pairs for each in examples_of(page, parties, keys)]


def re3d_examples(folder: Path, parser: SpacyParser) -> list[Example]:
    texts = read_re3d(folder)
    found: list[Example] = []
    for text, page in zip(texts, open_all((text.document.text for text in texts), parser), strict=True):
        keys = {(each.source, _BONDS[each.type], each.target) for each in marked_bonds(text)}
        found.extend(examples_of(page, parties_of(text), keys, text.fold))
    return found


def fit(examples: Sequence[Example]) -> dict[str, Any]:
    """Return the weights that make the bonds likeliest, by L-BFGS with an L2 penalty; no randomness."""
    held = Counter(name for each in examples for name in each.features)
    names = [name for name, times in held.items() if times >= RAREST]
    column = {name: number for number, name in enumerate(names)}
    rows = [[len(names), *(column[name] for name in set(each.features) & column.keys())] for each in examples]
    starts = np.cumsum([0, *map(len, rows)])
    matrix = csr_matrix((np.ones(starts[-1]), np.concatenate(rows), starts), shape=(len(rows), len(names) + 1))
    right = np.eye(_NONE + 1)[[each.bond for each in examples]]
    table = _most_likely(matrix, right)
    table = (table - table[:, [_NONE]])[:, :_NONE]
    kept = {name: row for name, row in zip(names, table, strict=False) if np.abs(row).max() >= SMALLEST}
    return {"always": _short(table[-1]), "weights": {name: _short(kept[name]) for name in sorted(kept)}}


def _most_likely(matrix: Any, right: Floats) -> Floats:
    shape = (matrix.shape[1], right.shape[1])

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(shape)
        sums = matrix @ weights
        sums -= sums.max(axis=1, keepdims=True)
        logs = sums - np.log(np.exp(sums).sum(axis=1, keepdims=True))
        value = -(logs * right).sum() + 0.5 * L2 * (weights**2).sum()
        return float(value), (matrix.T @ (np.exp(logs) - right) + L2 * weights).ravel()

    found = minimize(loss, np.zeros(shape[0] * shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return found.x.reshape(shape)


def _short(row: Floats) -> list[float]:
    return [round(float(value), 2) for value in row]


def main(folder: Path) -> None:
    parser = SpacyParser()
    own, marked = own_examples(parser) * TIMES, re3d_examples(folder, parser)
    folds = [fit([*(each for each in marked if each.fold != fold), *own]) for fold in range(FOLDS)]
    FOLD_WEIGHTS.write_bytes(lzma.compress(json.dumps(folds).encode()))
    data = fit([*marked, *own])
    lines = (f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in data["weights"].items())
    text = ",\n".join(lines)
    WEIGHTS.write_text(f'{{"always": {json.dumps(data["always"])},\n "weights": {{\n{text}\n}}}}\n', encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
