"""Scores place names found in running text against a corpus's gold toponyms: found, and put where they are.

Definitions, the same for every corpus:
* prediction: a mention of a place or a demonym that was given a point. What has none is as if it had not been found.
* match: predictions and gold toponyms whose spans overlap, one to one, those that share most characters first, of
  equals the closest in length. A prediction that overlaps nothing but a span that the corpus marks as a place without
  saying where it is (`GoldText.unplaced`) is left out: it can be neither right nor wrong.
* right: a match whose id is the gold one, or whose point lies within 161 km (100 miles) of the gold position.
* precision: right over predictions. recall: right over all gold toponyms. detection: the same figures of matches,
  wherever they were put.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.bench.bootstrap import Figure, f1, interval, precision, recall
from dateline.bench.places_corpora import GoldText, GoldToponym
from dateline.bench.records import Row
from dateline.bench.scorers.places_gold import is_gold
from dateline.places.records import PlaceResolution
from dateline.values.points import Point
from dateline.values.spans import Span

_RIGHT_KM = 161


@dataclass(frozen=True, slots=True)
class Located:
    """One mention that was found, and what it was resolved to."""

    span: Span
    resolution: PlaceResolution

    @property
    def point(self) -> Point | None:
        place = self.resolution.place
        return self.resolution.point or (place.point if place is not None else None)


@dataclass(frozen=True, slots=True)
class Tally:
    """What one text adds: matches that are right, matches, predictions, gold toponyms."""

    right: int
    matched: int
    predicted: int
    gold: int


def tally(text: GoldText, found: Sequence[Located]) -> Tally:
    """Match what was found in a text with its gold toponyms."""
    predictions = [each for each in found if each.point is not None]
    pairs = _pairs(predictions, text.toponyms)
    matched = {prediction for prediction, _ in pairs}
    spurious = [
        each
        for number, each in enumerate(predictions)
        if number not in matched and not any(span.overlaps(each.span) for span in text.unplaced)
    ]
    right = sum(_is_right(predictions[number], text.toponyms[gold]) for number, gold in pairs)
    return Tally(right, len(pairs), len(pairs) + len(spurious), len(text.toponyms))


def rows(corpus: str, texts: Sequence[GoldText], found: Sequence[Sequence[Located]]) -> tuple[Row, ...]:
    """Return `places.<corpus>.end2end.*`: F1, precision, recall at 161 km and of detection, intervals over texts."""
    tallies = [tally(text, located) for text, located in zip(texts, found, strict=True)]
    placed = [(one.right, one.predicted, one.right, one.gold) for one in tallies]
    detected = [(one.matched, one.predicted, one.matched, one.gold) for one in tallies]
    prefix = f"places.{corpus}.end2end"
    return (*_rows(prefix, "_161", placed), *_rows(f"{prefix}.detection", "", detected))


def _rows(prefix: str, ending: str, counts: Sequence[Sequence[int]]) -> list[Row]:
    table = np.array(counts, dtype=np.float64).reshape(-1, 4)
    gold, predicted = int(table[:, 3].sum()), int(table[:, 1].sum())
    figures: tuple[tuple[str, Figure, int], ...] = (
        ("f1", f1, gold),
        ("precision", precision, predicted),
        ("recall", recall, gold),
    )
    return [Row(f"{prefix}.{name}{ending}", *interval(table, figure), n) for name, figure, n in figures]


def _pairs(predictions: Sequence[Located], toponyms: Sequence[GoldToponym]) -> list[tuple[int, int]]:
    """Return the matches (prediction, gold), the best overlap first."""
    overlaps = [
        (-_shared(each.span, gold.span), abs(len(each.span) - len(gold.span)), number, place)
        for number, each in enumerate(predictions)
        for place, gold in enumerate(toponyms)
        if each.span.overlaps(gold.span)
    ]
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, number, place in sorted(overlaps):
        if number not in taken[0] and place not in taken[1]:
            pairs.append((number, place))
            taken[0].add(number)
            taken[1].add(place)
    return pairs


def _shared(first: Span, second: Span) -> int:
    return min(first.end, second.end) - max(first.start, second.start)


def _is_right(found: Located, gold: GoldToponym) -> bool:
    place = found.resolution.place
    if place is not None and is_gold(place, gold.ids):
        return True
    return found.point is not None and gold.point.km_to(found.point) <= _RIGHT_KM
