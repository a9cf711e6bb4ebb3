import csv
import io
import json
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents import Document, Unread, read_bytes
from dateline.documents.decoding import clean
from dateline.values.dates import DateValue
from documents.materials import parquet

FIELDS = {
    "id": "z-1",
    "Title": "Four killed",
    "TEXT": "A bomb went off.",
    "date": "2023-07-31",
    "Source": "Zed Herald",
    "url": "https://zed.example/a",
    "lang": "EN-gb",
}


def as_csv(*rows):
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()


def as_json_lines(*rows):
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def as_parquet(*rows):
    return parquet(**{name: [row[name] for row in rows] for name in rows[0]})


FORMATS = [
    ("t.csv", as_csv),
    ("t.jsonl", as_json_lines),
    ("t.ndjson", as_json_lines),
    ("t.json", as_json_lines),
    ("t.json", lambda *rows: json.dumps(rows, indent=1).encode()),
    ("t.parquet", as_parquet),
]


@pytest.mark.parametrize(("name", "write"), FORMATS)
def test_a_row_is_a_document_with_its_own_fields(name, write):
    (document,) = read_bytes(write(FIELDS), name)
    assert isinstance(document, Document)
    assert document.text == "Four killed\n\nA bomb went off."
    assert document.title is not None
    assert document.title.cut(document.text) == "Four killed"
    assert document.published == DateValue.on(date(2023, 7, 31))
    assert (document.source, document.url, document.language) == ("Zed Herald", "https://zed.example/a", "en")
    assert (document.origin, document.notes) == (f"{name}#id=z-1", ())


@pytest.mark.parametrize(("name", "write"), FORMATS)
def test_what_a_row_does_not_say_is_what_the_user_says_of_the_table(name, write):
    day = DateValue.on(date(2020, 1, 1))
    rows = [{"text": "One.", "date": "2023-07-31", "source": "Herald"}, {"text": "Two.", "date": "", "source": None}]
    first, second = read_bytes(write(*rows), name, published=day, source="Folder")
    assert (first.published, first.source) == (DateValue.on(date(2023, 7, 31)), "Herald")
    assert (second.published, second.source) == (day, "Folder")


@pytest.mark.parametrize(("name", "write"), FORMATS)
def test_a_row_without_text_is_recorded_and_the_others_are_read(name, write):
    first, second, third = read_bytes(write({"text": "One."}, {"text": None}, {"text": "Three."}), name)
    assert (first.text, third.text) == ("One.", "Three.")
    assert isinstance(second, Unread)
    assert second.origin.startswith(f"{name}#row=")
    assert second.reason.endswith("the column 'text' is empty: fill it or remove the row")


@pytest.mark.parametrize(("name", "write"), FORMATS)
def test_a_date_that_is_none_leaves_the_row_without_and_says_so(name, write):
    (document,) = read_bytes(write({"text": "One.", "date": "9999-13-45"}), name)
    assert document.published is None
    assert "published left unknown, from the column 'date'" in document.notes[0]
    assert "9999-13-45" in document.notes[0]


@pytest.mark.parametrize(("name", "write"), FORMATS)
def test_a_table_without_a_text_column_names_its_columns_and_those_that_are_accepted(name, write):
    (unread,) = read_bytes(write({"when": "x", "where": "y"}, {"when": "x", "where": "y"}), name)
    assert isinstance(unread, Unread)
    assert "'when', 'where'" in unread.reason
    assert "text, body, content, article" in unread.reason


@pytest.mark.parametrize("column", ["text", "Body", " CONTENT ", "article"])
def test_the_text_may_be_named_in_four_ways(column):
    (document,) = read_bytes(as_csv({column: "One."}), "t.csv")
    assert document.text == "One."


def test_the_first_of_the_accepted_names_wins():
    (document,) = read_bytes(as_csv({"body": "no", "text": "yes"}), "t.csv")
    assert document.text == "yes"


@pytest.mark.parametrize(("name", "write"), FORMATS)
@given(text=st.text(min_size=1).filter(lambda text: text.strip() and text.isprintable()))
def test_any_printable_text_comes_as_it_is(name, write, text):
    (document,) = read_bytes(write({"text": text}), name)
    assert document.text == text


@given(st.text(st.characters(max_codepoint=0x10FFFF), min_size=1))
def test_any_text_in_json_is_read_or_recorded(text):
    (document,) = read_bytes(as_json_lines({"text": text}), "t.jsonl")
    assert isinstance(document, Unread) or document.text == clean(text).text


@given(st.binary(max_size=300), st.sampled_from(["t.csv", "t.tsv", "t.jsonl", "t.json", "t.parquet"]))
def test_any_bytes_are_read_or_recorded(data, name):
    assert all(isinstance(each, Document | Unread) for each in read_bytes(data, name))


def test_rows_of_a_csv_are_counted_from_its_header_as_spreadsheets_show_them():
    first, second = read_bytes(b"text\nOne.\nTwo.\n", "t.csv")
    assert (first.origin, second.origin) == ("t.csv#row=2", "t.csv#row=3")


def test_a_row_keeps_its_id_when_the_table_is_sorted_anew():
    rows = [{"id": "a", "text": "One."}, {"id": "b", "text": "Two."}]
    ids = {document.id for document in read_bytes(as_csv(*rows), "t.csv")}
    assert {document.id for document in read_bytes(as_csv(*reversed(rows)), "t.csv")} == ids


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_seen_in_the_header(delimiter):
    (document,) = read_bytes(
        delimiter.join(["title", "text"]).encode() + b"\n" + delimiter.join("ab").encode(), "t.csv"
    )
    assert document.text == "a\n\nb"


def test_a_text_may_stand_on_several_lines_in_quotes():
    (document,) = read_bytes(b'text,date\n"One.\r\n""Two.""",2023-07-31\n', "t.csv")
    assert document.text == 'One.\n"Two."'


def test_a_row_with_more_fields_than_the_header_is_recorded():
    first, second = read_bytes(b"text,date\nFour, or five, killed,2023\nOne.,2023\n", "t.csv")
    assert first == Unread(
        "t.csv#row=2", "row 2: it has 4 fields, the header 2: put quotes round fields with the delimiter", first.capture
    )
    assert second.text == "One."


def test_empty_fields_beyond_the_header_and_missing_ones_at_the_end_do_no_harm():
    first, second = read_bytes(b"title,text,date\na,One.,2023,,\nb,Two.\n", "t.csv")
    assert (first.text, second.text) == ("a\n\nOne.", "b\n\nTwo.")


def test_a_broken_quote_costs_its_row_only():
    first, second = read_bytes(b'text,date\n"One" two,2023\nThree.,2023\n', "t.csv")
    assert isinstance(first, Unread)
    assert "close its quotes" in first.reason
    assert second.text == "Three."


def test_a_quote_that_is_never_closed_is_recorded():
    first, second = read_bytes(b'text,date\nOne.,2023\n"Two.,2023\nThree.,2023\n', "t.csv")
    assert first.text == "One."
    assert isinstance(second, Unread)


def test_a_field_that_is_too_long_is_recorded(monkeypatch):
    field = "x" * (max(csv.field_size_limit(), 10_000_000) + 1)
    first, second = read_bytes(f"text\n{field}\nTwo.\n".encode(), "t.csv")
    assert isinstance(first, Unread)
    assert second.text == "Two."


def test_rows_that_are_not_utf_8_are_decoded_each_by_itself():
    data = b"text\n" + "Café.\n".encode("windows-1252") + "مقتل أربعة\n".encode()
    first, second = read_bytes(data, "t.csv")
    assert (first.text, first.notes) == ("Café.", ("not valid UTF-8: decoded as windows-1252",))
    assert (second.text, second.notes) == ("مقتل أربعة", ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize(("name", "text"), [("t.csv", "text\nCafé.\n"), ("t.jsonl", '{"text": "Café."}\n')])
def test_a_byte_order_mark_is_obeyed(name, text, encoding):
    (document,) = read_bytes(text.encode(encoding), name)
    assert document.text == "Café."


def test_a_table_without_rows_is_recorded():
    (unread,) = read_bytes(b"text,date\n", "t.csv")
    assert "no rows" in unread.reason


@pytest.mark.parametrize(
    "line", [b"{broken", b"[1]", b"3", b'"text"', b"[" * 100_000, b'{"text": ["a"]}', b'{"text": true}']
)
def test_a_line_that_is_not_a_document_is_recorded_and_the_others_are_read(line):
    first, second, third = read_bytes(b'{"text": "One."}\n' + line + b'\n\n{"text": "Four."}\n', "t.jsonl")
    assert (first.text, third.text) == ("One.", "Four.")
    assert second.origin == "t.jsonl#row=2"
    assert third.origin == "t.jsonl#row=4"


def test_a_line_that_is_too_long_is_recorded(monkeypatch):
    monkeypatch.setattr("dateline.documents.tables.json_rows._LONGEST_LINE", 40)
    long = b'{"text": "' + b"x" * 200 + b'"}\n'
    first, second = read_bytes(long + b'{"text": "Two."}\n', "t.jsonl")
    assert "more than 40 characters" in first.reason
    assert second.text == "Two."


def test_a_lone_surrogate_in_json_is_replaced():
    (document,) = read_bytes(b'{"text": "a \\ud800 b"}', "t.jsonl")
    assert document.text == "a \ufffd b"
    assert document.notes == ("1 lone surrogates replaced with U+FFFD",)


def test_a_large_json_list_is_refused_with_the_remedy(monkeypatch):
    monkeypatch.setattr("dateline.documents.tables.json_rows._LARGEST_LIST", 10)
    (unread,) = read_bytes(b'[{"text": "One."}]', "t.json")
    assert "JSON Lines" in unread.reason


def test_parquet_s_own_dates_and_times_are_read():
    days = parquet(text=["One."], date=[date(2023, 7, 31)])
    times = parquet(text=["One."], published=[datetime(2023, 7, 31, 9, 30)])  # noqa: DTZ001 - without a zone, as in files
    for data in (days, times):
        (document,) = read_bytes(data, "t.parquet")
        assert document.published == DateValue.on(date(2023, 7, 31))


def test_parquet_s_bytes_are_decoded():
    (document,) = read_bytes(parquet(text=["Café.".encode("windows-1252")]), "t.parquet")
    assert document.text == "Café."


def test_parquet_rows_are_counted_across_batches():
    documents = list(read_bytes(parquet(text=[f"Report {n}." for n in range(600)]), "t.parquet"))
    assert [documents[n].origin for n in (0, 300, 599)] == ["t.parquet#row=1", "t.parquet#row=301", "t.parquet#row=600"]


def test_a_language_that_is_not_a_code_is_said():
    (document,) = read_bytes(as_csv({"text": "One.", "language": "English"}), "t.csv")
    assert document.language is None
    assert document.notes == ("language left unknown: 'English' is not an ISO 639-1 code",)


def _row_groups(*texts):
    """A Parquet table with one row in each row group, not compressed."""
    buffer = io.BytesIO()
    pq.write_table(pa.table({"text": texts}), buffer, row_group_size=1, compression="none", use_dictionary=False)
    return buffer.getvalue()


def test_a_damaged_row_group_of_parquet_is_named_and_those_after_it_are_read():
    whole = _row_groups("One.", "Two.", "Three.")
    start = whole.index(b"Two.")  # in the page's header, which tells its least and greatest value
    first, second, third = read_bytes(whole[:start] + b"\xff" * 12 + whole[start + 12 :], "t.parquet")
    assert (first.text, third.text) == ("One.", "Three.")
    assert isinstance(second, Unread)
    assert second.origin == "t.parquet#row=2"
    assert "the rows 2 to 2 are damaged" in second.reason


def test_a_parquet_text_that_is_not_utf_8_is_decoded_as_other_files_are():
    damaged = parquet(text=["Caf_ blown up.", "Two."]).replace(b"Caf_", b"Caf\xe9")
    first, second = read_bytes(damaged, "t.parquet")
    assert (first.text, second.text) == ("Caf\u00e9 blown up.", "Two.")
    assert first.notes == ("not valid UTF-8: decoded as windows-1252",)


@pytest.mark.parametrize("value", [["a", "b"], {"a": "b"}])
def test_a_parquet_column_without_text_values_is_named(value):
    (unread,) = read_bytes(parquet(text=[value]), "t.parquet")
    assert isinstance(unread, Unread)
    assert unread.reason.startswith("the column 'text' holds ")


def test_a_row_too_long_for_a_report_is_recorded_and_the_others_are_read():
    long, short = read_bytes(as_csv({"text": "x " * 1_000_001}, {"text": "Two."}), "t.csv")
    assert isinstance(long, Unread)
    assert "2,000,002 characters" in long.reason
    assert short.text == "Two."
