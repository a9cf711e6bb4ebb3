"""The coder's stamp."""

from importlib.resources import files

from dateline.claims.coders.rules import RulesCoder, coder


def test_the_stamp_is_the_same_for_the_same_lists():
    assert RulesCoder().stamp == RulesCoder().stamp


def test_another_count_policy_is_another_stamp():
    assert RulesCoder(count_policy="isaf").stamp.config_hash != RulesCoder().stamp.config_hash


def test_every_list_has_a_part_in_the_stamp():
    names = {
        each.name for each in (files(coder.__package__) / "data").iterdir() if each.name.endswith((".yaml", ".json"))
    }
    assert coder._hash_lists().keys() == names


def test_strikes_that_hit_one_clinic_are_an_event(code_text):
    (event,) = code_text("Air strikes destroyed a clinic in Goma.")
    assert event.slot("type")[0].value.code == "air_strike"


def test_strikes_at_large_are_no_event(code_text):
    assert code_text("Air strikes destroy clinics in Goma.") == ()


def test_what_somebody_claims_responsibility_for_is_an_event(code_text):
    (event,) = code_text("The Red Column claimed responsibility for the bloodshed at the newspaper.")
    assert [claim.stance.value for claim in event.slot("perpetrator")] == ["claimed"]


def test_last_weeks_attacks_are_those_of_one_week(code_text):
    (event,) = code_text("Last week's attacks on a market in Goma were condemned by the bishop.")
    assert event.slot("type")[0].value.code == "attack"
