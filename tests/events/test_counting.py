import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.records import Speaker, SpeakerKind, Stance
from dateline.events.counting import load_words, reconcile_counts
from dateline.values.counts import Count, Operator
from factories import claim, count, document

REPORT = (
    "The blast killed 12 people. Five soldiers and three farmers died, and two others were hurt. "
    "Hospital staff counted 15 dead. In all, at least 10 lives were lost; dozens fled. "
    "Another four died later. The three growers were buried on Monday."
)
HERE = document(REPORT)
PARTY = Speaker(SpeakerKind.PERPETRATOR, "The group")
HOSPITAL = Speaker(SpeakerKind.HOSPITAL, "Hospital staff")


def told(words, low, best=None, high=None, *, sentence=None, **fields):
    """A claim of deaths; `sentence` gives words of the sentence that is quoted."""
    kept = {name: fields.pop(name) for name in ("stance", "speaker") if name in fields}
    value = Count(low, low if best is None and high is None else best, low if high is None else high, **fields)
    made = claim(HERE, words=words, deaths=value, **kept)
    return _quoting(made, sentence or words)


def _quoting(made, words):
    from dataclasses import replace

    at = REPORT.index(words)
    start = REPORT.rfind(". ", 0, at) + 2 if ". " in REPORT[:at] else 0
    return replace(made, document=HERE, quote=HERE.quote(start, REPORT.index(".", at) + 1))


def test_one_claim_is_the_value():
    only = told("12 people", 12)
    choice = reconcile_counts([only])
    assert choice.value == only.value
    assert choice.rule == "dateline.v2: only claim"
    assert choice.claims == (only,)


def test_disjoint_groups_add_up():
    choice = reconcile_counts([told("Five soldiers", 5, whose="soldiers"), told("three farmers", 3, whose="farmers")])
    assert (choice.value.low, choice.value.best, choice.value.high) == (8, 8, 8)
    assert choice.value.operator is Operator.EXACT
    assert choice.value.whose == "soldiers; farmers"
    assert "sum of 2 groups" in choice.rule
    assert not choice.disputed


def test_what_a_party_counts_is_not_added_to_what_others_count():
    others = [told("Five soldiers", 5, whose="soldiers", side="state"), told("three farmers", 3, whose="farmers")]
    theirs = told("Another four", 30, whose="soldiers", side="state", speaker=PARTY)
    choice = reconcile_counts([*others, theirs])
    assert (choice.value.low, choice.value.best, choice.value.high) == (8, 8, 30)
    assert (choice.set_aside, choice.disputed) == ((theirs,), True)


def test_what_a_party_counts_of_its_own_is_added():
    others = told("Five soldiers", 5, whose="soldiers", side="state")
    theirs = told("three farmers", 2, whose="fighters", side="armed", speaker=PARTY)
    choice = reconcile_counts([others, theirs])
    assert (choice.value.best, choice.disputed) == (7, False)


def test_a_stated_total_beats_the_sum_and_its_groups_support_it():
    total = told("12 people", 12)
    groups = [told("Five soldiers", 5, whose="soldiers"), told("three farmers", 3, whose="farmers")]
    choice = reconcile_counts([*groups, total])
    assert choice.value == total.value
    assert choice.claims == (total, *groups)
    assert choice.set_aside == ()


def test_groups_that_exceed_the_total_dispute_it():
    total, group = told("12 people", 12), told("Five soldiers", 15, whose="soldiers")
    choice = reconcile_counts([total, group])
    assert choice.value == total.value
    assert choice.set_aside == (group,)
    assert choice.disputed


def test_totals_that_exclude_each_other_keep_the_bounds_of_both():
    own, hospitals = told("12 people", 12), told("15 dead", 15, speaker=HOSPITAL)
    choice = reconcile_counts([hospitals, own])
    assert (choice.value.low, choice.value.best, choice.value.high) == (12, 12, 15)
    assert choice.value.operator is Operator.BETWEEN
    assert (choice.claims, choice.set_aside) == ((own,), (hospitals,))
    assert choice.disputed


def test_a_total_within_anothers_bounds_agrees_with_it():
    exact, bounded = (
        told("12 people", 12),
        _quoting(
            claim(HERE, words="at least 10 lives", deaths=count(10, 10, None, operator=Operator.AT_LEAST)), "at least"
        ),
    )
    choice = reconcile_counts([bounded, exact])
    assert choice.value == exact.value
    assert choice.claims == (exact, bounded)
    assert not choice.disputed


def test_an_open_bound_stays_open():
    bounded = claim(HERE, words="at least 10 lives", deaths=count(10, 10, None, operator=Operator.AT_LEAST))
    choice = reconcile_counts([bounded])
    assert choice.value.high is None
    assert choice.value.operator is Operator.AT_LEAST


def test_an_open_group_makes_an_open_sum():
    open_group = claim(
        HERE, words="Five soldiers", deaths=count(5, 5, None, operator=Operator.AT_LEAST, whose="soldiers")
    )
    choice = reconcile_counts([open_group, told("three farmers", 3, whose="farmers")])
    assert (choice.value.low, choice.value.high, choice.value.operator) == (8, None, Operator.AT_LEAST)


def test_the_same_group_told_twice_counts_once():
    first, again = told("three farmers", 3, whose="farmers"), told("three growers", 3, whose="Farmers")
    choice = reconcile_counts([first, again])
    assert choice.value.best == 3
    assert set(choice.claims) == {first, again}


def test_the_same_number_in_a_later_sentence_is_the_same_people():
    first, again = told("three farmers", 3, whose="farmers"), told("three growers", 3, whose="growers")
    assert reconcile_counts([first, again]).value.best == 3


def test_the_same_number_in_the_same_sentence_is_other_people():
    first, other = told("Five soldiers", 3, whose="soldiers"), told("three farmers", 3, whose="farmers")
    assert reconcile_counts([first, other]).value.best == 6


def test_the_largest_of_several_groups_is_the_total_where_the_others_add_up_to_it():
    groups = [
        told("Five soldiers", 8, whose="villagers"),
        told("three farmers", 5, whose="men"),
        told("two others", 3, whose="women"),
    ]
    assert reconcile_counts(groups).value.best == 8


def test_both_sides_dead_add_up():
    attackers = told("Five soldiers", 2, side="perpetrator")
    attacked = told("three farmers", 4, side="civilian")
    choice = reconcile_counts([attackers, attacked])
    assert choice.value.best == 6
    assert choice.value.side == "mixed"


def test_a_sides_own_total_is_taken_before_its_groups():
    total = told("12 people", 5, side="civilian")
    part = told("three farmers", 3, side="civilian", whose="farmers")
    attackers = told("Five soldiers", 1, side="perpetrator")
    assert reconcile_counts([total, part, attackers]).value.best == 6


def test_denied_and_predicted_counts_never_win():
    denied = told("12 people", 12, stance=Stance.DENIED)
    choice = reconcile_counts([denied])
    assert choice.value is None
    assert choice.set_aside == (denied,)


def test_what_is_reported_comes_before_what_is_claimed():
    reported, claimed = told("12 people", 12), told("15 dead", 15, stance=Stance.CLAIMED)
    assert reconcile_counts([claimed, reported]).claims == (reported,)


def test_a_stated_zero_is_zero():
    choice = reconcile_counts([told("12 people", 0)])
    assert choice.value == Count.exactly(0)


@pytest.mark.parametrize("entry", load_words()["everybody"], ids=lambda entry: entry["word"])
def test_each_word_for_everybody_makes_a_total(entry):
    assert entry["word"] in entry["example"]
    within = document(entry["example"] + ". Two guards died.")
    total = claim(within, words=entry["example"], deaths=Count(12, 12, 12, whose=entry["word"]))
    part = claim(within, words="Two guards", deaths=Count(2, 2, 2, whose="guards"))
    assert reconcile_counts([total, part]).value.best == 12


@pytest.mark.parametrize("entry", load_words()["added"], ids=lambda entry: entry["word"])
def test_each_word_for_more_adds_to_what_was_counted(entry):
    assert entry["word"] in entry["example"].split()
    within = document(entry["example"] + ". Two guards died.")
    more = claim(within, words=entry["example"], deaths=Count.exactly(5))
    part = claim(within, words="Two guards", deaths=Count(2, 2, 2, whose="guards"))
    assert reconcile_counts([more, part]).value.best == 7


@given(
    st.lists(
        st.tuples(
            st.integers(0, 50),
            st.sampled_from([None, "people", "soldiers", "farmers"]),
            st.sampled_from([None, "mixed", "civilian", "perpetrator"]),
            st.sampled_from(Stance),
            st.booleans(),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_claim_ends_chosen_or_set_aside_and_bounds_stay_in_order(rows):
    claims = list(
        {
            made.id: made
            for number, whose, side, stance, is_open in rows
            for made in [
                claim(
                    HERE,
                    words="12 people",
                    stance=stance,
                    deaths=Count(number, number, None if is_open else number, whose=whose, side=side),
                )
            ]
        }.values()
    )
    choice = reconcile_counts(claims)
    assert sorted(each.id for each in (*choice.claims, *choice.set_aside)) == sorted(each.id for each in claims)
    if choice.value is not None and choice.value.high is not None:
        assert choice.value.low <= choice.value.high
