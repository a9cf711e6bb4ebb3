"""`dateline actors`: the roster looked into, and a casebook's own actors."""

import json

import pytest

from dateline.errors import InputError


@pytest.fixture
def book(folder, run):
    run("init")
    return folder


def test_a_name_is_found_with_how_and_how_sure(run):
    (first,) = run("actors", "find", "Pakistani Taliban", "--json").json["found"]
    assert (first["id"], first["tier"]) == ("tehreek-e-taliban-pakistan", "alias")
    assert 0 < first["probability"] < 1


def test_found_actors_are_shown_in_a_table(run):
    printed = run("actors", "find", "ELN").stdout
    assert "eln-colombia" in printed
    assert "eln-bolivia" in printed


def test_the_country_brings_its_actor_first(run):
    found = run("actors", "find", "ADF", "--country", "AU", "--json").json["found"]
    assert found[0]["id"] == "australian-defence-force"


def test_nobody_is_said_to_be_nobody(run):
    result = run("actors", "find", "Boko Halal")
    assert "nobody" in result.stderr
    assert result.stdout == ""


def test_an_actor_is_shown_with_names_ties_and_ids(run):
    shown = run("actors", "show", "ansaru", "--json").json
    assert {
        "kind": "splinter_of",
        "other": "boko-haram",
        "since": 2012,
        "until": None,
        "reason": "January 2012",
    } in shown["ties"]
    assert (shown["inter_code"], shown["country"]) == (2, "NG")
    assert "splinter_of boko-haram 2012-" in run("actors", "show", "ansaru").stdout


def test_an_unknown_id_says_how_to_find_one(run):
    with pytest.raises(InputError, match="dateline actors find"):
        run("actors", "show", "nobody-at-all")


def test_an_actor_is_added_to_the_casebook_and_found(book, run):
    run(
        "actors",
        "add",
        "tamra-front",
        "Tamra Front",
        "--kind",
        "rebel",
        "--alias",
        "Front of Tamra",
        "--acronym",
        "TFX",
    )
    assert run("actors", "find", "TFX", "--json").json["found"][0]["id"] == "tamra-front"
    assert "Front of Tamra" in (book / "actors.yaml").read_text(encoding="utf-8")


def test_a_report_is_coded_with_the_casebooks_actor(book, run, monkeypatch):
    monkeypatch.undo()  # the stages of this casebook, not the ones loaded once
    monkeypatch.chdir(book)
    run("actors", "add", "tamra-front", "Tamra Front", "--kind", "rebel", "--country", "PK")
    (book / "r.txt").write_text("Tamra Front fighters killed two guards in Quetta on 3 May 2023.\n", encoding="utf-8")
    run("add", "r.txt")
    run("code")
    assert run("events", "--json").json["events"][0]["perpetrator_id"] == "tamra-front"


def test_actors_are_merged_and_split_by_judgements_that_stay(book, run):
    run("actors", "add", "tamra-front", "Tamra Front", "--kind", "rebel")
    made = run("actors", "merge", "tamra-front", "hamas", "--reason", "one", "--author", "ana", "--json").json
    assert (made["verdict"], made["record_id"], made["other"], made["author"]) == (
        "same",
        "tamra-front",
        "hamas",
        "ana",
    )
    assert run("actors", "show", "tamra-front", "--json").json["id"] == "hamas"
    run("actors", "split", "tamra-front", "hamas", "--author", "ana")
    assert run("actors", "show", "tamra-front", "--json").json["id"] == "tamra-front"
    lines = (book / "actor_judgements.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["verdict"] for line in lines] == ["same", "different"]


def test_a_spelling_is_parted_off(book, run):
    run("actors", "split", "balochistan-liberation-army", "majeed-brigade", "--name", "Majeed Brigade")
    assert run("actors", "find", "Majeed Brigade", "--json").json["found"][0]["id"] == "majeed-brigade"


def test_a_list_of_the_readers_own_is_added(book, run):
    (book / "list.xml").write_text(
        "<CONSOLIDATED_LIST><ENTITIES><ENTITY><FIRST_NAME>TAMRA TRADE HOUSE</FIRST_NAME>"
        "<REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>",
        encoding="utf-8",
    )
    assert "added 1" in run("actors", "add-list", "list.xml").stderr
    assert run("actors", "find", "Tamra Trade House", "--json").json["found"][0]["id"] == "un-xxe-001"


def test_a_casebooks_own_files_are_no_reports(book, run):
    run("actors", "add", "tamra-front", "Tamra Front", "--kind", "rebel")
    run("actors", "merge", "tamra-front", "hamas")
    assert "actor" not in run("add", ".").output
