from datetime import UTC, date, datetime, time

import pytest

from dateline.errors import InputError
from dateline.views.as_of import horizon


def test_a_day_a_month_or_a_year_is_meant_with_its_end():
    assert horizon("2024-05-01").as_of == datetime.combine(date(2024, 5, 1), time.max, UTC)
    assert horizon("2024-05").as_of.date() == date(2024, 5, 31)
    assert horizon(published_by="2024").published_by == date(2024, 12, 31)


def test_a_moment_is_of_its_zone_else_of_utc():
    noon = datetime(2024, 5, 1, 12, 30, tzinfo=UTC)
    assert horizon("2024-05-01T12:30").as_of == noon
    assert horizon("2024-05-01T14:30+02:00").as_of == noon


def test_nothing_asked_is_no_bound():
    assert horizon().is_open


@pytest.mark.parametrize("text", ["yesteryear", "2024-05-01T99:00"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(InputError):
        horizon(text)
