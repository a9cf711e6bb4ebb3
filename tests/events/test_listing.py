from dataclasses import replace

import pytest

from dateline.events.counting import reconcile_counts
from dateline.events.listing import told_again
from dateline.values.counts import Count, Operator
from factories import claim, document

REPORT = (
    "A boy was shot dead on Friday. The victim was Tom Reed, 14. A farmer and a trader died too. "
    "Three villagers were buried. An officer was killed. Another woman died later. Some youths were among the dead."
)
HERE = document(REPORT)


def told(words, number=1, **fields):
    """A claim of deaths that quotes the sentence in which its words stand."""
    at = REPORT.index(words)
    start = REPORT.rfind(". ", 0, at) + 2 if ". " in REPORT[:at] else 0
    value = Count(number, number, number, **{"whose": words, **fields})
    made = claim(HERE, words=words, deaths=value)
    return replace(made, document=HERE, quote=HERE.quote(start, REPORT.index(".", at) + 1))


def test_a_name_in_another_sentence_is_whom_the_first_sentence_tells_of():
    choice = reconcile_counts([told("A boy", side="civilian"), told("Tom Reed")])
    assert choice.value.best == 1
    assert len(choice.claims) == 2


def test_people_whom_one_sentence_lists_add_up_and_are_not_added_to_those_of_another():
    listed = [told("A farmer", side="civilian"), told("a trader", side="civilian")]
    choice = reconcile_counts([told("A boy", side="civilian"), *listed])
    assert choice.value.best == 2


def test_people_told_one_by_one_are_among_a_number_of_another_sentence():
    assert (
        reconcile_counts([told("A boy", side="civilian"), told("Three villagers", 3, side="civilian")]).value.best == 3
    )


@pytest.mark.parametrize("side", ["state", "perpetrator"])
def test_one_of_another_side_is_somebody_else(side):
    assert reconcile_counts([told("A boy", side="civilian"), told("An officer", side=side)]).value.best == 2


def test_one_who_comes_on_top_is_somebody_else():
    assert reconcile_counts([told("A boy", side="civilian"), told("Another woman", side="civilian")]).value.best == 2


def test_a_number_that_is_a_word_adds_nothing_to_people_of_another_sentence():
    some = told("Some youths", 2, operator=Operator.VAGUE, side="civilian")
    assert reconcile_counts([told("A boy", side="civilian"), some]).value.best == 1


def test_firm_numbers_of_two_groups_are_not_told_again():
    assert told_again([told("Three villagers", 3), told("A farmer", 2)], frozenset()) == []
