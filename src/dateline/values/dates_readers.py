"""The readers of dates, by the name that `reads` in dates.yaml gives them.

A reader turns one kind of phrase into a value, given the scene that it stands in. One that lacks something to count
from returns a reading without a value: nothing is invented.
"""

from collections.abc import Callable

from dateline.values import dates_relative as relative
from dateline.values import dates_stated as stated
from dateline.values.dates_grammar import Phrase
from dateline.values.dates_scene import Reading, Scene

Reader = Callable[[Phrase, Scene], Reading | None]


def read_nothing(_phrase: Phrase, _scene: Scene) -> None:
    """Words that look like a date and are none."""


READERS: dict[str, Reader] = {
    "calendar_date": stated.read_calendar_date,
    "numeric_date": stated.read_numeric_date,
    "day_range": stated.read_day_range,
    "month_range": stated.read_month_range,
    "year_range": stated.read_year_range,
    "part_of": stated.read_part_of,
    "week_of_month": stated.read_week_of_month,
    "half_of_year": stated.read_half_of_year,
    "decade": stated.read_decade,
    "season": stated.read_season,
    "days_from_reference": relative.read_days_from_reference,
    "weekday": relative.read_weekday,
    "weekday_of_week": relative.read_weekday_of_week,
    "weekday_range": relative.read_weekday_range,
    "weekend": relative.read_weekend,
    "period": relative.read_period,
    "rest_of_period": relative.read_rest_of_period,
    "which_month": relative.read_which_month,
    "units_distance": relative.read_units_distance,
    "distance": relative.read_distance,
    "days_from_previous": relative.read_days_from_previous,
    "past_span": relative.read_past_span,
    "vague": relative.read_vague,
    "event_distance": relative.read_event_distance,
    "distance_from_next": read_nothing,  # dates_in_text joins it with the date that follows
    "identifier": read_nothing,
    "nothing": read_nothing,
}
