"""Publication dates as pages and tables give them: a date, or a note that says why there is none."""

import re

from dateline.errors import InputError
from dateline.values.dates import DateValue

_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}.*", re.DOTALL)  # RFC 3339 and its looser cousins


def read_publication(text: str, field: str) -> tuple[DateValue | None, str]:
    """Return the date that a field holds and a note that names the field; None, with the reason, if it holds none.

    The time of day is dropped: the date is the publisher's own day.
    """
    from dateline.values.dates_in_text import parse_published  # noqa: PLC0415

    timed = _CLOCK.fullmatch(text.strip())
    try:
        return parse_published(timed[1] if timed else text), f"published read from {field}"
    except InputError as error:
        return None, f"published left unknown: {field} holds {text[:60]!r}, which is not a date ({error})"
