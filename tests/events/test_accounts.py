from datetime import date

import pytest

from dateline.events.accounts import (
    COPY,
    CORRECTED,
    OVERTAKEN,
    accounts_of,
    one_a_source,
    one_a_text,
    without_overtaken,
)
from dateline.events.tellers import tellers_of, voices_of
from dateline.values.counts import Count, Operator
from factories import claim, document

LONG = "The road to the district is closed since dawn, and buses wait at the old bridge for an escort of the army."


def told(number, day=None, *, source=None, text="", **count):
    """A document that counts `number` dead, and its claim."""
    words = f"The blast killed {number} people."
    here = document(
        f"{words} {text}", origin=f"{source}-{day}-{number}", source=source, published=day and date(2020, 5, day)
    )
    return here, claim(here, words=words, deaths=Count(number, number, number, **count))


def accounts(*pairs):
    documents = {each.id: each for each, _ in pairs}
    return accounts_of([made for _, made in pairs], tellers_of(documents, documents))


def bests(accounts):
    return [each.best for each in accounts]


def test_each_document_that_counts_has_one_account_in_order_of_publication():
    assert bests(accounts(told(5, 3), told(4, 2), told(6, None))) == [4, 5, 6]


def test_of_copies_the_latest_is_kept_and_the_others_have_a_reason():
    kept, aside = one_a_text(accounts(told(5, 1, text=LONG), told(7, 2, text=LONG)))
    assert bests(kept) == [7]
    assert [(each.best, why) for each, why in aside] == [(5, COPY)]


def test_a_copy_that_gives_the_same_count_stays_a_witness():
    first, copy = told(5, 1, source="Harbour Wire", text=LONG), told(5, 2, source="Valley Post", text=LONG)
    kept, _ = one_a_text(accounts(first, copy))
    assert set(kept[0].documents) == {first[0].id, copy[0].id}


def test_a_sources_later_figure_takes_the_place_of_its_earlier_one():
    kept, aside = one_a_source(accounts(told(9, 1, source="Harbour Wire"), told(7, 2, source="Harbour Wire")))
    assert bests(kept) == [7]
    assert [why for _, why in aside] == [CORRECTED]


def test_a_later_word_does_not_take_the_place_of_a_number():
    word = told(2, 2, source="Harbour Wire", operator=Operator.VAGUE)
    kept, _ = one_a_source(accounts(told(9, 1, source="Harbour Wire"), word))
    assert bests(kept) == [9]


def test_an_early_figure_that_all_later_ones_exceed_is_overtaken():
    standing, aside = without_overtaken(accounts(told(3, 1), told(8, 2), told(9, 3)))
    assert bests(standing) == [8, 9]
    assert [(each.best, why) for each, why in aside] == [(3, OVERTAKEN)]


@pytest.mark.parametrize("later", [[told(8, 2)], [told(8, 1), told(9, 1)], [told(8, 2), told(2, 3)]])
def test_one_later_figure_or_one_of_the_same_day_or_a_lower_one_overtakes_nothing(later):
    standing, aside = without_overtaken(accounts(told(3, 1), *later))
    assert 3 in bests(standing)
    assert not aside


def test_about_a_number_allows_a_tenth_more_or_less_and_gives_no_other_number():
    here = document("About 170 people died.")
    about = claim(here, words="About 170 people", deaths=Count(None, 170, None, Operator.ABOUT))
    (account,) = accounts((here, about))
    assert (account.low, account.high) == (pytest.approx(153), pytest.approx(187))
    assert account.span == (170, 170)


def test_documents_whose_text_is_not_at_hand_are_voices_of_their_own():
    tellers = tellers_of(["doc-1", "doc-2", "doc-1"], None)
    assert voices_of(["doc-1", "doc-2"], tellers) == (("doc-1",), ("doc-2",))
