from dataclasses import replace
from datetime import date

import pytest

from bench.coded import coded
from dateline.bench.mappers.fusion import accounts_of, day_of
from dateline.bench.mappers.fusion_counts import guess, load_silence, load_words
from dateline.events import POLICIES
from dateline.values.counts import Count
from dateline.values.dates import DateValue
from factories import claim, document, frame

DAY, OLD = date(2020, 5, 1), date(2019, 2, 3)
FIRST = "Two people were killed on the pier on Friday."
REPORT = f"{FIRST} A year ago five people were killed there."


def report(*told, text=REPORT, origin="a", published=DAY):
    """A coded report; `told` are (words, count, day) of its events."""
    within = document(text, origin=origin, published=published, source=origin)
    frames, cells = [], []
    for words, number, day in told:
        value = number if isinstance(number, Count) or number is None else Count.exactly(number)
        claims = [claim(within, words=words, deaths=value)] if value is not None else []
        frames.append(frame(within, *claims, first=words))
        cells.append(day)
    made = coded(within, *frames)
    dated = [
        coded(within, each, date=day).events[0] if day else event
        for each, event, day in zip(frames, made.events, cells, strict=True)
    ]
    return replace(made, events=tuple(dated))


def guessed(*reports, slot="deaths"):
    return guess(reports, slot, POLICIES[0])


def test_an_account_of_another_day_is_background():
    told = report(("Two people", 2, DAY), ("five people", 5, OLD))
    other = report(("Two people", None, DAY), ("five people", 5, None), origin="b")
    assert day_of([told, other]) == DAY
    assert [frames[0].claims[0].value.best for frames in accounts_of([told], "deaths")] == [2]


def test_what_no_report_says_is_0_in_this_key_alone_and_as_sure_as_it_proved():
    made = guessed(report(("Two people", None, DAY)), report(("Two people", None, DAY), origin="b"))
    assert (made.best, made.low, made.high, made.cell) == (0, 0, 0, None)
    assert made.confidence == load_silence()["deaths"][1]


def test_where_half_of_the_reports_give_no_number_none_is_possible():
    made = guessed(
        report(("Two people", 2, DAY)), report(("Two people", None, DAY), text=f"{FIRST} So it was.", origin="b")
    )
    assert (made.best, made.low, made.high) == (2, 0, 2)


def test_the_reports_numbers_are_kept_for_simpler_rules():
    other = report(("Two people", 3, DAY), text="Two people and a guard died when shots fell by the sea.", origin="b")
    made = guessed(report(("Two people", 2, DAY)), other)
    assert made.said == (2, 3)
    assert (made.best, made.low, made.high) == (3, 2, 3)


@pytest.mark.parametrize("entry", load_words()["own_death"], ids=lambda entry: entry["phrase"])
def test_one_who_killed_others_and_himself_counts_with_them(entry):
    text = entry["example"]
    within = document(text, origin="a")
    told = coded(within, frame(within, claim(within, words=text.split()[0], deaths=Count(1, 1, 1, whose="wife"))))
    assert guessed(told).best == 2


@pytest.mark.parametrize(
    "text", ["A man shot his wife and survived himself.", "A man killed his wife in the house itself."]
)
def test_one_who_lived_is_not_counted(text):
    within = document(text, origin="a")
    told = coded(within, frame(within, claim(within, words="his wife", deaths=Count(1, 1, 1, whose="wife"))))
    assert guessed(told).best == 1


def test_a_total_holds_the_one_who_killed_himself_already():
    text = "Three dead after a man killed his family and himself."
    within = document(text, origin="a")
    told = coded(within, frame(within, claim(within, words="Three dead", deaths=Count.exactly(3))))
    assert guessed(told).best == 3


def test_a_count_without_a_number_of_its_kind_says_nothing():
    assert DateValue.on(DAY).first == DAY
    assert guessed(report(("Two people", 2, DAY)), slot="injured").best == 0
