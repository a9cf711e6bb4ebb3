import json

import pytest

from dateline import review
from dateline.errors import InputError
from dateline.judgement import Verdict


def sides(made):
    return {name: set(accounts) for name, accounts in json.loads(made.judgement.value).items()}


def test_a_decision_says_who_made_it_when_and_why(url, post, deciding):
    made = review.accept(url, post.event[:8], deciding)
    assert made.number == 1
    assert (made.judgement.verdict, made.judgement.record_id) == (Verdict.ACCEPT, post.event)
    assert (made.judgement.author, made.judgement.reason) == ("ana", "I was there")
    assert made.judgement.made_at == deciding.made_at


def test_two_events_are_judged_to_be_one_with_the_accounts_that_they_had(url, post, market, deciding):
    made = review.same(url, market.accounts[0].id, post.event, deciding)
    assert sides(made) == {"one": {market.event}, "other": {each.id for each in post.accounts}}


def test_what_is_one_event_already_is_not_judged_to_be(url, post, deciding):
    with pytest.raises(InputError, match="one event already"):
        review.same(url, post.accounts[0].id, post.accounts[1].id, deciding)


@pytest.mark.parametrize("part", ["id", "document_id"])
def test_an_account_or_a_document_is_judged_to_tell_of_something_else(url, post, deciding, part):
    apart = post.accounts[1]
    made = review.different(url, post.event, getattr(apart, part), deciding)
    assert sides(made) == {"one": {post.accounts[0].id}, "other": {apart.id}}


def test_two_events_are_judged_to_be_two(url, post, market, deciding):
    made = review.different(url, post.event, market.event, deciding)
    assert sides(made) == {"one": {each.id for each in post.accounts}, "other": {market.event}}


def test_an_event_of_one_account_cannot_be_parted(url, market, deciding):
    with pytest.raises(InputError, match="nothing would be left"):
        review.different(url, market.event, market.event, deciding)


def test_a_document_that_tells_nothing_of_an_event_cannot_be_parted_from_it(url, post, market, deciding):
    with pytest.raises(InputError, match="tells nothing of event"):
        review.different(url, post.event, market.accounts[0].document_id, deciding)


def test_a_claim_is_rejected_by_the_beginning_of_its_id(url, store, post, deciding):
    claim = store.frames(post.accounts[0].document_id)[0].claims[0]
    assert review.reject_claim(url, claim.id[:-1], deciding).judgement.record_id == claim.id


def test_an_event_that_is_not_there_is_not_judged(url, store, deciding):
    with pytest.raises(InputError, match="no event's id begins with"):
        review.reject(url, "evt-zzz", deciding)
    assert store.judgements() == ()


def test_a_judgement_is_taken_back_once(url, post, deciding):
    review.reject(url, post.event, deciding)
    review.undo(url, 1, deciding)
    assert [holds for _, holds in review.judgements(url)] == [False, True]
    with pytest.raises(InputError, match="taken back already"):
        review.undo(url, 1, deciding)
    with pytest.raises(InputError, match="there is no judgement 7"):
        review.undo(url, 7, deciding)


def test_an_undo_is_taken_back_too(url, post, deciding):
    review.reject(url, post.event, deciding)
    review.undo(url, 1, deciding)
    review.undo(url, 2, deciding)
    assert [holds for _, holds in review.judgements(url)] == [True, False, True]
