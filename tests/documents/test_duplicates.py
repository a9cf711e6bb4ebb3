from hypothesis import given
from hypothesis import strategies as st

from dateline.documents import copy_key
from factories import document


def test_a_copy_with_other_quotes_spaces_and_case_has_the_same_key():
    ours = document("“Four killed”, the minister’s office said — on Monday.", origin="a")
    theirs = document("FOUR KILLED\", the  minister's office said\non Monday", origin="b")
    assert copy_key(ours) == copy_key(theirs)


def test_another_number_is_another_text():
    assert copy_key(document("4 killed")) != copy_key(document("5 killed"))


def test_accents_and_vowel_signs_count():
    assert copy_key(document("côte")) != copy_key(document("cote"))


def test_texts_without_letters_are_copies_only_when_they_are_the_same():
    assert copy_key(document("...")) != copy_key(document("???"))


@given(st.text(min_size=1))
def test_white_space_never_counts(text):
    spread = " ".join(text)
    assert not any(c.isalnum() for c in text) or copy_key(document(text)) == copy_key(document(f"\n{text} \t"))
    assert len(copy_key(document(spread))) == 64
