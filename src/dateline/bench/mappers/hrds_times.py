"""The years, months and days of an article, and what speaks for each being the key's.

The year is chosen first, then the month with the year at hand, then the day with both.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import log1p

from dateline.bench.mappers.hrds_article import Article, claims_of
from dateline.bench.mappers.hrds_options import OPTION_FEATURES, Answer, Choice, Field, Option, times
from dateline.claims.records import Claim
from dateline.values.dates import DateBasis, DateValue
from dateline.values.dates_mentions import DateKind, DateMention
from dateline.values.spans import Span

PARTS = ("year", "month", "day")
Chosen = tuple[int | None, ...]  # the year, or the year and the month


@dataclass(frozen=True, slots=True)
class When(Option):
    """A year, a month or a day of the month, with the dates that have it; those of the chosen year and month apart."""

    dates: tuple[DateMention, ...]
    chosen: Chosen
    published: Chosen  # year, month and day of publication

    @property
    def part(self) -> str:
        return PARTS[len(self.chosen)]

    @property
    def within(self) -> tuple[DateMention, ...]:
        """The dates that are of the chosen year and month as well."""
        return tuple(date for date in self.dates if is_within(date, self.chosen))


def is_within(date: DateMention, chosen: Chosen) -> bool:
    """Tell whether a date is of a year, or of a year's month."""
    return shared_parts(date.value)[: len(chosen)] == chosen


def shared_parts(when: DateValue | None) -> tuple[int | None, ...]:
    """Return the year, month and day of a date, each None unless its first and last day share it."""
    if when is None or when.first is None or when.last is None:
        return (None, None, None)
    first, last = when.first.timetuple()[:3], when.last.timetuple()[:3]
    return tuple(first[wide] if first[: wide + 1] == last[: wide + 1] else None for wide in range(3))


def whens_of(article: Article, chosen: Chosen) -> tuple[Field, list[When]]:
    """Return the years that an article's dates have, or the months or days where year and month were chosen.

    The year of publication is one that every article has.
    """
    part = len(chosen)
    by_number: dict[Answer, list[DateMention]] = {}
    for date in article.dates:
        number = shared_parts(date.value)[part]
        if number is not None:
            by_number.setdefault(number, []).append(date)
    published = shared_parts(article.report.coded.document.published)
    if not chosen and published[0] is not None:
        by_number.setdefault(published[0], [])
    field = _field(article, {number: tuple(each.span for each in own) for number, own in by_number.items()}, part)
    return field, [When(field, number, tuple(own), chosen, published) for number, own in by_number.items()]


def _field(article: Article, named: Mapping[Answer, tuple[Span, ...]], part: int) -> Field:
    def told(claims: Iterable[Claim]) -> list[Answer]:
        values = (shared_parts(claim.value)[part] for claim in claims if isinstance(claim.value, DateValue))
        return [number for number in values if number is not None]

    main = article.main.claims("date") if article.main is not None else ()
    return Field(article, named, Counter(told(claims_of(article.incidents, "date"))), frozenset(told(main)))


def _with_basis(dates: Iterable[DateMention], *bases: DateBasis) -> list[DateMention]:
    return [date for date in dates if date.value is not None and date.value.basis in bases]


def _said(dates: Iterable[DateMention]) -> list[DateMention]:
    """Return the dates whose words name it, in full or but for the year; not "on Monday"."""
    return _with_basis(dates, DateBasis.STATED, DateBasis.INFERRED)


def is_stated(when: When) -> float:
    """Return how many of its dates are stated in full, as a logarithm."""
    return times(_with_basis(when.dates, DateBasis.STATED))


def is_stated_but_for_the_year(when: When) -> float:
    """Return how many of its dates leave a part to be understood ("on 3 May"), as a logarithm."""
    return times(_with_basis(when.dates, DateBasis.INFERRED))


def is_counted_from_another_day(when: When) -> float:
    """Return how many of its dates are counted from another ("on Monday", "last month"), as a logarithm."""
    return times(_with_basis(when.dates, DateBasis.RELATIVE))


def is_stated_once(when: When) -> float:
    """Tell whether words name it at all, in full or but for the year."""
    return float(bool(_said(when.dates)))


def has_stated_months(when: When) -> float:
    """Return how many of its dates name a month, as a logarithm."""
    return times(date for date in _said(when.dates) if shared_parts(date.value)[1])


def has_stated_days(when: When) -> float:
    """Return how many of its dates name a day, as a logarithm."""
    return times(date for date in _said(when.dates) if shared_parts(date.value)[2])


def is_stated_beside_deeds(when: When) -> float:
    """Return how many of the dates that name it stand in a sentence with a word for a violation, as a logarithm."""
    return times(date for date in _said(when.dates) if when.field.article.tells_a_deed(date.span))


def is_of_the_dateline(when: When) -> float:
    """Tell whether the report's head has it."""
    return float(any(date.kind is DateKind.DATELINE for date in when.dates))


def is_of_publication(when: When) -> float:
    """Tell whether the day of publication has it too."""
    return float(when.answer == when.published[len(when.chosen)])


def is_years_ago(when: When) -> float:
    """Return how many years before publication it is, as a logarithm; 0 of months and days."""
    newest = when.published[0]
    if when.part != "year" or newest is None:
        return 0.0
    return log1p(max(0, newest - int(when.answer)))


def is_the_year_before(when: When) -> float:
    """Tell whether it is the year before that of publication."""
    newest = when.published[0]
    return float(when.part == "year" and newest is not None and when.answer == newest - 1)


def is_earliest(when: When) -> float:
    """Tell whether no other number is smaller."""
    return float(when.answer == min(when.field.named, key=int))


def is_latest(when: When) -> float:
    """Tell whether no other number is greater."""
    return float(when.answer == max(when.field.named, key=int))


def is_the_only_one(when: When) -> float:
    """Tell whether there is no other."""
    return float(len(when.field.named) == 1)


def is_of_the_chosen_year(when: When) -> float:
    """Return how many of its dates are of the chosen year and month, as a logarithm; 0 of years."""
    return times(when.within) if when.chosen else 0.0


def another_is_of_the_chosen_year(when: When) -> float:
    """Tell whether words name any, this or another, with a date of the chosen year and month."""
    dates = (each for each in when.field.article.dates if is_within(each, when.chosen))
    return float(bool(when.chosen) and any(shared_parts(each.value)[len(when.chosen)] for each in _said(dates)))


def is_stated_of_the_chosen_year(when: When) -> float:
    """Tell whether words name it with a date of the chosen year and month."""
    return float(bool(when.chosen) and bool(_said(when.within)))


def is_told_of_deeds_of_the_chosen_year(when: When) -> float:
    """Return how many of its dates of that year and month stand in a sentence with a word for a violation."""
    return times(d for d in when.within if when.field.article.tells_a_deed(d.span)) if when.chosen else 0.0


def is_when_it_was_published(when: When) -> float:
    """Tell whether it is publication's, and the chosen year and month are too."""
    return float(bool(when.chosen) and (*when.chosen, when.answer) == when.published[: len(when.chosen) + 1])


def follows_nothing(when: When) -> float:
    """Tell whether no year or month was chosen that it could belong to."""
    return float(bool(when.chosen) and when.chosen[-1] is None)


def follows_the_year_of_publication(when: When) -> float:
    """Tell whether the chosen year is that of publication."""
    return float(bool(when.chosen) and when.chosen[0] == when.published[0])


WHEN_FEATURES: tuple[Callable[[When], float], ...] = (
    *OPTION_FEATURES,
    is_stated,
    is_stated_but_for_the_year,
    is_counted_from_another_day,
    is_stated_once,
    has_stated_months,
    has_stated_days,
    is_stated_beside_deeds,
    is_of_the_dateline,
    is_of_publication,
    is_years_ago,
    is_the_year_before,
    is_earliest,
    is_latest,
    is_the_only_one,
    is_of_the_chosen_year,
    another_is_of_the_chosen_year,
    is_stated_of_the_chosen_year,
    is_told_of_deeds_of_the_chosen_year,
    is_when_it_was_published,
    follows_nothing,
    follows_the_year_of_publication,
)


def choose_when(article: Article, choices: Mapping[str, Choice[When]]) -> Chosen:
    """Return the likeliest year, month and day of the key, each None where none is likeliest."""
    chosen: Chosen = ()
    for part in PARTS:
        answer = choices[part].best(*whens_of(article, chosen))
        chosen = (*chosen, int(answer) if answer is not None else None)
    return chosen
