import pytest

from dateline.actors.records import ActorResolution
from dateline.mentions.records import MentionKind
from dateline.places.records import Place, PlaceKind, PlaceResolution
from dateline.store import Sought, Spelled
from factories import STAMP, document, mention
from store.parts import Parts, whole

AFGHANISTAN = Place("iso:AF", "Afghanistan", PlaceKind.COUNTRY, "AF", None)


def unlisted():
    """A report that names a country and an actor on no list."""
    within = document("The Tamra Front left Afghanistan.", origin="unlisted.txt")
    group = mention("Tamra Front", within=within, kind=MentionKind.ACTOR)
    country = mention("Afghanistan", within=within)
    return Parts(
        within,
        mentions=(group, country),
        places=(PlaceResolution(country.id, AFGHANISTAN, 0.9, "a country", 6),),
        actors=(ActorResolution(group.id, "Tamra Front", None, 0.5, "local", "on no list"),),
    )


@pytest.fixture
def documents(store, run):
    """The ids of two kept documents: one of a listed actor, one of an unlisted."""
    kept = (whole(), unlisted())
    for each in kept:
        store.write_coded(each, STAMP, run=run)
    return [each.document.id for each in kept]


def test_actors_and_countries_are_spelled_as_the_texts_have_them_and_towns_are_left_out(store, documents):
    assert store.spelled() == (
        Spelled("iso:AF", "Afghanistan", "Afghanistan", 1),
        Spelled("haqqani-network", "Haqqani network", "Haqqani network", 1),
        Spelled(None, "Tamra Front", "Tamra Front", 1),
    )


def test_the_most_frequent_spelling_comes_first(store, run, documents):
    store.write_coded(whole(origin="again.txt"), STAMP, run=run)
    assert (store.spelled()[0].text, store.spelled()[0].times) == ("Haqqani network", 2)


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Sought(), [0, 1]),
        (Sought(ids=("haqqani-network",)), [0]),
        (Sought(ids=("iso:AF",)), [1]),
        (Sought(locals=("Tamra Front",)), [1]),
        (Sought(ids=("haqqani-network",), locals=("Tamra Front",)), [0, 1]),
        (Sought(locals=("Haqqani network",)), []),
        (Sought(frame="strength"), [0]),
        (Sought(frame="release"), []),
        (Sought(slot="deaths", stance="reported"), [0]),
        (Sought(slot="deaths", stance="denied"), []),
        (Sought(ids=("iso:AF",), slot="deaths"), []),
        (Sought(ids=("' OR 1=1 --",)), []),
    ],
)
def test_documents_are_found_by_who_they_name_and_what_they_say(store, documents, sought, found):
    assert store.document_ids(sought) == tuple(documents[each] for each in found)


def test_an_empty_store_names_nobody(store):
    assert (store.spelled(), store.document_ids(Sought())) == ((), ())
