"""Dates in texts: finds the words that speak of a date and reads each as an interval with its basis and anchor.

The words and forms of a language are data (`data/<language>/dates.yaml`); this file knows only the order of work:
find the phrases, draw the text's time line, find its dateline, then read each phrase against them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dateline.values.dates import DateBasis, DatePrecision, DateValue
from dateline.values.dates_calendar import day_interval, make_day
from dateline.values.dates_grammar import Phrase, find_phrases, load_grammar
from dateline.values.dates_mentions import DateKind, DateMention, DateReading, EventRelation
from dateline.values.dates_published import check_published, read_stated
from dateline.values.dates_readers import READERS
from dateline.values.dates_relative import read_distance_from
from dateline.values.dates_scene import Reading, Scene, day_in, number_in, opened, value_of
from dateline.values.dates_timeline import complete_dateline, draw_timeline, find_dateline, is_heading
from dateline.values.folding import fold
from dateline.values.spans import Span

__all__ = [
    "DateKind",
    "DateMention",
    "DateReading",
    "EventRelation",
    "find_dates",
    "parse_published",
    "read_date",
]

_OPENABLE = frozenset({DateKind.ABSOLUTE, DateKind.PARTIAL, DateKind.RELATIVE, DateKind.SEASON})


def find_dates(text: str, *, published: DateValue | None = None, language: str = "en") -> DateReading:
    """Find the dates of a whole document's text, raw, folded or recased: spans are offsets into `text`.

    Relative expressions count from the dateline if its year is known, else from `published`; without either they
    are mentions without a value. Raises InputError only for a language that has no words for dates.
    """
    folded = fold(text)
    grammar = load_grammar(language)
    phrases = tuple(find_phrases(folded, grammar))
    timeline = draw_timeline(phrases, folded, published)
    head = find_dateline(phrases, folded)
    completed = complete_dateline(head, timeline, published) if head else None
    filed = _filed_on(head, completed) if head and completed else None
    reference = filed or published
    words = f"{'dateline' if filed else 'published'} {reference.isoformat()}" if reference else None
    scene = Scene(grammar, timeline, reference, words)
    mentions = tuple(_mentions(phrases, scene, text, _Heading(head, filed)))
    dateline = next((mention for mention in mentions if head and mention.span.start == head.start), None)
    return DateReading(dateline, mentions, reference)


def read_date(text: str, *, reference: DateValue | None = None, language: str = "en") -> DateValue | None:
    """Read one expression that is a date and nothing else ("2023-08", "August 2023", "yesterday"), or return None."""
    stated = read_stated(text)
    if stated is not None:
        return stated
    reading = find_dates(text, published=reference, language=language)
    whole = [mention for mention in reading.mentions if mention.text == text.strip().rstrip(".")]
    return whole[0].value if whole else None


def parse_published(text: str) -> DateValue:
    """Read a date of publication as a person types it; raises InputError with what is wrong and the forms it takes."""
    return check_published(text, read_date(text))


class _Heading(NamedTuple):
    """The phrase that is the dateline, and the day it names, as far as it could be completed."""

    phrase: Phrase | None
    filed: DateValue | None


def _filed_on(head: Phrase, completed: tuple[int, DateBasis, str | None]) -> DateValue | None:
    year, basis, anchor = completed
    month, day = number_in(head, "month"), day_in(head)
    found = make_day(year, month, day) if month and day else None
    return value_of(day_interval(found), basis, f"year of {anchor}" if anchor else None)


def _mentions(phrases: Sequence[Phrase], scene: Scene, text: str, heading: _Heading) -> Iterator[DateMention]:
    taken = -1
    for index, phrase in enumerate(phrases):
        if phrase.start < taken:
            continue
        following = phrases[index + 1] if index + 1 < len(phrases) else None
        mention = _mention(phrase, following, scene, text, heading)
        if mention is None:
            continue
        taken = mention.span.end
        if _is_precise(mention):
            scene = replace(scene, previous=mention.value)
        yield mention


def _mention(
    phrase: Phrase, following: Phrase | None, scene: Scene, text: str, heading: _Heading
) -> DateMention | None:
    start, end = phrase.start, phrase.end
    if phrase is heading.phrase:
        reading: Reading | None = Reading(heading.filed, DateKind.DATELINE)
    elif phrase.pattern.reads == "distance_from_next":
        if following is None or text[end : following.start].strip():
            return None
        reading, end = _joined(phrase, following, scene), following.end
    else:
        reading = READERS[phrase.pattern.reads](phrase, scene)
        how = _opening(phrase, reading, scene)
        if reading and reading.value and how:
            reading, start = Reading(opened(reading.value, how), DateKind.RANGE), phrase.before_start
        elif reading and heading.phrase and _repeats(phrase, heading.phrase, text):
            reading = Reading(heading.filed, DateKind.DATELINE)
    if reading is None:
        return None
    anchor = Span(phrase.anchor, phrase.end) if phrase.anchor is not None else None
    return DateMention(Span(start, end), text[start:end], reading.value, reading.kind, reading.relation, anchor)


def _joined(phrase: Phrase, following: Phrase, scene: Scene) -> Reading:
    """Read "two days after" and the date that follows it as one."""
    base = READERS[following.pattern.reads](following, scene)
    return read_distance_from(phrase, base.value if base else None)


def _opening(phrase: Phrase, reading: Reading | None, scene: Scene) -> str | None:
    """Return how the word before opens the interval: "since 2014", "before 3 May"; not "after Friday's attack"."""
    how = scene.grammar.words["opens"].get(phrase.before)
    if how is None or reading is None or reading.kind not in _OPENABLE or phrase.after == "'s":
        return None
    names_an_event = how in ("before", "after") and phrase.is_before_plain_word  # "after Friday prayers"
    return None if names_an_event else str(how)


def _repeats(phrase: Phrase, head: Phrase, text: str) -> bool:
    """Tell whether a date is that of the dateline again, in a title line."""
    same_month = phrase.slots.get("month") == head.slots["month"]
    return same_month and day_in(phrase) == day_in(head) and is_heading(phrase, text)


def _is_precise(mention: DateMention) -> bool:
    if mention.value is None or mention.kind in (DateKind.DATELINE, DateKind.VAGUE):
        return False
    return DatePrecision.DAY <= mention.value.precision <= DatePrecision.WEEK
