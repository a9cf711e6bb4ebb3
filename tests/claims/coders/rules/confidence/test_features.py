from datetime import date

import pytest

from dateline.claims.coders.rules.confidence import features, value_features
from dateline.claims.coders.rules.confidence.standings import see_setting, stand
from dateline.claims.records import Named, Speaker, SpeakerKind, Stance
from dateline.values.dates import DateBasis, DatePrecision, DateValue
from factories import claim, document, frame

HERE = document()
MONTH = DateValue(date(2013, 1, 1), date(2013, 1, 31), DatePrecision.MONTH, DateBasis.RELATIVE)
OPEN = DateValue(None, date(2013, 1, 31), DatePrecision.UNKNOWN, DateBasis.STATED)


def standings(*claims, others=()):
    frames = [frame(HERE, *claims), *(frame(HERE, each, first="Gunmen") for each in others)]
    return list(stand(see_setting(HERE, frames)))


def first(*claims, others=()):
    return standings(*claims, others=others)[0]


def test_the_first_figure_is_a_logit_that_certainty_does_not_break():
    assert features.first_figure(first(claim(HERE, deaths=3, confidence=0.5))) == 0
    assert features.first_figure(first(claim(HERE, deaths=3, confidence=1.0))) == pytest.approx(4.595, abs=0.001)


def test_a_doubt_a_hedge_and_a_speaker_are_seen():
    police = Speaker(SpeakerKind.AUTHORITY, "police")
    told = first(claim(HERE, place="Jalalabad", stance=Stance.CLAIMED, hedge="reportedly", speaker=police))

    seen = (features.is_doubted, features.is_claimed, features.is_hedged, features.is_in_an_officials_word)
    assert [feature(told) for feature in seen] == [1, 1, 1, 1]
    assert features.is_in_the_authors_word(told) == 0


def test_other_values_beside_a_claim_count_and_the_same_value_does_not():
    same = claim(HERE, deaths=3, words="killed")
    told = standings(claim(HERE, deaths=3), same, claim(HERE, deaths=12))

    assert [round(features.others_of_its_frame(each), 2) for each in told] == [0.69, 0.69, 1.1]
    assert [features.is_first_of_its_slot(each) for each in told] == [1, 0, 0]


def test_what_other_events_say_counts_by_the_frame():
    told = first(claim(HERE, deaths=3), others=[claim(HERE, deaths=3, words="killed")])

    assert features.is_said_by_other_events(told) == pytest.approx(0.693, abs=0.001)
    assert features.others_of_the_report(told) == 0
    assert features.is_the_only_one_of_the_report(told) == 1
    assert features.is_the_only_one_of_the_report(first(claim(HERE, deaths=3), claim(HERE, deaths=12))) == 0
    assert features.share_of_the_report(told) == 1
    assert features.events_of_the_report(told) == pytest.approx(0.693, abs=0.001)
    assert features.is_of_the_first_event(told) == 1


def test_a_name_is_seen_by_what_it_leads_to():
    listed = Named("the network", "men-1", ("haqqani",), reason="the group named before")
    told = first(claim(HERE, perpetrator=listed, words="the Haqqani network"))

    assert value_features.is_listed(told) == value_features.is_found_as_a_name(told) == 1
    assert value_features.stands_for_a_name(told) == value_features.is_definite(told) == 1
    assert value_features.is_listed(first(claim(HERE, victim="people"))) == 0


@pytest.mark.parametrize(("given", "seen"), [(MONTH, [0, 1, 0]), (OPEN, [1, 0, 1]), (date(2013, 1, 25), [1, 0, 0])])
def test_a_date_is_seen_by_its_basis_and_its_width(given, seen):
    told = first(claim(HERE, date=given, words="Friday"))
    found = (value_features.is_a_stated_date, value_features.is_a_wide_date, value_features.is_an_open_date)
    assert [feature(told) for feature in found] == seen


def test_every_feature_reads_every_kind_of_value():
    for told in standings(claim(HERE, deaths=3), claim(HERE, type="bombing"), claim(HERE, date=None, words="Friday")):
        for feature in (*features.FEATURES, *value_features.VALUE_FEATURES):
            assert isinstance(feature(told), float), feature.__name__
