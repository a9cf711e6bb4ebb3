import pytest

from dateline.errors import InputError
from dateline.views.claims import claim_rows
from dateline.views.trail import trail


def test_a_trail_has_the_chosen_claim_first_and_then_its_rivals(whole):
    (found,) = trail(whole, "deaths")
    assert [(step.claim.published, step.chosen) for step in found.steps] == [("At least 3", True), ("3", False)]


def test_without_a_slot_every_cell_has_a_trail(whole):
    assert [found.cell.slot for found in trail(whole)] == [cell.slot for cell in whole.event.cells]


def test_a_slot_that_the_event_lacks_is_refused_with_those_it_has(whole):
    with pytest.raises(InputError, match=r"nothing for 'weapon'; it has type, place, deaths"):
        trail(whole, "weapon")


def test_every_step_stands_in_its_document(whole):
    for found in trail(whole):
        assert found.steps
        for step in found.steps:
            assert step.claim.quote.stands_in(step.document.text)
            assert step.claim.highlight.stands_in(step.document.text)


def test_every_claim_row_can_be_walked_back_to_its_document(whole):
    text = whole.files[0].document.text
    for row in claim_rows([whole], names=True):
        assert text[row["start"] : row["end"]] == row["quote"]
        assert text[row["highlight_start"] : row["highlight_end"]] == row["highlight"]
