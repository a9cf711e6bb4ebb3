import pyarrow.parquet as pq

from dateline.exports.export import claim_table, event_table, frame_table
from dateline.exports.parquet import write_parquet


def test_a_column_of_nulls_keeps_its_type(tmp_path):
    write_parquet(event_table([{"event_id": "evt-1"}]), tmp_path / "e.parquet")
    table = pq.read_table(tmp_path / "e.parquet")
    assert str(table.schema.field("deaths_best").type) == "int64"
    assert str(table.schema.field("date_first").type) == "date32[day]"
    assert table.column("deaths_best").to_pylist() == [None]


def test_a_null_and_a_zero_stay_apart(tmp_path):
    write_parquet(event_table([{"deaths_best": 0}, {"deaths_best": None}]), tmp_path / "e.parquet")
    assert pq.read_table(tmp_path / "e.parquet").column("deaths_best").to_pylist() == [0, None]


def test_quotes_are_a_list_of_structs(tmp_path):
    quote = {"slot": "deaths", "document": "doc-1", "quote": "3 died", "start": 4, "end": 10}
    write_parquet(event_table([{"quotes": [quote]}]), tmp_path / "e.parquet")
    assert pq.read_table(tmp_path / "e.parquet").column("quotes").to_pylist() == [[quote]]


def test_text_with_a_lone_surrogate_is_written_with_a_replacement(tmp_path):
    write_parquet(claim_table([{"quote": "a\ud800b"}]), tmp_path / "c.parquet")
    assert pq.read_table(tmp_path / "c.parquet").column("quote").to_pylist() == ["a?b"]


def test_an_empty_table_has_its_columns(tmp_path):
    assert write_parquet(frame_table([]), tmp_path / "f.parquet") == 0
    assert "summary" in pq.read_table(tmp_path / "f.parquet").column_names
