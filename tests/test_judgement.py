from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from dateline.judgement import Judgement, Verdict, holding, numbered, standing

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def log_of(*made):
    """A log of judgements: a word accepts a record, a number takes that judgement back."""
    return numbered(
        [Judgement(Verdict.UNDO if isinstance(each, int) else Verdict.ACCEPT, str(each), "ana", NOON) for each in made]
    )


def test_a_judgement_is_numbered_by_its_place_in_the_log():
    assert [each.name for each in log_of("a", "b")] == ["judgement 1", "judgement 2"]


def test_what_is_taken_back_does_not_stand():
    assert [each.number for each in standing(log_of("a", "b", 1))] == [2]


def test_an_undo_that_is_taken_back_gives_back_what_it_took():
    log = log_of("a", 1, 2)
    assert [each.number for each in standing(log)] == [1]
    assert holding(log) == {1: True, 2: False, 3: True}


@st.composite
def logs(draw):
    number_of = draw(st.integers(1, 12))
    undoes = [number > 1 and draw(st.booleans()) for number in range(1, number_of + 1)]
    return log_of(
        *(draw(st.integers(1, number - 1)) if undo else f"record {number}" for number, undo in enumerate(undoes, 1))
    )


@given(logs())
def test_a_judgement_stands_unless_one_that_holds_takes_it_back(log):
    holds = holding(log)
    for each in log:
        taken_back = any(
            holds[other.number] and other.judgement.record_id == str(each.number)
            for other in log
            if other.judgement.verdict is Verdict.UNDO
        )
        assert holds[each.number] is not taken_back


@given(logs(), st.data())
def test_taking_back_and_taking_that_back_changes_nothing(log, data):
    number = data.draw(st.integers(1, len(log)))
    made = [*(each.judgement for each in log)]
    undo = Judgement(Verdict.UNDO, str(number), "ana", NOON)
    again = Judgement(Verdict.UNDO, str(len(made) + 1), "ana", NOON)
    assert standing(numbered([*made, undo, again])) == standing(log)
