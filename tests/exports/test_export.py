import json

import pytest

from dateline.errors import InputError
from dateline.exports.export import FORMATS, claim_table, event_table, export


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_a_table_is_written_under_its_own_name(name, tmp_path):
    path, written = export(event_table([{"event_id": "evt-1"}]), name, tmp_path / "new")
    assert (path.stem, written) == ("events", 1)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_an_unknown_format_is_refused_with_those_that_exist(tmp_path):
    with pytest.raises(InputError, match="choose one of csv, jsonl, parquet, geojson"):
        export(event_table([]), "xls", tmp_path)


def failing():
    yield {"event_id": "evt-1"}
    raise RuntimeError("the rows end badly")


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_a_failed_export_leaves_the_earlier_file_as_it_was(name, tmp_path):
    path, _ = export(event_table([]), name, tmp_path)
    before = path.read_bytes()
    with pytest.raises(RuntimeError):
        export(event_table(failing()), name, tmp_path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_is_an_input_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written"):
        export(event_table([]), "csv", tmp_path / "file" / "out")


def test_json_lines_keep_null_and_zero_apart(tmp_path):
    path, _ = export(claim_table([{"best": 0, "low": None}]), "jsonl", tmp_path)
    row = json.loads(path.read_text(encoding="utf-8"))
    assert (row["best"], row["low"]) == (0, None)
