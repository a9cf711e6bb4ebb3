import json

from dateline.bench import run
from dateline.bench.benches.fusion import read_cases, read_report

LINE = {
    "incident": "1",
    "documents": [
        {
            "id": "a",
            "text": "Pier shooting\n\nA gunman killed two people on the pier on Friday.",
            "published": "2020-05-02",
            "source": "Harbour Wire",
        },
        {
            "id": "b",
            "text": "Two people were killed and one was wounded on the pier, police said.",
            "published": "2020-05-03",
            "source": "Valley Post",
        },
    ],
    "gold": {"killed": 2, "injured": 1},
}


def test_a_short_first_paragraph_is_the_title():
    made = read_report(LINE["documents"][0])
    assert made.title.cut(made.text) == "Pier shooting"
    assert (made.source, made.published.first.isoformat()) == ("Harbour Wire", "2020-05-02")


def test_a_text_of_one_paragraph_has_no_title():
    assert read_report(LINE["documents"][1]).title is None


def test_the_worked_cases_are_read_in_the_form_of_the_data():
    cases = read_cases()
    assert len(cases) > 40
    assert all(case["documents"] and len(case["gold"]) == 1 for case in cases)


def test_incidents_are_coded_reconciled_and_scored(tmp_path):
    data, out = tmp_path / "incidents.jsonl", tmp_path / "out.jsonl"
    data.write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    result = run("fusion", data=data, out=out)
    assert result.row("fusion.exact").value == 100.0
    assert result.row("fusion.exact").n == 1
    made = json.loads(out.read_text(encoding="utf-8"))
    assert made["prediction"]["killed"]["best"] == 2
