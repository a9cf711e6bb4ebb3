import pytest
from lxml.html import document_fromstring

from dateline.documents.pages.dates import find_publication, page_fields


def find(head="", body="<p>Four killed.</p>"):
    return find_publication(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


@pytest.mark.parametrize("field", page_fields(), ids=lambda field: f"{field.kind} {field.name}")
def test_each_field_s_example_gives_its_date(field):
    placed = {"body": field.example} if field.kind == "element" else {"head": field.example}
    published, notes = find(**placed)
    assert published is not None
    assert published.isoformat() == field.published
    assert notes == (f"published read from the page's {field.kind} {field.name}",)


def test_a_page_that_names_no_date_has_none():
    assert find(body="<p>On 3 May 2023 four were killed.</p><time>4 May 2023</time>") == (None, ())


def test_the_date_of_a_change_is_not_the_date_of_publication():
    assert find('<meta property="article:modified_time" content="2023-08-02">') == (None, ())


def test_a_field_that_holds_no_date_is_said_and_the_next_is_asked():
    head = '<meta property="article:published_time" content="soon"><meta name="date" content="2023-07-31">'
    published, notes = find(head)
    assert published is not None
    assert published.isoformat() == "2023-07-31"
    assert "published left unknown" in notes[0]
    assert "article:published_time" in notes[0]


@pytest.mark.parametrize("block", ["{", "[]", '{"datePublished": 3}', '{"datePublished": null}', "[" * 50_000])
def test_a_broken_block_of_data_is_passed_over(block):
    assert find(f'<script type="application/ld+json">{block}</script>') == (None, ())


def test_the_outermost_date_of_a_block_of_data_wins():
    block = '{"comment": {"datePublished": "2023-09-09"}, "datePublished": "2023-07-31"}'
    published, _ = find(f'<script type="application/ld+json">{block}</script>')
    assert published is not None
    assert published.isoformat() == "2023-07-31"
