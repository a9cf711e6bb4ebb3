import json
from pathlib import Path

import pytest

from dateline.bench import BENCHES, BenchResult, Row, run
from dateline.bench.benches import attribution, calibration, case2021, classified, hrds, isaf, muc4, sample, speed
from dateline.bench.benches.isaf import published_in
from dateline.bench.benches.speed import _texts_at
from dateline.bench.coding import stages_with
from dateline.bench.records import Order, Peer
from dateline.bench.scorers.muc4_templates import SLOTS
from dateline.errors import InputError

RELEASE = {
    "text": "2012-03-S-001\n\nKABUL, Afghanistan (March 4, 2012)\nA patrol detained two fighters in "
    "Khost province yesterday.",
    "gold": {
        "name": "1",
        "start_date": "2012-03-03",
        "event_type": ["detention"],
        "province": ["khowst"],
        "target_group": [""],
        "min_killed": 0,
        "min_captured": 2,
        "killq": False,
        "captureq": True,
        "killcaptureraid": True,
        "airstrike": False,
        "noshotsfired": False,
        "min_leaders_killed": 0,
        "min_leaders_captured": 0,
    },
}
WIRE = {
    "docid": "OWN-0001",
    "text": "LIMA, 12 MAY 89 -- [TEXT] GUNMEN KILLED TWO TEACHERS IN CUSCO YESTERDAY.",
    "templates": [
        {
            "template_id": "1",
            "optional": False,
            "incident_type": [{"optional": False, "raw": "ATTACK", "alts": ["ATTACK"]}],
            "incident_date": [{"optional": False, "raw": "11 MAY 89", "alts": ["11 MAY 89"]}],
        }
    ],
}


@pytest.fixture(scope="module")
def stages():
    return stages_with(Order(None), "isaf")


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch, stages):
    """Loading the language model and the lists takes seconds; one policy is as good as another here."""
    for bench in (attribution, calibration, case2021, classified, hrds, isaf, muc4, sample, speed):
        monkeypatch.setattr(bench, "stages_with", lambda *_: stages)
    monkeypatch.setattr(speed, "_STARTS", 1)


@pytest.fixture
def releases(tmp_path):
    return _written(tmp_path / "releases.jsonl", RELEASE)


@pytest.fixture
def wires(tmp_path):
    return _written(tmp_path / "wires.jsonl", WIRE)


def _written(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_every_bench_says_what_it_measures_and_where_its_data_comes_from():
    names = [bench.name for bench in BENCHES]
    assert names == sorted(set(names))
    assert all(bench.measures and bench.origin and bench.format and bench.licence for bench in BENCHES)


def test_an_unknown_bench_is_refused_with_the_names_that_there_are():
    with pytest.raises(InputError, match="muc4, places,"):
        run("cluster")


def test_a_limit_below_one_is_refused(releases):
    with pytest.raises(InputError, match="at least 1"):
        run("isaf", data=releases, limit=0)


def test_the_json_form_has_the_documented_fields():
    peers = (Peer("GPT-4o", 85.43, "test releases", same_items=False),)
    mean = Row("isaf.mean_accuracy", 75.0, 70.0, 80.0, 1, "GPT-4o", 85.43, "a note", peers)
    result = BenchResult("isaf", "dev.jsonl", 1, (mean,))

    assert result.as_json() == {
        "bench": "isaf",
        "data": "dev.jsonl",
        "n": 1,
        "rows": [
            {
                "metric": "isaf.mean_accuracy",
                "value": 75.0,
                "low": 70.0,
                "high": 80.0,
                "n": 1,
                "peer": "GPT-4o",
                "peer_value": 85.43,
                "note": "a note",
                "peers": (
                    {"system": "GPT-4o", "value": 85.43, "items": "test releases", "same_items": False, "note": ""},
                ),
            }
        ],
    }


def test_a_metric_that_a_run_has_not_is_named():
    with pytest.raises(InputError, match=r"isaf\.mean"):
        BenchResult("isaf", "dev.jsonl", 0, ()).row("isaf.mean")


def test_a_release_is_scored_and_its_prediction_kept(releases, tmp_path):
    seen = []
    result = run("isaf", data=releases, out=tmp_path / "out.jsonl", on_progress=seen.append)
    kept = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))

    assert result.n == 1
    assert seen == [1]
    assert result.row("isaf.failed").value == 0
    assert result.row("isaf.mean_accuracy").peer_value == 96.27
    assert ("GPT-4o", 85.43) in {(peer.system, peer.value) for peer in result.row("isaf.mean_accuracy").peers}
    assert result.row("isaf.start_date.accuracy").n == 1
    assert set(kept) == {"id", "length", "prediction", "gold", "right"}
    assert set(kept["right"]) < set(RELEASE["gold"])


ARTICLE = {
    "id": "own-1",
    "text": "The mayor said that the road was shut.",
    "attributions": [
        "T1\tSource 0 9\t\nT2\tCue 10 14\t\nT3\tContent 15 37\t\nE1\tAttribution:T2 Content:T3 Cue:T2 Source:T1",
    ],
}
SNIPPETS = (
    {"id": "1", "EventSnippet": "The Taliban claimed responsibility for the bombing in Kabul.", "SubType": "ATTRIB"},
    {"id": "2", "EventSnippet": "Gunmen killed nine people in Kabul on Monday.", "SubType": "ATTACK"},
)


def test_an_article_is_scored_by_who_is_cited_for_what(tmp_path):
    out = tmp_path / "out.jsonl"
    result = run("attribution", data=_written(tmp_path / "articles.jsonl", ARTICLE), out=out)
    kept = json.loads(out.read_text(encoding="utf-8"))
    assert {result.row(f"attribution.{part}.f1").value for part in ("source", "cue", "content")} == {100.0}
    assert result.row("attribution.cue.f1").peer_value == 0.0
    assert [each["cue"] for each in kept["prediction"]] == ["said"]


def test_snippets_are_scored_by_whether_somebody_claims_denies_or_is_accused(tmp_path):
    result = run("attribution", data=_written(tmp_path / "snippets.jsonl", *SNIPPETS))
    assert result.row("attribution.case2021.recall").value == 100.0
    assert result.row("attribution.case2021.others").value == 0.0
    assert result.n == 2


def test_without_articles_or_snippets_the_attribution_bench_says_how_to_name_them(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_BENCH_DATA", str(tmp_path))
    with pytest.raises(InputError, match="polnear/ or case2021_task2/"):
        run("attribution")


def test_a_wire_is_scored_slot_by_slot_and_its_templates_kept(wires, tmp_path):
    result = run("muc4", data=wires, out=tmp_path / "out.jsonl")
    kept = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))

    assert {"muc4.incident_type.f1", "muc4.hum_tgt_effect.recall", "muc4.micro.f1", "muc4.ceaf_ree.f1"} <= set(
        result.metrics()
    )
    assert result.row("muc4.incident_date.f1").n == 1
    assert kept["id"] == "OWN-0001"
    assert kept["right"]["incident_type"][2] == 1


def test_snippets_are_scored_by_their_type_and_by_that_of_their_first_event(tmp_path):
    out = tmp_path / "out.jsonl"
    result = run("case2021", data=_written(tmp_path / "snippets.jsonl", *SNIPPETS), out=out)
    kept = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]

    assert result.row("case2021.types30.weighted_f1").value == 100.0
    assert result.row("case2021.types25.weighted_f1").n == 1
    assert kept[0]["prediction"]["type"] == "Attribution"


def test_a_label_that_the_shared_task_has_not_is_refused(tmp_path):
    data = _written(tmp_path / "snippets.jsonl", SNIPPETS[0] | {"SubType": "PARADE"})
    with pytest.raises(InputError, match="PARADE"):
        run("case2021", data=data)


def test_a_sentence_is_scored_by_what_its_source_does_to_its_target(tmp_path):
    header = ["", "sentence_id", "marked_sentence", "gold_root", *"abcdefghijklm"]
    sentence = ["", "7", "<s>The abbot</s> urged <t>the guards</t> to stop.", "REQUEST", *"abcdefghijklm"]
    out = tmp_path / "out.jsonl"
    result = run("plv", data=_written(tmp_path / "sentences.jsonl", header, sentence), limit=1, out=out)

    assert result.n == 1
    assert result.row("plv.root.macro_f1").value == 100.0
    assert json.loads(out.read_text(encoding="utf-8"))["id"] == "7"


def test_sentences_without_the_named_columns_are_refused(tmp_path):
    with pytest.raises(InputError, match="marked_sentence"):
        run("plv", data=_written(tmp_path / "sentences.jsonl", list("abcdefghijklmnopq")))
    with pytest.raises(InputError, match="17 columns"):
        run("plv", data=_written(tmp_path / "sentences.jsonl", ["a"]))


def test_confidence_is_judged_by_the_keys_of_wires_and_releases(tmp_path, wires, releases):
    by_wires = run("calibration", data=wires, out=tmp_path / "out.jsonl")
    by_releases = run("calibration", data=releases)

    assert by_wires.row("calibration.type.ece").n == 1
    assert 0 <= by_releases.row("calibration.captured.ece").value <= 1
    assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()[0])["slot"]


def test_without_wires_releases_or_articles_the_calibration_bench_says_how_to_name_them(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_BENCH_DATA", str(tmp_path))
    with pytest.raises(InputError, match="isaf/ or hrdsattack/"):
        run("calibration")


def test_summaries_are_scored_by_how_armed_groups_attacked(tmp_path):
    rows = (["Rebels kidnapped an engineer in Quetta.", 0, 0, 1, 0], ["The minister opened a bridge.", 0, 0, 0, 0])
    out = tmp_path / "out.jsonl"
    result = run("satp", data=_written(tmp_path / "summaries.jsonl", *rows), out=out)

    assert result.n == 2
    assert result.row("satp.relevant.micro_f1").value == 100.0
    assert json.loads(out.read_text(encoding="utf-8").splitlines()[0])["prediction"] == ["kidnapping"]


def test_sentences_are_scored_by_what_the_police_did(tmp_path):
    rows = (["Police arrested two men in Delhi.", 0, 1, 1, 0, 0], ["The shops were closed.", 0, 0, 0, 0, 0])
    result = run("india_police", data=_written(tmp_path / "sentences.jsonl", *rows))

    assert result.row("india_police.arrest.f1").value == 100.0
    assert result.row("india_police.micro_f1").peer_value == 75.4


def test_articles_are_scored_by_what_they_are_about(tmp_path):
    rows = (
        ["Police found cocaine and heroin.", 1, 0, 0, 0, 0, 0, 0],
        ["The band played on the square.", 0, 0, 0, 0, 0, 0, 0],
    )
    result = run("insightcrime", data=_written(tmp_path / "articles.jsonl", *rows))

    assert result.row("insightcrime.drug_trafficking.f1").value == 100.0
    assert result.row("insightcrime.micro_f1").peer_value == 59.1


def test_without_summaries_the_satp_bench_says_how_to_name_them(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_BENCH_DATA", str(tmp_path))
    with pytest.raises(InputError, match="satp_relevant/ or satp_all/"):
        run("satp")


DEFENDER = {
    "sample": {
        "Input.article_interface": "<p>Police arrested Ana Duarte in Belarus on 3 May 2021.</p> <p>She is jailed.</p>",
        "Input.publish_date": "2021-05-06 10:00:00",
    },
    "merged_sample": {
        "perpetrator_mention": True,
        "perpetrator_type": "state actor",
        "violation_types": ["arbitrary detention"],
        "victims": [{"victim_name": "Ana Duarte"}],
        "country": "Belarus",
        "region": "None",
        "city": "None",
        "year": "2021",
        "month": "05",
        "date": "3.0",
    },
}


def test_an_article_on_a_defender_has_one_answer_for_each_attribute(tmp_path):
    out = tmp_path / "out.jsonl"
    result = run("hrds", data=_written(tmp_path / "articles.jsonl", DEFENDER), out=out)

    assert result.row("hrds.country").value == result.row("hrds.victim_name").value == 100
    assert result.row("hrds.city.as_published").peer_value == 23.0
    assert json.loads(out.read_text(encoding="utf-8"))["right"]["month"] is True


def test_a_releases_number_gives_the_month_of_its_publication():
    assert published_in(RELEASE["text"]).isoformat() == "2012-03"
    assert published_in("No number stands here.") is None


def test_speed_is_measured_and_its_parts_make_a_whole(releases):
    result = run("speed", data=releases, limit=3)
    shares = [row.value for row in result.rows if row.metric.startswith("speed.share.")]

    assert result.row("speed.words_per_cpu_s").value > 0
    assert result.row("speed.import_ratio").value > 0
    assert result.row("speed.peak_mb").value > 0
    assert shares[0] is None or sum(shares) == pytest.approx(100)


def test_a_stream_is_measured_where_there_is_everyday_news(releases, tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_BENCH_DATA", str(tmp_path))
    assert run("speed", data=releases, limit=1).row("speed.stream_words_per_cpu_s").value is None

    (tmp_path / "polnear").mkdir()
    (tmp_path / "polnear" / "dev.jsonl").write_text('{"text": "The bank raised its rates on Monday."}\n' * 3)
    stream = run("speed", data=releases, limit=2).row("speed.stream_words_per_cpu_s")
    assert stream.value > 0
    assert stream.n > 14


def test_without_the_data_folder_speed_is_measured_on_the_demonstration(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_BENCH_DATA", str(tmp_path))

    assert _texts_at(None).name == "demo.jsonl"
    assert _texts_at(None).is_file()


SHEET = """
document: report.txt
published: "2022-10"
events:
  - id: market
    accept_types: [Attack]
    date: {value: "2022-10-07"}
    place: {name: Jalalabad, country: AF}
    deaths: {low: 3, best: 3, high: 3}
must_not:
  - 30,000, 40,000 or 1,500 read as casualties
  - a mistake that nobody has thought of
"""


def test_the_sample_is_read_from_its_sheet_and_an_unknown_row_fails(tmp_path):
    (tmp_path / "expected.yaml").write_text(SHEET, encoding="utf-8")
    report = "Gunmen killed 3 traders at a market in Jalalabad, Afghanistan, on 7 October 2022."
    (tmp_path / "report.txt").write_text(report, encoding="utf-8")
    result = run("sample", data=tmp_path, out=tmp_path / "out.jsonl")

    assert result.row("sample.events.market.deaths").value == 1
    assert result.row("sample.must_not.strength_as_casualties").value == 1
    assert result.row("sample.must_not.2").value == 0
    assert result.row("sample.must_not").value == 50
    assert result.row("sample.relations.recall").value is None


def test_a_folder_without_a_sheet_is_refused_with_the_remedy(tmp_path):
    with pytest.raises(InputError, match=r"no expected\.yaml.*--data PATH"):
        run("sample", data=tmp_path)


def test_every_metric_stands_in_the_documentation(releases):
    page = (Path(__file__).parents[2] / "docs" / "bench.md").read_text(encoding="utf-8")
    metrics = {*run("isaf", data=releases).metrics(), *run("speed", data=releases, limit=1).metrics()}

    assert [metric for metric in metrics if f"`{metric}`" not in page] == []
    assert [slot for slot in SLOTS if slot not in page] == []
