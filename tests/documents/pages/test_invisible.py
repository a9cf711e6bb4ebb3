from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fragment_fromstring

from dateline.documents.pages.invisible import hide_invisible, show_invisible

marked = st.text(st.sampled_from("abc می\u200c\u200d\u200e\u200f\u202b\u202c\u2067\u2069👩🚒\u061c\u200b"))


@given(marked, marked)
def test_what_is_hidden_in_a_tree_is_shown_again(text, tail):
    tree = fragment_fromstring("<div><b>x</b>y</div>")
    tree[0].text, tree[0].tail = text, tail
    hide_invisible(tree)
    assert tree[0].text.isprintable()
    assert show_invisible(tree[0].text) == text
    assert show_invisible(tree[0].tail) == tail


def test_elements_without_text_are_left_alone():
    tree = fragment_fromstring("<div><br></div>")
    hide_invisible(tree)
    assert (tree.text, tree[0].text, tree[0].tail) == (None, None, None)
