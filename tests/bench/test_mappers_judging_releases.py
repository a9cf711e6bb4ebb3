from dataclasses import replace
from datetime import date

from bench.coded import coded, named, place_mention
from dateline.bench.mappers.judging_releases import judge_release
from dateline.values.counts import Count
from factories import claim, document, frame

RELEASE = {"start_date": "2012-03-03", "province": ["khowst"], "min_killed": 2, "min_captured": 0}


def test_a_release_judges_numbers_days_and_provinces():
    within = document("A patrol killed two fighters in Khost on 3 March 2012.")
    where, resolution = place_mention(within, "Khost", admin1="Khost")
    event = frame(within, deaths=2, captured=1, place=named(where), date=date(2012, 3, 3))
    found = {
        each.slot: each.right for each in judge_release(coded(within, event, places=[(where, resolution)]), RELEASE)
    }

    assert found == {"deaths": True, "captured": False, "place": True, "date": True}


def test_the_dead_of_the_other_sides_are_not_judged_by_a_release():
    within = document("A bomb killed two soldiers.")
    event = frame(within, deaths=Count(2, 2, 2, side="state"))

    assert list(judge_release(coded(within, event), RELEASE)) == []


def test_numbers_of_one_sentence_that_add_up_to_the_keys_are_right():
    within = document("A leader and three fighters were detained. One of the men was a cook. Guards left.")
    leader, men = taken(within, 1, "leader"), taken(within, 3, "three fighters")
    cook = taken(within, 1, "One of the men")

    assert judged(within, leader, men, cook, wanted=4) == [True, True, False]
    assert judged(within, leader, men, cook, wanted=5) == [False, False, False]


def taken(within, count, words):
    """A claim of people captured whose quote is its sentence."""
    made = claim(within, captured=count, words=words)
    start = within.text.rfind(". ", 0, made.highlight.span.start) + 1
    sentence = within.quote(start, within.text.index(".", made.highlight.span.end) + 1)
    return replace(made, document=within, quote=sentence)


def judged(within, *claims, wanted):
    key = RELEASE | {"min_captured": wanted}
    return [each.right for each in judge_release(coded(within, frame(within, *claims)), key)]
