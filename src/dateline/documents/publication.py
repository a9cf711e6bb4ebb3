"""Publication dates as pages and tables give them: a date, or a note that says why there is none."""

import re

from dateline.errors import InputError
from dateline.values.dates import DateValue
from dateline.values.dates_in_text import parse_published

# What stands round a day in RFC 3339, RFC 5322 and their looser cousins: "Mon, 31 Jul 2023 09:00:00 GMT".
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+(?=\S)", re.IGNORECASE)
_CLOCK = re.compile(r"(?<=\d)(?:T\d{2}:?\d{2}|,?\s+(?:at\s+)?\d{1,2}:\d{2}).*$", re.DOTALL | re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_LONGEST = 80  # characters: a full date with its weekday, time and zone has about 40


def read_publication(text: str, field: str) -> tuple[DateValue | None, str]:
    """Return the date that a field holds and a note that names the field; None, with the reason, if it holds none.

    The time of day is dropped: the date is the publisher's own day.
    """
    if len(text) > _LONGEST:
        return None, f"published left unknown, {field} is too long for a date: {text[:_LONGEST]!r}..."
    day = _CLOCK.sub("", _WEEKDAY.sub("", text.strip()))
    if compact := _COMPACT.fullmatch(day):
        day = "-".join(compact.groups())
    try:
        return parse_published(day), f"published read from {field}"
    except InputError as error:
        return None, f"published left unknown, from {field}: {error}"
