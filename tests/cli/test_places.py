import json

import pytest

from dateline.places import PlaceKind


def test_a_name_is_looked_up(run):
    printed = run("places", "lookup", "Bajaur tribal district").stdout
    assert "Bajaur" in printed
    assert "Khyber Pakhtunkhwa, PK" in printed
    assert "affix_stripped" in printed


def test_a_look_up_gives_every_field_as_json(run):
    (first, *_) = run("places", "lookup", "Moosul", "--country", "iq", "--json").json["found"]
    assert (first["name"], first["country"], first["tier"]) == ("Mosul", "IQ", "skeleton")
    assert first["kind"] in set(PlaceKind)
    assert first["point"]["lat"]
    assert first["licence"]


def test_the_admin1_and_a_point_bring_places_first(run):
    near = run("places", "lookup", "San Antonio", "--near", "29.4,-98.5", "--json").json["found"]
    assert near[0]["admin1"] == "Texas"
    inside = run("places", "lookup", "San Antonio", "--country", "HN", "--admin1", "Copan", "--json").json["found"]
    assert inside[0]["country"] == "HN"


def test_no_more_places_are_shown_than_asked_for(run):
    assert len(run("places", "lookup", "San Antonio", "--most", "3", "--json").json["found"]) == 3


def test_a_name_that_is_not_there_is_said_to_be_unknown(run):
    said = run("places", "lookup", "Zzyqxw").stderr
    assert "no place called" in said
    assert "--country" in said


def test_without_packs_it_is_said_where_villages_are(run, monkeypatch):
    from dateline.places import Gazetteer

    told = Gazetteer.meta
    monkeypatch.setattr(
        Gazetteer, "meta", lambda self, name: told(self, name)[:1] if name == "packs" else told(self, name)
    )
    assert "packs/conflict" in run("places", "lookup", "Zzyqxw").stderr


def test_a_country_that_is_none_says_what_to_give(run):
    result = run_failing(run, "lookup", "Khar", "--country", "Pakistan")
    assert "ISO 3166-1" in result
    assert "no such country" in run_failing(run, "lookup", "Khar", "--country", "QQ")


@pytest.mark.parametrize(("name", "said"), [("", "empty"), (" \t", "empty"), ("Khar " * 2000, "10,000 characters")])
def test_a_name_that_is_none_says_what_to_give(run, name, said):
    assert said in run_failing(run, "lookup", name)


@pytest.mark.parametrize("name", ["🏙️", "\x00", "%", "' OR 1=1", "../../etc"])
def test_odd_characters_are_only_a_name_that_is_not_there(run, name):
    assert run("places", "lookup", name, "--country", "PK", "--json").json["found"] == []


def test_an_acronym_in_capitals_is_first_what_is_so_abbreviated(run):
    (first, *_) = run("places", "lookup", "FATA", "--json").json["found"]
    assert first["id"] == "region:fata"


def test_a_position_that_is_none_says_what_to_give(run):
    assert "34.7,71.5" in run_failing(run, "lookup", "Khar", "--near", "here")
    outside = run_failing(run, "lookup", "Khar", "--near", "95,0")
    assert "not a position on Earth" in outside
    assert "34.7,71.5" in outside


def test_the_gazetteers_figures_add_up(run):
    told = run("places", "stats", "--json").json
    assert told["places"] == sum(told["by_kind"].values())
    assert told["spellings"] == sum(told["by_language"].values())
    assert told["packs"][0]["name"] == "core"
    assert set(told["by_source"]) <= set(told["sources"])
    assert all(source["licence"] and source["credit"] for source in told["sources"].values())


def test_the_figures_are_shown_with_credits(run):
    printed = run("places", "stats").stdout
    assert "GeoNames" in printed
    assert "CC BY 4.0" in printed


def test_building_what_is_ready_says_where_it_is(run):
    told = run("places", "build", "--json").json
    assert told["path"].endswith(".sqlite")
    assert told["size"] > 0


def run_failing(run, *arguments):
    """Run a command that an error of the user's ends; return what it says."""
    from dateline.errors import InputError

    try:
        run("places", *arguments)
    except InputError as error:
        return str(error)
    raise AssertionError(json.dumps(arguments))
