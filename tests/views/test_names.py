from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.records import Named
from dateline.views.names import is_private, mask, private_names
from factories import claim, document, frame


def named(text, *labels):
    doc = document(f"Police said that {text} was killed.", origin="n.txt")
    return doc, claim(doc, words=text, victim=Named(text, labels=labels))


def test_only_a_labelled_name_is_private():
    assert is_private(named("Ahmad Zahir", "private_person")[1])
    assert not is_private(named("Ahmad Zahir", "official")[1])


def test_a_mask_has_the_length_of_the_name():
    assert mask("Ahmad Zahir died.", ("Ahmad Zahir",)) == "███████████ died."


def test_a_mask_covers_other_spellings_of_quotes_and_case():
    assert mask("O\u2019BRIEN and O'Brien", ("O'Brien",)) == "███████ and ███████"


def test_a_mask_leaves_longer_words_alone():
    assert mask("Zahirabad", ("Zahir",)) == "Zahirabad"


def test_the_parts_of_a_name_are_withheld_too():
    doc, victim = named("Ahmad Zahir", "private_person")
    assert private_names([frame(doc, victim)]) == ("Ahmad Zahir", "Ahmad", "Zahir")


def test_short_and_small_parts_of_a_name_are_words_like_others():
    doc, victim = named("Abu al Qasim de Li", "private_person")
    assert private_names([frame(doc, victim)]) == ("Abu al Qasim de Li", "Qasim", "Abu")


@given(text=st.text(), name=st.text(min_size=1))
def test_a_mask_never_moves_an_offset(text, name):
    masked = mask(text, (name,))
    assert len(masked) == len(text)
    assert all(new in (old, "█") for old, new in zip(text, masked, strict=True))
