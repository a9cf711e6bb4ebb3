import json
from datetime import date

import pytest

from dateline.claims.records import AUTHOR, Code, FrameKind, Speaker, SpeakerKind, Stance
from dateline.codebook import load_codebook
from dateline.values.counts import Count, Operator
from dateline.values.dates import DateValue
from dateline.views.actor_page import SECTIONS, STATUSES, actor_page
from dateline.views.cast import find_party
from views.reports import BLUE, RED, ROSTER, Report, spelled

BOOK = load_codebook()
ITSELF = Speaker(SpeakerKind.PERPETRATOR, "RB", "red-brigade")


def attack(text, stance, *, speaker=AUTHOR, slot="perpetrator", day=2, followed=True):
    report = Report(text, origin=f"{day}-{stance}.txt", published=date(2023, 5, day))
    report.event(
        "Mali",
        ("type", "attack", Code("kind", "attack")),
        ("date", "day", DateValue.on(date(2023, 5, day))),
        (slot, "RB", report.who("RB", RED)),
        stance=stance,
        speaker=speaker,
        followed=followed,
    )
    return report


def claimed(**fields):
    return attack("Mali: RB claimed the attack that day.", Stance.CLAIMED, speaker=ITSELF, **fields)


def denied(**fields):
    return attack("Mali: RB denied the attack of that day.", Stance.DENIED, speaker=ITSELF, followed=False, **fields)


def page(*reports, name="RB", roster=ROSTER, **options):
    wanted = find_party(name, spelled(*reports), roster)
    return actor_page([report.reading() for report in reports], roster, BOOK, wanted, **options)


def test_an_actor_is_shown_with_its_names_and_how_the_reports_spell_it():
    known = page(claimed(), denied())["actor"]
    assert (known["id"], known["name"], known["kind"], known["country"]) == (
        "red-brigade",
        "Red Brigade",
        "rebel",
        "ML",
    )
    assert (known["names"], known["spellings"]) == (["RB"], [{"text": "RB", "times": 2}])
    assert (known["since"], known["until"], known["documents"]) == (2011, None, 2)


def test_events_stand_by_status_the_firmest_first_and_then_by_day():
    found = page(denied(day=1), claimed(day=9), claimed(day=4))
    assert [(row["status"], row["date"]) for row in found["events"]] == [
        ("claimed", "2023-05-04"),
        ("claimed", "2023-05-09"),
        ("denied", "2023-05-01"),
    ]
    assert found["actor"]["statuses"] == {"claimed": 2, "denied": 1}


def test_an_event_tells_whether_its_cell_follows_the_claim():
    assert [row["followed"] for row in page(claimed(), denied())["events"]] == [True, False]


@pytest.mark.parametrize("slot", ["target", "victim"])
def test_what_was_done_to_the_actor_is_no_deed_of_its_own(slot):
    found = page(attack("Mali: an attack on RB that day.", Stance.REPORTED, slot=slot))
    assert [row["status"] for row in found["events"]] == [slot]


def test_one_event_has_a_line_for_each_status_that_it_gives():
    report = Report("Mali: RB claimed the attack. Police accused RB.")
    who = report.who("RB", RED)
    accused = report.add(FrameKind.EVENT, "Police", ("perpetrator", "RB", who), stance=Stance.ACCUSED)
    event = report.event("Mali", ("perpetrator", "RB", who), stance=Stance.CLAIMED)
    joined = type(event)(event.id, (*event.frames, accused.id), event.cells)
    report.events = [joined]
    assert [row["status"] for row in page(report)["events"]] == ["claimed", "accused"]


def test_every_sentence_of_the_page_stands_in_its_document():
    report = claimed()
    report.relation(report.who("RB", RED), "opposes", "claimed", report.country("Mali"))
    found = page(report)
    for section in SECTIONS:
        for row in found[section]:
            for said in row["said"]:
                assert report.document.text[said["start"] : said["end"]] == said["quote"]
    assert len(found["relations"]) == 1


def test_an_actor_that_no_report_names_has_its_names_and_nothing_else():
    found = page(claimed(), name="Blue Front")
    assert found["actor"]["spellings"] == []
    assert found["actor"]["names"] == ["National Guard of the Hills", "NGH"]
    assert all(found[section] == [] for section in SECTIONS)


def test_an_actor_on_no_list_has_no_id_kind_or_years():
    report = Report("Mali: TFX claimed the attack.")
    report.event("Mali", ("perpetrator", "TFX", report.who("TFX")), stance=Stance.CLAIMED)
    known = page(report, name="TFX")["actor"]
    assert (known["id"], known["kind"], known["country"], known["since"]) == (None, None, None, None)
    assert known["statuses"] == {"claimed": 1}


def test_a_merged_actor_keeps_the_events_of_both():
    both = Report("Mali: NGH claimed the attack.", origin="n.txt")
    both.event("Mali", ("perpetrator", "NGH", both.who("NGH", BLUE)), stance=Stance.CLAIMED)
    found = page(claimed(), both, name="red-brigade", roster=ROSTER.merged("red-brigade", "blue-front"))
    assert found["actor"]["name"] == "Blue Front"
    assert found["actor"]["former"] == ["red-brigade"]
    assert len(found["events"]) == 2


def test_a_private_persons_name_stands_nowhere_on_the_page():
    report = Report("Mali: RB claimed the attack on Ana Sol.")
    report.event(
        "Mali",
        ("perpetrator", "RB", report.who("RB", RED)),
        ("victim", "Ana Sol", report.who("Ana Sol", labels=("private_person",))),
        stance=Stance.CLAIMED,
    )
    assert "Sol" not in json.dumps(page(report), ensure_ascii=False)
    assert "Ana Sol" in json.dumps(page(report, names=True), ensure_ascii=False)


def test_a_vague_number_of_deaths_is_shown_by_its_bounds():
    report = Report("Mali: RB killed dozens.")
    some = Count(24, None, None, Operator.VAGUE, word="dozens")
    report.event("Mali", ("perpetrator", "RB", report.who("RB", RED)), ("deaths", "dozens", some))
    assert page(report)["events"][0]["deaths"] == "24 to ?"


def test_every_stance_of_the_codebook_is_a_status():
    assert set(BOOK.stances) <= set(STATUSES)
