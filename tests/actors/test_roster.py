"""The roster: what is on it, and what is kept off it."""

from importlib.resources import files

import pytest
import yaml

from dateline.actors.records import ActorKind
from dateline.actors.roster import load_roster
from dateline.errors import InputError

ROSTER = load_roster()
STOPS = yaml.safe_load((files("dateline.actors") / "data" / "stop_names.yaml").read_text(encoding="utf-8"))
KHORASAN = [
    "IS-K", "ISKP", "ISIS-K", "IS-KP", "ISK", "ISIL-KP", "Daesh-Khorasan", "Daesh-e-Khurasan", "Wilayat Khorasan",
    "Islamic State in Khorasan Province", "Islamic State-Khorasan", "Islamic State Khorasan Province",
]  # fmt: skip


@pytest.mark.parametrize("spelling", KHORASAN)
def test_every_spelling_of_is_k_leads_to_it_alone(spelling):
    assert [actor.id for actor in ROSTER.find(spelling)] == ["islamic-state-khorasan-province"]


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [
        ("Afghan Taliban", "taliban"),
        ("Pakistani Taliban", "tehreek-e-taliban-pakistan"),
        ("ISIS", "islamic-state"),
        ("ISWAP", "iswap"),
        ("FARC", "farc"),
        ("FARC dissidents", "farc-dissidents"),
        ("JUI (F)", "jui-f"),
        ("Jamiat-e-Ulema-e-Islam-Fazl", "jui-f"),
        ("Sendero Luminoso", "sendero-luminoso"),
        ("Harakat al-Shabaab al-Mujahideen", "al-shabaab"),
    ],
)
def test_names_that_are_easily_confused_lead_to_different_actors(name, actor_id):
    assert ROSTER.find(name)[0].id == actor_id


def test_parents_are_on_the_roster():
    assert {actor.parent for actor in ROSTER if actor.parent and not ROSTER.get(actor.parent)} == set()


def test_the_media_wing_is_part_of_its_actor():
    outlet = ROSTER.get("al-azaim-foundation")
    assert (outlet.kind, outlet.parent) == (ActorKind.MEDIA, "islamic-state-khorasan-province")


@pytest.mark.parametrize("example", [group["example"] for group in STOPS])
def test_generic_names_are_kept_off(example):
    assert ROSTER.find(example) == ()


@pytest.mark.parametrize("country", ["Pakistan", "Colombia", "France"])
def test_bare_countries_are_places_and_not_actors(country):
    assert ROSTER.find(country) == ()


def test_every_imported_actor_says_its_source_and_licence():
    assert all(actor.source and actor.licence for actor in ROSTER)


def test_the_built_roster_holds_the_curated_rows_as_they_stand():
    folder = files("dateline.actors") / "data" / "curated"
    rows = [row for path in folder.iterdir() for row in yaml.safe_load(path.read_text(encoding="utf-8"))]
    stale = [row["id"] for row in rows if (actor := ROSTER.get(row["id"])) is None or spellings(row) != names(actor)]
    assert stale == []


def spellings(row):
    return {row["name"], *row.get("aliases", ()), *row.get("acronyms", ())}


def names(actor):
    return {actor.name, *(name.text for name in actor.names)}


def test_every_curated_actor_says_why_it_stands_here():
    assert [actor.id for actor in ROSTER if actor.source == "curated" and not actor.reason] == []


def test_a_curated_actor_carries_the_ids_of_the_lists_that_name_it():
    assert ("ucdp", "743") in ROSTER.get("farc").external


def test_acronyms_need_their_capitals():
    phrases = {phrase.text: phrase.case_sensitive for phrase in ROSTER.phrases() if phrase.key == "islamic-state"}
    assert phrases["IS"]
    assert not phrases["Islamic State"]


def test_a_phrase_carries_the_actors_kind():
    phrase = next(phrase for phrase in ROSTER.phrases() if phrase.key == "boko-haram")
    assert phrase.labels == ("rebel",)


def test_namesakes_come_with_the_curated_ones_first():
    sources = [actor.source for actor in ROSTER.find("National Liberation Army")]
    assert len(sources) > 2
    assert sources[0] == "curated"


def test_a_readers_own_actors_come_first(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("- {id: tamra-front, name: Tamra Front, kind: rebel, acronyms: [TTP]}\n", encoding="utf-8")
    assert load_roster(extra=path).find("TTP")[0].id == "tamra-front"


def test_a_readers_row_replaces_the_actor_with_its_id(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("- {id: farc, name: FARC (demobilised), kind: party}\n", encoding="utf-8")
    assert load_roster(extra=path).get("farc").kind is ActorKind.PARTY


def test_a_row_without_a_kind_is_refused_with_its_place(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("- {id: x, name: X}\n", encoding="utf-8")
    with pytest.raises(InputError, match="row 1, kind: is missing"):
        load_roster(extra=path)


def test_a_row_of_an_unknown_kind_is_refused(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("- {id: x, name: X, kind: heroes}\n", encoding="utf-8")
    with pytest.raises(InputError, match="'heroes' is none of state_forces"):
        load_roster(extra=path)
