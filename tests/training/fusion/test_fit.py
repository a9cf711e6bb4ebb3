import pytest

pytest.importorskip("sklearn")

import numpy as np
from training.fusion.fit import Sample, Silent, expected_error, fit, silence_of

from dateline.events.sureness import FEATURES, probability

AGREE = next(at for at, feature in enumerate(FEATURES) if feature.__name__ == "all_of_many_agree")


def sample(number, *, agree, right):
    features = tuple(float(agree) if at == AGREE else 0.0 for at in range(len(FEATURES)))
    return Sample(str(number), features, right, 1.0, is_whole=True)


def test_what_agrees_and_is_right_makes_agreement_speak_for_a_number():
    samples = [sample(number, agree=number % 2, right=bool(number % 2) or number % 3 == 0) for number in range(60)]
    weights, measured = fit(samples)
    none = dict.fromkeys((feature.__name__ for feature in FEATURES), 0.0)
    assert probability(weights, {**none, "all_of_many_agree": 1.0}) > probability(weights, none)
    assert measured["incidents"] == 60


def test_a_confidence_that_holds_has_no_error():
    assert expected_error(np.full(4, 0.75), np.array([1.0, 1.0, 1.0, 0.0])) == pytest.approx(0.0)
    assert expected_error(np.full(4, 0.75), np.zeros(4)) == pytest.approx(0.75)


def test_silence_of_more_reports_leans_on_all_where_few_were_seen():
    rates = silence_of([Silent(2, right=True)] * 20 + [Silent(3, right=False)])
    assert rates[1] > rates[2] > 0.0
    assert all(0.0 < rate < 1.0 for rate in rates)
