from dateline.bench.benches import gate
from dateline.bench.gate_texts import CRIME, EVERYDAY, UNCLEAR, VIOLENCE, GateText
from dateline.bench.records import Order
from dateline.bench.scorers.gate import Judged, rows, speed_row
from dateline.bench.unseen_gates import unseen_gates
from dateline.relevance import load_gate


def judged(dataset, sort, *kept):
    return [Judged(GateText(dataset, "Gunmen fled.", sort), each, each, 0.0) for each in kept]


def figures(found):
    return {row.metric: (row.value, row.n) for row in rows(found, load_gate())}


def test_recall_is_over_the_promised_sets_and_given_for_each():
    found = figures([*judged("muc4", VIOLENCE, True, True, True, False), *judged("isaf", VIOLENCE, True, False)])
    assert found["gate.recall"] == found["gate.recall.muc4"] == (75, 4)
    assert found["gate.recall.isaf"] == (50, 2)
    assert "gate.recall.hrds" not in found


def test_rejection_is_over_everyday_news_alone():
    found = figures(
        [*judged("lgl", EVERYDAY, False, True), *judged("lgl", CRIME, True), *judged("polnear", EVERYDAY, False)]
    )
    assert found["gate.rejection.lgl"] == (50, 2)
    assert found["gate.rejection"][1] == 3
    assert found["gate.beside.crime"] == (0, 1)


def test_violence_among_everyday_news_is_told_apart():
    found = figures([*judged("geovirus", VIOLENCE, True), *judged("muc4", UNCLEAR, False)])
    assert found["gate.recall.among_everyday"] == (100, 1)
    assert found["gate.beside.muc4"] == (100, 1)


def test_a_text_that_capitals_decide_otherwise_is_counted():
    one = Judged(GateText("muc4", "Gunmen fled.", VIOLENCE), is_kept=True, is_kept_in_capitals=False, score=0.0)
    assert figures([one, *judged("muc4", VIOLENCE, True)])["gate.capitals"] == (50, 2)


def test_too_few_words_have_no_speed():
    assert speed_row(["three short words"], load_gate()).value is None
    assert speed_row(["word " * 1000], load_gate()).n == 2


def test_the_bench_judges_a_file_of_texts_and_keeps_its_predictions(tmp_path):
    data, out = tmp_path / "judged.jsonl", tmp_path / "out.jsonl"
    data.write_text(
        '{"text": "Gunmen killed two officers in an ambush.", "relevant": true}\n'
        '{"text": "The striker scored his second goal of the season.", "relevant": false}\n'
    )
    seen = []
    result = gate.run(Order(data, None, out, seen.append))
    assert (result.row("gate.recall").value, result.row("gate.rejection").value) == (100, 100)
    assert (seen, len(out.read_text().splitlines())) == ([1, 2], 2)


def test_each_corpus_of_everyday_news_has_weights_that_have_not_seen_it():
    assert set(unseen_gates()) == {"lgl", "geovirus", "geowebnews"}
