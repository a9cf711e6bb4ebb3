"""What must not be taken from the sample article: each check looks for the mistake, and fails where it finds it.

The answer sheet's rows are prose; `CHECKS` ties each to its check by words that only it holds. A row without a check
is reported as such, so that a longer sheet cannot pass unread.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from dateline.bench.report import Incident
from dateline.bench.scorers.sample_checks import Check
from dateline.bench.scorers.sample_names import NameBook
from dateline.claims.records import Claim, FrameKind, Named, Stance
from dateline.values.counts import Count
from dateline.values.dates import DateValue
from dateline.values.folding import fold

Mistakes = Iterator[str]
_COUNTED = ("deaths", "injured", "captured", "abducted", "missing", "displaced")
_STRENGTHS = frozenset({1500, 30_000, 40_000})


def _claims(book: NameBook) -> Iterator[Claim]:
    return (claim for frame in book.report.coded.frames for claim in frame.claims)


def _speaks_of(incident: Incident, *words: str) -> bool:
    texts = [claim.highlight.text for frame in incident.frames for claim in frame.claims]
    return any(word in fold(text) for text in texts for word in words)


def _happens_in(incident: Incident, book: NameBook, name: str) -> bool:
    places = (book.report.place(claim) for claim in incident.claims("place"))
    return _speaks_of(incident, name) or any(place and name in place.name for place in places)


def dated_to_publication(book: NameBook) -> Mistakes:
    published = book.report.coded.document.published
    for claim in _claims(book):
        value = claim.value
        if claim.slot == "date" and isinstance(value, DateValue) and published and _within(value, published):
            yield f"{claim.published} = {value.isoformat()}"


def _within(value: DateValue, published: DateValue) -> bool:
    if value.first is None or value.last is None or published.first is None or published.last is None:
        return False
    return published.first <= value.first and value.last <= published.last


def deaths_at_kabul(book: NameBook) -> Mistakes:
    for incident in book.report.incidents:
        if _happens_in(incident, book, "Kabul"):
            yield from (f"deaths: {claim.published}" for claim in incident.claims("deaths"))


def strength_as_casualties(book: NameBook) -> Mistakes:
    for claim in _claims(book):
        value = claim.value
        if claim.slot in _COUNTED and isinstance(value, Count) and _STRENGTHS & {value.low, value.best, value.high}:
            yield f"{claim.slot}: {claim.published}"


def historical_name_as_actor(book: NameBook) -> Mistakes:
    for claim in _claims(book):
        if claim.slot != "title" and isinstance(claim.value, Named) and "Qasim" in claim.value.text:
            yield f"{claim.slot}: {claim.published}"
    for mention in book.report.coded.mentions:
        place, actor = book.report.places.get(mention.id), book.report.actors.get(mention.id)
        if ("Qasim" in mention.text or "Land of" in mention.text) and (place or actor):
            yield f"{mention.kind}: {mention.text}"


def two_kabul_events(book: NameBook) -> Mistakes:
    telling = [
        incident
        for incident in book.report.incidents
        if _speaks_of(incident, "Nizamani", "Embassy in Kabul", "Pakistani Embassy")
    ]
    if len(telling) > 1:
        yield f"{len(telling)} events"


def year_of_publication(book: NameBook) -> Mistakes:
    published = book.report.coded.document.published
    year = published.first.year if published and published.first else None
    for claim in _claims(book):
        value = claim.value
        if claim.slot == "date" and isinstance(value, DateValue) and "December" in claim.published:
            days: list[date] = [day for day in (value.first, value.last) if day]
            yield from (f"{claim.published} = {value.isoformat()}" for day in days[:1] if day.year == year)


def unsaid_at_bajaur(book: NameBook) -> Mistakes:
    for incident in book.report.incidents:
        if _happens_in(incident, book, "Bajaur"):
            yield from (f"type: {kind}" for kind in incident.codes("type") if "bomb" in kind)
            yield from (f"{claim.slot}: {claim.published}" for claim in incident.claims("weapon", "injured"))


def claimed_by_attribution(book: NameBook) -> Mistakes:
    for claim in _claims(book):
        if claim.stance is Stance.CLAIMED and "has been attributed to" in fold(claim.quote.text):
            yield f"{claim.slot}: {claim.published}"


CHECKS: Mapping[str, tuple[str, Callable[[NameBook], Mistakes]]] = {
    "dated_to_publication": ("publication date because no date", dated_to_publication),
    "deaths_at_kabul": ("deaths 60 on the Kabul event", deaths_at_kabul),
    "strength_as_casualties": ("read as casualties", strength_as_casualties),
    "historical_name_as_actor": ("as a living actor", historical_name_as_actor),
    "two_kabul_events": ("as two events", two_kabul_events),
    "year_of_publication": ("resolved to the year of publication", year_of_publication),
    "unsaid_at_bajaur": ("for Bajaur", unsaid_at_bajaur),
    "claimed_by_attribution": ("stance claimed with the quote", claimed_by_attribution),
}
"""Check -> the words of its row in the answer sheet, and the search for the mistake."""


def check_must_not(sheet: Mapping[str, Any], book: NameBook) -> list[Check]:
    """Return one check for each row of the sheet's `must_not`; with no event coded at all, none of them passes."""
    return [_check(number, str(row), book) for number, row in enumerate(sheet.get("must_not", []), 1)]


def _check(number: int, row: str, book: NameBook) -> Check:
    name = next((name for name, (words, _) in CHECKS.items() if words in row), None)
    if name is None:
        return Check(f"must_not.{number}", passed=False, found=f"no check knows this row: {row}")
    if not any(frame.kind is FrameKind.EVENT for frame in book.report.coded.frames):
        return Check(f"must_not.{name}", passed=False, found="no event was coded, so nothing is shown")
    mistakes = list(CHECKS[name][1](book))
    return Check(f"must_not.{name}", not mistakes, "; ".join(mistakes))
