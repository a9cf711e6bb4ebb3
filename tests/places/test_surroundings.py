import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.names import read_data
from dateline.places.surroundings import countries_named, has_an_article, kinds_in, read_surroundings, stand_beside

from .conftest import report

CUES = read_data("cues.yaml")


def around(text, *names):
    doc, mentions = report(text, *names)
    return read_surroundings(doc, mentions)


@pytest.mark.parametrize(("text", "name"), CUES["near"]["examples"])
def test_each_example_of_near_is_near(text, name):
    assert around(text, name)[0].near


@pytest.mark.parametrize(("text", "first", "second"), CUES["glue"]["examples"])
def test_each_example_of_glue_stands_beside(text, first, second):
    doc, mentions = report(text, first, second)
    assert stand_beside(doc.text, *mentions)


@pytest.mark.parametrize(("text", "first", "second"), CUES["list"]["examples"])
def test_each_example_of_a_list_shares_its_kind(text, first, second):
    assert [surroundings.kinds for surroundings in around(text, first, second)] == [{"admin1"}, {"admin1"}]


@pytest.mark.parametrize(("text", "name"), CUES["closes"]["examples"])
def test_an_article_before_a_closed_name_is_its_own(text, name):
    assert around(text, name)[0].article


def test_an_article_before_a_name_may_belong_to_the_word_after_it():
    market = around("They bombed the Gao market.", "Gao")[0]
    assert (market.the, market.article) == (True, False)


@pytest.mark.parametrize(("text", "name"), CUES["of_nature"]["examples"])
def test_a_name_may_say_that_it_is_of_nature(text, name):
    assert name in text
    assert kinds_in(name) == {"feature", "region"}


@pytest.mark.parametrize(
    ("name", "kinds"), [("Nimba County", {"admin2"}), ("Ghazni province", {"admin1"}), ("Gao", set())]
)
def test_a_name_may_say_its_kind(name, kinds):
    assert kinds_in(name) == kinds


@pytest.mark.parametrize(("_", "name"), CUES["with_article"]["examples"])
def test_some_regions_have_an_article(_, name):
    assert has_an_article(name)
    assert not has_an_article("Gao")


@pytest.mark.parametrize(("text", "name"), CUES["local_life"]["examples"])
def test_each_example_of_local_life_is_followed_by_its_word(text, name):
    assert around(text, name)[0].local_life


def test_names_with_other_words_between_do_not_stand_beside():
    doc, mentions = report("He left Khar before Bajaur heard of it.", "Khar", "Bajaur")
    assert not stand_beside(doc.text, *mentions)


def test_a_word_that_belongs_to_the_name_before_announces_nothing_of_the_next():
    bajaur, khyber = around("the Bajaur tribal district of Khyber Pakhtunkhwa", "Bajaur", "Khyber Pakhtunkhwa")
    assert (bajaur.kinds, khyber.kinds) == ({"admin2"}, frozenset())


def test_a_word_in_the_next_clause_announces_nothing():
    assert around("They left Kabul. Province by province fell.", "Kabul")[0].kinds == frozenset()


def test_a_direction_makes_a_place_fuzzy():
    assert around("raids in northern Mali went on", "Mali")[0].fuzzy


@pytest.mark.parametrize(
    "text",
    [
        "KABUL, Afghanistan (Jan. 25, 2013) - Forces",
        "KABUL, 4 FEB 90 (ACAN-EFE) -- TEXT",
        "KABUL (Agency) A",
        "KABUL - A",
    ],
)
def test_a_dateline_is_told(text):
    assert around(text, "KABUL")[0].dateline


def test_a_name_inside_a_sentence_is_no_dateline():
    assert not around("A blast hit KABUL (the capital) today.", "KABUL")[0].dateline


def test_sentences_are_counted():
    assert [s.sentence for s in around("One in Gao. Two in Kidal.", "Gao", "Kidal")] == [0, 1]


def test_countries_are_counted_by_every_kind_of_name():
    named = countries_named(
        "Afghan and U.S. troops met Pakistani police; Afghanistan and South Sudan said nothing to us."
    )
    assert named == {"AF": 2, "US": 1, "PK": 1, "SS": 1}


def test_an_abbreviation_that_is_a_word_is_not_counted_in_capitals():
    assert countries_named("THEY TOLD US THAT PERUVIAN POLICE STOPPED THE CAR") == {"PE": 1}


@given(st.text())
def test_countries_of_any_text_are_counted(text):
    assert all(times > 0 for times in countries_named(text).values())


@given(st.text(min_size=1), st.text(min_size=1))
def test_surroundings_of_any_text_are_read(before, after):
    doc, mentions = report(f"{before} Kabul {after}", "Kabul")
    assert len(read_surroundings(doc, mentions)) == len(mentions)
