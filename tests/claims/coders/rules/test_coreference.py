"""Whom pronouns and descriptions stand for, in the claims that are made of them."""

import pytest


def _perpetrators(code_text, text):
    events = [frame for frame in code_text(text) if frame.kind.value == "event"]
    return [claim for event in events for claim in event.slot("perpetrator")]


@pytest.mark.parametrize(
    "words", ["The rebels killed four men", "On Tuesday they killed four men", "The group killed four men"]
)
def test_who_stands_for_a_group_did_it_less_surely_and_with_a_reason(words, code_text):
    (claim,) = _perpetrators(code_text, f"The Red Column left Cali on Monday. {words} in Pasto on Tuesday.")
    assert claim.value.keys == ("red-column",)
    assert claim.value.reason
    (named,) = _perpetrators(code_text, "The Red Column left Cali on Monday. The Red Column killed four men in Pasto.")
    assert claim.confidence < named.confidence


def test_they_tell_who_it_was_and_what_was_published(code_text):
    (claim,) = _perpetrators(code_text, "The Red Column came to Cali. On Monday they killed four men in Pasto.")
    assert (claim.published, claim.value.text) == ("they", "The Red Column")


def test_they_who_are_nobody_named_did_nothing(code_text):
    text = "The Red Column left Cali on Monday. Farmers said that they killed a snake in Pasto on Tuesday."
    assert all("red-column" not in claim.value.keys for claim in _perpetrators(code_text, text))


def test_a_deed_that_a_group_claims_is_told_once(code_text):
    claims = _perpetrators(code_text, "The Red Column said that it had killed four soldiers in Cali on Monday.")
    assert [claim.stance.value for claim in claims] == ["claimed"]
