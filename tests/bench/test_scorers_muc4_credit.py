import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.scorers.muc4_credit import credit, days, numbers
from dateline.bench.scorers.muc4_templates import SLOTS, Fill


def earned(slot, mine, theirs, mine_of=(), theirs_of=()):
    return credit(slot, Fill((mine,), tuple(mine_of)), Fill((theirs,), tuple(theirs_of)))


@pytest.mark.parametrize(
    ("slot", "mine", "theirs", "worth"),
    [
        ("incident_type", "BOMBING", "BOMBING", 1),
        ("incident_type", "BOMBING", "ATTACK", 0),
        ("instrument_id", "A CAR BOMB", "CAR-BOMB", 1),
        ("perp_individual", "GUERRILLAS", "GROUP OF GUERRILLAS", 0.5),
        ("perp_individual", "REBELS FROM THE NORTH", "TEN REBELS", 0.5),
        ("perp_individual", "REBELS", "SOLDIERS", 0),
        ("incident_date", "04 MAR 90", "04 MAR 90", 1),
        ("incident_date", "04 MAR 90", "03 MAR 90 - 05 MAR 90", 0.5),
        ("incident_date", "03 MAR 90", "- 04 MAR 90", 0.5),
        ("incident_date", "- 04 MAR 90", "-04 MAR 90", 1),
        ("incident_date", "20 FEB 90", "- 04 MAR 90", 0),
        ("incident_date", "14 MAR 90", "04 MAR 90", 0),
        ("incident_location", "PERU: LIMA (CITY)", "PERU: LIMA (CITY)", 1),
        ("incident_location", "PERU: LIMA (TOWN)", "PERU: LIMA (DEPARTMENT): LIMA (CITY)", 1),
        ("incident_location", "PERU", "PERU: LIMA (CITY)", 0.5),
        ("incident_location", "CHILE", "PERU", 0),
        ("hum_tgt_number", "5", "5", 1),
        ("hum_tgt_number", "5", "5-", 0.5),
        ("hum_tgt_number", "7", "6 - 8", 0.5),
        ("hum_tgt_number", "9", "6-8", 0),
        ("hum_tgt_number", "PLURAL", "PLURAL", 1),
        ("hum_tgt_number", "3", "PLURAL", 0),
    ],
)
def test_a_fill_earns_what_the_rules_say(slot, mine, theirs, worth):
    assert earned(slot, mine, theirs) == worth


def test_the_best_alternative_of_the_key_counts():
    assert credit("perp_organization", Fill(("FMLN",)), Fill(("FARABUNDO MARTI FRONT", "FMLN"))) == 1


def test_a_value_said_of_the_right_thing_earns_all_and_of_another_half():
    assert earned("hum_tgt_effect", "DEATH", "DEATH", ["PEASANT"], ["TWO PEASANTS", "PEASANT"]) == 1
    assert earned("hum_tgt_effect", "DEATH", "DEATH", ["JUDGE"], ["PEASANT"]) == 0.5


def test_a_wrong_value_said_of_the_right_thing_earns_nothing():
    assert earned("hum_tgt_effect", "INJURY", "DEATH", ["PEASANT"], ["PEASANT"]) == 0


def test_a_date_that_is_not_in_the_key_format_is_no_day():
    assert days("LAST WEEK") is None
    assert days("45 MAR 90") is None


def test_plural_is_no_number():
    assert numbers("PLURAL") is None


@given(st.sampled_from(list(SLOTS)), st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_earn_nothing_half_or_all(slot, mine, theirs):
    assert earned(slot, mine, theirs) in {0, 0.5, 1}


@given(
    st.sampled_from(list(SLOTS)),
    st.text(alphabet="ABC 1-", min_size=1, max_size=12),
    st.text(alphabet="ABC 1-", max_size=12),
)
def test_credit_does_not_depend_on_who_asks(slot, mine, theirs):
    assert earned(slot, mine, theirs) == earned(slot, theirs, mine)
