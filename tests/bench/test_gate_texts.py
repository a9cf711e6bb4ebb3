import json
import lzma

import pytest

from dateline.bench.gate_texts import (
    CRIME,
    EVERYDAY,
    UNCLEAR,
    VIOLENCE,
    read_everyday,
    read_judged,
    read_texts,
    verdicts,
)
from dateline.errors import InputError


def pack(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with lzma.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)


def article(text, *violations):
    sample = {"Input.title": "Title", "Input.article_interface": f"<p>{text}</p>"}
    return {"sample": sample, "merged_sample": {"violation_types": list(violations)}}


@pytest.fixture
def root(tmp_path):
    pack(tmp_path / "muc4" / "dev.jsonl.xz", [{"text": "A", "templates": [{}]}, {"text": "B", "templates": []}])
    pack(tmp_path / "hrdsattack" / "dev.jsonl.xz", [article("C", "killing", "other"), article("D", "unknown")])
    pack(tmp_path / "satp_relevant" / "dev.jsonl.xz", [["E", "1", "0"]])
    pack(tmp_path / "satp_all" / "dev.jsonl.xz", [["F", "0", "0"], ["E", "1", "0"]])
    pack(tmp_path / "isaf" / "dev.jsonl.xz", [{"text": "G"}])
    pack(tmp_path / "polnear" / "dev.jsonl.xz", [{"text": f"article {number}"} for number in range(1, 26)])
    return tmp_path


def test_reports_of_events_are_wanted_and_others_of_the_same_wars_are_unclear(root):
    sorts = {(each.dataset, each.text): each.sort for each in read_texts(root)}
    assert sorts["muc4", "A"] == sorts["satp", "E"] == sorts["isaf", "G"] == VIOLENCE
    assert sorts["muc4", "B"] == sorts["satp", "F"] == UNCLEAR
    assert ("satp", "F") in sorts


def test_an_article_on_rights_defenders_is_wanted_unless_its_violation_is_unknown(root):
    found = [each for each in read_texts(root) if each.dataset == "hrds"]
    assert [each.sort for each in found] == [VIOLENCE, UNCLEAR]
    assert found[0].text == "Title.\n\nC\n\n"


def test_articles_of_everyday_news_are_so_unless_they_were_judged_otherwise(root):
    found = [each.sort for each in read_texts(root) if each.dataset == "polnear"]
    assert (found[0], found[5], found[23]) == (EVERYDAY, UNCLEAR, VIOLENCE)


def test_everyday_news_is_what_the_gate_is_to_reject(root, tmp_path):
    news = [each.text for each in read_texts(root) if each.dataset == "polnear" and each.sort == EVERYDAY]
    assert read_everyday(root)["polnear"] == news
    assert read_everyday(tmp_path / "nowhere") == {}


def test_every_verdict_is_one_of_the_sorts():
    for dataset in ("lgl", "geovirus", "geowebnews", "polnear"):
        assert set(verdicts(dataset).values()) <= {VIOLENCE, CRIME, UNCLEAR}


def test_a_folder_without_a_data_set_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds none of the folders muc4"):
        read_texts(tmp_path)


def test_a_file_of_judged_texts_says_what_is_wanted(tmp_path):
    path = tmp_path / "judged.jsonl"
    path.write_text('{"text": "A", "relevant": true}\n{"text": "B", "relevant": false}\n')
    assert [each.sort for each in read_judged(path)] == [VIOLENCE, EVERYDAY]
