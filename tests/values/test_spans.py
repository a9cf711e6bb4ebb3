"""Spans and quotes: what they hold and what they refuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import QuoteError
from dateline.values.spans import Quote, Span


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 4)])
def test_a_span_holds_at_least_one_character(start, end):
    with pytest.raises(QuoteError, match="a span needs"):
        Span(start, end)


def test_a_span_contains_itself_and_what_lies_inside():
    assert Span(2, 9).contains(Span(2, 9))
    assert Span(2, 9).contains(Span(3, 5))
    assert not Span(2, 9).contains(Span(3, 10))


def test_spans_that_touch_do_not_overlap():
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


@given(st.text(min_size=1), st.data())
def test_a_quote_stands_where_it_was_cut(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end].strip():
        quote = Quote.from_text(text, start, end)
        assert quote.stands_in(text)
        assert quote.text == text[start:end].strip()
    else:
        with pytest.raises(QuoteError):
            Quote.from_text(text, start, end)


def test_a_quote_does_not_stand_in_another_text():
    assert not Quote.from_text("sixty died", 0, 5).stands_in("forty died")


def test_a_quote_beyond_the_end_of_its_text_is_refused():
    with pytest.raises(QuoteError, match="3 characters"):
        Quote.from_text("abc", 1, 5)
