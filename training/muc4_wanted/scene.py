# ruff: noqa: INP001, T201 - a script, run from the repository's root, that says what it found
"""Fits what speaks for a country being an incident's: `python -m training.muc4_wanted.scene MUC4_TRAIN.jsonl.xz`.

Prints the weights of `scene` in bench/data/muc4.yaml, to a tenth, and how often five folds find the key's country.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from training.choices import Choices, fit_choices
from training.muc4_wanted.fit import fold_of

from dateline.bench.coding import code_all, stages_with
from dateline.bench.datasets import read_lines
from dateline.bench.mappers.muc4 import map_incidents
from dateline.bench.mappers.muc4_places import speaking_for
from dateline.bench.mappers.muc4_words import read_words
from dateline.bench.records import Order
from dateline.bench.report import open_report
from dateline.bench.scorers.muc4_credit import levels
from dateline.bench.scorers.muc4_slots import align
from dateline.bench.scorers.muc4_templates import Template, read_template
from dateline.documents.records import Document
from dateline.pipeline import Coded
from dateline.values.dates_in_text import find_dates
from dateline.values.recasing import reading_text

FOLDS = 5
L2 = 1.0
_LOCATION = "incident_location"


def choices_of(coded: Coded, gold: tuple[Template, ...]) -> Iterator[Choices]:
    """Yield the countries that a report's names speak for, once for each of its incidents that the key has."""
    words, report = read_words(), open_report(coded)
    dateline = find_dates(reading_text(report.text), published=coded.document.published).dateline
    mapped = map_incidents(coded)
    for mine, theirs in align([template for _, template in mapped], gold):
        told = speaking_for(report, mapped[mine][0], dateline, words)
        names = {levels(alt)[0] for fill in gold[theirs].fills(_LOCATION) for alt in fill.alts}
        right = np.array([float(words.countries[country] in names) for country in told])
        if right.any():
            rows = [[what.get(name, 0.0) for name in words.scene] for what in told.values()]
            yield Choices(np.array(rows), right, fold_of(coded.document.origin))


def read_choices(path: Path) -> Iterator[Choices]:
    lines = list(read_lines(path, ("docid", "text", "templates")))
    documents = (Document(line["text"], line["docid"], language="en") for line in lines)
    stages = stages_with(Order(None, coder="rules.v1"))  # the network has seen these texts
    for coded, line in zip(code_all(documents, stages), lines, strict=True):
        if isinstance(coded, Coded):
            yield from choices_of(coded, tuple(map(read_template, line["templates"])))


def report_on(choices: Iterable[Choices]) -> None:
    given = list(choices)
    found = 0
    for fold in range(FOLDS):
        weights = fit_choices([each for each in given if each.fold != fold], penalty=L2)
        found += sum(int(each.right[(each.rows @ weights).argmax()]) for each in given if each.fold == fold)
    print(f"the key's country: {found} of {len(given)}")
    for name, weight in zip(read_words().scene, fit_choices(given, penalty=L2), strict=True):
        print(f"  {name}: {weight:.1f}")


if __name__ == "__main__":
    report_on(read_choices(Path(sys.argv[1])))
