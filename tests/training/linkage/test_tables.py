import numpy as np
import pytest

pytest.importorskip("sklearn", reason="fitting needs scikit-learn, which is no requirement of Dateline")

from dateline.linkage.weights import read_tables
from training.linkage import tables


@pytest.fixture
def pairs(monkeypatch):
    """Pairs of which words and days tell whether they are one, with much that is not known."""
    monkeypatch.setattr(tables, "TREES", 40)
    drawn = np.random.default_rng(3)
    measured = np.zeros((2000, len(tables.NAMES)))
    for number in range(len(tables.NAMES)):
        measured[:, number] = np.round(drawn.random(2000), 2)
        measured[drawn.random(2000) < 0.3, number] = np.nan
    alike = np.nan_to_num(measured[:, 0], nan=0.4) - np.nan_to_num(measured[:, 4], nan=0.6)
    return measured, alike + drawn.normal(0, 0.2, 2000) > 0


def test_the_tables_say_what_the_trees_say(pairs):
    measured, same = pairs
    model = tables.fit_trees(measured, same)
    chances = read_tables(tables.as_form(model, measured)).chances(measured)
    assert np.abs(chances - model.predict_proba(measured)[:, 1]).max() < 0.01


def test_each_table_adds_nothing_in_the_mean(pairs):
    measured, same = pairs
    form = tables.as_form(tables.fit_trees(measured, same), measured)
    added = read_tables(form).added(measured)
    assert np.abs(added.mean(axis=0)).max() < 0.002
