"""Fits the weights of linkage: `python -m training.linkage.fit DATA_FOLDER [--kept FILE]`, some eight minutes of CPU.

DATA_FOLDER holds `linkage/gun_violence.dev.jsonl.xz`; only the earlier 60 % of its incidents are read. The pairs are
those that blocking finds. The regression on decisions is fitted on a stream of the same reports, scored by trees that
have not seen the report's incident. FILE keeps the items, so that a second run need not code the texts again.
"""

import json
import pickle
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from dateline.bench.incidents import earlier_and_later, read_incidents
from dateline.bench.linking import Told, code_reports
from dateline.bench.records import Order
from dateline.linkage.cluster import Linker
from dateline.linkage.index import MemoryIndex
from dateline.linkage.records import Item
from dateline.linkage.score import PairScorer, measure
from dateline.linkage.weights import Regression, Tables, Weights, read_tables
from training.linkage.tables import as_form, fit_trees

FOLDS, ROUNDS = 5, 2
STRENGTH = 0.3  # C of the regression
DIGITS = 4
WEIGHTS = Path(__file__).parents[2] / "src/dateline/linkage/data/weights.json"


def pairs_of(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield each report with those told before it that blocking finds, by their lead accounts."""
    index, by_id = MemoryIndex(), {each.lead.id: each for each in told}
    for each in told:
        yield from ((each, by_id[near.id]) for near in index.near(each.lead))
        index.add(each.lead, each.lead.id)


def fit_tables(pairs: Sequence[tuple[Told, Told]]) -> dict[str, Any]:
    measured = np.array([measure(one.lead, other.lead) for one, other in pairs])
    same = [one.incident == other.incident for one, other in pairs]
    return as_form(fit_trees(measured, same), measured)


class FoldScorer:
    """Scores an item by the tables of the fold that has not seen its incident."""

    def __init__(self, folds: Mapping[str, int], tables: Sequence[Tables]) -> None:
        self._folds = folds
        self._scorers = [PairScorer(each) for each in tables]

    def chances(self, item: Item, others: Sequence[Item]) -> list[float]:
        return self._scorers[self._folds[item.group]].chances(item, others)


def fold_scorer(told: Sequence[Told], pairs: Sequence[tuple[Told, Told]]) -> FoldScorer:
    incidents = {name: number % FOLDS for number, name in enumerate(dict.fromkeys(each.incident for each in told))}
    tables = [
        read_tables(fit_tables([pair for pair in pairs if all(incidents[each.incident] != fold for each in pair)]))
        for fold in range(FOLDS)
    ]
    return FoldScorer({each.lead.group: incidents[each.incident] for each in told}, tables)


class Recorder(Regression):
    """A regression that keeps what it was asked."""

    asked: list[Mapping[str, float]]

    def chance(self, values: Mapping[str, float]) -> float:
        self.asked.append(values)
        return Regression.chance(self, values)


def record_decisions(told: Sequence[Told], scorer: FoldScorer, regression: Regression, tables: Tables) -> Any:
    """Stream the reports; return what was known of each decision on a lead, whether the link was right, and `alone`."""
    recorder = Recorder(**{name: getattr(regression, name) for name in Regression.__slots__})
    object.__setattr__(recorder, "asked", [])
    index = MemoryIndex()
    linker = Linker(index, weights=Weights("", tables, recorder), scorer=scorer)
    incidents = {item.id: each.incident for each in told for item in each.items}
    known, right, alone, seen = [], [], [], set()
    for each in told:
        recorder.asked.clear()
        decision = linker.place(each.lead).decision
        best = decision.cluster if decision.cluster != each.lead.id else decision.runner_up
        if recorder.asked:
            others = Counter(incidents[m.id] for m in index.members(best or "") if m.id != each.lead.id)
            known.append(recorder.asked[-1])
            right.append(bool(others) and others.most_common(1)[0][0] == each.incident)
        else:
            alone.append(each.incident not in seen)
        seen.add(each.incident)
        for item in each.others:
            linker.place(item)
    return known, right, float(np.mean(alone))


def fit_decisions(known: Sequence[Mapping[str, float]], right: Sequence[bool]) -> Regression:
    names = tuple(known[0])
    table = np.array([[values[name] for name in names] for values in known])
    means, scales = table.mean(axis=0), table.std(axis=0) + 1e-6
    fitted = LogisticRegression(C=STRENGTH, max_iter=1000).fit((table - means) / scales, right)
    return Regression(names, fitted.coef_[0], means, scales, float(fitted.intercept_[0]))


def by_hand() -> Regression:
    """Return the regression that the first stream goes by: the likeliest cluster, if it is likelier than not."""
    one = np.ones(1)
    return Regression(("best",), one, 0 * one, one, 0.0)


def fit(told: Sequence[Told]) -> dict[str, Any]:
    """Return the JSON form of all weights."""
    pairs = list(pairs_of(told))
    form = fit_tables(pairs)
    scorer = fold_scorer(told, pairs)
    regression, alone = by_hand(), 1.0
    for _ in range(ROUNDS):
        known, right, alone = record_decisions(told, scorer, regression, read_tables(form))
        regression = fit_decisions(known, right)
    columns = (regression.weights, regression.means, regression.scales)
    rounded = zip(*(np.round(column, DIGITS).tolist() for column in columns), strict=True)
    decision = {
        "measures": dict(zip(regression.names, map(list, rounded), strict=True)),
        "intercept": round(regression.intercept, DIGITS),
        "alone": round(alone, DIGITS),
        "reports": len(told),
        "decisions": len(right),
    }
    return {"pair": form | {"pairs": len(pairs)}, "decision": decision}


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--kept", type=Path)
    given = parser.parse_args()
    told = kept_or_coded(given.data / "linkage" / "gun_violence.dev.jsonl.xz", given.kept)
    form = fit(told)
    WEIGHTS.parent.mkdir(exist_ok=True)
    WEIGHTS.write_text(json.dumps(form, separators=(",", ":")) + "\n")
    print(f"{len(told)} reports, {form['pair']['pairs']} pairs, {WEIGHTS.stat().st_size} bytes")  # noqa: T201 - a script


def kept_or_coded(path: Path, kept: Path | None) -> list[Told]:
    if kept is not None and kept.exists():
        return list(pickle.loads(kept.read_bytes()))  # noqa: S301 - our own file
    earlier, _ = earlier_and_later(read_incidents(path))
    told = code_reports(earlier, Order(path))
    if kept is not None:
        kept.write_bytes(pickle.dumps(told))
    return told


if __name__ == "__main__":
    main()
