from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.linkage.index import MemoryIndex
from dateline.linkage.learning import Example, as_form, fit_around, learned, replayed, with_form
from dateline.linkage.weights import Regression
from linkage.things import item, plain_weights

NAMES = ("best", "margin")


def weights():
    """Weights by which a decision is as likely as its best cluster, and 1 in 2 where that is on the fence."""
    decision = Regression(NAMES, np.array([1.0, 0.5]), np.zeros(2), np.ones(2), 0.0)
    return replace(plain_weights(), decision=decision)


def examples(*told):
    return [Example(dict(zip(NAMES, values, strict=True)), is_same) for *values, is_same in told]


def chance(learnt, best=0.0, margin=0.0):
    return learnt.decision.chance({"best": best, "margin": margin})


def test_without_judgements_the_weights_are_those_that_ship():
    shipped = weights()
    assert learned(shipped, []) is shipped


def test_judgements_that_agree_with_the_weights_hardly_move_them():
    learnt = learned(weights(), examples((3.0, 0.5, True), (-3.0, -0.5, False)))
    assert chance(learnt) == pytest.approx(0.5, abs=0.001)
    assert learnt.decision.weights == pytest.approx([1.0, 0.5], abs=0.01)


def test_judgements_that_contradict_the_weights_pull_them():
    few, many = (learned(weights(), examples((0.0, 0.0, False)) * number) for number in (10, 300))
    assert 0.4 < chance(few) < 0.46
    assert chance(many) < 0.15
    assert few.decision.weights == pytest.approx([1.0, 0.5])  # of measures that were at their mean nothing is learned


def test_judgements_on_what_the_linker_was_sure_of_turn_it_only_in_numbers():
    wrong = examples((4.0, 1.0, False))
    assert chance(learned(weights(), wrong * 3), 4.0, 1.0) > 0.95
    assert chance(learned(weights(), wrong * 1000), 4.0, 1.0) < 0.1


def test_the_weights_say_that_they_were_learned_and_from_what():
    one, other = (learned(weights(), examples((0.0, 0.0, is_same))) for is_same in (True, False))
    assert len({weights().version, one.version, other.version}) == 3
    assert one.version.startswith(f"{weights().version}+")


def test_what_was_learned_is_written_and_read_again():
    learnt = learned(weights(), examples((1.0, 0.2, False)) * 30)
    again = with_form(weights(), as_form(learnt))
    assert again.version == learnt.version
    assert chance(again, 1.0, 0.3) == chance(learnt, 1.0, 0.3)


def test_a_file_of_other_measures_is_refused():
    with pytest.raises(KeyError, match="margin"):
        with_form(weights(), {"intercept": 0.0, "weights": {"best": 1.0}})


NUMBERS = st.floats(-6, 6)
TOLD = st.lists(st.tuples(NUMBERS, NUMBERS, st.booleans()), min_size=1, max_size=40)


@given(TOLD)
def test_the_order_of_judgements_changes_nothing(told):
    one, other = learned(weights(), examples(*told)), learned(weights(), examples(*reversed(told)))
    assert one.decision.weights == pytest.approx(other.decision.weights, abs=1e-5)


@given(TOLD, NUMBERS)
def test_the_fit_ends_where_judgements_and_prior_balance(told, start):
    prior, strength = np.array([start, 1.0, -1.0]), np.array([20.0, 60.0, 60.0])
    table = np.array([[1.0, *values] for *values, _ in told])
    same = np.array([float(each) for *_, each in told])
    fitted = fit_around(prior, strength, table, same)
    chances = 1 / (1 + np.exp(-(table @ fitted)))
    assert table.T @ (chances - same) + strength * (fitted - prior) == pytest.approx(np.zeros(3), abs=1e-5)


def alike(name, **fields):
    return item(name, town="norva", words="market stall bomb", **{"day": 3, **fields})


def placed(*clusters):
    index = MemoryIndex()
    for items in clusters:
        for each in items:
            index.add(each, items[0].id)
    return index


def test_a_judgement_is_seen_as_the_decision_was_when_the_report_came():
    a, b, late = alike("a"), alike("b", told=4), alike("late", told=5)
    measures = replayed(late, [a, b], {"late"}, index=placed([a, b, late]), weights=plain_weights())
    assert measures is not None
    assert measures["size"] == pytest.approx(np.log1p(2))
    assert measures["silence"] == pytest.approx(np.log1p(1))


def test_what_was_told_later_was_not_known_then():
    a, then, since = alike("a"), alike("then", told=5), alike("since", told=9)
    measures = replayed(then, [a, since], {"then"}, index=placed([a, then, since]), weights=plain_weights())
    assert measures is not None
    assert measures["size"] == pytest.approx(np.log1p(1))


def test_a_judgement_on_two_between_which_the_linker_would_not_have_chosen_teaches_nothing():
    a, far = alike("a"), item("far", town="tarrow", day=900, words="harbour boats")
    index = placed([a], [far])
    assert replayed(far, [a], {"far"}, index=index, weights=never_alike()) is None


def never_alike():
    shipped = plain_weights()
    return replace(shipped, pair=replace(shipped.pair, intercept=-20.0))
