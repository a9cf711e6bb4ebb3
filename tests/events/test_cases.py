"""The 60 worked cases of the codebook: what several reports of one event come to, by each policy."""

import pytest

from dateline.events import POLICIES
from dateline.values.dates import DateValue
from events.cases import load_cases

CASES = load_cases()
EXPECTED = [(case, policy) for case in CASES for policy in case.expect]


@pytest.mark.parametrize(("case", "policy"), EXPECTED, ids=lambda each: getattr(each, "id", each))
def test_a_case_comes_to_what_the_codebook_says(case, policy, codebook):
    cell = case.event(codebook, policy).cell(case.slot)
    wanted = case.expect[policy]
    told = {"disputed": cell.disputed, "value": _plain(cell)}
    if "value" not in wanted:
        told |= {"best": cell.value.best, "low": cell.value.low, "high": cell.value.high}
    assert {name: told[name] for name in wanted} == wanted


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_claim_of_a_case_is_chosen_or_set_aside_with_its_reason(case, policy, codebook):
    cell = case.event(codebook, policy).cell(case.slot)
    claims = [each.id for told in case.frames for each in told.claims]
    assert sorted((*cell.claims, *cell.set_aside)) == sorted(claims)
    assert all(cell.reason_of(each) for each in cell.set_aside) or cell.value is None
    assert cell.rule.startswith(f"{policy}: ") or case.slot not in ("deaths", "injured")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_order_in_which_reports_come_in_changes_no_cell(case, codebook):
    backwards = type(case)(case.id, case.slot, case.documents, case.frames[::-1], case.actors, case.expect)
    one, other = (each.event(codebook).cell(case.slot) for each in (case, backwards))
    assert (one.value, one.disputed, one.confidence) == (other.value, other.disputed, other.confidence)


def test_there_are_sixty_cases_and_each_shows_a_rule_of_its_own():
    assert len(CASES) == len({case.id for case in CASES}) == 60


def _plain(cell):
    if isinstance(cell.value, DateValue):
        return cell.value.first
    return (cell.name or None) if cell.value is not None else None
