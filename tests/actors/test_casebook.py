"""A casebook's own actors and judgements."""

import json
from datetime import UTC, datetime

import pytest

from dateline.actors.casebook import (
    OWN_ACTORS,
    OWN_JUDGEMENTS,
    add_actor,
    merge_actors,
    open_roster,
    read_judgements,
    row_of,
    split_actors,
)
from dateline.actors.roster import load_roster
from dateline.errors import InputError
from dateline.judgement import Verdict

ROW = {"id": "tamra-front", "name": "Tamra Front", "kind": "rebel", "acronyms": ["TFX"]}
GIVEN = {"author": "ana", "made_at": datetime(2024, 5, 1, tzinfo=UTC), "reason": "one movement"}


def found(folder, name):
    return [actor.id for actor in open_roster(folder).find(name)]


def test_without_a_casebook_the_roster_is_the_one_that_ships():
    assert open_roster(None) is load_roster()


def test_a_casebook_without_actors_has_the_roster_that_ships(tmp_path):
    assert len(open_roster(tmp_path)) == len(load_roster())


def test_an_added_actor_is_on_the_casebooks_roster_and_on_no_other(tmp_path):
    add_actor(tmp_path, ROW)
    assert found(tmp_path, "TFX") == ["tamra-front"]
    assert load_roster().find("TFX") == ()


def test_adding_keeps_what_stands_in_the_file(tmp_path):
    add_actor(tmp_path, ROW)
    first = (tmp_path / OWN_ACTORS).read_text(encoding="utf-8")
    add_actor(tmp_path, ROW | {"id": "other-front", "name": "Other Front", "acronyms": []})
    assert (tmp_path / OWN_ACTORS).read_text(encoding="utf-8").startswith(first)


def test_an_actor_with_the_id_of_a_known_one_takes_its_place(tmp_path):
    roster = add_actor(tmp_path, ROW | {"id": "farc", "name": "FARC (party)", "kind": "party"})
    assert roster.get("farc").name == "FARC (party)"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW | {"kind": "heroes"}, "heroes"),
        (ROW | {"parent": "nobody-at-all"}, "no actor has the id"),
    ],
)
def test_a_wrong_actor_is_refused_and_nothing_is_written(tmp_path, row, said):
    with pytest.raises(InputError, match=said):
        add_actor(tmp_path, row)
    assert not (tmp_path / OWN_ACTORS).exists()


def test_an_id_is_added_once(tmp_path):
    add_actor(tmp_path, ROW)
    with pytest.raises(InputError, match="row 1 has the id tamra-front already"):
        add_actor(tmp_path, ROW)


def test_a_parent_that_is_not_there_is_refused_with_its_row(tmp_path):
    (tmp_path / OWN_ACTORS).write_text(
        "- {id: tamra-front, name: Tamra Front, kind: rebel, parent: nobody-at-all}\n", encoding="utf-8"
    )
    with pytest.raises(InputError, match=r"row 1, parent/ties: no actor has the id 'nobody-at-all'"):
        open_roster(tmp_path)


def test_a_merged_actors_id_and_names_lead_to_the_other(tmp_path):
    add_actor(tmp_path, ROW)
    merge_actors(tmp_path, "tamra-front", "hamas", **GIVEN)
    roster = open_roster(tmp_path)
    assert found(tmp_path, "TFX") == ["hamas"]
    assert roster.get("tamra-front").id == "hamas"
    assert "tamra-front" not in {phrase.key for phrase in roster.phrases()}


def test_a_merge_of_a_merge_leads_to_the_last(tmp_path):
    add_actor(tmp_path, ROW)
    merge_actors(tmp_path, "tamra-front", "hamas", **GIVEN)
    merge_actors(tmp_path, "hamas", "hezbollah", **GIVEN)
    assert open_roster(tmp_path).get("tamra-front").id == "hezbollah"


def test_a_split_takes_a_merge_back_and_both_judgements_stay(tmp_path):
    add_actor(tmp_path, ROW)
    merge_actors(tmp_path, "tamra-front", "hamas", **GIVEN)
    split_actors(tmp_path, "tamra-front", "hamas", name=None, **GIVEN)
    assert found(tmp_path, "TFX") == ["tamra-front"]
    assert [judgement.verdict for judgement in read_judgements(tmp_path)] == [Verdict.SAME, Verdict.DIFFERENT]


def test_a_spelling_is_parted_off_to_a_new_actor(tmp_path):
    split_actors(tmp_path, "balochistan-liberation-army", "majeed-brigade", name="Majeed Brigade", **GIVEN)
    roster = open_roster(tmp_path)
    assert roster.find("majeed brigade")[0].id == "majeed-brigade"
    assert roster.get("majeed-brigade").country == "PK"
    assert "Majeed Brigade" not in {name.text for name in roster.get("balochistan-liberation-army").names}


def test_a_spelling_is_given_to_a_known_actor(tmp_path):
    add_actor(tmp_path, ROW)
    split_actors(tmp_path, "balochistan-liberation-army", "tamra-front", name="Majeed Brigade", **GIVEN)
    assert found(tmp_path, "Majeed Brigade") == ["tamra-front"]


@pytest.mark.parametrize(
    ("other", "name", "said"),
    [
        ("hezbollah", None, "were never merged"),
        ("hezbollah", "Tamra Front", "has no name"),
        ("Hezbollah!", "Islamic Resistance Movement", "no id"),
        ("hamas-two", "Hamas", "left without a name"),
    ],
)
def test_a_split_of_nothing_is_refused(tmp_path, other, name, said):
    with pytest.raises(InputError, match=said):
        split_actors(tmp_path, "hamas", other, name=name, **GIVEN)
    assert not (tmp_path / OWN_JUDGEMENTS).exists()


@pytest.mark.parametrize(("gone", "into"), [("nobody-at-all", "hamas"), ("hamas", "nobody-at-all"), ("hamas", "hamas")])
def test_a_merge_of_nothing_is_refused(tmp_path, gone, into):
    with pytest.raises(InputError, match=r"no actor has the id|one actor already"):
        merge_actors(tmp_path, gone, into, **GIVEN)


@pytest.mark.parametrize("line", ["{", "[]", '{"verdict": "same"}', '{"verdict": "perhaps", "made_at": "2024-05-01"}'])
def test_a_broken_judgement_is_refused_with_its_line(tmp_path, line):
    (tmp_path / OWN_JUDGEMENTS).write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: no judgement"):
        open_roster(tmp_path)


def test_a_judgement_about_nobody_is_refused(tmp_path):
    fields = {
        "verdict": "same",
        "record_id": "gone",
        "other": "hamas",
        "author": "ana",
        "made_at": "2024-05-01T00:00:00",
    }
    (tmp_path / OWN_JUDGEMENTS).write_text(json.dumps(fields) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="same gone hamas by ana, 2024-05-01"):
        open_roster(tmp_path)


def test_a_row_has_only_the_fields_that_say_something():
    row = row_of(
        actor_id="x", name="X", kind="rebel", names={"aliases": [], "acronyms": ["XX"]}, country=None, reason="r"
    )
    assert row == {"id": "x", "name": "X", "kind": "rebel", "acronyms": ["XX"], "reason": "r"}
