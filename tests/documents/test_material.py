import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.material import join_title
from dateline.values.spans import Span
from documents.materials import material


def test_a_title_becomes_the_first_paragraph():
    assert join_title("Four killed", "A bomb.") == ("Four killed\n\nA bomb.", Span(0, 11))


def test_a_title_on_several_lines_becomes_one():
    assert join_title(" Four\n killed ", "A bomb.")[0] == "Four killed\n\nA bomb."


@pytest.mark.parametrize("body", ["Four killed\nA bomb.", "FOUR KILLED\n\nA bomb.", "Four killed"])
def test_a_title_that_the_body_opens_with_is_not_repeated(body):
    assert join_title("Four killed", body) == (body, Span(0, 11))


def test_a_title_that_is_only_the_beginning_of_a_sentence_is_set_before_it():
    assert join_title("Four killed", "Four killed in Zed.")[0] == "Four killed\n\nFour killed in Zed."


@pytest.mark.parametrize("title", [None, "", " \n"])
def test_no_title_is_no_span(title):
    assert join_title(title, "A bomb.") == ("A bomb.", None)


@given(st.text(), st.text())
def test_a_title_always_stands_at_its_span(title, body):
    text, span = join_title(title, body)
    assert (span is None) == (not title.split())
    assert span is None or span.cut(text).casefold() is not None
    assert text.endswith(body)


@pytest.mark.parametrize(
    ("origin", "suffix"),
    [("a/b.CSV", ".csv"), ("a.b/c", ""), ("https://zed.example/a.pdf?x=.txt#y", ".pdf"), ("https://zed.example", "")],
)
def test_the_suffix_is_that_of_the_path_or_of_the_address_s_path(origin, suffix):
    assert material(b"", origin).suffix == suffix
