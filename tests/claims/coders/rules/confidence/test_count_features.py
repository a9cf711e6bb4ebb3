import pytest

from dateline.claims.coders.rules.confidence import count_features as features
from dateline.claims.coders.rules.confidence.standings import see_setting, stand
from dateline.values.counts import Count, Operator
from factories import claim, document, frame

TEXT = "Gunmen shot three nurses and a guard in the ward; several patients were hurt. Later twelve people were dead."
HERE = document(TEXT)


def standings(*claims):
    return list(stand(see_setting(HERE, [frame(HERE, *claims)])))


def first(*claims):
    return standings(*claims)[0]


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        (Count(3, None, None, Operator.VAGUE, word="several"), [1, 0, 0, 0]),
        (Count(6, None, None, Operator.AT_LEAST), [0, 0, 0, 0]),
        (Count(None, 40, None, Operator.ABOUT), [0, 1, 0, 0]),
        (1, [0, 0, 1, 0]),
        (0, [0, 0, 0, 1]),
        (12, [0, 0, 0, 0]),
    ],
)
def test_a_number_is_seen_by_how_it_is_said(given, seen):
    told = first(claim(HERE, deaths=given, words="three"))
    asked = (
        features.is_a_vague_number,
        features.is_an_estimate,
        features.is_a_single_person,
        features.is_nobody,
    )
    assert [feature(told) for feature in asked] == seen


def test_who_is_counted_and_who_among_them_is_seen():
    police = Count(3, 3, 3, side="state", scope="including an officer")
    told = first(claim(HERE, deaths=police, words="three"))

    assert features.says_who_is_counted(told) == features.is_only_of_some(told) == 1
    assert features.says_who_is_counted(first(claim(HERE, deaths=3, words="three"))) == 0


def test_other_numbers_of_the_sentence_count_whatever_they_are_of():
    nurses, guard = claim(HERE, deaths=3, words="three nurses"), claim(HERE, deaths=1, words="a guard")
    patients = claim(HERE, injured=3, words="several patients")

    assert features.numbers_of_its_sentence(first(nurses, guard, patients)) == pytest.approx(1.0986, abs=0.001)
    assert features.numbers_told_with_it(first(nurses, guard, patients)) == pytest.approx(0.6931, abs=0.001)
    assert features.numbers_of_its_sentence(first(nurses)) == 0


def test_the_greatest_number_of_an_event_is_known():
    told = standings(claim(HERE, deaths=3, words="three"), claim(HERE, deaths=12, words="twelve"))
    hurt = first(claim(HERE, injured=3, words="several patients"))

    assert [features.is_the_greatest_of_its_event(each) for each in told] == [0, 1]
    assert features.is_the_greatest_of_its_event(hurt) == 1


def test_how_far_a_number_stands_from_the_event_is_seen():
    near = first(claim(HERE, deaths=3, words="three"))
    far = first(claim(HERE, deaths=12, words="twelve"))

    assert 0 < features.is_far_from_a_mention(near) < features.is_far_from_a_mention(far)


def test_of_other_values_nothing_is_seen():
    told = first(claim(HERE, perpetrator="Gunmen"))

    assert [feature(told) for feature in features.COUNT_FEATURES] == [0] * len(features.COUNT_FEATURES)
