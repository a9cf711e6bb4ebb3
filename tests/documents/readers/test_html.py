from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.readers import html
from dateline.errors import UnreadableDocument
from dateline.values.dates import DateValue
from documents.materials import ARTICLE, material, page

_OG = '<meta property="og:title" content="Four killed"><meta property="og:site_name" content="Zed Herald">'
_DATE = '<meta property="article:published_time" content="2023-07-31T09:00:00+05:00">'


def read(data, origin="a.html", **known):
    (document,) = html.read(material(data, origin, **known))
    return document


def test_the_article_is_kept_and_the_furniture_is_not():
    text = read(page()).text
    assert all(paragraph in text for paragraph in ARTICLE)
    assert not any(word in text for word in ("Home", "Sport", "Terms of use"))


def test_paragraphs_are_parted_by_blank_lines():
    assert read(page()).text.split("\n\n")[1:] == list(ARTICLE)


def test_the_title_is_the_first_paragraph():
    document = read(page(head=_OG, heading=""))
    assert document.title is not None
    assert document.title.cut(document.text) == "Four killed"
    assert document.text.startswith("Four killed\n\nA bomb")


def test_the_article_s_own_heading_wins_over_the_shorter_title_of_the_metadata():
    document = read(page(head=_OG))
    assert document.title is not None
    assert document.title.cut(document.text) == "Four killed in market blast"
    assert document.text.startswith("Four killed in market blast\n\nA bomb")


def test_the_site_and_the_date_come_from_the_page_s_metadata():
    document = read(page(head=_OG + _DATE))
    assert document.source == "Zed Herald"
    assert document.published == DateValue.on(date(2023, 7, 31))
    assert document.notes == ("published read from the page's meta article:published_time",)


def test_the_user_s_word_wins_over_the_page_s():
    day = DateValue.on(date(2020, 1, 1))
    document = read(page(head=_OG + _DATE), published=day, source="My copy")
    assert (document.published, document.source, document.notes) == (day, "My copy", ())


def test_a_date_in_the_article_is_not_the_date_of_publication():
    assert read(page(paragraphs=("Four people were killed in the market of Zed on 3 May 2023.",))).published is None


def test_the_page_s_own_address_is_kept_where_none_is_known():
    head = '<link rel="canonical" href="https://zed.example/a">'
    assert read(page(head=head)).url == "https://zed.example/a"
    assert read(page(head=head), url="https://mirror.example/b").url == "https://mirror.example/b"


def test_an_address_that_is_not_on_the_web_is_not_kept():
    assert read(page(head='<link rel="canonical" href="javascript:alert(1)">')).url is None


def test_scripts_and_styles_are_not_text():
    assert "alert" not in read(page(body="<script>alert('x')</script><style>p {color: red}</style>")).text


@pytest.mark.parametrize(
    "words",
    ["می\u200cگویند چهار نفر در شهر کشته شدند", "👩\u200d🚒 firefighters came to the market", "\u200fنהרגו ארבעה"],
)
def test_joiners_and_marks_stay_in_the_text(words):
    assert words in read(page(paragraphs=(*ARTICLE, f"x {words} x"))).text


@pytest.mark.parametrize("entity", ["&zwnj;", "&#8204;", "&#x200C;"])
def test_joiners_written_as_entities_stay_in_the_text(entity):
    assert "می\u200cگویند" in read(page(paragraphs=(*ARTICLE, f"می{entity}گویند"))).text


def test_the_page_s_encoding_is_obeyed():
    text = "Четыре человека убиты в результате взрыва на рынке, сообщила полиция."
    data = page(head='<meta charset="windows-1251">', title="Взрыв", paragraphs=(text,)).decode().encode("windows-1251")
    assert text in read(data).text


def test_the_server_s_encoding_is_obeyed():
    text = "Четыре человека убиты в результате взрыва на рынке, сообщила полиция."
    data = page(title="Взрыв", paragraphs=(text,)).decode().encode("windows-1251")
    assert text in read(data, media_type="text/html; charset=windows-1251").text


def test_broken_markup_is_mended():
    data = b"<html><body><p>" + ARTICLE[0].encode() + b"<p><b>" + ARTICLE[1].encode() + b"</i></table></div>"
    assert all(paragraph in read(data).text for paragraph in ARTICLE)


def test_an_xhtml_page_with_an_encoding_declaration_is_read():
    data = b'<?xml version="1.0" encoding="utf-8"?>' + page()
    assert ARTICLE[0] in read(data).text


def test_a_page_at_the_limit_of_tags_is_read():
    many = tuple(f"Four people were killed in street {number} of Zed, police said." for number in range(2000))
    assert many[-1] in read(page(paragraphs=many)).text


@pytest.mark.parametrize(
    "head",
    [b"<!DOCTYPE html>", b"\n <html lang=en>", b"\xef\xbb\xbf<HTML>", b"<?xml version='1.0'?>\n<!-- x -->\n<html>"],
)
def test_a_page_is_known_by_its_first_bytes(head):
    assert html.accepts(material(head, "page"))


@pytest.mark.parametrize("head", [b"The <html> tag is not at the start", b"<p>Four killed", b"", b"<htmlish>"])
def test_text_that_speaks_of_tags_is_not_a_page(head):
    assert not html.accepts(material(head, "report.txt"))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_characters_in_a_page_are_read_or_refused(text):
    try:
        document = read(f"<html><body><p>{text}</p></body></html>".encode())
    except UnreadableDocument:
        return
    assert document.text.strip()
