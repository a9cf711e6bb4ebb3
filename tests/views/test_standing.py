from datetime import date

import pytest

from dateline.claims.records import Code, FrameKind, Named, Speaker, SpeakerKind
from dateline.values.counts import Count, Operator
from dateline.values.dates import DateValue
from dateline.views.cast import find_party
from dateline.views.standing import area_rows, release_rows, strength_rows
from views.reports import BLUE, RED, ROSTER, Report, spelled

MANY = Count(30000, None, 40000, Operator.BETWEEN, scope="including family members", whose="RB")


def strong(text="RB has 30,000 to 40,000 people, estimates suggest.", people=MANY, words="30,000 to 40,000", **fields):
    when = fields.pop("when", ())
    report = Report(text, **fields)
    report.add(
        FrameKind.STRENGTH,
        "RB",
        ("actor", "RB", report.who("RB", RED)),
        ("people", words, people),
        *when,
        speaker=Speaker(SpeakerKind.OTHER, "estimates"),
    )
    return report


def wanted(*reports, name="RB"):
    return find_party(name, spelled(*reports), ROSTER)


def strengths(*reports):
    return strength_rows([each.file() for each in reports], ROSTER, wanted(*reports))


def test_a_strength_keeps_its_range_operator_scope_and_whose_word_it_is():
    (row,) = strengths(strong())
    assert (row["low"], row["best"], row["high"], row["operator"]) == (30000, None, 40000, "between")
    assert (row["people"], row["scope"], row["speaker"]) == ("30000 to 40000", "including family members", "estimates")


def test_a_strength_of_no_stated_day_stays_undated_beside_the_day_of_its_report():
    (row,) = strengths(strong())
    assert (row["date"], row["published_on"]) == (None, "2023-05-02")


def test_strengths_come_by_the_day_they_speak_of_else_that_of_their_report():
    old = strong(
        "In 2019 RB had 500 people.",
        Count.exactly(500),
        "500",
        when=[("date", "2019", DateValue.on(date(2019, 1, 1)))],
        published=date(2024, 1, 1),
    )
    found = strengths(strong(published=None), strong(published=date(2021, 1, 1), origin="b.txt"), old)
    assert [row["best"] for row in found] == [500, None, None]
    assert [row["published_on"] for row in found] == ["2024-01-01", "2021-01-01", None]


def test_the_year_of_one_estimate_is_not_that_of_another_in_its_frame():
    report = Report("In 2019 RB had 500 people. " + "Much was written of it since. " * 8 + "RB has 900 people now.")
    report.add(
        FrameKind.STRENGTH,
        "RB",
        ("actor", "RB", report.who("RB", RED)),
        ("people", "500", Count.exactly(500)),
        ("date", "2019", DateValue.on(date(2019, 1, 1))),
        ("people", "900", Count.exactly(900)),
    )
    assert [(row["best"], row["date"]) for row in strengths(report)] == [(500, "2019-01-01"), (900, None)]


def test_another_actors_strength_is_not_its_own():
    other = Report("NGH has 20 men.")
    other.add(
        FrameKind.STRENGTH, "NGH", ("actor", "NGH", other.who("NGH", BLUE)), ("people", "20", Count.exactly(20))
    )  # fmt: skip
    assert [row["low"] for row in strengths(strong(), other)] == [30000]


def test_an_area_has_its_mode_its_places_and_what_the_actor_calls_it():
    report = Report("RB claims Mali as the Red Land.")
    report.add(
        FrameKind.AREA,
        "RB",
        ("actor", "RB", report.who("RB", RED)),
        ("mode", "claims", Code("area_mode", "claims")),
        ("place", "Mali", report.country("Mali")),
        ("name", "Red Land", Named("Red Land")),
    )
    (row,) = area_rows([report.file()], ROSTER, wanted(report))
    assert (row["mode"], row["place"], row["name"]) == ("claims", ["Mali"], ["Red Land"])
    assert row["said"][0]["quote"] == report.document.text


def released():
    report = Report("RB brought out a video, Dawn, by the Blue Front about Mali.")
    report.add(
        FrameKind.RELEASE,
        "RB",
        ("actor", "RB", report.who("RB", RED)),
        ("medium", "video", Code("medium", "video")),
        ("title", "Dawn", Named("Dawn")),
        ("outlet", "Blue Front", report.who("Blue Front", BLUE)),
        ("about", "Mali", report.country("Mali")),
    )
    return report


@pytest.mark.parametrize(("name", "role"), [("RB", "actor"), ("Blue Front", "outlet")])
def test_a_release_belongs_to_its_maker_and_to_its_outlet(name, role):
    report = released()
    (row,) = release_rows([report.file()], ROSTER, wanted(report, name=name))
    assert (row["role"], row["actor"], row["title"], row["medium"]) == (role, "Red Brigade", "Dawn", "video")
    assert (row["outlet"], row["about"], row["date"]) == ("Blue Front", ["Mali"], None)


def test_a_report_without_such_frames_gives_no_rows():
    report = Report("RB met.")
    asked = (ROSTER, wanted(report, name="red-brigade"))
    assert [make([report.file()], *asked) for make in (strength_rows, area_rows, release_rows)] == [[], [], []]
