import pytest

from dateline.bench.benches import linkage
from dateline.bench.incidents import Report
from dateline.bench.linking import Told, told_by
from dateline.bench.linking_peers import peers
from dateline.bench.linking_stream import stream
from dateline.bench.records import Order
from dateline.pipeline import Coded, Failed
from linkage.things import item

WORDS = "norva market blast vendors governor ambulance stalls fire hospital elders"
OTHER = "tarrow bridge convoy soldiers river mine checkpoint truck crater patrol"


def told(name, incident, **fields):
    return Told(name, incident, item(name, doc=f"doc-{name}", **fields))


@pytest.fixture
def reports():
    """Two incidents of two reports, and one of one."""
    market = {"town": "norva", "day": 3, "words": WORDS, "dead": 35}
    mine = {"town": "tarrow", "day": 3, "words": OTHER, "dead": 4}
    return [
        told("a", "market", **market),
        told("b", "mine", **mine),
        told("c", "market", told=4, **market),
        told("d", "mine", told=4, **mine),
        told("e", "fire", town="selm", day=200, words="selm school fire pupils roof"),
    ]


def test_the_stream_judges_each_decision_by_what_was_told_before(reports):
    decided, placed = stream(reports)
    assert placed["a"] == placed["c"] != placed["b"] == placed["d"]
    assert all(each.is_right for each in decided)
    assert all(0.5 <= each.chance <= 1 for each in decided)


def test_peers_are_scored_on_the_same_reports(reports):
    found = {peer.system: peer.value for peer in peers(reports)}
    assert found["every report its own event"] < found["one a day: the same place on the same day"] == 100
    assert all(peer.same_items for peer in peers(reports))


def test_a_report_that_could_not_be_coded_stands_as_its_text():
    report = Report("r", "1", "Bus fired on", "Gunmen shot at a bus. " * 8, "2030-01-05")
    failed = told_by(report, report.as_document(), Failed("r", "claims", "no reason"))
    empty = told_by(report, report.as_document(), Coded(report.as_document(), (), (), (), (), ()))
    assert failed.lead.id == empty.lead.id == report.as_document().id
    assert failed.incident == "1"
    assert failed.others == ()


def test_the_bench_says_how_good_and_how_sure_it_was(reports, tmp_path, monkeypatch):
    data = tmp_path / "gun_violence.dev.jsonl"
    data.write_text("", encoding="utf-8")
    monkeypatch.setattr(linkage, "code_reports", lambda chosen, order: reports)
    result = linkage.run(Order(data, out=tmp_path / "out.jsonl"))
    assert result.n == 5
    assert {"linkage.b3.f1", "linkage.lea.f1", "linkage.pair.f1", "linkage.conll.f1", "linkage.batch.b3.f1"} <= set(
        result.metrics()
    )
    assert result.row("linkage.candidate_recall").value == 100
    assert result.row("linkage.candidate_recall").n == 2
    assert 0 <= result.row("linkage.decision.ece").value <= 1
    assert result.row("linkage.review.share").n == 5
    assert result.row("linkage.b3.f1").peer is not None
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 5


def test_of_a_development_file_the_later_part_is_scored_and_of_another_all(tmp_path):
    lines = "".join(
        f'{{"id": "r{n}", "inc": "i{n}", "title": "", "dct": "2030-01-{n + 1:02}", "text": "{n} {"word " * 40}"}}\n'
        for n in range(10)
    )
    sizes = []
    for name in ("gun_violence.dev.jsonl", "gun_violence.jsonl"):
        path = tmp_path / name
        path.write_text(lines, encoding="utf-8")
        sizes.append(len(linkage._scored(path, None)))
    assert sizes == [4, 10]
