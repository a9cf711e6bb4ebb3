from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.mentions.pieces import LONGEST_PIECE, blank_unbroken, cut_long, group, has_words
from dateline.values.spans import Span

SENTENCE = "Gunmen attacked a police post in Jalalabad on Friday. "


def cut(text):
    return [span.cut(text) for span in cut_long(text, Span(0, len(text)))]


def test_a_paragraph_of_common_length_stays_whole():
    assert cut(SENTENCE * 10) == [SENTENCE * 10]


def test_a_long_paragraph_is_cut_where_sentences_end():
    pieces = cut((SENTENCE * 500).strip())
    assert len(pieces) > 1
    assert all(piece.startswith("Gunmen") and piece.rstrip().endswith("Friday.") for piece in pieces)


def test_without_sentences_it_is_cut_between_words_and_without_words_where_it_is_full():
    assert all(set(piece.split()) == {"killed"} for piece in cut("killed " * 2000))
    assert cut("x" * (LONGEST_PIECE + 5)) == ["x" * LONGEST_PIECE, "x" * 5]


@given(st.lists(st.sampled_from([SENTENCE, "x" * 3000, " " * 5000, "\n", "kill. ", "ß. 💣"]), min_size=1, max_size=12))
def test_no_piece_is_too_long_and_nothing_but_white_space_is_left_out(parts):
    text = "".join(parts)
    spans = list(cut_long(text, Span(0, len(text))))
    assert all(len(span) <= LONGEST_PIECE for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join("".join(span.cut(text) for span in spans).split()) == "".join(text.split())


@given(st.text() | st.text("x- ", min_size=190, max_size=450))
def test_blanking_keeps_the_length_and_every_word_that_may_be_one(text):
    blanked = blank_unbroken(text)
    assert len(blanked) == len(text)
    assert [word for word in text.split() if len(word) <= 200] == blanked.split()


def test_digits_signs_and_bullets_are_nothing_to_parse():
    assert not any(map(has_words, ["1,234 - 5", "\"''\"", "* * *", "a) b)", "___", "12:30"]))
    assert all(map(has_words, ["Kabul", "3 killed", "IS", "قتل"]))


@given(st.lists(st.text(max_size=9000), max_size=80))
def test_groups_hold_every_text_in_order(texts):
    assert [text for together in group(texts) for text in together] == texts


def test_groups_are_small():
    assert [len(together) for together in group(["x" * 4000] * 10)] == [4, 4, 2]
    assert [len(together) for together in group(["x"] * 130)] == [64, 64, 2]
