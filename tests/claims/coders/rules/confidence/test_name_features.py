import pytest

from dateline.claims.coders.rules.confidence import name_features as features
from dateline.claims.coders.rules.confidence.standings import see_setting, stand
from dateline.claims.records import Named
from factories import claim, document, frame

HERE = document()


def first(given):
    return next(stand(see_setting(HERE, [frame(HERE, given)])))


@pytest.mark.parametrize(
    ("labels", "seen"),
    [
        (("person", "civilian"), {"is_one_person", "is_of_civilians"}),
        (("unidentified", "armed", "plural"), {"is_nobody_known", "is_of_armed_people", "is_several"}),
        (("law_enforcement", "state"), {"is_of_the_state"}),
        (("commercial",), set()),
        ((), {"is_of_no_sort"}),
        (("",), {"is_of_no_sort"}),
    ],
)
def test_words_are_seen_by_the_sorts_that_the_coder_gave_them(labels, seen):
    told = first(claim(HERE, perpetrator=Named("people", labels=labels)))
    assert {feature.__name__ for feature in features.NAME_FEATURES if feature(told)} == seen


def test_of_other_values_nothing_is_seen():
    told = first(claim(HERE, deaths=3))
    assert [feature(told) for feature in features.NAME_FEATURES] == [0] * len(features.NAME_FEATURES)
