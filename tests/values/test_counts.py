"""Counts: what a count may be, and what a policy reads."""

import pytest

from dateline.errors import InputError
from dateline.values.counts import Count, CountPolicy, Operator, Reading, bare_plural, bare_singular

POLICY = CountPolicy("small", {"plural": Reading(2, 2, None, "a rule"), "dozens": Reading(24, 24, None, "a rule")})


def test_a_count_needs_a_number():
    with pytest.raises(InputError, match="needs at least one number"):
        Count(None, None, None)


def test_a_count_runs_from_low_to_high():
    with pytest.raises(InputError, match="low <= best <= high"):
        Count(5, 4, None)


def test_a_count_is_never_negative():
    with pytest.raises(InputError):
        Count.exactly(-1)


def test_a_stated_zero_is_a_count():
    assert Count.exactly(0).best == 0


def test_a_vague_word_keeps_its_word_and_its_policy():
    count = POLICY.read("dozens", written="several dozen")
    assert (count.low, count.word, count.policy) == (24, "several dozen", "small")
    assert count.operator is Operator.VAGUE


def test_a_word_without_a_reading_is_an_error():
    with pytest.raises(InputError, match="the count policy small has no reading for 'scores'"):
        POLICY.read("scores")


def test_a_bare_plural_is_what_the_policy_says():
    assert bare_plural(POLICY).low == 2


def test_a_singular_is_one():
    assert bare_singular() == Count.exactly(1)
