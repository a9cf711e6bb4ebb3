"""What claims the frame of a group of marked spans has."""

import pytest

from claims.coders.model.readings import candidate, read
from dateline.claims.coders.model.framing import frame_group
from dateline.claims.coders.model.grouping import Group
from dateline.claims.records import Stance
from dateline.stamp import Stamp

STAMP = Stamp("model.v1", "1", "test")
TEXT = "The Red Column shot a teacher near Cali on 3 May 2020, police said."
ROLES = {
    "perpetrator_organization": {"Red Column": 0.9},
    "victim_description": {"teacher": 0.8},
    "place": {"Cali": 0.7},
    "date": {"3 May 2020": 0.6},
}


def framed(report, reading):
    doer = candidate(report.page, reading, "Red Column", role="perpetrator_organization", slot="perpetrator")
    group = Group([doer, candidate(report.page, reading, "teacher", probability=0.8)])
    return frame_group(report.page, reading, group, STAMP)


def of_slots(frame):
    return {claim.slot: (claim.published, pytest.approx(claim.confidence, abs=0.001)) for claim in frame.claims}


def test_a_frame_has_its_kind_its_fillers_its_day_and_its_place(open_report):
    told = of_slots(framed(open_report(TEXT), read(TEXT, roles=ROLES, sentence={"ATTACK": {TEXT[:-1]: 0.9}})))
    assert set(told) == {"type", "stage", "perpetrator", "victim", "date", "place"}
    assert told["perpetrator"] == ("Red Column", 0.9)
    assert told["victim"] == ("teacher", 0.8)
    assert told["date"] == ("3 May 2020", 0.6)
    assert told["place"] == ("Cali", 0.7)


def test_a_day_or_place_that_is_hardly_marked_is_not_told(open_report):
    roles = {**ROLES, "place": {"Cali": 0.4}, "date": {"3 May 2020": 0.4}}
    assert not {"place", "date"} & set(of_slots(framed(open_report(TEXT), read(TEXT, roles=roles))))


def test_every_quote_stands_in_the_text_around_its_words(open_report):
    for claim in framed(open_report(TEXT), read(TEXT, roles=ROLES)).claims:
        assert claim.quote.span.cut(TEXT) == claim.quote.text
        assert claim.quote.span.contains(claim.highlight.span)
        assert claim.stamp == STAMP


def test_a_frame_and_its_claims_have_the_same_ids_each_time(open_report):
    one, other = (framed(open_report(TEXT), read(TEXT, roles=ROLES)) for _ in range(2))
    assert one.id == other.id
    assert [claim.id for claim in one.claims] == [claim.id for claim in other.claims]
    assert {claim.frame_id for claim in one.claims} == {one.id}


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("REPORTED AS FACT", Stance.REPORTED),
        ("SUSPECTED OR ACCUSED", Stance.ACCUSED),
        ("SUSPECTED OR ACCUSED BY AUTHORITIES", Stance.ACCUSED_BY_AUTHORITIES),
        ("CLAIMED OR ADMITTED", Stance.CLAIMED),
        ("POSSIBLE", Stance.POSSIBLE),
    ],
)
def test_how_sure_the_text_is_of_an_organisation_is_its_stance(said, stance, open_report):
    reading = read(TEXT, roles=ROLES, attributes={"confidence": {"Red Column": said, "teacher": "POSSIBLE"}})
    frame = framed(open_report(TEXT), reading)
    assert [claim.stance for claim in frame.slot("perpetrator")] == [stance]
    assert [claim.stance for claim in frame.slot("victim")] == [Stance.REPORTED]


def test_a_value_that_is_told_twice_is_one_claim(open_report):
    report = open_report("Gunmen shot a teacher. The teacher died.")
    reading = read(report.document.text)
    members = [candidate(report.page, reading, words) for words in ("a teacher", "The teacher")]
    frame = frame_group(report.page, reading, Group(members), STAMP)
    assert [claim.published for claim in frame.slot("victim")] == ["a teacher"]
