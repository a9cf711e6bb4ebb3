"""Countries and their adjectives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.actors.countries import countries_in, find_country, load_countries

ADJECTIVES = [(adjective, country.iso) for country in load_countries().values() for adjective in country.adjectives]


@pytest.mark.parametrize(("adjective", "iso"), ADJECTIVES)
def test_an_adjective_stands_for_its_country(adjective, iso):
    assert find_country(adjective).iso == iso


@pytest.mark.parametrize("name", ["Pakistan’s", "Afghans", "US", "U.S.", "DR Congo", "Cote d'Ivoire"])
def test_possessives_plurals_and_abbreviations_are_read(name):
    assert find_country(name) is not None


@pytest.mark.parametrize("name", ["us", "Kurdish", "Arab", "", "Republic"])
def test_other_words_stand_for_no_country(name):
    assert find_country(name) is None


def test_the_countries_of_a_text_are_counted():
    text = "Malian soldiers and Niger's army met in Mali; the Democratic Republic of Congo sent us a note."
    assert countries_in(text) == {"ML": 2, "NE": 1, "CD": 1}


def test_south_sudan_is_not_sudan():
    assert countries_in("South Sudanese troops left South Sudan") == {"SS": 2}


@given(st.text())
def test_any_text_can_be_counted(text):
    assert set(countries_in(text)) <= set(load_countries())
