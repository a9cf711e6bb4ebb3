"""Choosing event rows: by country, days, type and perpetrator."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.views.records import Row


@dataclass(frozen=True, slots=True)
class Filter:
    """What a row must be. Days are ISO 8601. An event whose value is unknown never matches a filter on it."""

    country: str | None = None  # ISO 3166-1 alpha-2
    since: str | None = None
    until: str | None = None
    kind: str | None = None  # a part of the kind's, the event type's or the sub-event type's name
    perpetrator: str | None = None  # a part of the perpetrator's name or id

    def matches(self, row: Row) -> bool:
        """Tell whether a row passes every part of the filter that is given."""
        return (
            _holds(self.country, row, "country", whole=True)
            and (self.since is None or str(row["date_last"] or row["date_first"] or "") >= self.since)
            and (self.until is None or str(row["date_first"] or row["date_last"] or "9999-99-99") <= self.until)
            and _holds(self.kind, row, "kind", "event_type", "sub_event_type")
            and _holds(self.perpetrator, row, "perpetrator", "perpetrator_id")
        )


def filtered(rows: Iterable[Row], wanted: Filter) -> Iterable[Row]:
    """Return the rows that match, in order."""
    return filter(wanted.matches, rows)


def _holds(wanted: str | None, row: Row, *columns: str, whole: bool = False) -> bool:
    if wanted is None:
        return True
    texts = [str(row[column] or "").casefold() for column in columns]
    return any(text == wanted.casefold() if whole else wanted.casefold() in text for text in texts)
