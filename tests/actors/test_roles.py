"""Roles: every example of data/roles.yaml, and what is left unsaid."""

from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.actors.records import ActorKind
from dateline.actors.roles import read_role, resolve_description
from dateline.actors.roster import Roster

DATA = yaml.safe_load((files("dateline.actors") / "data" / "roles.yaml").read_text(encoding="utf-8"))
EXAMPLES = [(description, name) for row in DATA["roles"] for description, name in row["examples"]]


@pytest.mark.parametrize(("description", "name"), EXAMPLES)
def test_a_description_has_the_name_of_its_example(description, name):
    assert read_role(description).name == name


@pytest.mark.parametrize("row", DATA["roles"], ids=lambda row: row["role"])
def test_every_role_word_leads_to_its_role(row):
    wrong = [word for word in row["words"] if (found := read_role(word)) is None or found.role != row["role"]]
    assert wrong == []


def test_no_word_has_two_roles():
    words = [word for row in DATA["roles"] for word in row["words"]]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("members of the Salvadoran Army", "Military Forces of El Salvador"),
        ("soldiers from the Sri Lankan army", "Military Forces of Sri Lanka"),
        ("Pakistan’s army", "Military Forces of Pakistan"),
        ("U.S. troops", "Military Forces of United States"),
        ("COLOMBIAN POLICE", "Police Forces of Colombia"),
        ("the police of Kenya", "Police Forces of Kenya"),
        ("two unidentified gunmen on a motorcycle", "Unidentified Armed Group"),
    ],
)
def test_adjectives_possessives_and_partitives_are_read(description, name):
    assert read_role(description).name == name


@pytest.mark.parametrize("description", ["Taliban fighters", "FARC GUERRILLAS", "Houthi rebels", "Kurdish fighters"])
def test_a_description_that_may_hold_a_name_has_no_role(description):
    assert read_role(description) is None


@pytest.mark.parametrize("description", ["the group", "the army base", "it", "", "…", "Kabul"])
def test_a_description_without_a_role_word_has_no_role(description):
    assert read_role(description) is None


def test_the_kind_comes_with_the_role():
    assert read_role("Salvadoran troops").kind is ActorKind.STATE_FORCES


def test_the_country_of_the_event_tells_whose_police_it_is():
    role = read_role("the police", country="PK")
    assert (role.name, role.tier) == ("Police Forces of Pakistan", "role_and_place")


def test_the_country_of_the_event_says_nothing_of_gunmen():
    assert read_role("gunmen", country="PK").name == "Unidentified Armed Group"


def test_gunmen_are_never_a_named_group():
    found = resolve_description("gunmen")
    assert (found.name, found.actor, found.tier) == ("Unidentified Armed Group", None, "generic")


def test_a_role_of_a_country_on_the_roster_leads_to_its_actor():
    found = resolve_description("Malian army", mention_id="men-1")
    assert (found.actor.id, found.tier, found.mention_id) == ("military-forces-of-mali", "demonym_and_role", "men-1")


def test_a_role_of_a_country_off_the_roster_has_a_name_only():
    found = resolve_description("Bolivian police", roster=Roster([]))
    assert (found.name, found.actor) == ("Police Forces of Bolivia", None)


@given(st.text())
def test_any_text_can_be_asked(text):
    role = read_role(text)
    assert role is None or role.name
