from dateline.places.ground import read_ground

from .ground_of import GAO, KIDAL, SPRINGFIELD, SmallGazetteer, marked


def ground_of(text, home=None):
    doc, mentions, resolutions = marked(text)
    return read_ground(resolutions, mentions, doc, SmallGazetteer(), home)


def test_the_focus_is_the_town_that_more_names_name_than_any_other():
    assert ground_of("[Gao], [Gao] and [Kidal].").focus == GAO


def test_a_town_among_many_is_no_focus():
    assert ground_of("[Gao], [Gao], [Kidal], [Mopti], [Kabul], [Mosul], [Springfield].").focus is None


def test_towns_named_as_often_as_others_are_no_focus():
    assert ground_of("[Gao], [Kidal] and [Mopti].").focus is None


def test_the_publishers_town_is_the_focus_where_there_is_no_other():
    assert ground_of("[Mali] waits.", home=SPRINGFIELD).focus == SPRINGFIELD
    assert ground_of("[Kidal] waits.", home=SPRINGFIELD).focus == KIDAL


def test_countries_have_their_share_of_the_names():
    assert ground_of("[Gao], [Kidal], [Mali] and [Kabul].").countries == {"ML": 0.75, "AF": 0.25}


def test_demonyms_are_blanks_and_no_names():
    ground = ground_of("A <Malian> town.")
    assert ground.text == "A        town."
    assert ground.mentions == []


def test_a_name_means_what_its_first_mention_means():
    assert ground_of("[Gao] and [Gao].").named["gao"] == GAO
