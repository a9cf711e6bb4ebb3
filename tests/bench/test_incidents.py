import json

import pytest

from dateline.bench.incidents import Report, earlier_and_later, in_order, read_incidents
from dateline.errors import InputError

LONG = "Gunmen shot at a bus near the old mill in Norva on Friday and wounded three men, the mayor of the town said. "


def line(name, incident, text=LONG, day="2030-01-05", title="Bus fired on"):
    return {"id": name, "inc": incident, "title": title, "text": text, "dct": day}


def written(folder, *lines):
    path = folder / "reports.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    return path


def test_texts_that_cannot_be_scored_are_left_out(tmp_path):
    path = written(
        tmp_path,
        line("a", "1"),
        line("copy", "1"),
        line("front", "1", "A front page. " * 20),
        line("page", "2", "A front page. " * 20),
        line("short", "3", "Too short."),
    )
    assert [report.id for report in read_incidents(path)] == ["a"]


def test_a_line_without_an_incident_is_refused(tmp_path):
    with pytest.raises(InputError, match="no field inc"):
        read_incidents(written(tmp_path, {"id": "a", "title": "", "text": LONG, "dct": ""}))


def test_reports_are_parted_by_the_first_report_of_their_incident():
    days = ["2030-01-01", "2030-01-02", "2030-01-03", "2030-01-04", "2030-01-05"]
    reports = [Report(f"r{number}", f"i{number}", "", LONG, day) for number, day in enumerate(days)]
    late = Report("late", "i0", "", LONG, "2030-12-01")
    earlier, later = earlier_and_later([*reports, late])
    assert [report.id for report in earlier] == ["r0", "r1", "r2", "late"]
    assert [report.id for report in later] == ["r3", "r4"]
    assert [report.id for report in in_order([late, *later])] == ["r3", "r4", "late"]


def test_a_report_is_a_document_with_its_headline_first():
    made = Report("a", "1", "Bus fired on", LONG, "2030-01-05 10:00").as_document()
    assert made.text.startswith("Bus fired on\n\nGunmen")
    assert made.text[made.title.start : made.title.end] == "Bus fired on"
    assert made.published.isoformat() == "2030-01-05"


def test_a_report_without_a_day_has_none():
    assert Report("a", "1", "", LONG, "").as_document().published is None
