"""Look up: a name from outside a text leads to those who bear it, and to nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.actors.lookup import look_up
from dateline.actors.records import Actor, ActorKind, Name
from dateline.actors.roster import Roster, load_roster

ROSTER = load_roster()


def front(actor_id, name, *names, country=None):
    spelt = (Name(name, "name"), *(Name(each) for each in names))
    return Actor(actor_id, name, ActorKind.REBEL, spelt, country)


TAMRA = Roster(
    [
        front("tamra-front", "Tamra Liberation Front", "Front of Tamra", country="ML"),
        front("tamra-north", "Tamra Liberation Front", country="NE"),
        front("ansar", "Ansar al-Tamra al-Mujahideen"),
    ]
)


def found(name, **others):
    return [(each.actor.id, each.tier) for each in look_up(name, roster=TAMRA, **others)]


@pytest.mark.parametrize(
    ("name", "tier"),
    [
        ("Front of Tamra", "alias"),
        ("FRONT OF TAMRA", "alias"),
        ("The Front of Tamra", "alias"),
        ("Front of Tamra (FOT)", "shortened"),
        ("Northern Alliance / Front of Tamra", "shortened"),
        ("NA (Front of Tamra)", "shortened"),
    ],
)
def test_a_name_is_found_with_what_stands_around_it(name, tier):
    assert found(name) == [("tamra-front", tier)]


def test_the_own_name_is_exact():
    assert found("Ansar al-Tamra al-Mujahideen") == [("ansar", "exact")]


def test_another_spelling_is_found_by_its_letters():
    assert found("Ansar ut-Tamra al Mujahidin") == [("ansar", "transliteration")]


def test_namesakes_are_all_given_with_those_of_the_country_first():
    assert found("Tamra Liberation Front", country="NE")[0][0] == "tamra-north"
    assert len(found("Tamra Liberation Front")) == 2


def test_one_of_several_namesakes_is_less_likely():
    many, one = look_up("Tamra Liberation Front", roster=TAMRA)[0], look_up("Front of Tamra", roster=TAMRA)[0]
    assert many.probability < one.probability
    assert "others bear it too" in many.reason


@pytest.mark.parametrize("name", ["", "T", "(TLF)", "Tamra", "Tamra Liberation", "Frond of Tamra", "Boko Halal"])
def test_a_near_name_is_nobodys(name):
    assert found(name) == []


def test_a_name_in_another_script_is_found():
    assert look_up("حركة الشباب المجاهدين", roster=ROSTER)[0].actor.id == "al-shabaab"


def test_a_listed_name_is_looked_up_but_not_searched_for():
    assert look_up("Hutu", roster=ROSTER)[0].actor.level == 3
    assert "Hutu" not in {phrase.text for phrase in ROSTER.phrases()}


@given(st.text(max_size=60))
def test_any_text_gives_actors_that_say_why(text):
    for each in look_up(text, roster=ROSTER):
        assert 0 < each.probability < 1
        assert each.reason
