from dateline.documents.records import Document
from dateline.places.scene import read_scene

from .conftest import report


def test_a_name_written_twice_is_one_name(gazetteer):
    doc, mentions = report("Gao is quiet. GAO is calm.", "Gao", "GAO")
    scene = read_scene(mentions, doc, gazetteer=gazetteer)
    assert (len(scene.names), scene.owners) == (1, [0, 0])
    assert scene.names[0].times == 2


def test_a_state_in_another_name_speaks_though_nobody_asked_for_it(gazetteer):
    doc, mentions = report("Kentucky State Police went to London.", "London")
    scene = read_scene(mentions, doc, gazetteer=gazetteer)
    assert [name.text for name in scene.names] == ["London", "Kentucky"]


def test_many_readings_are_cut_but_for_those_in_named_countries(gazetteer):
    doc, mentions = report("San Antonio.", "San Antonio")
    cut = read_scene(mentions, doc, gazetteer=gazetteer).names[0]
    doc, mentions = report("San Antonio, as Peru and Peruvians call it.", "San Antonio")
    kept = read_scene(mentions, doc, gazetteer=gazetteer).names[0]
    assert len(cut.options) < len(kept.options)
    assert len(kept.options) == len(kept.of_place)


def test_a_country_is_not_named_by_the_very_name_that_may_mean_it(gazetteer):
    doc, mentions = report("Georgia voted. Armenia did not.", "Georgia")
    assert set(read_scene(mentions, doc, gazetteer=gazetteer).names[0].situation.countries) == {"AM"}


def test_a_list_of_states_names_states(resolved):
    found = resolved("Cases rose in Nevada, Ohio, Oregon and Utah.", "Nevada", "Ohio", "Oregon", "Utah")
    assert [each.place and each.place.kind for each in found] == ["admin1"] * 4


def test_a_country_in_a_list_holds_no_other(resolved):
    (found,) = resolved("They sold to Mexico, the US and Canada.", "Mexico")
    assert found.place is not None
    assert found.place.id == "iso:MX"


def test_a_text_without_mentions_has_no_names(gazetteer):
    scene = read_scene([], Document("Nothing here.", "made up"), gazetteer=gazetteer)
    assert (scene.names, scene.owners) == ([], [])
