import json

import pytest

from dateline.bench import BENCHES
from dateline.bench.records import BenchResult, Peer, Row
from dateline.errors import InputError

PEERS = (Peer("Model A", 81.5, "50 test releases", same_items=False), Peer("Model B", 64.0, "ours", same_items=True))
DATE = Row("isaf.date.accuracy", 70.0, 60.0, 80.0, 2, peer="Model A", peer_value=81.5, peers=PEERS)
RESULT = BenchResult("isaf", "dev", 2, (DATE, Row("isaf.lead", None)))


@pytest.fixture
def measured(monkeypatch):
    asked = {}

    def fake(name, **options):
        asked.update(options, name=name)
        return RESULT

    monkeypatch.setattr("dateline.bench.run", fake)
    return asked


def test_the_list_says_what_each_bench_measures_and_where_its_data_comes_from(run):
    assert [each["name"] for each in run("bench", "--list", "--json").json["benches"]] == [b.name for b in BENCHES]
    printed = run("bench", "--list").stdout
    assert all(each.name in printed for each in BENCHES)


def test_json_is_the_documented_form(run, measured):
    made = run("bench", "isaf", "--json").json
    assert list(made) == ["bench", "data", "n", "rows"]
    assert list(made["rows"][0]) == ["metric", "value", "low", "high", "n", "peer", "peer_value", "note", "peers"]


def test_a_figure_comes_with_its_interval_and_n(run, measured):
    printed = run("bench", "isaf").stdout
    assert "60.0 to 80.0" in printed
    assert "not measured" in printed


def test_every_published_figure_is_printed_with_what_it_was_measured_on(run, measured):
    printed = " ".join(run("bench", "isaf").stdout.split())
    assert "Model A" in printed
    assert "Model B" in printed
    assert "64.0" in printed
    assert run("bench", "isaf", "--json").json["rows"][0]["peers"][0]["same_items"] is False


def test_the_options_are_handed_on(run, measured, tmp_path):
    run("bench", "isaf", "--limit", "5", "--data", tmp_path, "--out", tmp_path / "p.jsonl")
    assert (measured["name"], measured["limit"], measured["data"]) == ("isaf", 5, tmp_path)
    assert json.dumps(str(measured["out"]))


def test_without_a_name_the_benches_are_named(run):
    with pytest.raises(InputError, match="isaf"):
        run("bench")
