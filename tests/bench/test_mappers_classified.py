from importlib.resources import files

import pytest
import yaml

from bench.coded import coded
from dateline.bench.mappers.classified import map_attacks, map_crime, map_police, read_table
from dateline.claims.records import Named, Stance
from dateline.codebook import load_codebook
from factories import claim, document, frame

TABLES = yaml.safe_load((files("dateline.bench") / "data" / "classified.yaml").read_text(encoding="utf-8"))
POLICE = Named("Police", labels=("law_enforcement", "state"))
REBELS = Named("Rebels", labels=("armed_group", "armed"))


def told(text, **slots):
    within = document(text)
    return coded(within, frame(within, **slots))


@pytest.mark.parametrize("name", TABLES)
def test_each_kind_is_one_of_the_codebooks_and_each_label_a_column(name):
    kinds = read_table(name)["kinds"]

    assert {kind for row in kinds.values() for kind in row} <= set(load_codebook().kinds)
    assert set(kinds) <= set(read_table(name)["labels"])


def test_a_text_has_the_labels_of_its_events():
    assert map_attacks(told("Rebels bombed a bridge.", type="ied", perpetrator=REBELS)) == {"bombing"}
    assert map_attacks(told("Nothing happened.", type="protest")) == set()


def test_what_was_foiled_is_no_attack():
    assert map_attacks(told("Rebels planted a bomb.", type="ied", stage="foiled")) == set()


def test_a_killing_by_the_police_is_force_as_well():
    found = map_police(told("Police shot two men.", type="shooting", perpetrator=POLICE, deaths=2))

    assert found == {"kill", "force", "any_action"}


def test_an_arrest_is_the_polices_whoever_is_named():
    assert map_police(told("Two men were arrested.", type="detention")) == {"arrest", "any_action"}


def test_what_others_did_is_no_deed_of_the_police():
    assert map_police(told("Rebels shot two men.", type="shooting", perpetrator=REBELS, deaths=2)) == set()


def test_a_denied_deed_of_the_police_is_none():
    within = document("Police denied that they shot anybody.")
    event = frame(within, claim(within, perpetrator=POLICE, stance=Stance.DENIED), type="shooting")

    assert map_police(coded(within, event)) == set()


def test_an_article_is_about_the_events_of_its_opening():
    assert map_crime(told("Three youths were shot in Tumaco.", type="shooting")) == {"violence"}
    assert map_crime(told("A councillor was abducted in Esmeraldas.", type="abduction")) == {"extortion"}


def test_what_is_told_far_from_the_opening_is_not_what_an_article_is_about():
    within = document("The port has grown for years. " * 20 + "Rebels bombed a bridge.")
    late = frame(within, first="bombed", type="bombing")

    assert map_crime(coded(within, late)) == set()


def test_an_article_is_about_what_its_words_say_often():
    often = "Customs found cocaine and marijuana under crates of bananas. " + "The ship sailed on. " * 10
    once = "Customs found cocaine under crates of bananas. " + "The ship sailed on. " * 40

    assert map_crime(told(often)) == {"drug_trafficking"}
    assert map_crime(told(once)) == set()


def test_plurals_are_words_of_a_label_and_parts_of_words_are_not():
    assert map_crime(told("Smugglers hid rifles.")) == {"smuggling"}
    assert map_crime(told("The lawn was golden.")) == set()
