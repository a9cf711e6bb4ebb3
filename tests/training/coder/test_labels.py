"""Keys of answers as labels of a text's spans."""

import json
import lzma

import pytest
from training.coder.columns import ATTRIBUTES, ROLES

from training.coder import labels

TEXT = (
    "SAN ANDRES, 4 MAY 89 -- [TEXT] GUNMEN OF THE RED COLUMN SHOT TWO RURAL\n"
    "TEACHERS AND JUDGE ROSA PAZ NEAR VILLA NUEVA ON 2 MAY 1989. THE MAYOR SPOKE OF IT.\n\n"
    "A BOMB DESTROYED THE BRIDGE."
)
SHOT = {
    "perp_individual": [{"alts": ["GUNMEN"]}],
    "perp_organization": [{"alts": ["RED COLUMN", "RC"]}],
    "perp_org_confidence": [{"alts": ["REPORTED AS FACT"], "xref": ["RED COLUMN"]}],
    "hum_tgt_description": [{"alts": ["TWO RURAL TEACHERS"]}],
    "hum_tgt_name": [{"alts": ["ROSA PAZ"]}],
    "incident_location": [{"alts": ["VILLA NUEVA"], "xref": ["VILLA NUEVA (TOWN)"]}],
    "incident_date": [{"alts": ["02 MAY 89"]}],
    "incident_type": [{"alts": ["ATTACK"]}],
    "stage": [{"alts": ["ACCOMPLISHED"]}],
}
BLAST = {
    "phys_tgt_id": [{"alts": ["BRIDGE"]}],
    "instrument_id": [{"alts": ["BOMB"]}],
    "incident_type": [{"alts": ["BOMBING"]}],
    "stage": [{"alts": ["ACCOMPLISHED"]}],
}


def row_of(tmp_path, templates, text=TEXT):
    path = tmp_path / "train.jsonl.xz"
    line = {"docid": "one", "text": text, "templates": templates}
    path.write_bytes(lzma.compress(json.dumps(line).encode()))
    (row,) = labels.muc4_rows(path)
    return row


def told(row):
    return {(span["role"], row["text"][span["start"] : span["end"]]): span for span in row["spans"]}


def test_every_fill_of_a_key_is_labelled_where_it_stands(tmp_path):
    assert set(told(row_of(tmp_path, [SHOT, BLAST]))) == {
        ("perpetrator_individual", "GUNMEN"),
        ("perpetrator_organization", "RED COLUMN"),
        ("victim_description", "TWO RURAL\nTEACHERS"),
        ("victim_name", "ROSA PAZ"),
        ("place", "VILLA NUEVA"),
        ("date", "2 MAY 1989"),
        ("target", "BRIDGE"),
        ("weapon", "BOMB"),
    }


def test_a_fill_is_found_over_a_line_break_and_in_other_letters(tmp_path):
    row = row_of(tmp_path, [{"hum_tgt_description": [{"alts": ["two rural teachers"]}]}])
    assert set(told(row)) == {("victim_description", "TWO RURAL\nTEACHERS")}


@pytest.mark.parametrize("fill", ["A", "IT", "TEACHER", "VILLA ROSA"])
def test_what_stands_nowhere_as_words_of_its_own_is_not_labelled(fill, tmp_path):
    assert row_of(tmp_path, [{"hum_tgt_name": [{"alts": [fill]}]}])["spans"] == []


def test_a_fill_is_labelled_everywhere_with_all_its_events(tmp_path):
    text = "GUNMEN SHOT A JUDGE. LATER THE GUNMEN SHOT A GUARD."
    fill = {"perp_individual": [{"alts": ["GUNMEN"]}]}
    row = row_of(tmp_path, [fill, fill], text)
    assert [(span["start"], span["events"]) for span in row["spans"]] == [(0, [0, 1]), (31, [0, 1])]


def test_what_is_said_of_a_fill_stands_with_it(tmp_path):
    said = told(row_of(tmp_path, [SHOT]))["perpetrator_organization", "RED COLUMN"]
    assert said["attributes"] == {"confidence": "REPORTED AS FACT"}


def test_a_sentence_has_the_types_of_the_events_whose_words_stand_in_it(tmp_path):
    row = row_of(tmp_path, [SHOT, BLAST])
    by_words = {TEXT[each["start"] : each["end"]].strip(): each["labels"] for each in row["sentences"]}
    (shot,) = (found for words, found in by_words.items() if "TEACHERS" in words)
    assert "ATTACK" in shot
    assert by_words["THE MAYOR SPOKE OF IT."] == []
    assert "BOMBING" in by_words["A BOMB DESTROYED THE BRIDGE."]


def test_the_head_of_a_wire_says_no_place_of_an_event(tmp_path):
    row = row_of(tmp_path, [{"incident_location": [{"alts": ["SAN ANDRES"], "xref": ["SAN ANDRES (TOWN)"]}]}])
    assert row["spans"] == []


def test_a_wire_without_a_template_is_irrelevant(tmp_path):
    row = row_of(tmp_path, [])
    assert (row["spans"], row["document"]) == ([], [])
    assert row_of(tmp_path, [SHOT])["document"] == ["relevant"]


def test_the_labels_are_those_that_the_network_has_columns_for():
    assert {*labels.ROLES.values(), "place", "date"} == set(ROLES)
    assert set(ATTRIBUTES) <= {attribute for _, attribute in labels.ATTRIBUTES.values()}
