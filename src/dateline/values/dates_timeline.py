"""A text's own time line: the years that it states, its dateline, and the day that "yesterday" is counted from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.values.dates import DateBasis, DateValue
from dateline.values.dates_calendar import make_day
from dateline.values.dates_grammar import Phrase

_HEAD = 600  # characters in which a dateline stands
_POSIX_PIVOT = 2018  # without any other evidence two digits mean 1969 to 2068, as in POSIX strptime
_EARLY_COPY = 2  # days by which a report may be dated after its publication: time zones, morning papers


@dataclass(frozen=True, slots=True)
class StatedMonth:
    """A month with its year, as the text states it; `words` name the evidence."""

    year: int
    month: int
    position: int
    words: str
    is_identifier: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The evidence for years: stated months in text order, the years in full, and a year to read others near."""

    stated: tuple[StatedMonth, ...]
    years: frozenset[int]
    pivot: int

    def full_year(self, two_digits: int) -> int:
        """Return a year of the text that ends in these digits, else the one within fifty years of the pivot."""
        written = [year for year in self.years if year % 100 == two_digits]
        return max(written) if written else self.pivot - 50 + (two_digits - (self.pivot - 50)) % 100

    def of_month(self, month: int, position: int) -> list[StatedMonth]:
        """Return the evidence for a month, nearest in the text first; document numbers are no such evidence."""
        same = [stated for stated in self.stated if stated.month == month and not stated.is_identifier]
        return sorted(same, key=lambda stated: abs(stated.position - position))

    @property
    def identifier(self) -> StatedMonth | None:
        return next((stated for stated in self.stated if stated.is_identifier), None)


def draw_timeline(phrases: Sequence[Phrase], text: str, published: DateValue | None) -> Timeline:
    """Collect the years that a text states."""
    years = frozenset(year for phrase in phrases if isinstance(year := phrase.slots.get("year"), int))
    pivot = min(max(_year_of(published) or _POSIX_PIVOT, 51), date.max.year - 50)
    draft = Timeline((), years, pivot)
    stated = tuple(found for phrase in phrases if (found := _stated_month(phrase, text, draft)) is not None)
    return Timeline(stated, years, pivot)


def _year_of(value: DateValue | None) -> int | None:
    day = (value.last or value.first) if value else None
    return day.year if day else None


def _stated_month(phrase: Phrase, text: str, draft: Timeline) -> StatedMonth | None:
    month = phrase.slots.get("last_month", phrase.slots.get("month", phrase.slots.get("month_number")))
    year = phrase.slots.get("last_year", phrase.slots.get("year"))
    short = phrase.slots.get("short_year")
    if isinstance(short, int):
        year = draft.full_year(short)
    if not isinstance(year, int) or not isinstance(month, int):
        return None
    is_identifier = phrase.pattern.reads == "identifier"
    words = f"document number {year}-{month:02d}" if is_identifier else f"{text[phrase.start : phrase.end]} in the text"
    return StatedMonth(year, month, phrase.start, " ".join(words.split()), is_identifier)


def year_by_evidence(month: int, day: int, near: StatedMonth) -> int | None:
    """Return the year that puts a month and day nearest to a stated month."""
    middle = make_day(near.year, near.month, 15)
    days = [found for year in (near.year - 1, near.year, near.year + 1) if (found := make_day(year, month, day))]
    if middle is None or not days:
        return None
    return min(days, key=lambda found: abs((found - middle).days)).year


def find_dateline(phrases: Sequence[Phrase], text: str) -> Phrase | None:
    """Return the date that stands in the manner of a dateline in the first 600 characters: the best cue wins."""
    best, best_rank = None, 0
    for phrase in phrases:
        if phrase.start > _HEAD:
            break
        rank = _dateline_rank(phrase, text)
        if rank > best_rank:
            best, best_rank = phrase, rank
    return best


def is_heading(phrase: Phrase, text: str) -> bool:
    """Tell whether a date in the head of the text stands as the dateline or in a title line, not in a sentence."""
    return phrase.start <= _HEAD and _dateline_rank(phrase, text) > 0


def _dateline_rank(phrase: Phrase, text: str) -> int:
    """Return 3 for "KABUL (Jan. 25, 2013)", 2 for "LIMA, 3 JAN 90 (DPA) --", 1 for a title's date; 0 for none."""
    has_day = "day" in phrase.slots or "ordinal" in phrase.slots
    if phrase.pattern.reads != "calendar_date" or not has_day or "which" in phrase.slots:
        return 0
    line_start = text.rfind("\n", 0, phrase.start) + 1
    head = text[line_start : phrase.start].rstrip(" ")
    tail = text[phrase.end : phrase.end + 40].lstrip(" ")
    if head.endswith("(") and tail.lstrip(". ").startswith(")"):
        return 3 if _ends_in_name(head) or tail.lstrip(". ")[1:].lstrip(" ")[:1] in _DASHES else 0
    if tail[:1] in _DASHES or (tail[:1] in ("(", "[") and head.endswith(",")):
        return 2 if not head or (head.endswith(",") and _ends_in_name(head)) else 0
    if not head and tail[:1] in ("", ":", "\n"):
        return 1
    return 1 if tail[:1] == "\n" and len(head) < _TITLE and _ends_in_name(head) else 0


_DASHES = ("-", "\u2014")
_TITLE = 90  # characters before the date in a title line


def _ends_in_name(head: str) -> bool:
    words = head.translate(_PUNCTUATION).split()
    return bool(words) and words[-1][:1].isupper()


_PUNCTUATION = str.maketrans("(),", "   ")


def complete_dateline(
    phrase: Phrase, timeline: Timeline, published: DateValue | None
) -> tuple[int, DateBasis, str | None] | None:
    """Return the year of a dateline with its basis and the evidence, or None if nothing tells it."""
    year, short = phrase.slots.get("year"), phrase.slots.get("short_year")
    if isinstance(year, int):
        return year, DateBasis.STATED, None
    if isinstance(short, int):
        return timeline.full_year(short), DateBasis.STATED, None
    month, day = phrase.slots["month"], phrase.slots.get("day", phrase.slots.get("ordinal"))
    assert isinstance(month, int)
    assert isinstance(day, int)
    evidence = next(iter(timeline.of_month(month, phrase.start)), None)
    if timeline.identifier and (found := year_by_evidence(month, day, timeline.identifier)):
        return found, DateBasis.INFERRED, timeline.identifier.words
    if published and published.last:
        found = _year_until(month, day, published.last)
        return (found, DateBasis.INFERRED, f"published {published.isoformat()}") if found else None
    return (evidence.year, DateBasis.INFERRED, evidence.words) if evidence else None


def _year_until(month: int, day: int, last: date) -> int | None:
    limit = last.toordinal() + _EARLY_COPY
    days = (make_day(last.year - back, month, day) for back in range(-1, 5))
    return next((found.year for found in days if found and found.toordinal() <= limit), None)
