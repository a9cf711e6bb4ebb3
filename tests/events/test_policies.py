from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.events.accounts import accounts_of
from dateline.events.policies import POLICIES, policy_named
from dateline.events.sureness import FEATURES, Agreement, features_of, probability, sureness
from dateline.events.tellers import tellers_of
from dateline.values.counts import Count, Operator
from factories import claim, document

COUNTS = st.builds(
    lambda low, more, operator, side: Count(
        low, low, None if operator is Operator.AT_LEAST else low + more, operator, side=side
    ),
    st.integers(0, 60),
    st.integers(0, 5),
    st.sampled_from([Operator.EXACT, Operator.AT_LEAST, Operator.BETWEEN, Operator.VAGUE]),
    st.sampled_from([None, "civilian", "state"]),
)
REPORTS = st.lists(
    st.tuples(COUNTS, st.integers(1, 9), st.sampled_from(["Harbour Wire", "Valley Post", None])), min_size=1
)


def accounts(reports):
    told = {}
    for at, (value, day, source) in enumerate(reports):
        here = document(f"Report {at}.", origin=str(at), published=date(2020, 5, day), source=source)
        told[here] = claim(here, deaths=value)
    documents = {each.id: each for each in told}
    return accounts_of(list(told.values()), tellers_of(documents, documents))


def exactly(*numbers):
    return accounts([(Count.exactly(number), 1, None) for number in numbers])


def test_the_default_comes_first():
    assert POLICIES[0] == "dateline.v2"


def test_an_unknown_policy_is_refused_with_the_names_there_are():
    with pytest.raises(InputError, match=r"conservative\.v1"):
        policy_named("loudest.v1")


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_says_in_a_sentence_what_it_does(name):
    assert len(policy_named(name).means.split()) > 5


@given(REPORTS, st.sampled_from(POLICIES))
def test_a_policy_keeps_every_account_and_its_numbers_in_order(reports, name):
    told = accounts(reports)
    fused = policy_named(name).fuse(told)
    kept = [each.teller.document_id for each in (*fused.chosen, *(account for account, _ in fused.aside))]
    assert sorted(kept) == sorted(each.teller.document_id for each in told)
    given = [n for n in (fused.count.low, fused.count.best, fused.count.high) if n is not None]
    assert given == sorted(given)


@given(REPORTS, st.sampled_from(POLICIES), st.randoms())
def test_the_order_of_arrival_changes_no_value(reports, name, random):
    told = list(accounts(reports))
    shuffled = random.sample(told, len(told))
    one, other = (policy_named(name).fuse(each) for each in (told, shuffled))
    assert (one.count.low, one.count.best, one.count.high) == (other.count.low, other.count.best, other.count.high)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=7))
def test_the_cautious_never_count_more_than_the_default(numbers):
    told = exactly(*numbers)
    assert policy_named("conservative.v1").fuse(told).count.best <= policy_named("dateline.v2").fuse(told).count.best


def test_the_more_agree_the_surer_a_number_is():
    default = policy_named("dateline.v2")
    sure = [sureness("deaths", Agreement(default.fuse(exactly(*told)))) for told in ([4], [4, 4], [4, 4, 4, 4])]
    assert sure == sorted(sure)
    assert sureness("deaths", Agreement(default.fuse(exactly(4, 9)))) < sure[0]


def test_voices_that_give_no_number_make_it_less_sure():
    fused = policy_named("dateline.v2").fuse(exactly(4))
    assert sureness("deaths", Agreement(fused, silent=3)) < sureness("deaths", Agreement(fused))


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.__name__)
def test_each_feature_explains_itself(feature):
    assert feature.__doc__


@given(REPORTS, st.integers(0, 5))
def test_confidence_is_a_probability_that_is_never_certain(reports, silent):
    told = Agreement(policy_named("dateline.v2").fuse(accounts(reports)), silent)
    assert 0 < sureness("deaths", told) < 1
    assert set(features_of(told)) == {feature.__name__ for feature in FEATURES}


def test_a_feature_without_a_weight_weighs_nothing():
    assert probability({"intercept": 0.0}, {"new": 7.0}) == 0.5
