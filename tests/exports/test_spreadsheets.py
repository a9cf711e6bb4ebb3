import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exports.records import Table
from dateline.exports.spreadsheets import cell_text, safe_text, write_csv
from dateline.views.records import Column


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\tx", "\rx", "=", "-", "+1-2", "-1e"])
def test_text_that_starts_like_a_formula_gets_an_apostrophe(text):
    assert safe_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+3.5", "-1e6", "-.5"])
def test_a_true_number_is_left_alone(text):
    assert safe_text(text) == text


def test_numbers_are_not_text():
    assert [cell_text(value) for value in (-5, 0, 1.5, True, None)] == ["-5", "0", "1.5", "true", ""]


def test_quotes_are_joined_with_slot_document_and_offsets():
    quotes = [{"slot": "deaths", "quote": "3 died", "document": "doc-1", "start": 4, "end": 10}]
    assert cell_text(quotes) == 'deaths: "3 died" (doc-1:4-10)'


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_what_is_written_is_read_back_or_is_prefixed(text, tmp_path_factory):
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    write_csv(Table("t", (Column("a", "text", ""), Column("b", "text", "")), [{"a": text, "b": "x"}]), path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["a"] == safe_text(text)
    assert row["b"] == "x"
