"""Responsibility: what is not a claim of it."""


def _perpetrators(frames):
    return [claim.published for frame in frames for claim in frame.slot("perpetrator")]


def test_nobody_is_no_perpetrator(code_text):
    frames = code_text("A bomb exploded in Lima on Monday. No one claimed responsibility for the bombing.")
    assert _perpetrators(frames) == []


def test_a_group_that_has_not_claimed_an_attack_is_no_perpetrator(code_text):
    frames = code_text(
        "A bomb exploded in Lima on Monday. The Red Column has not claimed responsibility for the bombing."
    )
    assert _perpetrators(frames) == []


def test_a_report_attributed_to_a_group_charges_nobody(code_text):
    frames = code_text("A bomb exploded in Lima on Monday. The report was attributed to the Red Column.")
    assert _perpetrators(frames) == []


def test_an_attack_that_had_been_planned_was_done(code_text):
    (event,) = code_text("The car bomb attack in Lima on Monday had been planned since May.")
    assert [claim.value.code for claim in event.slot("type")] == ["vehicle_bombing"]
