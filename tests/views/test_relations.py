from datetime import date

import pytest

from dateline.claims.records import Code, FrameKind, Named, Speaker, SpeakerKind, Stance
from dateline.codebook import load_codebook
from dateline.errors import InputError
from dateline.values.dates import DateBasis, DatePrecision, DateValue
from dateline.views.cast import find_party
from dateline.views.relations import relation_rows
from views.reports import BLUE, RED, ROSTER, Report, spelled

BOOK = load_codebook()
SINCE = DateValue(date(2014, 1, 1), None, DatePrecision.YEAR, DateBasis.STATED)
TEXT = "Since 2014 the Red Brigade has fought the Blue Front in Mali with drones, a colonel said."


def fought(**fields):
    report = Report(TEXT, **fields)
    report.relation(
        report.who("Red Brigade", RED),
        "rival_of",
        "fought",
        report.who("Blue Front", BLUE),
        ("date", "Since 2014", SINCE),
        ("place", "Mali", report.country("Mali")),
        ("means", "drones", Named("drones")),
        speaker=Speaker(SpeakerKind.AUTHORITY, "a colonel"),
    )
    return report


def backed(**fields):
    report = Report("Mali backs the Blue Front, which denied it.", **fields)
    report.relation(
        report.country("Mali"), "supports", "backs", report.who("Blue Front", BLUE), stance=Stance.DENIED
    )  # fmt: skip
    return report


def rows(*reports, **options):
    return relation_rows([report.file() for report in reports], ROSTER, BOOK, **options)


def test_a_relation_carries_its_sides_its_sign_and_whether_it_holds_both_ways():
    (row,) = rows(fought())
    assert (row["actor_id"], row["relation"], row["other_id"]) == ("red-brigade", "rival_of", "blue-front")
    assert (row["sign"], row["both_ways"]) == ("negative", True)


def test_a_relation_carries_its_time_its_place_its_means_and_whose_word_it_is():
    (row,) = rows(fought())
    assert (row["date"], row["date_first"], row["date_last"], row["date_said"]) == (
        "2014-01-01/..",
        "2014-01-01",
        None,
        "Since 2014",
    )
    assert (row["place"], row["means"]) == (["Mali"], ["drones"])
    assert (row["speaker"], row["speaker_kind"], row["published_on"]) == ("a colonel", "authority", "2023-05-02")


def test_a_relation_of_no_stated_time_has_none():
    (row,) = rows(backed())
    assert (row["date"], row["date_first"], row["date_last"], row["date_said"]) == (None, None, None, None)


def test_a_time_that_one_of_two_sentences_gives_stays_with_that_one():
    report = Report(
        "Since 2014 RB has fought Mali. " + "The hills are high and the roads are few. " * 6 + "RB hates Mali."
    )
    first, mali = report.who("RB", RED), report.country("Mali")
    more = [("date", "Since 2014", SINCE), ("relation", "hates", Code("relation", "opposes"))]
    report.relation(first, "opposes", "fought", mali, *more)
    (row,) = rows(report)
    assert (row["date"], row["date_said"]) == (None, None)
    assert [said["date_said"] for said in row["said"]] == ["Since 2014", None]


def test_a_country_can_be_a_side_and_a_denial_stays_one():
    (row,) = rows(backed())
    assert (row["actor"], row["actor_id"], row["stance"], row["sign"]) == ("Mali", "iso:ML", "denied", "positive")


def test_every_sentence_of_a_relation_stands_in_its_document():
    for report in (fought(), backed()):
        for said in rows(report)[0]["said"]:
            assert report.document.text[said["start"] : said["end"]] == said["quote"]
            assert report.document.text[said["highlight_start"] : said["highlight_end"]] == said["highlight"]


def test_one_relation_in_two_reports_stands_together_the_earlier_report_first():
    early = fought(published=date(2022, 1, 1), origin="z.txt")
    undated = fought(published=None, origin="a.txt")
    found = rows(undated, backed(), fought(), early)
    assert [row["actor"] for row in found] == ["Mali", "Red Brigade", "Red Brigade", "Red Brigade"]
    assert [row["published_on"] for row in found[1:]] == ["2022-01-01", "2023-05-02", None]


def test_the_relations_of_an_actor_are_those_on_either_side():
    reports = (fought(), backed())
    wanted = find_party("Blue Front", spelled(*reports), ROSTER)
    assert len(rows(*reports, wanted=wanted)) == 2
    wanted = find_party("RB", spelled(*reports), ROSTER)
    assert [row["relation"] for row in rows(*reports, wanted=wanted)] == ["rival_of"]


@pytest.mark.parametrize(
    ("kind", "found"),
    [("rival_of", ["rival_of"]), ("positive", ["supports"]), ("neutral", []), (None, ["supports", "rival_of"])],
)
def test_relations_are_chosen_by_kind_or_sign(kind, found):
    assert [row["relation"] for row in rows(fought(), backed(), kind=kind)] == found


def test_an_unknown_kind_is_refused_with_those_that_there_are():
    with pytest.raises(InputError, match="no relation 'enemies'; it has part_of"):
        rows(fought(), kind="enemies")


def test_a_relation_that_names_one_side_only_is_no_row():
    report = Report("The Red Brigade fought.")
    report.add(FrameKind.RELATION, "The", ("actor", "Red Brigade", report.who("Red Brigade", RED)))
    assert rows(report) == []


def test_a_merged_actor_has_its_name_of_today():
    merged = ROSTER.merged("red-brigade", "blue-front")
    report = Report("The Red Brigade joined Mali.")
    report.relation(report.who("Red Brigade", RED), "ally_of", "joined", report.country("Mali"))
    (row,) = relation_rows([report.file()], merged, BOOK)
    assert (row["actor"], row["actor_id"]) == ("Blue Front", "blue-front")


def test_a_private_persons_name_is_withheld_unless_asked_for():
    report = Report("Ana Sol backs the Red Brigade.")
    report.relation(
        report.who("Ana Sol", labels=("private_person",)), "supports", "backs", report.who("Red Brigade", RED)
    )  # fmt: skip
    (row,) = rows(report)
    assert "Sol" not in str(row)
    assert rows(report, names=True)[0]["actor"] == "Ana Sol"


@pytest.mark.parametrize("relation", BOOK.relations.values(), ids=lambda relation: relation.name)
def test_every_relation_of_the_codebook_has_a_sign(relation):
    assert relation.sign in {"positive", "negative", "neutral"}
