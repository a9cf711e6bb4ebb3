import pytest

from dateline.bench.scorers.calibration import Bin, Judged, rows


def judged(confidence, right, *, slot="type", document="doc-1"):
    return Judged(document, slot, confidence, right)


def by_metric(given):
    return {row.metric: row for row in rows(given)}


def test_confidence_that_is_the_share_right_has_no_error():
    given = [judged(0.75, right) for right in (True, True, True, False)]

    assert by_metric(given)["calibration.type.ece"].value == pytest.approx(0)


def test_the_error_is_weighed_by_how_many_lie_in_each_bin():
    given = [judged(0.95, False)] + [judged(0.5, right) for right in (True, False)]

    assert by_metric(given)["calibration.type.ece"].value == pytest.approx(0.95 / 3)


def test_the_reliability_table_has_a_row_for_each_bin_that_holds_claims():
    found = by_metric([judged(0.8, True), judged(0.85, False), judged(1.0, True)])

    assert found["calibration.type.from_0.8"].value == 50
    assert found["calibration.type.from_0.8"].n == 2
    assert found["calibration.type.from_0.9"].n == 1
    assert "calibration.type.from_0.1" not in found


def test_slots_stand_apart_and_together():
    found = by_metric([judged(0.8, True), judged(0.8, False, slot="date")])

    assert found["calibration.date.ece"].n == 1
    assert found["calibration.all.ece"].n == 2


def test_a_slot_with_few_claims_says_so():
    assert "fewer than 200" in by_metric([judged(0.8, True)])["calibration.type.ece"].note


def test_without_claims_there_are_no_figures():
    assert rows([]) == ()


def test_the_error_that_chance_gives_stands_beside_the_error():
    certain = [judged(1.0, True) for _ in range(50)]
    unsure = [judged(0.5, number % 2 == 0, slot="date") for number in range(50)]
    found = by_metric([*certain, *unsure])

    assert "would be 0.000 by chance" in found["calibration.type.ece"].note
    assert "would be 0.05" in found["calibration.date.ece"].note


def test_what_was_measured_in_fitting_stands_beside_todays_reliability():
    curve = {5: Bin(80, 0.55, 0.55), 8: Bin(120, 0.846, 0.796)}
    found = {row.metric: row for row in rows([judged(0.85, True)], {"type": curve})}

    assert "; when it was fitted, 80 percent of 120, where it was 0.85" in found["calibration.type.from_0.8"].note
    assert found["calibration.type.ece"].note.endswith("; when it was fitted, 0.030 on 200 of documents not seen")
