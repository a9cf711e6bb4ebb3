from collections import Counter
from dataclasses import replace

import pytest

from dateline.places import PlaceKind, wording
from dateline.places.situations import Situation

from .readings import COUNTRY, PROVINCE, option, place

RIVER = place("own:niger", "Niger", PlaceKind.FEATURE)


def test_every_feature_has_an_explanation():
    assert all(feature.__doc__ for feature in wording.OF_WORDING)


@pytest.mark.parametrize(("unit", "own", "other"), [("gn:2", 1, 0), ("gn:9", 0, 1)])
def test_the_unit_right_after_a_name_holds_the_reading_or_speaks_against_it(unit, own, other):
    situation = Situation(following=frozenset({unit}))
    assert wording.is_followed_by_its_unit(option(), situation) == own
    assert wording.is_followed_by_another_unit(option(), situation) == other


def test_a_name_that_says_province_names_the_province():
    situation = Situation(own_kinds=frozenset({"admin1"}))
    assert (
        wording.name_says_its_kind(option(PROVINCE), situation),
        wording.name_says_its_kind(option(), situation),
    ) == (
        1,
        0,
    )
    assert wording.name_says_another_kind(option(), situation) == 1


def test_an_article_speaks_for_a_river_and_against_a_town():
    situation = Situation(the=True, article=True)
    assert wording.natural_with_article(option(RIVER), situation) == 1
    assert wording.town_with_article(option(), situation) == 1
    assert wording.town_with_article(option(RIVER), situation) == 0


def test_an_article_that_another_word_calls_for_speaks_half():
    assert wording.natural_with_article(option(RIVER), Situation(the=True)) == 0.5


def test_a_gulf_without_its_article_is_hardly_the_gulf():
    gulf = option(place("region:gulf", "Gulf", PlaceKind.REGION))
    assert wording.natural_without_its_article(gulf, Situation(lacks_article=True)) == 1


def test_local_news_speak_for_towns_of_their_country_not_for_the_country():
    situation = Situation(speech={"PK": 0.6})
    assert wording.text_speaks_like_its_country(option(), situation) == 0.6
    assert wording.text_speaks_like_its_country(option(COUNTRY), situation) == 0


def test_another_country_in_local_news_counts_less_the_more_countries_are_named():
    country = replace(option(COUNTRY), has_rivals=True)
    local = Situation(speech={"US": 0.6}, countries=Counter(US=1))
    abroad = replace(local, countries=Counter(US=1, IR=1, IQ=2))
    assert wording.another_country_in_local_news(country, local) == 0.6
    assert wording.another_country_in_local_news(country, abroad) == pytest.approx(0.2)


def test_a_country_that_nothing_else_is_called_after_has_nothing_to_fear_of_local_news():
    assert wording.another_country_in_local_news(option(COUNTRY), Situation(speech={"US": 0.6})) == 0


def test_a_man_of_a_country_would_be_called_by_its_adjective():
    situation = Situation(local_life=True)
    assert wording.country_before_a_word_of_local_life(option(COUNTRY), situation) == 1
    assert wording.country_before_a_word_of_local_life(option(), situation) == 0


def test_a_province_stands_in_a_list_of_provinces():
    row = Situation(listed=frozenset({("admin1", "PK")}))
    assert wording.stands_in_a_list_of_its_like(option(PROVINCE), row) == 1
    assert wording.stands_in_a_list_of_its_like(option(), row) == 0
