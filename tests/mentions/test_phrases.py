"""The phrase finder: which names stand where."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.records import Document
from dateline.mentions.finders.phrases import PhraseFinder
from dateline.mentions.records import MentionKind, Phrase
from dateline.values.folding import fold


def actor(text, key, *labels, case_sensitive=False):
    return Phrase(text, MentionKind.ACTOR, key, labels, case_sensitive)


def place(text, key):
    return Phrase(text, MentionKind.PLACE, key)


PHRASES = (
    actor("Islamic State", "is", "rebel"),
    actor("IS", "is", "rebel", case_sensitive=True),
    actor("IS-K", "isk", "rebel", case_sensitive=True),
    actor("Islamic State Khorasan Province", "isk", "rebel"),
    actor("Taliban", "taliban"),
    actor("Afghan Taliban", "taliban"),
    actor("Pakistani Taliban", "ttp"),
    actor("Tehreek-e-Taliban Pakistan", "ttp"),
    actor("LeT", "let", case_sensitive=True),
    actor("Jamiat Ulema-e-Islam (F)", "jui-f"),
    actor("Hay'at Tahrir al-Sham", "hts"),
    actor("Contras", "contras", case_sensitive=True),
    actor("FMLN", "fmln", case_sensitive=True),
    actor("Farabundo Marti National Liberation Front", "fmln"),
    actor("National Liberation Front", "fln"),
    actor("National Liberation Army", "eln-co"),
    actor("National Liberation Army", "eln-bo"),
    actor("BCP", "biplobi", case_sensitive=True),
    actor("Biplobi Communist Party", "biplobi"),
    place("Pakistan", "pk"),
    place("Nice", "nice"),
    place("Khyber Pakhtunkhwa", "kp"),
)
FINDER = PhraseFinder(PHRASES)


def find(text, reading=None, finder=FINDER):
    mentions, aliases = finder.find(Document(text, "test"), fold(reading or text))
    return [(mention.text, *mention.keys) for mention in mentions], aliases


def found(text, reading=None):
    return find(text, reading)[0]


def test_every_word_of_a_mention_stands_at_its_span():
    text = "The Taliban denied it; Tehreek‑e‑Taliban Pakistan did not."
    mentions, _ = FINDER.find(Document(text, "test"), fold(text))
    assert [mention.span.cut(text) for mention in mentions] == [mention.text for mention in mentions]
    assert [mention.text for mention in mentions] == ["Taliban", "Tehreek‑e‑Taliban Pakistan"]


@pytest.mark.parametrize(
    "text",
    [
        "Tehreek-e-Taliban Pakistan",
        "TEHREEK E TALIBAN PAKISTAN",
        "Tehreek–e–Taliban\nPakistan",
        "tehreek-é-taliban pakistan",
    ],
)
def test_case_hyphens_accents_and_line_breaks_do_not_count(text):
    assert found(f"fighters of {text} fled") == [(text, "ttp")]


def test_the_longest_name_wins():
    assert found("The Afghan Taliban and the Taliban met.") == [("Afghan Taliban", "taliban"), ("Taliban", "taliban")]


def test_a_name_is_not_found_inside_a_word():
    assert found("The Talibanisation of Pakistanis") == []


def test_a_possessive_is_not_part_of_the_name():
    assert found("Pakistan's border and the Taliban’s men") == [("Pakistan", "pk"), ("Taliban", "taliban")]


def test_an_acronym_is_not_found_inside_a_longer_one():
    assert found("IS-X and ISIS and IS-K") == [("IS-K", "isk")]


def test_an_acronym_is_found_before_a_hyphenated_word():
    assert found("an IS-linked cell") == [("IS", "is")]


def test_a_case_sensitive_acronym_needs_its_capitals():
    assert found("What is next? Let him go.") == []


def test_an_acronym_that_is_a_word_is_not_found_among_capitals():
    assert found("WHAT IS NEXT FOR THE CITY") == []


def test_capitals_are_read_from_the_recased_text():
    assert found("HE LET THEM GO. LET STRUCK.", "He let them go. LeT struck.") == [("LET", "let")]


def test_a_name_that_is_also_a_word_needs_its_capitals():
    assert found("the contras of the case; the Contras") == [("Contras", "contras")]


def test_a_place_needs_its_capital():
    assert found("a nice day in Nice") == [("Nice", "nice")]


def test_a_name_does_not_reach_over_punctuation():
    assert found("in the Islamic. State officials said") == []


def test_a_name_keeps_its_own_punctuation():
    assert found("a rally of Jamiat Ulema-e-Islam (F), police said") == [("Jamiat Ulema-e-Islam (F)", "jui-f")]


def test_an_apostrophe_in_a_name_may_be_left_out():
    assert found("Hayat Tahrir al-Sham; Hay’at Tahrir al-Sham") == [
        ("Hayat Tahrir al-Sham", "hts"),
        ("Hay’at Tahrir al-Sham", "hts"),
    ]


def test_a_shared_name_has_all_its_keys_in_list_order():
    assert found("the National Liberation Army") == [("National Liberation Army", "eln-co", "eln-bo")]


def test_labels_come_with_the_mention():
    mentions, _ = FINDER.find(Document("Islamic State", "test"), "Islamic State")
    assert mentions[0].labels == ("rebel",)


def test_a_known_acronym_gives_its_key_to_a_new_long_form():
    mentions, aliases = find("Islamic State-Khorasan (IS-K) struck. Islamic State-Khorasan said so.")
    assert mentions == [("Islamic State-Khorasan", "isk"), ("IS-K", "isk"), ("Islamic State-Khorasan", "isk")]
    assert aliases == {"IS-K": "isk", "Islamic State-Khorasan": "isk"}


def test_a_known_long_form_gives_its_key_to_a_new_acronym():
    assert found("The Pakistani Taliban (PT) struck. PT fled.") == [
        ("Pakistani Taliban", "ttp"),
        ("PT", "ttp"),
        ("PT", "ttp"),
    ]


def test_an_unknown_long_form_and_its_acronym_are_an_actor_of_this_text():
    text = "The Popular Front of Kano (PFK) struck. The PFK said so."
    mentions, aliases = FINDER.find(Document(text, "test"), text)
    assert [(mention.text, mention.kind, mention.keys) for mention in mentions] == [
        ("Popular Front of Kano", MentionKind.ORGANISATION, ()),
        ("PFK", MentionKind.ORGANISATION, ()),
        ("PFK", MentionKind.ORGANISATION, ()),
    ]
    assert aliases == {"PFK": "Popular Front of Kano"}


def test_an_acronym_in_another_language_lends_its_key():
    text = "MEMBERS OF THE NATIONAL LIBERATION FRONT [FMLN] FLED. THE NATIONAL LIBERATION FRONT ..."
    assert found(text) == [
        ("NATIONAL LIBERATION FRONT", "fmln"),
        ("FMLN", "fmln"),
        ("NATIONAL LIBERATION FRONT", "fmln"),
    ]


def test_a_namesake_of_a_listed_acronym_is_another_actor():
    text = "The Bulgarian Communist Party (BCP) met. BCP members left."
    mentions, aliases = find(text)
    assert mentions == [("Bulgarian Communist Party",), ("BCP",), ("BCP",)]
    assert aliases == {"BCP": "Bulgarian Communist Party"}


def test_an_acronym_of_a_place_is_a_place():
    text = "in Khyber Pakhtunkhwa (KP). KP police"
    mentions, _ = FINDER.find(Document(text, "test"), text)
    assert [(mention.text, mention.kind) for mention in mentions] == [
        ("Khyber Pakhtunkhwa", MentionKind.PLACE),
        ("KP", MentionKind.PLACE),
        ("KP", MentionKind.PLACE),
    ]


def test_an_empty_list_finds_nothing():
    assert find("Taliban", finder=PhraseFinder(())) == ([], {})


def test_a_reading_of_another_length_is_refused():
    with pytest.raises(ValueError, match="5 characters"):
        FINDER.find(Document("Taliban", "test"), "Talib")


WORDS = st.sampled_from(
    [
        "Taliban",
        "afghan",
        "Afghan",
        "IS",
        "IS-K",
        "(",
        ")",
        "[FMLN]",
        "(PFK)",
        "Popular",
        "Front",
        "of",
        "Kano",
        "Pakistan",
        "-",
        "’s",
        "\n",
        "İ",
        "e\u0301",
        "National",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=25).map(" ".join))


@given(TEXTS)
def test_any_text_is_searched_and_every_mention_is_its_span(text):
    mentions, _ = FINDER.find(Document(text, "test"), fold(text))
    assert all(mention.span.cut(text) == mention.text for mention in mentions)


@given(TEXTS)
def test_mentions_are_in_order_and_do_not_overlap_within_a_kind(text):
    mentions, _ = FINDER.find(Document(text, "test"), fold(text))
    assert [mention.span for mention in mentions] == sorted(mention.span for mention in mentions)
    for kind in MentionKind:
        spans = [mention.span for mention in mentions if mention.kind is kind]
        assert all(before.end <= after.start for before, after in pairwise(spans))


@given(st.lists(st.sampled_from(["Ab", "Cd", "Ef"]), min_size=1, max_size=4), st.integers(1, 4))
def test_of_nested_names_only_the_longest_is_found(words, length):
    names = [" ".join(words[:size]) for size in range(1, min(length, len(words)) + 1)]
    finder = PhraseFinder([actor(name, f"k{len(name)}") for name in dict.fromkeys(names)])
    text = f"x {' '.join(words)} y"
    mentions, _ = finder.find(Document(text, "test"), text)
    assert mentions[0].text == names[-1]
