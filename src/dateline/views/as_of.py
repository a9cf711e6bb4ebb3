"""As of: the moment, or the day of publication, up to which a casebook is looked at."""

from datetime import UTC, date, datetime, time

from dateline.errors import InputError
from dateline.store import Horizon
from dateline.values.dates_in_text import read_date


def horizon(as_of: str | None = None, published_by: str | None = None) -> Horizon:
    """Return the horizon of a moment and of a day of publication as a person types them; raises InputError.

    A day, month or year is meant with its end (UTC); a moment is ISO 8601, of UTC where it names no zone.
    """
    return Horizon(_moment(as_of) if as_of else None, _last_day(published_by) if published_by else None)


def _moment(text: str) -> datetime:
    try:
        stated = datetime.fromisoformat(text) if "T" in text.upper() else None
    except ValueError as error:
        raise InputError(f"{text!r} is no moment: give one as 2024-05-01T12:30, or a day as 2024-05-01.") from error
    if stated is None:
        return datetime.combine(_last_day(text), time.max, UTC)
    return stated.astimezone(UTC) if stated.tzinfo else stated.replace(tzinfo=UTC)


def _last_day(text: str) -> date:
    read = read_date(text)
    if read is None or read.last is None:
        raise InputError(f"{text!r} is no date: give one as 2024-05-01, 2024-05 or 2024.")
    return read.last
