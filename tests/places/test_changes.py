from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.changes import changes_on, unit_on
from dateline.places.names import read_data

ENTRIES = read_data("admin_changes.yaml")
UNITS = sorted({unit for entry in ENTRIES for unit in (*entry["before"], *entry["after"])})


@pytest.mark.parametrize(
    ("unit", "day", "then"),
    [
        ("iso:CD-IT", date(2010, 1, 1), ("region:orientale",)),
        ("region:fata", date(2017, 6, 1), ("region:fata",)),
        ("region:fata", date(2020, 1, 1), ("iso:PK-KP",)),
        ("iso:ML-9", date(2010, 1, 1), ("iso:ML-7",)),
        ("iso:ML-7", date(2010, 1, 1), ("iso:ML-7",)),
        ("iso:KE-24", date(2012, 1, 1), ("region:north-eastern-kenya",)),
        ("iso:IN-LA", date(2018, 1, 1), ("iso:IN-JK",)),
        ("iso:IN-UK", date(1999, 1, 1), ("iso:IN-UP",)),
        ("iso:SS-UY", date(2012, 1, 1), ("iso:SS-UY",)),
        ("iso:SS-UY", date(2018, 1, 1), ("32 states of South Sudan",)),
        ("iso:SS-UY", date(2022, 1, 1), ("iso:SS-UY",)),
        ("iso:TD-EE", date(2005, 1, 1), ("Borkou-Ennedi-Tibesti",)),
        ("iso:XX-YY", date(2005, 1, 1), ("iso:XX-YY",)),
    ],
)
def test_a_unit_is_what_it_was_on_the_day(unit, day, then):
    assert unit_on(unit, day) == then


def test_changes_are_in_force_from_their_day():
    before, after = changes_on(date(2018, 5, 30), country="PK"), changes_on(date(2018, 5, 31), country="PK")
    (merger,) = set(after) - set(before)
    assert (merger.what, merger.after) == ("merged", ("iso:PK-KP",))


def test_changes_come_oldest_first():
    days = [change.day for change in changes_on(date(2030, 1, 1))]
    assert days == sorted(days)
    assert len(days) == len(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry['date']}-{entry['before'][0]}")
def test_each_change_says_what_when_and_by_what_law(entry):
    assert entry["what"] in {"split", "merged", "created", "renamed", "redrawn"}
    assert entry["precision"] in {"day", "month", "year"}
    assert entry["level"] in {0, 1, 2}
    assert entry["source"]
    assert entry["before"] != entry["after"]


@given(st.sampled_from(UNITS), st.dates(date(1940, 1, 1), date(2040, 1, 1)))
def test_every_unit_was_something_on_every_day_and_stays_it(unit, day):
    then = unit_on(unit, day)
    assert then
    assert all(unit_on(each, day) == (each,) for each in then)
