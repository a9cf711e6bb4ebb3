"""An article opened for its key: the events that are violations, and where its words tell of such deeds."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.bench.mappers.hrds_words import HrdsWords, read_words
from dateline.bench.report import Incident, Report, open_report
from dateline.claims.records import Claim
from dateline.mentions.records import MentionKind
from dateline.pipeline.records import Coded
from dateline.values.dates_in_text import find_dates
from dateline.values.dates_mentions import DateMention
from dateline.values.folding import fold
from dateline.values.spans import Span

KILLING = "killing"
OPENING = 500  # characters: the paragraphs that sum an article up
_NEAR = 60  # characters
_SENTENCE_END = re.compile(r"(?<=[.!?\"])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Article:
    """A report with its violations; `main` is the event of which most people are named. Offsets are those of `text`."""

    report: Report
    words: HrdsWords
    text: str
    incidents: tuple[Incident, ...]
    main: Incident | None
    deeds: tuple[int, ...]  # where a word for a violation begins, in order
    harms: tuple[int, ...]  # the same with words for what comes of one: prisons, deaths
    cuts: tuple[int, ...]  # where sentences begin, the first at 0
    dates: tuple[DateMention, ...]

    def tells_a_deed(self, where: Span) -> bool:
        """Tell whether a word for a violation stands in the same sentence."""
        return _has_one(self.deeds, *self._sentence(where))

    def tells_harm(self, where: Span) -> bool:
        """Tell whether a word for a violation or what comes of it stands in the same sentence."""
        return _has_one(self.harms, *self._sentence(where))

    def is_near_a_deed(self, where: Span) -> bool:
        """Tell whether a word for a violation stands within some ten words."""
        return _has_one(self.deeds, where.start - _NEAR, where.start + _NEAR)

    def _sentence(self, where: Span) -> tuple[int, int]:
        number = bisect_right(self.cuts, where.start)
        return self.cuts[number - 1], self.cuts[number] if number < len(self.cuts) else len(self.text)


def _has_one(starts: Sequence[int], first: int, last: int) -> bool:
    found = bisect_left(starts, first)
    return found < len(starts) and starts[found] < last


def open_article(coded: Coded) -> Article:
    """Return a coded article with the events that happened and were a violation."""
    report, words = open_report(coded), read_words()
    text = fold(report.text)
    incidents = tuple(each for each in report.incidents if each.happened and violations_of(each, words))
    main = max(incidents, key=lambda incident: len(list(told_names(report, [incident]))), default=None)
    deeds, harms = (tuple(found.start() for found in each.finditer(text)) for each in (words.deeds, words.harms))
    starts = sorted({0, *(found.end() for found in _SENTENCE_END.finditer(text))})
    dates = find_dates(report.text, published=coded.document.published).mentions
    return Article(report, words, text, incidents, main, deeds, harms, tuple(starts), dates)


def claims_of(incidents: Iterable[Incident], *slots: str) -> list[Claim]:
    return [claim for incident in incidents for claim in incident.claims(*slots)]


def violations_of(incident: Incident, words: HrdsWords) -> set[str]:
    """Return the violations that an event is: by its kind, and a killing where people died."""
    found = {words.violations[kind] for kind in incident.codes("type") if kind in words.violations}
    return found | ({KILLING} if incident.claims("deaths") else set())


def told_names(report: Report, incidents: Iterable[Incident]) -> Iterator[str]:
    """Yield the names of persons among the victims and targets of events."""
    for claim in claims_of(incidents, "victim", "target"):
        for mention in report.mentions_in(claim.highlight.span):
            if mention.kind is MentionKind.PERSON:
                yield mention.text
