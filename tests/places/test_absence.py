from collections import Counter

from dateline.places import absence
from dateline.places.absence import OF_NAME
from dateline.places.situations import Situation

from .readings import PROVINCE, option, place


def test_every_feature_has_an_explanation():
    assert all(feature.__doc__ for feature in OF_NAME)


def test_a_name_known_only_without_its_article_has_no_exact_reading():
    assert absence.has_no_exact_reading([option(tier="article")], Situation()) == 1
    assert absence.has_no_exact_reading([option(tier="article"), option()], Situation()) == 0


def test_villages_speak_for_a_place_unknown_and_a_province_does_not():
    village, city = option(place(population=100)), option(place(population=10**6))
    small, large, unit = (
        absence.has_only_small_readings(readings, Situation())
        for readings in ([village], [village, city], [village, option(PROVINCE)])
    )
    assert small > large > unit == 0


def test_a_name_in_no_country_of_the_text_is_foreign_to_it():
    assert absence.lies_in_no_named_country([option()], Situation(countries=Counter(AF=1))) == 1
    assert absence.lies_in_no_named_country([option()], Situation(countries=Counter(PK=1))) == 0
    assert absence.lies_in_no_named_country([option()], Situation()) == 0


def test_words_beyond_the_first_count_up_to_three():
    assert [absence.has_several_words([], Situation(words=n)) for n in (1, 2, 4, 9)] == [0, 1 / 3, 1, 1]
