import sqlite3
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.documents.records import Document
from dateline.errors import InputError, QuoteError
from dateline.values.spans import Span
from factories import STAMP, claim, document, event, frame
from store.parts import Parts, whole


def test_everything_comes_back_as_it_went_in(store, run):
    parts = whole(published=date(2013, 1, 25), source="An agency", url="https://example.org/1", title=Span(0, 5))
    store.write_coded(parts, STAMP, run=run)
    kept = store.kept(parts.document.id)
    assert kept.document == parts.document
    assert kept.mentions == parts.mentions
    assert kept.places == parts.places
    assert kept.actors == parts.actors
    assert kept.frames == parts.frames
    assert kept.events == parts.events


def test_an_event_is_found_by_the_beginning_of_its_id(store, run):
    parts = whole()
    store.write_coded(parts, STAMP, run=run)
    (only,) = parts.events
    assert store.event(only.id) == only
    assert store.event(only.id[:8]) == only


def test_an_id_that_fits_several_events_names_them(store, run):
    for number in range(2):
        store.write_coded(whole(origin=f"{number}.txt"), STAMP, run=run)
    with pytest.raises(InputError, match=r"several events: evt-.*, evt-"):
        store.event("evt-")


@pytest.mark.parametrize("wrong", ["evt-zzzz", "%", "_"])
def test_an_id_that_fits_nothing_says_so(store, run, wrong):
    store.write_coded(whole(), STAMP, run=run)
    with pytest.raises(InputError, match="no event's id begins with"):
        store.event(wrong)


def test_an_events_claims_are_those_of_its_frames(store, run):
    parts = whole()
    store.write_coded(parts, STAMP, run=run)
    assert store.claims_of(parts.events[0]) == parts.frames[0].claims


def test_claims_come_in_the_order_asked_for(store, run):
    parts = whole()
    store.write_coded(parts, STAMP, run=run)
    ids = [each.id for each in reversed(parts.frames[0].claims)]
    assert [each.id for each in store.claims([*ids, "clm-none"])] == ids


def test_a_claim_whose_text_was_altered_cannot_be_read(store, run, tmp_path):
    parts = whole()
    store.write_coded(parts, STAMP, run=run)
    with sqlite3.connect(tmp_path / "casebook.db") as other:
        other.execute("UPDATE documents SET text = replace(text, '3 people', '9 people')")
    other.close()
    with pytest.raises(QuoteError, match="does not stand"):
        store.claims_of(parts.events[0])


def test_documents_come_in_order_of_arrival_over_many_pages(store, run, monkeypatch):
    monkeypatch.setattr("dateline.store.read._PAGE", 2)
    given_documents = [document(origin=f"{number}.txt") for number in range(5)]
    for each in given_documents:
        store.write_coded(whole(each), STAMP, run=run)
    assert list(store.documents()) == given_documents
    assert [each.frames for each in store.events()] == [whole(each).events[0].frames for each in given_documents]


def test_events_of_one_document_can_be_asked_for(store, run):
    first, second = whole(origin="1.txt"), whole(origin="2.txt")
    store.write_coded(first, STAMP, run=run)
    store.write_coded(second, STAMP, run=run)
    assert tuple(store.events(document_id=second.document.id)) == second.events


def test_an_events_documents_are_its_own_then_their_copies(store, run):
    parts, copy = whole(), document(origin="copy.txt")
    store.write_coded(parts, STAMP, run=run, copy_key="k")
    store.write_copy(copy, parts.document.id, run=run, copy_key="k")
    assert store.documents_of(parts.events[0]) == (parts.document.id, copy.id)


def test_what_is_not_there_is_none(store):
    assert store.document("doc-none") is None
    assert store.kept("doc-none") is None
    assert store.frames("doc-none") == ()
    assert store.claims([]) == ()


def test_the_stats_count_the_newest_codings(store, run):
    store.write_coded(whole(), STAMP, run=run)
    stats = store.stats()
    assert (stats.documents, stats.coded, stats.frames, stats.claims, stats.events) == (1, 1, 2, 4, 1)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_text_comes_back_with_its_quotes(store, run, text):
    within = Document(text, f"origin {hash(text)}")
    quote = within.quote(0, len(text))
    said = claim(within, words=quote.text, hedge=quote.text, target=quote.text)
    told = frame(within, said)
    store.write_coded(whole_of(within, told), STAMP, run=run)
    assert store.kept(within.id).document == within
    assert store.claims_of(event(told)) == (said,)


def whole_of(within, *frames):
    return Parts(within, frames=frames, events=tuple(event(each) for each in frames))
