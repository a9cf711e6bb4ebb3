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
