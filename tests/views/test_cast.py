import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.actors import Roster
from dateline.claims.records import Named, Speaker, SpeakerKind
from dateline.errors import InputError
from dateline.store import Spelled
from dateline.views.cast import Party, find_party, party_of
from views.reports import BLUE, GAO, MALI, RED, ROSTER, SEA, Report

NAMED = (
    Spelled("red-brigade", "Red Brigade", "RB", 3),
    Spelled("red-brigade", "Red Brigade", "the Brigade", 1),
    Spelled(None, "Popular Front of Kano", "PFK", 2),
    Spelled("iso:ML", "Mali", "Malian", 4),
)


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("red-brigade", "red-brigade"),
        ("RB", "red-brigade"),
        ("the red brigade", "red-brigade"),
        ("THE BRIGADE", "red-brigade"),
        ("Popular Front of Kano", "unlisted:popular front of kano"),
        ("pfk", "unlisted:popular front of kano"),
        ("unlisted:popular front of kano", "unlisted:popular front of kano"),
        ("Mali", "iso:ML"),
        ("iso:ML", "iso:ML"),
        ("Blue Front", "blue-front"),
    ],
)
def test_a_name_a_spelling_or_an_id_means_its_actor(asked, key):
    assert find_party(asked, NAMED, ROSTER).party.key == key


def test_a_name_of_several_lists_the_choices():
    with pytest.raises(
        InputError, match=r"'NGH' names several actors: Blue Front \(blue-front\); Sea Guard \(sea-guard"
    ):
        find_party("NGH", NAMED, ROSTER)


def test_of_several_the_one_that_the_casebook_names_is_meant_and_its_namesakes_are_kept():
    wanted = find_party("NGH", (*NAMED, Spelled("sea-guard", "Sea Guard", "Sea Guard", 1)), ROSTER)
    assert wanted.party == Party("Sea Guard", "sea-guard")
    assert wanted.namesakes == (Party("Blue Front", "blue-front"),)


def test_a_listed_and_an_unlisted_actor_of_one_name_are_two_and_each_can_be_asked_for():
    named = (Spelled("sea-guard", "Sea Guard", "Sea Guard", 1), Spelled(None, "Sea Guard", "Sea Guard", 2))
    with pytest.raises(InputError, match=r"sea-guard, named 1 time here.*unlisted:sea guard, named 2 times here"):
        find_party("Sea Guard", named, ROSTER)
    assert find_party("unlisted:sea guard", named, ROSTER).party.id is None


def test_a_merged_id_leads_to_the_actor_that_it_was_merged_into():
    wanted = find_party("red-brigade", NAMED, ROSTER.merged("red-brigade", "blue-front"))
    assert wanted.party == Party("Blue Front", "blue-front")
    assert wanted.former == ("red-brigade",)
    assert wanted.sought().ids == ("blue-front", "red-brigade")


def test_what_was_coded_before_a_merge_is_the_kept_actors():
    report = Report("The Red Brigade met.")
    value = report.who("Red Brigade", RED)
    merged = ROSTER.merged("red-brigade", "blue-front")
    assert find_party("Blue Front", NAMED, merged).is_(party_of(report.file(), value, merged))


def test_an_actor_that_left_the_casebooks_own_list_keeps_its_coded_name():
    assert find_party("RB", NAMED, Roster([BLUE])).party == Party("Red Brigade", "red-brigade")


def test_nobody_near_is_meant_but_names_like_it_are_shown():
    with pytest.raises(InputError, match=r"nobody is called 'Kano Front'.*Popular Front of Kano \(unlisted:"):
        find_party("Kano Front", NAMED, ROSTER)


@pytest.mark.parametrize("asked", ["", "'", '"; --', "the", "%", "ኢትዮጵያ", "\u202e", "x" * 5000])
def test_an_odd_name_is_nobodys(asked):
    with pytest.raises(InputError, match="nobody is called"):
        find_party(asked, NAMED, ROSTER)


@pytest.mark.parametrize("text", ["حركة الشباب", "Тамра", "ألوية", "テロ組織", 'L\'Armée "Rouge"'])
def test_a_name_in_any_script_is_found_as_the_texts_spell_it(text):
    assert find_party(text, [Spelled(None, text, text, 1)], ROSTER).party.name == text


@given(st.text())
def test_any_text_means_somebody_who_bears_it_or_is_refused(asked):
    try:
        found = find_party(asked, NAMED, ROSTER)
    except InputError:
        return
    assert found.party.key in {"red-brigade", "blue-front", "sea-guard", "iso:ML", "unlisted:popular front of kano"}


def test_a_country_acts_and_a_town_does_not():
    report = Report("Mali and Gao talked.")
    mali, gao = report.country("Mali"), report.country("Gao", GAO)
    assert party_of(report.file(), mali, ROSTER) == Party("Mali", MALI.id)
    assert party_of(report.file(), gao, ROSTER) is None


def test_gunmen_and_private_persons_are_nobody():
    report = Report("Gunmen shot Ana Sol.")
    private = report.who("Ana Sol", labels=("private_person",))
    assert party_of(report.file(), private, ROSTER) is None
    assert party_of(report.file(), Named("Gunmen", labels=("armed_group",)), ROSTER) is None


def test_a_claim_is_an_actors_own_word_by_its_key_or_by_one_of_its_spellings():
    wanted = find_party("RB", NAMED, ROSTER)
    assert wanted.speaks(Speaker(SpeakerKind.PERPETRATOR, "the group", "red-brigade"))
    assert wanted.speaks(Speaker(SpeakerKind.PERPETRATOR, "The RB"))
    assert not wanted.speaks(Speaker(SpeakerKind.PERPETRATOR, "RB", SEA.id))
    assert not wanted.speaks(Speaker(SpeakerKind.AUTHOR))
