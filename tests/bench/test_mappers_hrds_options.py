from collections import Counter
from dataclasses import replace
from datetime import date
from math import log1p

import pytest

from bench.coded import actor_mention, coded, named, place_mention
from dateline.bench.mappers.hrds_article import open_article
from dateline.bench.mappers.hrds_options import NOTHING_FEATURES, read_choice
from dateline.bench.mappers.hrds_places import LAND_FEATURES, TOWN_FEATURES, lands_of, provinces_of, towns_of
from dateline.bench.mappers.hrds_times import PARTS, WHEN_FEATURES, shared_parts, whens_of
from dateline.bench.mappers.hrds_weights import load_weights
from dateline.errors import InstallationError
from dateline.mentions.records import MentionKind
from dateline.places.records import PlaceKind
from dateline.values.dates_in_text import parse_published
from factories import document, frame, mention

REPORT = (
    "LIMA (Andes Wire) - The teacher spoke to Peruvian papers.\n\n"
    "He was kidnapped in Quito, Ecuador. Quito police looked for him in Quito."
)


def told(features, option):
    return {feature.__name__: feature(option) for feature in features}


@pytest.fixture(scope="module")
def article():
    within = document(REPORT)
    lima, in_peru = place_mention(within, "LIMA", country="PE", kind=PlaceKind.SETTLEMENT)
    quito, in_ecuador = place_mention(within, "Quito", country="EC", kind=PlaceKind.SETTLEMENT)
    ecuador, itself = place_mention(within, "Ecuador", country="EC", kind=PlaceKind.COUNTRY)
    places = [(lima, in_peru), (quito, in_ecuador), (ecuador, itself)]
    return open_article(coded(within, frame(within, type="abduction", place=named(quito)), places=places))


def test_sentences_with_a_word_for_a_violation_are_known(article):
    kidnapped, spoke = (mention(words, within=article.report.coded.document) for words in ("Quito", "Peruvian"))

    assert article.tells_a_deed(kidnapped.span)
    assert article.is_near_a_deed(kidnapped.span)
    assert not article.tells_a_deed(spoke.span)


def test_a_country_is_told_by_its_names_and_the_places_in_it(article):
    field, lands = lands_of(article)
    ecuador = told(LAND_FEATURES, next(land for land in lands if land.answer == "EC"))
    peru = told(LAND_FEATURES, next(land for land in lands if land.answer == "PE"))

    assert ecuador["share_of_names"] == pytest.approx(2 / 3)
    assert ecuador["is_named_as_a_country"] == ecuador["places_in_it_are_named"] > 0
    assert (ecuador["is_named_first"], peru["is_named_first"]) == (0, 1)
    assert (ecuador["is_of_the_main_event"], peru["is_of_the_main_event"]) == (1, 0)
    assert ecuador["deeds_are_located_in"] > peru["deeds_are_located_in"] == 0
    assert field.claimed == Counter(EC=1)


@pytest.mark.parametrize(("country", "bodies"), [("PE", log1p(1)), ("CL", 0)])
def test_the_bodies_of_a_country_speak_for_it(country, bodies):
    within = document("Peru was calm. The Andean Guard kidnapped a baker.")
    peru, itself = place_mention(within, "Peru", country="PE", kind=PlaceKind.COUNTRY)
    guard, resolution = actor_mention(within, "Andean Guard")
    resolution = replace(resolution, actor=replace(resolution.actor, country=country))
    _, (land,) = lands_of(open_article(coded(within, places=[(peru, itself)], actors=[(guard, resolution)])))

    assert told(LAND_FEATURES, land)["its_bodies_are_named"] == bodies


def test_a_town_is_told_by_where_it_stands_and_lies(article):
    _, towns = towns_of(article, "EC")
    by_name = {town.answer: told(TOWN_FEATURES, town) for town in towns}

    assert by_name.keys() == {"lima", "quito"}
    assert by_name["lima"]["is_where_the_report_was_filed"] == 1
    assert by_name["quito"]["is_where_the_report_was_filed"] == 0
    assert by_name["quito"]["lies_in_the_country"] == 1
    assert by_name["lima"]["lies_in_the_country"] == 0


def test_a_town_is_answered_as_the_text_spells_it_and_a_people_is_no_town():
    within = document("He was held in Kiev. The Kievan editor was held in Kiev.")
    kiev, resolution = place_mention(within, "Kiev", country="UA", kind=PlaceKind.SETTLEMENT, name="Kyiv")
    people, same = place_mention(within, "Kievan", country="UA", kind=PlaceKind.SETTLEMENT, name="Kyiv")
    demonym = mention("Kievan", within=within, kind=MentionKind.DEMONYM)
    same = type(same)(demonym.id, same.place, 0.9, "its people")
    _, towns = towns_of(open_article(coded(within, places=[(kiev, resolution), (demonym, same)])), None)

    assert people.text == "Kievan"
    assert [town.answer for town in towns] == ["kiev"]


def test_only_provinces_may_be_the_region():
    within = document("He was held in Lima, in Junin.")
    lima = place_mention(within, "Lima", country="PE", kind=PlaceKind.SETTLEMENT)
    junin = place_mention(within, "Junin", country="PE", kind=PlaceKind.ADMIN1)
    _, provinces = provinces_of(open_article(coded(within, places=[lima, junin])), "PE")

    assert [each.answer for each in provinces] == ["junin"]


def test_a_name_that_the_gazetteer_lacks_is_a_town_as_well():
    within = document("He was held in Quellara near Lima.")
    lima, in_peru = place_mention(within, "Lima", country="PE", kind=PlaceKind.SETTLEMENT)
    unknown, unresolved = place_mention(within, "Quellara", country=None)
    places = [(unknown, replace(unresolved, within=in_peru.place)), (lima, in_peru)]
    _, towns = towns_of(open_article(coded(within, places=places)), "PE")
    by_name = {town.answer: told(TOWN_FEATURES, town) for town in towns}

    assert by_name.keys() == {"quellara", "lima"}
    assert (by_name["quellara"]["is_unknown"], by_name["lima"]["is_unknown"]) == (1, 0)
    assert by_name["quellara"]["lies_in_the_country"] == 1
    assert by_name["quellara"]["is_large"] == 0


def test_a_date_has_the_parts_that_its_first_and_last_day_share():
    assert shared_parts(parse_published("2021-05")) == (2021, 5, None)
    assert shared_parts(parse_published("2021")) == (2021, None, None)
    assert shared_parts(None) == (None, None, None)


@pytest.fixture(scope="module")
def dated():
    text = "He was kidnapped on 3 May 2019. On Monday his family spoke. They wait for news as in June 2019."
    return open_article(coded(document(text, published=date(2021, 3, 9))))


def test_the_years_of_an_article_are_those_of_its_dates_and_of_publication(dated):
    _, whens = whens_of(dated, ())
    by_year = {when.answer: told(WHEN_FEATURES, when) for when in whens}

    assert by_year.keys() == {2019, 2021}
    assert (by_year[2021]["is_of_publication"], by_year[2019]["is_of_publication"]) == (1, 0)
    assert by_year[2019]["is_stated"] > by_year[2021]["is_stated"] == 0
    assert by_year[2019]["is_stated_beside_deeds"] > 0
    assert by_year[2021]["is_counted_from_another_day"] > 0
    assert (by_year[2019]["is_earliest"], by_year[2019]["is_latest"]) == (1, 0)


def test_months_are_told_by_the_year_that_was_chosen(dated):
    by_month = {when.answer: told(WHEN_FEATURES, when) for when in whens_of(dated, (2019,))[1]}

    assert by_month.keys() == {3, 5, 6}
    assert (by_month[5]["is_stated_of_the_chosen_year"], by_month[3]["is_stated_of_the_chosen_year"]) == (1, 0)
    assert by_month[3]["another_is_of_the_chosen_year"] == 1
    assert by_month[3]["is_when_it_was_published"] == 0
    assert by_month[5]["follows_nothing"] == 0
    assert {when.answer for when in whens_of(dated, (2019, 5))[1]} >= {3}


def weighed(features, **given):
    return {feature.__name__: given.get(feature.__name__, 0.0) for feature in features}


def test_the_option_that_earns_most_is_chosen_unless_naming_none_earns_more(article):
    given = {"option": weighed(LAND_FEATURES, is_of_the_main_event=1.0), "nothing": weighed(NOTHING_FEATURES)}

    assert read_choice(LAND_FEATURES, given, "country").best(*lands_of(article)) == "EC"

    given["nothing"]["always"] = 2.0

    assert read_choice(LAND_FEATURES, given, "country").best(*lands_of(article)) is None


def test_weights_that_name_other_features_do_not_load():
    given = {"option": {"is_near_the_moon": 1.0}, "nothing": weighed(NOTHING_FEATURES)}

    with pytest.raises(InstallationError, match="country"):
        read_choice(LAND_FEATURES, given, "country")


def test_the_stored_weights_name_the_features_and_topics_that_there_are():
    weights = load_weights()

    assert [feature for feature, _ in weights.country.option] == list(LAND_FEATURES)
    assert [feature for feature, _ in weights.region.option] == list(TOWN_FEATURES)
    assert [feature for feature, _ in weights.city.option] == list(TOWN_FEATURES)
    assert {part: len(each.option) for part, each in weights.when.items()} == dict.fromkeys(PARTS, len(WHEN_FEATURES))
