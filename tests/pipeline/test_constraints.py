import json
from datetime import UTC, datetime

from dateline.judgement import Judgement, Verdict, numbered
from dateline.pipeline.constraints import constraints_of

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def judged(verdict, one, other):
    sides = json.dumps({"one": list(one), "other": list(other)})
    return Judgement(verdict, one[0], "ana", NOON, other=other[0], value=sides)


def same(one, other):
    return judged(Verdict.SAME, one, other)


def different(one, other):
    return judged(Verdict.DIFFERENT, one, other)


def undo(number):
    return Judgement(Verdict.UNDO, str(number), "ana", NOON)


def held(*made, gone=()):
    found = constraints_of(numbered(made), lambda account: None if account in gone else account)
    return sorted(found.same), sorted(found.different)


def test_two_events_that_are_one_hold_all_of_their_accounts_together():
    assert held(same("ab", "c")) == ([("a", "b"), ("b", "c")], [])


def test_two_that_are_not_one_are_apart_account_by_account():
    assert held(different("ab", "c")) == ([], [("a", "c"), ("b", "c")])


def test_of_two_judgements_that_contradict_each_other_the_later_holds():
    assert held(same("a", "b"), different("a", "b")) == ([], [("a", "b")])
    assert held(different("a", "b"), same("a", "b")) == ([("a", "b")], [])


def test_what_was_joined_by_way_of_another_is_parted_too():
    assert held(same("a", "b"), same("b", "c"), different("a", "c")) == ([("a", "b")], [("a", "c")])


def test_a_judgement_that_was_taken_back_holds_nothing():
    assert held(same("a", "b"), undo(1)) == ([], [])
    assert held(different("a", "b"), same("a", "b"), undo(2)) == ([], [("a", "b")])


def test_what_was_judged_of_a_value_holds_no_accounts():
    assert held(Judgement(Verdict.CORRECT, "a", "ana", NOON, value="60", slot="deaths")) == ([], [])


def test_an_account_that_is_gone_holds_nothing():
    assert held(same("ab", "c"), gone="c") == ([], [])


def test_an_account_that_is_told_under_another_id_is_held_under_that():
    found = constraints_of(numbered([same("a", "b")]), {"a": "z", "b": "b"}.get)
    assert found.same == {("b", "z")}
