"""Features: what each one sees in a name and its surroundings."""

import pytest

from dateline.mentions.placing.features import FEATURES
from mentions.placing.placed import site_of

EXAMPLES = [  # feature, text, name, what the lists and the recogniser say
    ("recognised_as_place", "He left Varda.", "Varda", {"GPE": "Varda"}),
    ("recognised_as_person", "He met Lode.", "Lode", {"PERSON": "Lode"}),
    ("recognised_as_body", "He met Lode.", "Lode", {"ORG": "Lode"}),
    ("recognised_as_facility", "He met Lode.", "Lode", {"FAC": "Lode"}),
    ("recognised_as_actor", "The Karth attacked.", "Karth", {"ACTOR": "Karth"}),
    ("within_a_person", "Varda Jones fled.", "Varda", {"PERSON": "Varda Jones"}),
    ("within_a_body", "Varda United won.", "Varda", {"ORG": "Varda United"}),
    ("within_a_facility", "Varda Bridge fell.", "Varda", {"FAC": "Varda Bridge"}),
    ("within_an_actor", "The Karth Army fled.", "Karth", {"ACTOR": "Karth Army"}),
    ("within_a_place_name", "He left Upper Varda.", "Varda", {"GPE": "Upper Varda"}),
    ("holds_a_recognised_place", "He left Varda.", "Varda", {"GPE": "Var"}),
    ("head_of_a_local_body", "Varda Police Command spoke.", "Varda", {"ORG": "Varda Police Command"}),
    ("head_of_another_body", "The Varda Daily Gazette wrote.", "Varda", {"ORG": "Varda Daily Gazette"}),
    ("tail_of_a_name", "The Friends of Varda met.", "Varda", {"ORG": "Friends of Varda"}),
    ("names_a_country", "He left Karth.", "Karth", {}),
    ("names_an_admin1", "He left Osk.", "Osk", {}),
    ("names_a_settlement", "He left Varda.", "Varda", {}),
    ("names_a_region", "He left Nal.", "Nal", {}),
    ("only_another_name", "He left Nal.", "Nal", {}),
    ("small_or_unknown_size", "He left Lode.", "Lode", {}),
    ("great_city", "He left Karth.", "Karth", {}),
    ("country_within_a_name", "Karth Airways flew.", "Karth", {"ORG": "Karth Airways"}),
    ("admin1_within_a_name", "Osk Airways flew.", "Osk", {"ORG": "Osk Airways"}),
    ("large_place_within_a_name", "Karth Airways flew.", "Karth", {"ORG": "Karth Airways"}),
    ("found_by_its_letters", "He left Varda.", "Varda", {}),
    ("after_a_place_preposition", "It fell near the Varda.", "Varda", {}),
    ("after_a_looser_preposition", "He came from Varda.", "Varda", {}),
    ("after_a_person_preposition", "He was seen with Varda.", "Varda", {}),
    ("called_a_kind_before", "The village of Varda burnt.", "Varda", {}),
    ("called_a_kind_after", "In Varda district", "Varda", {}),
    ("explained_as_a_place", "Varda, a town in the hills, burnt.", "Varda", {}),
    ("before_its_unit", "In Varda, Osk", "Varda", {}),
    ("after_its_part", "In Varda, Osk", "Osk", {}),
    ("beside_another_name", "In Varda, Lode", "Lode", {}),
    ("after_a_title", "Judge Varda spoke.", "Varda", {}),
    ("before_saying", "Varda said so.", "Varda", {}),
    ("after_a_capital", "The old Big Varda fell.", "Varda", {}),
    ("before_a_capital", "Varda Bridge fell.", "Varda", {}),
    ("before_a_number", "On Varda 61", "Varda", {}),
    ("after_a_number", "At 61 Varda", "Varda", {}),
    ("before_a_body_word", "The Varda Gazette wrote.", "Varda", {}),
    ("before_a_local_body_word", "Varda police spoke.", "Varda", {}),
    ("possessive", "Varda's mayor spoke.", "Varda", {}),
    ("after_an_article", "The Varda fell.", "Varda", {}),
    ("tied_by_a_hyphen", "A Varda-based firm", "Varda", {}),
    ("opens_the_line", "Varda fell.", "Varda", {}),
    ("opens_a_sentence", "It fell. Varda fell.", "Varda", {}),
    ("in_a_list", "In Varda and Lode", "Varda", {}),
    ("short_name", "In Lode", "Lode", {}),
    ("a_surname_in_the_document", "In Varda Omar Varda spoke.", "Varda", {"PERSON": "Omar Varda"}),
    ("a_first_name_in_the_document", "In Varda Varda Omar spoke.", "Varda", {"PERSON": "Varda Omar"}),
    ("mostly_a_place_in_the_document", "In Varda", "Varda", {"GPE": "Varda"}),
    ("a_word_in_small_letters", "In Varda a varda fell.", "Varda", {}),
]
NAMED = {feature.__name__: feature for feature in FEATURES}
LISTED = ["Varda", "Lode", "Osk", "Nal", "Karth"]


@pytest.mark.parametrize(("feature", "text", "name", "named"), EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_a_feature_sees_its_example_and_not_a_bare_name(feature, text, name, named):
    measure = NAMED[feature]
    listed = [] if feature == "recognised_as_actor" else LISTED
    assert measure(*site_of(name, text, listed=listed, **named)) > 0
    assert measure(*site_of("Vardania", "see vast Vardania go", GPE="Vardania")) == (
        feature == "recognised_as_place"
    ) or (feature == "mostly_a_place_in_the_document")


def test_every_feature_says_what_it_measures():
    assert all((feature.__doc__ or "").startswith(("Tell", "Give", "Grow")) for feature in FEATURES)


def test_a_cue_alone_and_an_unknown_name_are_told():
    assert NAMED["found_by_a_cue_alone"](*site_of("Lode", "He died in Lode.")) == 1
    assert NAMED["unknown_name"](*site_of("Zumm", "He left Zumm.", GPE="Zumm")) == 1


def test_population_grows_by_orders_of_magnitude():
    sizes = [
        NAMED["large_population"](*site_of(name, f"In {name}", listed=[name])) for name in ("Lode", "Varda", "Karth")
    ]
    assert sizes == sorted(sizes)
    assert 0 < sizes[0] < sizes[-1] <= 1
