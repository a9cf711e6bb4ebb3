import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.names import read_data
from dateline.places.skeleton import skeleton

RULES = read_data("skeleton.yaml")
EXAMPLES = [*RULES["articles"]["examples"], *(rule["example"] for rule in RULES["rules"])]


@pytest.mark.parametrize(("one", "other"), EXAMPLES)
def test_each_example_has_one_skeleton_under_both_spellings(one, other):
    assert skeleton(one) == skeleton(other) != ""


@pytest.mark.parametrize("rule", RULES["rules"], ids=lambda rule: rule["from"])
def test_each_rule_says_why(rule):
    assert rule["why"]


@pytest.mark.parametrize(("one", "other"), [("Mosul", "Basra"), ("Kabul", "Zabul"), ("Homs", "Hama")])
def test_names_of_different_places_keep_different_skeletons(one, other):
    assert skeleton(one) != skeleton(other)


def test_a_name_in_other_letters_has_none():
    assert skeleton("Грозный") == ""


@given(st.text())
def test_any_text_has_a_skeleton_of_plain_letters(text):
    bones = skeleton(text)
    assert bones.isascii()
    assert bones == bones.lower()
