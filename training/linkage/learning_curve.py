"""Measures what judgements teach: `python -m training.linkage.learning_curve DATA [--kept FILE]`; some CPU minutes.

The weights that ship were fitted to the earlier part of the incidents. Of the later part, half of the incidents are
judged, what waits for review first, and the other half is scored; so twenty times, each with other halves. What is
shown is the log loss of the decisions, lower being better, and of some halves B3 of the clusters. `KINDS` makes
casebooks of another kind. FILE keeps items, as in `splink_cold_start`.
"""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from dateline.bench.linking import Told
from dateline.linkage.cluster import BAND, Linker
from dateline.linkage.index import MemoryIndex
from dateline.linkage.learning import Example, fit_around, learned
from dateline.linkage.records import Item
from dateline.linkage.score import PairScorer, Scorer
from dateline.linkage.weights import Regression, Weights, load_weights
from training.linkage.fit import Recorder
from training.linkage.parts import both_parts

JUDGED = (20, 50, 100, 300)
CORRECTED = 20  # judgements of one who judges mistakes alone
HALVES, STREAMED = 20, 2
ALMOST_NONE = 0.05  # strength of a prior that hardly holds: fitting to the judgements alone
FEW_WORDS = 15


@dataclass(frozen=True, slots=True)
class Known:
    """A decision: its incident, what was known of it, whether the link was right."""

    incident: str
    example: Example
    chance: float

    @property
    def waits(self) -> bool:
        return BAND[0] < self.chance < BAND[1]

    @property
    def is_mistake(self) -> bool:
        return (self.chance >= 0.5) != self.example.is_same


def few_words(item: Item) -> Item:
    kept = sorted(item.terms, key=lambda term: (-item.terms[term], term))[:FEW_WORDS]
    return replace(item, terms={term: item.terms[term] for term in kept}, title={})


KINDS: Mapping[str, Callable[[Item], Item]] = {
    "as they are": lambda item: item,
    "15 words, no headline": few_words,
    "nobody named": lambda item: replace(item, names=frozenset(), ages=frozenset()),
    "no days of events": lambda item: replace(item, first=None, last=None),
    "no places": lambda item: replace(item, spots=(), setting=frozenset()),
}


class Remembering:
    """A scorer that asks for each pair once in all streams."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._known: dict[tuple[str, str], float] = {}

    def chances(self, item: Item, others: Sequence[Item]) -> list[float]:
        fresh = [other for other in others if (item.id, other.id) not in self._known]
        for other, chance in zip(fresh, self._scorer.chances(item, fresh), strict=True):
            self._known[item.id, other.id] = chance
        return [self._known[item.id, other.id] for other in others]


def stream(told: Sequence[Told], weights: Weights, scorer: Scorer) -> tuple[list[Known], dict[str, str]]:
    """Stream the reports; return the decisions that chose between candidates, and where each lead is in the end."""
    recorder = Recorder(**{name: getattr(weights.decision, name) for name in Regression.__slots__})
    object.__setattr__(recorder, "asked", [])
    index = MemoryIndex()
    linker = Linker(index, weights=replace(weights, decision=recorder), scorer=scorer)
    incidents = {each.lead.id: each.incident for each in told}
    known = []
    for each in told:
        recorder.asked.clear()
        decision = linker.place(each.lead).decision
        if recorder.asked:
            best = decision.cluster if decision.cluster != each.lead.id else decision.runner_up
            leads = Counter(
                incidents[item.id] for item in index.members(best or "") if item.is_lead and item.id != each.lead.id
            )
            is_same = bool(leads) and leads.most_common(1)[0][0] == each.incident
            asked = recorder.asked[-1]
            known.append(Known(each.incident, Example(asked, is_same), weights.decision.chance(asked)))
        for item in each.others:
            linker.place(item)
    return known, {each.lead.id: index.cluster_of(each.lead.id) or "" for each in told}


def fitted_alone(weights: Weights, examples: Sequence[Example]) -> Weights:
    """Fit to the judgements with hardly a prior, as plain recalibration does."""
    known = weights.decision
    told = np.array([[each.measures[name] for name in known.names] for each in examples])
    table = np.hstack([np.ones((len(told), 1)), (told - known.means) / known.scales])
    prior = np.concatenate([[known.intercept], known.weights])
    same = np.array([each.is_same for each in examples], dtype=np.float64)
    fitted = fit_around(prior, np.full(len(prior), ALMOST_NONE), table, same)
    return replace(weights, decision=replace(known, intercept=float(fitted[0]), weights=fitted[1:]))


def log_loss(weights: Weights, known: Sequence[Known]) -> float:
    chances = np.clip([weights.decision.chance(each.example.measures) for each in known], 1e-4, 1 - 1e-4)
    same = np.array([each.example.is_same for each in known])
    return float(-np.log(np.where(same, chances, 1 - chances)).mean())


def b3(told: Sequence[Told], placed: Mapping[str, str], scored: frozenset[str]) -> float:
    """Return B3 F1 of the scored half's reports; what they are wrongly together with may be of either half."""
    pairs = [(placed[each.lead.id], each.incident) for each in told]
    both, clusters, incidents = Counter(pairs), Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    of_half = [pair for pair in pairs if pair[1] in scored]
    precision = float(np.mean([both[pair] / clusters[pair[0]] for pair in of_half]))
    recall = float(np.mean([both[pair] / incidents[pair[1]] for pair in of_half]))
    return 100 * 2 * precision * recall / (precision + recall)


def halves(told: Sequence[Told]) -> Iterator[tuple[int, frozenset[str]]]:
    names = sorted({each.incident for each in told})
    for seed in range(HALVES):
        yield seed, frozenset(np.random.default_rng(seed).choice(names, len(names) // 2, replace=False).tolist())


def curve(told: Sequence[Told], shipped: Weights) -> Iterator[str]:
    """Yield a line for each number of judgements: mean change of log loss, how often it is worse, and B3."""
    scorer = Remembering(PairScorer(shipped.pair))
    known, placed = stream(told, shipped, scorer)
    kept: dict[str, list[Any]] = {}
    for seed, scored in halves(told):
        pool = [each for each in known if each.incident not in scored]
        rest = [each for each in known if each.incident in scored]
        before = log_loss(shipped, rest)
        for name, examples in judged(pool, seed):
            one = learned(shipped, examples)
            row = [before, log_loss(one, rest) - before, log_loss(fitted_alone(shipped, examples), rest) - before]
            if seed < STREAMED:
                row += [b3(told, placed, scored), b3(told, stream(told, one, scorer)[1], scored)]
            kept.setdefault(name, []).append(row)
    yield f"{len(known)} decisions, {sum(each.waits for each in known)} wait"
    for name, rows in kept.items():
        shown = [row[3:] for row in rows if len(row) > 3]
        if not shown:
            continue  # so many are to be judged in few halves
        before, change, alone = np.array([row[:3] for row in rows]).mean(axis=0)
        first, then = np.array(shown).mean(axis=0)
        spread = np.std([row[1] for row in rows])
        loss = f"log loss {before:.3f}, learned {change:+.4f} (sd {spread:.4f}), without prior {alone:+.4f}"
        yield f"{name} of {len(rows)} halves: {loss}; B3 {first:.2f}, learned {then:.2f}"


def judged(pool: Sequence[Known], seed: int) -> Iterator[tuple[str, list[Example]]]:
    """Yield what is judged: what waits for review, in any order, and then the rest; and mistakes alone."""
    order = np.random.default_rng(seed).permutation(len(pool))
    shuffled = sorted((pool[at] for at in order), key=lambda each: not each.waits)
    for number in JUDGED:
        if number <= len(shuffled):
            yield f"{number} judged", [each.example for each in shuffled[:number]]
    mistakes = [each.example for each in shuffled if each.is_mistake][:CORRECTED]
    yield f"{CORRECTED} mistakes alone", mistakes


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--kept", type=Path)
    given = parser.parse_args()
    _, later = both_parts(given.data / "linkage" / "gun_violence.dev.jsonl.xz", given.kept)
    for name, change in KINDS.items():
        told = [
            replace(each, lead=change(each.lead), others=tuple(change(item) for item in each.others)) for each in later
        ]
        for line in curve(told, load_weights()):
            print(f"{name}: {line}", flush=True)  # noqa: T201 - a script


if __name__ == "__main__":
    main()
