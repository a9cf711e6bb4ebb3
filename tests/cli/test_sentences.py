import io

import pytest

from dateline.cli.screen import console
from dateline.cli.sentences import event_line, joined, marked, paged, print_row, sentence

SAID = {
    "document_id": "doc-1",
    "origin": "a.txt",
    "source": None,
    "published_on": None,
    "stance": "reported",
    "speaker": "author",
    "speaker_kind": "author",
    "hedge": None,
    "quote": "It has\nmany  friends.",
    "start": 10,
    "end": 31,
    "highlight_start": 23,
    "highlight_end": 30,
    "date_said": "since 2014",
}
EVENT = {
    "event_id": "evt-0123456789",
    "kind": "attack",
    "date": None,
    "place": None,
    "deaths": None,
    "perpetrator": "Red Brigade",
    "perpetrator_id": "red-brigade",
    "perpetrator_stance": "claimed",
}


def printed(row):
    stream = io.StringIO()
    print_row(console(stream), "what", row)
    return stream.getvalue()


def test_a_sentence_says_who_says_so_when_and_where_it_stands():
    line = sentence({**SAID, "speaker": "a colonel", "speaker_kind": "authority", "hedge": "likely"}).plain
    assert line == "    a.txt, undated, a colonel (authority), reported, 'likely': It has many friends.  [doc-1:10-31]"


def test_the_words_of_the_value_are_marked_and_kept_apart():
    text = marked("The  group\x1b[31m fights.", 5, 15)
    assert text.plain == "The group\\u001b[31m fights."
    assert [text.plain[span.start : span.end] for span in text.spans] == ["group\\u001b[31m"]


@pytest.mark.parametrize(("date", "shown"), [(None, True), ("2014-01-01/..", False)])
def test_a_sentences_own_time_is_shown_where_the_row_has_none(date, shown):
    assert ("(since 2014)" in printed({"date": date, "said": [SAID]})) is shown


def test_an_event_is_told_in_a_line_and_what_is_unknown_is_said_to_be():
    assert event_line(EVENT) == "undated, place unknown, attack, perpetrator: Red Brigade (claimed), evt-01234567"
    assert "perpetrator" not in event_line(EVENT, besides="red-brigade")


def test_another_perpetrator_without_an_id_is_told_beside_an_actor_without_one():
    assert "perpetrator: gunmen" in event_line({**EVENT, "perpetrator": "gunmen", "perpetrator_id": None}, besides="x")


@pytest.mark.parametrize(
    ("limit", "skip", "as_json", "shown"),
    [
        (None, 0, False, 50),
        (None, 0, True, 60),
        (None, 50, False, 10),
        (3, 0, True, 3),
        (3, 59, False, 1),
        (3, 99, True, 0),
    ],
)
def test_a_page_is_what_was_asked_for(limit, skip, as_json, shown):
    rows = [{"n": number} for number in range(60)]
    assert paged(rows, limit=limit, skip=skip, as_json=as_json) == rows[skip : skip + shown]


def test_what_is_not_there_leaves_no_trace():
    assert joined("a", None, "", [], ["b", "c"]) == "a; b, c"
