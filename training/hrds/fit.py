# ruff: noqa: INP001 - a script, run from the repository's root
"""Fits what is weighed for HRDsAttack's keys: `python -m training.hrds.fit HRDS_TRAIN.jsonl.xz`, some ten minutes.

Prints what five folds give, attribute by attribute, and writes the mapper's weights, fitted on all articles.
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from training.choices import Choices, Floats, fit_choices

from dateline.bench.benches.hrds import read_article
from dateline.bench.coding import code_all, stages_with
from dateline.bench.datasets import read_lines
from dateline.bench.mappers.hrds_article import Article, open_article
from dateline.bench.mappers.hrds_options import NOTHING_FEATURES, Answer, Field, Option
from dateline.bench.mappers.hrds_places import LAND_FEATURES, TOWN_FEATURES, lands_of, provinces_of, towns_of
from dateline.bench.mappers.hrds_times import PARTS, WHEN_FEATURES, Chosen, whens_of
from dateline.bench.mappers.hrds_topics import (
    NOBODY,
    START,
    Weights,
    earned_of,
    features_of,
    likeliest_type,
    likely_violations,
)
from dateline.bench.mappers.hrds_victims import LEAST, PERSON_FEATURES, Person, persons_of
from dateline.bench.mappers.hrds_words import read_key
from dateline.bench.records import Order
from dateline.bench.scorers.hrds import NO_VIOLATION, Attack, score
from dateline.pipeline import Coded

WEIGHTS = Path(__file__).resolve().parents[2] / "src/dateline/bench/data/hrds_weights.json"
FOLDS = 5
# How strongly large weights are held back. The features of victims and topics are
# standardised, the others as they are.
PLACE_L2, TIME_L2, VICTIM_L2, VIOLATION_L2, TYPE_L2 = 1.0, 3.0, 20.0, 100.0, 60.0
FEWEST = 8  # articles with a type of perpetrator from which it is learnt
DECIMALS = 4
_FREE = 30.0  # how large what holds of all is made, so that its weight is hardly held back
_STILL = 1e-9  # spread of a feature that is the same for all

Of = TypeVar("Of", bound=Option)


@dataclass(frozen=True)
class Example:
    """One article with its key and its fold, by a hash of its text so that copies stay together."""

    article: Article
    key: Attack
    fold: int


def read_examples(path: Path) -> list[Example]:
    lines = list(read_lines(path, ("sample", "merged_sample")))
    documents = (read_article(line["sample"], f"{path.name}#{number}") for number, line in enumerate(lines, 1))
    stages = stages_with(Order(None, coder="rules.v1"))  # the network has seen these texts
    outcomes = zip(code_all(documents, stages), lines, strict=True)
    return [example_of(each, line) for each, line in outcomes if isinstance(each, Coded)]


def example_of(coded: Coded, line: Mapping[str, Any]) -> Example:
    fold = int(sha256(coded.document.text.encode()).hexdigest(), 16) % FOLDS
    return Example(open_article(coded), read_key(line["merged_sample"]), fold)


@dataclass(frozen=True)
class Asked:
    """One article's options for an attribute, the last of which is none; None where the key's is none of them."""

    answers: tuple[Answer | None, ...]
    rows: Floats
    key: Answer | None
    fold: int

    @property
    def choices(self) -> Choices | None:
        right = np.array([float(answer == self.key) for answer in self.answers])
        return Choices(self.rows, right, self.fold) if right.any() else None


def ask(
    given: tuple[Field, Sequence[Of]], features: Sequence[Callable[[Of], float]], key: Answer | None, fold: int
) -> Asked:
    field, options = given
    rows = [[*(feature(each) for feature in features), *([0.0] * len(NOTHING_FEATURES))] for each in options]
    rows.append([*([0.0] * len(features)), *(feature(field) for feature in NOTHING_FEATURES)])
    return Asked((*(each.answer for each in options), None), np.array(rows, dtype=np.float64), key, fold)


def fit_asked(asked: Sequence[Asked], penalty: float) -> Floats:
    return fit_choices([choices for each in asked if (choices := each.choices) is not None], penalty=penalty)


def answer_by_folds(asked: Sequence[Asked], penalty: float) -> list[Answer | None]:
    """Return the answers by weights that have not seen the article."""
    by_fold = [fit_asked([each for each in asked if each.fold != fold], penalty) for fold in range(FOLDS)]
    return [each.answers[int((each.rows @ by_fold[each.fold]).argmax())] for each in asked]


def named(weights: Floats, features: Sequence[Callable[..., float]]) -> dict[str, dict[str, float]]:
    """Return an attribute's weights under the names of their features."""
    own = len(features)
    return {"option": under(weights[:own], features), "nothing": under(weights[own:], NOTHING_FEATURES)}


def under(weights: Floats, features: Sequence[Callable[..., float]]) -> dict[str, float]:
    return {f.__name__: round(w, DECIMALS) for f, w in zip(features, weights.tolist(), strict=True)}


def fit_places(examples: Sequence[Example]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the weights of country, region and city, and each article's answers by folds."""
    lands = [ask(lands_of(each.article), LAND_FEATURES, each.key.country, each.fold) for each in examples]
    countries = answer_by_folds(lands, PLACE_L2)
    towns = [
        ask(towns_of(each.article, str(country)), TOWN_FEATURES, each.key.city, each.fold)
        for each, country in zip(examples, countries, strict=True)
    ]
    provinces = [
        ask(provinces_of(each.article, str(country)), TOWN_FEATURES, each.key.region, each.fold)
        for each, country in zip(examples, countries, strict=True)
    ]
    found = zip(countries, answer_by_folds(provinces, PLACE_L2), answer_by_folds(towns, PLACE_L2), strict=True)
    weights = {
        "country": named(fit_asked(lands, PLACE_L2), LAND_FEATURES),
        "region": named(fit_asked(provinces, PLACE_L2), TOWN_FEATURES),
        "city": named(fit_asked(towns, PLACE_L2), TOWN_FEATURES),
    }
    return weights, [dict(zip(("country", "region", "city"), each, strict=True)) for each in found]


def fit_times(examples: Sequence[Example]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the weights of year, month and day, each fitted with what was chosen before, and answers by folds."""
    weights: dict[str, Any] = {}
    chosen: list[Chosen] = [() for _ in examples]
    for part in PARTS:
        asked = [
            ask(whens_of(each.article, own), WHEN_FEATURES, getattr(each.key, part), each.fold)
            for each, own in zip(examples, chosen, strict=True)
        ]
        weights[part] = named(fit_asked(asked, TIME_L2), WHEN_FEATURES)
        answers = [None if each is None else int(each) for each in answer_by_folds(asked, TIME_L2)]
        chosen = [(*own, answer) for own, answer in zip(chosen, answers, strict=True)]
    return weights, [dict(zip(PARTS, own, strict=True)) for own in chosen]


def fit_victims(examples: Sequence[Example]) -> tuple[dict[str, float], list[dict[str, Any]]]:
    """Return what each feature counts for being a victim, and the victims by folds."""
    told = [(each, one, _seen(one)) for each in examples for one in persons_of(each.article)]
    by_fold = [_victim_weights([row for row in told if row[0].fold != fold]) for fold in range(FOLDS)]
    found: dict[int, list[str]] = {id(each): [] for each in examples}
    for each, one, seen in told:
        if earned_of(seen, by_fold[each.fold]) > LEAST:
            found[id(each)].append(one.name)
    return _victim_weights(told), [{"victims": tuple(found[id(each)])} for each in examples]


def _seen(person: Person) -> dict[str, float]:
    return {feature.__name__: feature(person) for feature in PERSON_FEATURES}


def _victim_weights(told: Sequence[tuple[Example, Person, Weights]]) -> dict[str, float]:
    keys = [str(_is_victim(one.name, each.key)) for each, one, _ in told]
    return _fit_classes([seen for *_, seen in told], keys, ["True"], VICTIM_L2)["True"]


def _is_victim(name: str, key: Attack) -> bool:
    return any(name in other or other in name for other in key.victims)


def fit_topics(examples: Sequence[Example]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the weights of violations and of types of perpetrator, and each article's by folds."""
    features = [features_of(each.article) for each in examples]
    by_fold = []
    for fold in range(FOLDS):
        kept = [number for number, each in enumerate(examples) if each.fold != fold]
        by_fold.append(_topic_weights([examples[n] for n in kept], [features[n] for n in kept]))
    found = [
        {
            "violations": likely_violations(own, by_fold[each.fold]["violations"]),
            "perpetrator_type": likeliest_type(own, by_fold[each.fold]["types"]),
        }
        for each, own in zip(examples, features, strict=True)
    ]
    return _topic_weights(examples, features), found


def _topic_weights(examples: Sequence[Example], features: Sequence[Weights]) -> dict[str, dict[str, dict[str, float]]]:
    keys = [each.key for each in examples]
    violations = sorted({name for key in keys for name in key.violations} - {NO_VIOLATION})
    types = [key.perpetrator_type or NOBODY for key in keys]
    frequent = sorted(each for each in set(types) if types.count(each) >= FEWEST)
    return {
        "violations": {
            name: _fit_classes(features, [str(name in key.violations) for key in keys], ["True"], VIOLATION_L2)["True"]
            for name in violations
        },
        "types": _fit_classes(features, types, frequent, TYPE_L2),
    }


def _fit_classes(
    features: Sequence[Weights], keys: Sequence[str], classes: Sequence[str], penalty: float
) -> dict[str, dict[str, float]]:
    """Return the weights of a multinomial logit. With one class, the other option is that it is none."""
    names = [name for name in features[0] if name != START]
    table = np.array([[own[name] for name in names] for own in features])
    mean, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread < _STILL] = 1.0
    rows = np.column_stack([np.full(len(table), _FREE), (table - mean) / spread])
    nothing = [np.zeros((1, rows.shape[1]))] if len(classes) == 1 else []
    told = [
        Choices(np.concatenate([np.kron(np.eye(len(classes)), row), *nothing]), np.array(right), 0)
        for row, key in zip(rows, keys, strict=True)
        if any(right := [float(key == name) for name in classes] + [float(key not in classes)] * len(nothing))
    ]
    fitted = fit_choices(told, penalty=penalty).reshape(len(classes), -1)
    return {name: _as_they_are(own, mean, spread, names) for name, own in zip(classes, fitted, strict=True)}


def _as_they_are(own: Floats, mean: Floats, spread: Floats, names: Sequence[str]) -> dict[str, float]:
    """Return weights of standardised features as weights of the features themselves."""
    weights = own[1:] / spread
    start = own[0] * _FREE - weights @ mean
    values = (round(weight, DECIMALS) for weight in weights.tolist())
    return {START: round(float(start), DECIMALS), **dict(zip(names, values, strict=True))}


def fit_all(examples: Sequence[Example]) -> dict[str, Any]:
    """Return data/hrds_weights.json, and print what the folds give."""
    places, places_found = fit_places(examples)
    times, times_found = fit_times(examples)
    victims, victims_found = fit_victims(examples)
    topics, topics_found = fit_topics(examples)
    found = zip(places_found, times_found, victims_found, topics_found, strict=True)
    mapped = [Attack(**one, **two, **three, **four) for one, two, three, four in found]
    mapped = [replace(each, perpetrator_mention=bool(each.perpetrator_type or each.violations)) for each in mapped]
    for row in score([(mine, each.key) for mine, each in zip(mapped, examples, strict=True)]):
        if "." not in row.metric.removeprefix("hrds."):
            print(f"{row.metric} {row.value:.1f} (n = {row.n})")  # noqa: T201 - a script's report
    return {**places, **times, "victims": victims, **topics}


def main(path: Path) -> None:
    WEIGHTS.write_text(json.dumps(fit_all(read_examples(path)), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
