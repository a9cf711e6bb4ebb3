"""The roster: what is on it, and what is kept off it."""

from collections import Counter
from importlib.resources import files

import pytest
import yaml

from dateline.actors.records import ActorKind, Level, Tie, TieKind, inter_code
from dateline.actors.roster import is_imported, load_roster
from dateline.actors.rows import actor_from_row, checked_rows
from dateline.errors import InputError

ROSTER = load_roster()
DATA = files("dateline.actors") / "data"


def load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


STOPS = load(DATA / "stop_names.yaml")
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
def test_generic_names_of_lists_are_not_searched_for(example):
    bearers = {phrase.key for phrase in ROSTER.phrases() if phrase.text == example}
    assert [actor_id for actor_id in bearers if is_imported(ROSTER.get(actor_id))] == []


@pytest.mark.parametrize("country", ["Pakistan", "Colombia", "France"])
def test_bare_countries_are_places_and_not_actors(country):
    assert ROSTER.find(country) == ()


def test_every_imported_actor_says_its_source_and_licence():
    assert all(actor.source and actor.licence for actor in ROSTER)


def curated():
    return [row for path in (DATA / "curated").iterdir() for row in checked_rows(load(path), path.name)]


def test_the_built_roster_holds_the_curated_rows_as_they_stand():
    stale = [row["id"] for row in curated() if (actor := ROSTER.get(row["id"])) is None or not holds(actor, row)]
    assert stale == [], "run: python tools/build_roster.py FOLDER"


def holds(actor, row):
    made = actor_from_row(row)
    return made.name == actor.name and made.kind == actor.kind and set(made.names) <= set(actor.names)


def test_there_are_no_two_curated_rows_with_one_id():
    ids = Counter(row["id"] for row in curated())
    assert [actor_id for actor_id, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("actor_id", load(DATA / "periods.yaml"))
def test_every_period_is_in_the_built_roster(actor_id):
    actor = ROSTER.get(actor_id)
    assert [actor.since, actor.until] == load(DATA / "periods.yaml")[actor_id]


def test_every_name_in_another_script_is_in_the_built_roster():
    native = load(DATA / "native.yaml")
    lost = [text for actor_id, texts in native.items() for text in texts if not ROSTER.find(text)]
    assert lost == []
    assert {actor.id for actor in ROSTER.find("داعش")} == {"islamic-state"}


@pytest.mark.parametrize("tie", load(DATA / "ties.yaml"), ids=lambda tie: f"{tie[0]}-{tie[2]}")
def test_every_tie_is_in_the_built_roster_between_known_actors(tie):
    actor_id, kind, other, since, until, reason = tie
    assert Tie(TieKind(kind), other, since, until, reason) in ROSTER.ties(actor_id)
    assert ROSTER.get(actor_id)
    assert ROSTER.get(other)


def test_no_tie_leads_to_nobody():
    assert [tie for actor in ROSTER for tie in ROSTER.ties(actor.id) if ROSTER.get(tie.other) is None] == []


def test_a_tie_is_seen_from_both_ends():
    assert Tie(TieKind.SPLINTER_OF, "boko-haram", 2012, None, "January 2012") in ROSTER.ties("ansaru")
    assert "ansaru" in {start for start, _ in ROSTER.ties_to("boko-haram")}


def test_an_actor_was_there_in_its_years_only():
    assert [ROSTER.get("mujao").was_there(year) for year in (2010, 2011, 2013, 2014)] == [False, True, True, False]
    assert ROSTER.get("fmln").level == Level.FORMAL


@pytest.mark.parametrize(
    ("kind", "code"), [("state_forces", 1), ("rebel", 2), ("criminal", 3), ("external", 8), ("media", None)]
)
def test_kinds_have_acleds_inter_codes(kind, code):
    assert inter_code(ActorKind(kind)) == code


def test_every_states_government_army_and_police_is_on_the_roster():
    for body in ("Government", "Military Forces", "Police Forces"):
        assert ROSTER.find(f"{body} of Ghana")[0].state == "GH"


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
