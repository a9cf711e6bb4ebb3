from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.copies import are_copies, copies, in_order, runs_of, source_of, voices
from factories import document

WIRE = (
    "A bomb tore through the vegetable market of the old town on Friday morning and killed four traders, police said. "
    "The blast broke windows across the square, and smoke stood over the river until noon."
)
LONGER = f"From our correspondent. {WIRE} The mayor called for three days of mourning and closed the schools."
OTHER = (
    "Four traders died when an explosion hit stalls in the centre, according to the district police. Nobody has said "
    "that it was behind it. Ambulances needed half an hour to get through."
)


def report(text, origin, day=1, **fields):
    return document(text, origin=origin, published=date(2020, 5, day), **fields)


def ids(*documents):
    return tuple(each.id for each in documents)


def test_a_wire_copy_under_a_local_byline_is_one_voice_with_the_wire():
    wire, copy = report(WIRE, "a"), report(f"By Our Reporter\n{WIRE.upper()}", "b", day=2)
    assert voices([copy, wire]) == (ids(wire, copy),)


def test_a_longer_version_that_contains_the_shorter_is_a_copy():
    short, long = report(WIRE, "a"), report(LONGER, "b", day=2)
    assert voices([short, long]) == (ids(short, long),)


def test_two_reports_of_one_event_in_their_own_words_are_two_voices():
    one, other = report(WIRE, "a"), report(OTHER, "b", day=2)
    assert voices([one, other]) == (ids(one), ids(other))


def test_what_a_site_puts_around_its_reports_makes_no_copies():
    around = "Sign up for our newsletter and get the news at breakfast, every day of the week, wherever you are.\n"
    one, other = report(around + WIRE, "a"), report(around + OTHER, "b")
    assert len(voices([one, other])) == 2


def test_reports_of_one_source_are_one_voice():
    first, later = report(WIRE, "a", source="Harbour Wire"), report(OTHER, "b", day=3, source="harbour  wire")
    assert voices([first, later]) == (ids(first, later),)
    assert len(copies([first, later])) == 2


def test_a_paper_that_prints_a_wire_report_and_its_own_has_a_voice_besides_the_wire():
    wire = report(WIRE, "a", source="Harbour Wire")
    printed, own = report(WIRE, "b", day=2, source="Valley Post"), report(OTHER, "c", day=3, source="Valley Post")
    assert voices([wire, printed, own]) == (ids(wire, printed), ids(own))


def test_copies_of_copies_are_one_voice():
    middle = report(LONGER, "b")
    ends = report(WIRE, "a"), report(LONGER.split(" killed ")[1], "c")
    assert len(voices([*ends, middle])) == 1


def test_short_texts_are_copies_only_where_they_are_the_same():
    assert are_copies(runs_of("A bomb killed four people."), runs_of("A BOMB killed four people"))
    assert not are_copies(runs_of("A bomb killed four people."), runs_of("A bomb killed four people in town."))


def test_without_a_source_the_address_tells_who_publishes():
    assert source_of(document(url="https://www.harbour.example/news/1")) == "harbour.example"
    assert source_of(document()) is None


def test_reports_without_a_day_come_last():
    dated, undated = report(WIRE, "a"), document(OTHER, origin="b")
    assert in_order([undated, dated]) == [dated, undated]


@given(st.lists(st.sampled_from([WIRE, LONGER, OTHER, "", "Three died."]), max_size=5), st.randoms())
def test_voices_hold_every_document_once_whatever_the_order(texts, random):
    documents = [report(text, str(at), day=at + 1) for at, text in enumerate(texts)]
    shuffled = random.sample(documents, len(documents))
    found = voices(documents)
    assert sorted(name for group in found for name in group) == sorted(each.id for each in documents)
    assert voices(shuffled) == found
