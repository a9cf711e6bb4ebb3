import pyarrow as pa
import pytest

from dateline.documents.records import Document
from dateline.errors import UnreadableDocument
from dateline.pipeline.table import SCHEMA, code_table
from pipeline.fakes import fake_stages

TEXT = "Gunmen attacked a post in Jalalabad. 3 people were killed."


def coded(*texts, **columns):
    return code_table(pa.table({"text": list(texts), **columns}), fake_stages())


def test_each_claim_is_a_row_with_its_quote():
    rows = coded(TEXT).to_pylist()
    assert [row["slot"] for row in rows] == ["type", "deaths", "place", "actor"]
    for row in rows:
        assert TEXT[row["quote_start"] : row["quote_end"]] == row["quote"]
        assert row["status"] == "claim"


def test_claims_of_an_event_name_it_and_others_name_none():
    rows = coded(TEXT).to_pylist()
    assert [row["event_id"] is None for row in rows] == [False, False, False, True]


def test_errors_are_rows():
    rows = coded(TEXT, "", f"{TEXT} broken", id=["a", "b", "c"]).to_pylist()
    assert [(row["status"], row["origin"]) for row in rows if row["status"] != "claim"] == [
        ("failed", "table#row=2"),
        ("failed", "table#id=c"),
    ]
    assert "empty" in rows[4]["reason"]
    assert "this report breaks the coder" in rows[5]["reason"]


def test_a_document_in_another_language_is_a_row():
    (row,) = coded(TEXT, language=["fr"]).to_pylist()
    assert row["status"] == "skipped"


def test_the_same_table_gives_the_same_claims():
    assert coded(TEXT, f"Again: {TEXT}") == coded(TEXT, f"Again: {TEXT}")


def test_an_empty_table_gives_an_empty_table_of_the_same_columns():
    made = code_table(pa.table({"text": pa.array([], pa.string())}), fake_stages())
    assert (made.schema, made.num_rows) == (SCHEMA, 0)


def test_a_table_without_text_is_refused():
    with pytest.raises(UnreadableDocument, match="no text column"):
        code_table(pa.table({"headline": [TEXT]}), fake_stages())


def test_a_documents_id_is_that_of_the_same_text_and_origin():
    assert coded(TEXT, id=["a"]).to_pylist()[0]["document_id"] == Document(TEXT, "table#id=a").id
