import numpy as np
import pytest

pytest.importorskip("scipy", reason="fitting needs scipy and scikit-learn, which Dateline itself does without")
pytest.importorskip("sklearn", reason="fitting needs scipy and scikit-learn, which Dateline itself does without")

from training.confidence.judged import FOLDS, Told, together
from training.confidence.regress import EVERY, SPREAD, Fitted, fit_weights, folds_of, moved, with_brief, with_small

ALONE = EVERY.index("is_listed")


def told(listed, right, *, small=0.0, brief=0.0):
    rows = np.zeros((len(right), len(EVERY)))
    rows[:, ALONE] = listed
    count = len(right)
    fold = np.arange(count) % FOLDS
    return Told(rows, np.array(right, float), fold.astype(float), np.full(count, small), np.full(count, brief))


def level(start=0.0):
    return Fitted(start, 0.0, 0.0, np.zeros(len(EVERY)))


def test_what_goes_with_being_right_has_a_weight_and_what_never_varies_has_none():
    listed = [0.0, 1.0] * 100
    fitted = fit_weights(told(listed, [value if number % 5 else 1 - value for number, value in enumerate(listed)]), 0.1)

    assert fitted.weights[ALONE] > 1
    assert np.count_nonzero(fitted.weights) == 1


def test_the_number_of_ordinary_letters_makes_their_mean_right():
    articles = told([0.0] * 4, [1, 1, 1, 0], small=1.0)

    assert with_small(level(), articles).of(articles) == pytest.approx(0.75)
    assert with_small(level(), articles).of(told([0.0], [1.0])) == pytest.approx(0.5)


def test_a_regression_is_moved_less_by_few_documents():
    by_few, by_many = (moved(level(), told([0.0] * count, [1.0] * count)).start for count in (2, 200))

    assert 0 < by_few < by_many
    assert by_few < 2 * SPREAD**2


def test_the_number_of_briefs_makes_their_mean_right_and_leaves_the_others():
    told_all = together([told([0.0] * 4, [1, 1, 1, 0], brief=1.0), told([0.0] * 4, [0, 0, 0, 0])])
    found = with_brief(level(), told_all).of(told_all)

    assert found[:4] == pytest.approx(0.75)
    assert found[4:] == pytest.approx(0.5)


def test_no_fold_is_judged_by_a_regression_that_has_seen_it():
    seen = []

    def fit(part):
        seen.append(set(part.fold))
        return level(float(len(seen)))

    folds_of(told([0.0] * 10, [1.0] * 10), fit)

    assert seen == [set(range(FOLDS)) - {fold} for fold in range(FOLDS)]
