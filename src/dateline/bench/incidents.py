"""Reads reports that are labelled with the incident they tell of, and parts them by time."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.bench.datasets import read_lines
from dateline.documents.records import Document
from dateline.values.dates_in_text import parse_published
from dateline.values.spans import Span

EARLIER = 0.6  # share of the incidents, by the day of their first report, that weights are fitted on
_SHORTEST = 100  # characters: what is shorter is no report
_FIELDS = ("id", "inc", "title", "text", "dct")
_DAY = 10


@dataclass(frozen=True, slots=True)
class Report:
    """A report of one incident, as published."""

    id: str
    incident: str
    title: str
    text: str
    published: str

    def as_document(self) -> Document:
        """Return it as a document, headline first."""
        title = self.title.strip()
        text = f"{title}\n\n{self.text}" if title else self.text
        span = Span(0, len(title)) if title else None
        published = parse_published(self.published[:_DAY]) if self.published else None
        return Document(text, self.id, title=span, published=published, language="en")


def read_incidents(path: Path, limit: int | None = None) -> list[Report]:
    """Read the lines of a file without those that cannot be scored.

    Left out are texts that carry labels of several incidents (captures of a site's front page), texts under 100
    characters, and all but the first of exact copies.
    """
    reports = [_report(line) for line in read_lines(path, _FIELDS, limit)]
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for report in reports:
        labels[report.text].add(report.incident)
    sound = (each for each in reports if len(labels[each.text]) == 1 and len(each.text) >= _SHORTEST)
    return list({each.text: each for each in reversed(list(sound))}.values())[::-1]


def _report(line: dict[str, object]) -> Report:
    fields = (str(line[name] or "") for name in _FIELDS)
    name, incident, title, text, published = fields
    return Report(name, incident, title, text, published)


def earlier_and_later(reports: Sequence[Report], share: float = EARLIER) -> tuple[list[Report], list[Report]]:
    """Part reports by the day on which their incident was first reported: the earlier share of incidents, the rest."""
    first: dict[str, str] = {}
    for report in reports:
        first[report.incident] = min(report.published, first.get(report.incident, report.published))
    days = sorted(first.values())
    border = days[int(share * len(days))] if days else ""
    earlier = [report for report in reports if first[report.incident] < border]
    return earlier, [report for report in reports if first[report.incident] >= border]


def in_order(reports: Sequence[Report]) -> Iterator[Report]:
    """Yield reports in the order in which they were published."""
    yield from sorted(reports, key=lambda report: (report.published, report.id))


def sizes(reports: Sequence[Report]) -> Counter[int]:
    """Return how many incidents have so many reports."""
    return Counter(Counter(report.incident for report in reports).values())
