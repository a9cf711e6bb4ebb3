from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook import load_codebook
from dateline.events.records import Event
from dateline.values.dates import DateBasis, DatePrecision, DateValue
from dateline.views.columns import COUNTED, EVENT_COLUMNS
from dateline.views.files import dossier, file
from dateline.views.rows import event_row, event_rows
from factories import cell, claim, document, event, frame

CODEBOOK = load_codebook()


def bare(**slots):
    doc = document(origin="bare.txt")
    made = frame(doc)
    return dossier(event(made, **slots), {made.id: file(doc, [made])})


def test_a_row_has_exactly_the_documented_columns(whole):
    assert set(event_row(whole, CODEBOOK)) == {column.name for column in EVENT_COLUMNS}


def test_a_row_names_the_acled_types_of_its_kind(whole):
    row = event_row(whole, CODEBOOK)
    assert (row["kind"], row["event_type"], row["sub_event_type"]) == (
        "attack",
        "Violence against civilians",
        "Attack",
    )


def test_an_event_without_claims_has_only_nulls_for_counts():
    row = event_row(bare(), CODEBOOK)
    assert [row[f"{slot}_{part}"] for slot in COUNTED for part in ("low", "best", "high")] == [None] * 18


def test_a_stated_zero_is_zero():
    assert event_row(bare(deaths=0), CODEBOOK)["deaths_best"] == 0


def test_an_event_without_a_date_has_no_date_even_where_its_document_has_one(whole):
    row = event_row(whole, CODEBOOK)
    assert (row["date"], row["date_first"], row["date_precision"]) == (None, None, None)


def test_a_date_that_gives_no_bound_stays_empty_but_keeps_its_basis():
    vague = DateValue(None, None, DatePrecision.UNKNOWN, DateBasis.RELATIVE)
    row = event_row(bare(date=vague), CODEBOOK)
    assert (row["date"], row["date_precision"], row["date_basis"]) == (None, 0, "relative")


def test_a_month_is_not_a_day():
    whole_month = DateValue(date(2022, 12, 1), date(2022, 12, 31), DatePrecision.MONTH, DateBasis.STATED)
    row = event_row(bare(date=whole_month), CODEBOOK)
    assert (row["date"], row["date_first"], row["date_last"]) == ("2022-12", "2022-12-01", "2022-12-31")


def test_a_place_brings_its_admin_units_and_position(whole):
    row = event_row(whole, CODEBOOK)
    names = ("place", "admin1", "admin2", "country", "latitude", "longitude", "where_prec", "place_id")
    assert [row[name] for name in names] == ["Khar", "Khyber Pakhtunkhwa", "Bajaur", "PK", 34.7, 71.5, 1, "gn:1"]


def test_an_unresolved_place_keeps_its_name_and_has_no_position():
    row = event_row(bare(place="Nowhere"), CODEBOOK)
    assert (row["place"], row["latitude"], row["country"]) == ("Nowhere", None, None)


def test_the_perpetrator_comes_with_stance_and_speaker(whole):
    row = event_row(whole, CODEBOOK)
    names = ("perpetrator", "perpetrator_id", "perpetrator_stance", "speaker")
    assert [row[name] for name in names] == ["Red Brigade", "red-brigade", "claimed", "The Red Brigade"]


def test_disputed_slots_are_named(whole):
    assert event_row(whole, CODEBOOK)["disputed"] == "deaths"


def test_a_private_persons_name_is_withheld_unless_asked_for(whole):
    assert event_row(whole, CODEBOOK)["victim"] == "(name withheld)"
    assert event_row(whole, CODEBOOK, names=True)["victim"] == "Ahmad Zahir"


def test_no_text_of_a_default_row_holds_a_private_persons_name(whole):
    assert "zahir" not in str(event_row(whole, CODEBOOK)).lower()


def test_a_description_stands_in_for_a_withheld_name():
    from dateline.claims.records import Named

    doc = document("The baker Ahmad Zahir died.", origin="d.txt")
    name = claim(doc, words="Ahmad Zahir", victim=Named("Ahmad Zahir", labels=("private_person",)))
    described = claim(doc, words="The baker", victim=Named("The baker"))
    made = frame(doc, name, described)
    whole = Event(
        "evt-1", (made.id,), (cell("victim", name.value, name="Ahmad Zahir", claims=(name.id, described.id)),)
    )
    assert event_row(dossier(whole, {made.id: file(doc, [made])}), CODEBOOK)["victim"] == "The baker"


def test_every_quote_of_a_row_stands_in_its_document(whole):
    text = whole.files[0].document.text
    for quote in event_row(whole, CODEBOOK, names=True)["quotes"]:
        assert text[quote["start"] : quote["end"]] == quote["quote"]


def test_rows_come_in_the_order_of_the_events(whole):
    other = bare(deaths=1)
    rows = list(event_rows([other, whole], CODEBOOK))
    assert [row["event_id"] for row in rows] == [other.event.id, whole.event.id]


@pytest.mark.parametrize("slot", COUNTED)
@given(number=st.integers(0, 10**6))
def test_a_count_goes_into_its_own_columns_and_no_other(slot, number):
    row = event_row(bare(**{slot: number}), CODEBOOK)
    filled = {name for name in row if name.endswith("_best") and row[name] is not None}
    assert filled == {f"{slot}_best"}
    assert row[f"{slot}_best"] == number
