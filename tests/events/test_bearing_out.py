import pytest

from dateline.events.bearing_out import borne_out
from dateline.events.counting import told_by
from dateline.values.counts import Count
from factories import claim, document

TEXT = "The blast killed {} people. Others spoke of {} people."


def told(*numbers):
    """The claims of a report that gives these totals; the first is its own choice."""
    here = document(TEXT.format(*(numbers * 2)[:2]), origin=str(numbers))
    return [claim(here, words=f"{number} people", deaths=Count.exactly(number)) for number in numbers]


def taken(*reports):
    return [each.count.best for each in borne(*reports)]


def borne(*reports):
    claims = [told(*numbers) for numbers in reports]
    return borne_out([told_by(each) for each in claims], claims)


def test_of_totals_that_exclude_each_other_the_one_that_another_report_gives_is_taken():
    assert taken((5, 94), (94,)) == [94, 94]


def test_without_another_report_that_gives_one_a_reports_own_choice_stands():
    assert taken((50, 57), (63,)) == [50, 63]
    assert taken((50, 57)) == [50]


@pytest.mark.parametrize(("numbers", "bounds"), [((50, 57), (50, 57)), ((5, 94), (5, 5))])
def test_a_total_that_is_far_from_the_one_taken_does_not_widen_the_range(numbers, bounds):
    (made,) = borne(numbers)
    assert (made.count.low, made.count.high) == bounds


def test_every_claim_stays_for_or_against():
    made, _ = borne((5, 94), (94,))
    assert len({each.id for each in (*made.claims, *made.against)}) == 2
    assert "bear out" in made.why
