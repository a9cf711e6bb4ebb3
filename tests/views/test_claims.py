from datetime import date

import pytest

from dateline.claims.records import Code, FrameKind, Speaker, SpeakerKind, Stance
from dateline.values.counts import Count
from dateline.views.cast import find_party
from dateline.views.claims import Choice, chosen_claims, claim_rows
from dateline.views.columns import CLAIM_COLUMNS
from views.reports import RED, ROSTER, Report, spelled


def rows(dossier, **options):
    return {row["published"] + row["slot"]: row for row in claim_rows([dossier], **options)}


def test_every_claim_row_has_exactly_the_documented_columns(whole):
    for row in claim_rows([whole]):
        assert set(row) == {column.name for column in CLAIM_COLUMNS}


def test_chosen_and_set_aside_claims_are_both_there(whole):
    found = rows(whole)
    assert (found["At least 3deaths"]["chosen"], found["3deaths"]["chosen"]) == (True, False)


def test_the_value_stands_beside_the_published_words(whole):
    row = rows(whole)["At least 3deaths"]
    assert (row["published"], row["value"], row["low"], row["best"], row["high"], row["operator"]) == (
        "At least 3",
        "at least 3",
        3,
        3,
        None,
        "at_least",
    )


def test_a_resolved_name_stands_beside_the_words_of_the_text(whole):
    row = rows(whole)["The Red Brigadeperpetrator"]
    assert (row["value"], row["name"], row["reference"]) == ("The Red Brigade", "Red Brigade", "red-brigade")


def test_a_masked_quote_keeps_its_offsets(whole):
    text = whole.files[0].document.text
    for row in claim_rows([whole]):
        assert len(row["quote"]) == row["end"] - row["start"]
        assert all(new in (old, "█") for old, new in zip(text[row["start"] : row["end"]], row["quote"], strict=True))


def test_no_default_row_holds_a_private_persons_name(whole):
    assert "zahir" not in str(list(claim_rows([whole]))).lower()


ACCUSED = "Mali: RB, police said, killed 3 people in the attack."


def accused(*, published=date(2023, 5, 2), origin="accused.txt"):
    report = Report(ACCUSED, published=published, origin=origin)
    report.event(
        "Mali",
        ("type", "attack", Code("kind", "attack")),
        ("perpetrator", "RB", report.who("RB", RED)),
        ("deaths", "3", Count.exactly(3)),
        stance=Stance.ACCUSED_BY_AUTHORITIES,
        speaker=Speaker(SpeakerKind.AUTHORITY, "police"),
    )
    return report


def denied(*, published=date(2023, 6, 2)):
    report = Report("RB denied ties to Mali.", published=published, origin="denied.txt")
    report.relation(
        report.who("RB", RED),
        "ally_of",
        "ties",
        report.country("Mali"),
        stance=Stance.DENIED,
        speaker=Speaker(SpeakerKind.PERPETRATOR, "RB", "red-brigade"),
    )
    return report


def chosen(*reports, roster=ROSTER, **parts):
    return chosen_claims([report.reading() for report in reports], Choice(**parts), roster)


@pytest.mark.parametrize(
    ("parts", "slots"),
    [
        ({}, ["type", "perpetrator", "deaths", "actor", "relation", "object"]),
        ({"stance": "denied"}, ["actor", "relation", "object"]),
        ({"slot": "deaths"}, ["deaths"]),
        ({"slot": "deaths", "stance": "denied"}, []),
        ({"since": "2023-06-01"}, ["actor", "relation", "object"]),
        ({"until": "2023-05-31"}, ["perpetrator", "deaths", "type"]),
    ],
)
def test_claims_are_chosen_by_stance_slot_and_day(parts, slots):
    assert sorted(row["slot"] for row in chosen(accused(), denied(), **parts)) == sorted(slots)


def test_an_undated_report_has_no_claims_of_a_day_and_comes_last_without_one():
    undated = accused(published=None)
    assert chosen(undated, since="1900-01-01") == []
    assert [row["published_on"] for row in chosen(undated, denied(), slot="perpetrator")] == [None]
    assert chosen(undated, denied())[-1]["published_on"] is None


def test_the_claims_of_an_actor_are_those_that_name_it_and_its_own_word():
    reports = (accused(), denied())
    wanted = find_party("RB", spelled(*reports), ROSTER)
    assert [row["slot"] for row in chosen(*reports, wanted=wanted)] == ["perpetrator", "actor", "relation", "object"]


def test_all_claims_of_a_strength_are_its_actors_but_an_events_deaths_are_not():
    report = Report("RB has 500 people.")
    report.add(
        FrameKind.STRENGTH, "RB", ("actor", "RB", report.who("RB", RED)), ("people", "500", Count.exactly(500))
    )  # fmt: skip
    reports = (report, accused())
    wanted = find_party("RB", spelled(*reports), ROSTER)
    assert [row["slot"] for row in chosen(*reports, wanted=wanted)] == ["perpetrator", "actor", "people"]


def test_a_chosen_claim_has_its_event_in_a_few_words():
    (row,) = chosen(accused(), slot="deaths")
    assert (row["chosen"], row["event_id"]) == (True, row["event"]["event_id"])
    assert (row["event"]["kind"], row["event"]["deaths"], row["event"]["perpetrator"]) == ("attack", "3", "RB")


def test_a_claim_outside_events_has_no_event():
    assert {(row["event_id"], row["event"], row["chosen"]) for row in chosen(denied())} == {(None, None, None)}


def test_chosen_claims_have_the_documented_columns_and_their_event():
    for row in chosen(accused(), denied()):
        assert set(row) == {column.name for column in CLAIM_COLUMNS} | {"event"}


def test_a_chosen_claim_names_a_merged_actor_as_the_roster_does_today():
    merged = ROSTER.merged("red-brigade", "blue-front")
    (row,) = chosen(accused(), slot="perpetrator", roster=merged)
    assert (row["value"], row["name"], row["reference"]) == ("RB", "Blue Front", "blue-front")
