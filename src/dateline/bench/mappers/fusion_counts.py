"""Fusion, counts: from the accounts of one incident to what the key asks for: a number, its bounds, how sure it is.

Two things are this key's alone and no part of the product, where unknown stays unknown: what no report says counts as
0, and one who killed others and himself counts with them.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.bench.mappers.fusion import accounts_of, leads_of
from dateline.claims.records import Claim, Frame
from dateline.codebook import load_codebook
from dateline.documents.records import Document
from dateline.events import reconcile
from dateline.events.counting import counts_anybody, told_by
from dateline.events.records import Cell
from dateline.pipeline import Coded
from dateline.values.counts import Count
from dateline.values.folding import fold

_WORD = re.compile(r"\w+")
SLOTS = {"killed": "deaths", "injured": "injured"}  # the key's word, ours


@dataclass(frozen=True, slots=True)
class Guess:
    """What is predicted for one count of an incident. `said` are the numbers of the reports that give one, in order."""

    best: int
    low: int
    high: float
    confidence: float
    said: tuple[int, ...]
    cell: Cell | None = None


def guess(incident: Sequence[Coded], slot: str, policy: str) -> Guess:
    """Return the prediction for an incident, whose documents come in order of publication."""
    told = accounts_of(incident, slot)
    said = tuple(number for frames in told if (number := _number(frames, slot)) is not None)
    cell = _cell(told, incident, slot, policy)
    if cell is None or not isinstance(cell.value, Count):
        return Guess(0, 0, 0, _of_silence(slot, len(incident)), said)
    count = cell.value
    best = next(n for n in (count.best, count.low, count.high) if n is not None)
    more = int(slot == SLOTS["killed"] and _tells_of_own_death(_deciding(cell, told)))
    low = 0 if 2 * len(told) <= len(incident) else count.low or 0  # where most say nothing, nothing is possible
    high = float("inf") if count.high is None else count.high
    beside = int(slot == SLOTS["killed"] and any(map(_may_tell_of_own_death, told)))
    return Guess(best + more, low, high + max(more, beside), cell.confidence, said, cell)


def _cell(told: Sequence[Sequence[Frame]], incident: Sequence[Coded], slot: str, policy: str) -> Cell | None:
    if not told:
        return None
    documents: dict[str, Document] = {coded.document.id: coded.document for coded in incident}
    kept = voiced(told, incident, slot)
    return reconcile(kept, places={}, actors={}, codebook=load_codebook(), documents=documents, policy=policy).cell(
        slot
    )


def voiced(told: Sequence[Sequence[Frame]], incident: Sequence[Coded], slot: str) -> list[Frame]:
    """Return the frames with the claims of one slot alone; documents that say nothing of it are silent voices."""
    speaking = {frame.document_id for frames in told for frame in frames}
    silent = [frame for frames in leads_of(incident) for frame in frames if frame.document_id not in speaking]
    speak = [replace(frame, claims=frame.slot(slot)) for frames in told for frame in frames]
    return [*speak, *(replace(frame, claims=()) for frame in silent)]


def _number(frames: Sequence[Frame], slot: str) -> int | None:
    told = told_by([claim for frame in frames for claim in frame.slot(slot)])
    return (
        None if told is None else next(n for n in (told.count.best, told.count.low, told.count.high) if n is not None)
    )


def _deciding(cell: Cell, told: Sequence[Sequence[Frame]]) -> Claim:
    return next(claim for frames in told for frame in frames for claim in frame.claims if claim.id == cell.claims[0])


def _tells_of_own_death(claim: Claim) -> bool:
    """Tell whether the sentence of a number that lists whom somebody killed goes on with that one's own death."""
    if counts_anybody(claim):
        return False
    sentence = fold(claim.quote.text).casefold()
    words, table = set(_WORD.findall(sentence)), load_words()
    if words & set(table["survived"]) or not words & set(table["verbs"]):
        return False
    return any(re.search(rf"{re.escape(each['phrase'])}\b", sentence) for each in table["own_death"])


def _may_tell_of_own_death(frames: Sequence[Frame]) -> bool:
    sentences = (fold(claim.quote.text).casefold() for frame in frames for claim in frame.claims)
    return any(words in sentence for sentence in sentences for words in load_words()["maybe"])


def _of_silence(slot: str, documents: int) -> float:
    """Return how often nothing is right where none of so many documents gives a number."""
    rates = load_silence()[slot]
    return rates[min(documents, len(rates)) - 1]


@cache
def load_words() -> dict[str, Any]:
    """Return the words of data/fusion.yaml."""
    words: dict[str, Any] = yaml.safe_load((files("dateline.bench") / "data" / "fusion.yaml").read_text("utf-8"))
    return words


@cache
def load_silence() -> Mapping[str, Sequence[float]]:
    """Return, by slot, the share of incidents of 1, 2, ... silent documents that had none; from training/fusion."""
    rates: dict[str, list[float]] = json.loads((files("dateline.bench") / "data" / "fusion.json").read_text("utf-8"))
    return rates
