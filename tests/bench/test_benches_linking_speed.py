"""The bench of linking's speed makes its own items and says how fast, how much memory and how well."""

from pathlib import Path

import pytest

from dateline.bench.benches import linking_speed
from dateline.bench.records import Order
from dateline.bench.synthetic_items import Town
from dateline.errors import InputError
from dateline.values.points import Point


@pytest.fixture(autouse=True)
def towns(monkeypatch: pytest.MonkeyPatch) -> None:
    own = [Town(f"own:{number}", Point(number / 10, 20.0), f"area{number % 7}") for number in range(60)]
    monkeypatch.setattr(linking_speed, "towns_of_gazetteer", lambda *_: own)


def test_speed_memory_and_quality_are_figures_of_the_items_made() -> None:
    result = linking_speed.run(Order(None, limit=300))
    assert result.n > 0
    assert (result.row("linking_speed.items_per_cpu_s").value or 0) > 0
    assert (result.row("linking_speed.peak_mb").value or 0) > 0
    assert result.row("linking_speed.b3.f1").n == result.n
    assert (result.row("linking_speed.new_item_ms").value or 0) > 0


def test_data_is_refused_since_it_makes_its_own() -> None:
    with pytest.raises(InputError, match="--limit"):
        linking_speed.run(Order(Path("reports.jsonl")))


def test_two_stretches_overlap_and_cover_all_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking_speed, "_TWO_PROCESSES", 1)
    first, second = linking_speed._stretches([], 50_000)
    early, late = first.read.args[1], second.read.args[1]  # type: ignore[attr-defined]
    assert early.stop - late.start == linking_speed.OVERLAP
    assert range(early.start, late.stop) == linking_speed.days_of(50_000)
