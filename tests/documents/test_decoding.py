import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.decoding import clean, decode
from dateline.errors import UnreadableDocument

characters = st.characters(exclude_categories=["Cs", "Cc"])
plain_text = st.text(characters)
any_text = st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF))


@given(plain_text.filter(lambda text: not text.startswith("\ufeff")))
def test_utf_8_comes_as_it_is(text):
    assert decode(text.encode()).text == text


@given(plain_text)
def test_a_byte_order_mark_is_not_part_of_the_text(text):
    assert decode(codecs.BOM_UTF8 + text.encode()).text == text


_MARKS = [
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
]


@pytest.mark.parametrize(("mark", "name"), _MARKS)
@given(text=plain_text)
def test_utf_16_and_32_with_their_mark_come_as_they_are(mark, name, text):
    assert decode(mark + text.encode(name)).text == text


@given(st.binary())
def test_any_bytes_are_text_or_a_refusal(data):
    try:
        decoded = decode(data)
    except UnreadableDocument:
        return
    assert decoded.text.encode().decode() == decoded.text
    assert "\r" not in decoded.text
    assert "\0" not in decoded.text


@given(any_text)
def test_cleaning_twice_changes_nothing_more(text):
    once = clean(text).text
    assert clean(once).text == once
    assert clean(once).notes == ()


def test_western_text_is_read_as_windows_1252_and_said_so():
    decoded = decode("Attaque à l’aéroport, “40” blessés".encode("windows-1252"))
    assert decoded.text == "Attaque à l’aéroport, “40” blessés"
    assert decoded.notes == ("not valid UTF-8: decoded as windows-1252",)


def test_a_broken_byte_in_utf_8_costs_one_character_not_the_text():
    decoded = decode("قال مسؤول إن أربعة قتلوا".encode() + b"\xff")
    assert decoded.text == "قال مسؤول إن أربعة قتلوا\ufffd"
    assert decoded.notes == ("1 places that are not utf-8 replaced with U+FFFD",)


def test_bytes_that_no_western_encoding_has_are_replaced():
    decoded = decode(b"Four killed \x81\x8d in a blast in the market, police said on Monday")
    assert "Four killed \ufffd\ufffd in" in decoded.text


def test_a_declared_encoding_is_used_when_the_bytes_are_not_utf_8():
    text = "Четыре человека убиты"
    assert decode(text.encode("windows-1251"), declared="windows-1251").text == text


def test_a_declared_encoding_does_not_win_over_valid_utf_8():
    assert decode("“Zed”".encode(), declared="iso-8859-1").text == "“Zed”"


def test_a_page_that_says_latin_1_means_windows_1252():
    assert decode("“Zed” said so".encode("windows-1252"), declared="ISO-8859-1").text == "“Zed” said so"


@pytest.mark.parametrize("declared", ["no-such-encoding", "base64", "rot13", "ascii\0"])
def test_an_encoding_that_python_does_not_know_is_passed_over(declared):
    assert decode("caf\xe9 in Zed".encode("windows-1252"), declared=declared).text == "café in Zed"


def test_text_in_an_encoding_that_nothing_names_is_refused_with_the_remedy():
    with pytest.raises(UnreadableDocument, match="save it as UTF-8"):
        decode("Четыре человека убиты".encode("windows-1251"))


@pytest.mark.parametrize("data", [bytes(1000), bytes(range(256)) * 4, b"\x7fELF\x02\x01\x01" + bytes(50)])
def test_binary_content_is_refused(data):
    with pytest.raises(UnreadableDocument, match="binary"):
        decode(data)


def test_a_few_nul_characters_are_replaced_in_place():
    decoded = decode(b"Four killed\0in a blast in a market on Monday")
    assert decoded.text == "Four killed\ufffdin a blast in a market on Monday"
    assert decoded.notes == ("1 NUL characters replaced with U+FFFD",)


def test_lone_surrogates_are_replaced_in_place():
    assert clean("a\ud800b\udfffc") == clean("a\ud800b\udfffc")
    assert clean("a\ud800b\udfffc").text == "a\ufffdb\ufffdc"
    assert clean("a\ud800b").notes == ("1 lone surrogates replaced with U+FFFD",)


def test_every_line_end_becomes_a_newline():
    assert clean("a\r\nb\rc\nd").text == "a\nb\nc\nd"


@pytest.mark.parametrize(
    "text", ["\u200fشهد\u200e", "👩‍🚒🏽", "می\u200cگویند", "a\u2028b\u0085c", "e\u0301", "\u202bx\u202c"]
)
def test_marks_joiners_and_emoji_stay(text):
    assert decode(text.encode()).text == text
