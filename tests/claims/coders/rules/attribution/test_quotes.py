"""Where a text stands in quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.coders.rules.attribution.quotes import around, find_quotations
from dateline.values.spans import Span


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "come here" and left.', ['"come here"']),
        ("\u201cCome,\u201d he said. \u201cNow.\u201d", ["\u201cCome,\u201d", "\u201cNow.\u201d"]),
        ('"We wait.\n"We stay," she said.', ['"We wait.', '"We stay,"']),
        ('A board of 6" by 4" was found.', []),
        ("Nobody spoke.", []),
    ],
)
def test_quotations_are_found(text, quoted):
    assert [span.cut(text) for span in find_quotations(text)] == quoted


def test_an_offset_is_in_the_quotation_that_holds_it():
    quotations = find_quotations('He said "come here" and left.')
    assert around(quotations, 10) == Span(8, 19)
    assert around(quotations, 3) is None
    assert around(quotations, 19) is None


@given(st.text(alphabet='ab \n"\u201c\u201d(.', max_size=60))
def test_quotations_stand_in_their_paragraph_in_order(text):
    quotations = find_quotations(text)
    assert all(one.end <= other.start for one, other in pairwise(quotations))
    assert all("\n" not in span.cut(text) for span in quotations)
