"""Days: which of the dates in a word's sentence are its own, nearest first.

A date may be that of a claim, of a statement, of another time, or of a later death; none of these is the event's.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.page import Page, dates_within
from dateline.values.dates import DatePrecision
from dateline.values.dates_mentions import DateMention
from dateline.values.spans import Span


def days_of(page: Page, index: int, stage: str) -> tuple[DateMention, ...]:
    """Return the dates that may be a word's own, nearest first: those on the word, on its clause, elsewhere."""
    dates = _own_dates(page, index)
    return _nearest(page, index, (date for date in dates if _may_be_of(page, date, stage)))


def _own_dates(page: Page, index: int) -> list[DateMention]:
    """Return the dates that may be the word's own: those of "in May, days after the attack" are not the attack's."""
    word = Span(page.tokens[index].start, page.tokens[index].end)
    dates = dates_within(page, page.sentence(index).span)
    is_anchor = any(date.anchor_span is not None and date.anchor_span.overlaps(word) for date in dates)
    clause = grammar.clause_head(page, index)
    told = [
        date
        for date in dates
        if date.value is not None
        and not _dates_speech(page, date, dates, index)
        and not _dates_another_time(page, date, index)
    ]
    return [date for date in told if not is_anchor or _steps(page, date.span, index, clause) == 0]


def _may_be_of(page: Page, date: DateMention, stage: str) -> bool:
    """Tell whether a date is none that only lies ahead of the report: what was done was not done "next Sunday".

    A day more is let pass, as reports are dated by other clocks than the events that they tell.
    """
    filed = page.dates.reference.last if page.dates.reference else None
    begins = date.value.first if date.value is not None else None
    return stage != "accomplished" or filed is None or begins is None or begins <= filed + timedelta(days=1)


def _dates_speech(page: Page, date: DateMention, dates: Sequence[DateMention], index: int) -> bool:
    """Tell whether a date says when something was said or claimed: "police said on Monday that ...".

    Of two, the nearer to the verb does: "today confirmed the arrest of a man on Friday". One that a noun owns says when
    that was: "the group claimed Monday's bombing"; so does a month behind the noun: "claimed the bombings in January".
    """
    verb = _dated_verb(page, date)
    if verb is None or verb == index or not _is_telling(page, verb):
        return False
    is_owner = any(page.tokens[each].dep == "poss" for each in page.tokens_in(date.span))
    if is_owner or (verb < index < page.tokens_in(date.span).start and _is_coarse(date)):
        return False
    rivals = [each for each in dates if _dated_verb(page, each) == verb]
    return date is min(rivals, key=lambda each: _gap(page, each.span, verb))


def _is_telling(page: Page, verb: int) -> bool:
    lemma = page.tokens[verb].lemma
    return lemma in page.lexicon.telling_verbs or lemma in page.lexicon.words["publishing_verbs"]


def _is_coarse(date: DateMention) -> bool:
    return date.value is not None and date.value.precision >= DatePrecision.MONTH


def _dates_another_time(page: Page, date: DateMention, index: int) -> bool:
    """Tell whether a date belongs to a clause of its own time: "bombed the town, quiet since the army left in May"."""
    verb = _dated_verb(page, date)
    if verb is None:
        return False
    if verb != index and is_late_death(page, verb):
        return True
    openers, own = page.lexicon.words["openers_of_other_times"], {index, *grammar.ancestors(page, index)}
    for clause in (verb, *grammar.ancestors(page, verb)):
        if clause in own:
            return False
        if any(page.tokens[mark].lemma in openers for mark in grammar.all_children(page, clause, "mark")):
            return True
    return False


def is_late_death(page: Page, verb: int) -> bool:
    """Tell whether somebody dies of what was done on another day: "two more of the wounded died overnight"."""
    words = page.lexicon.words
    if page.tokens[verb].lemma not in words["dying_verbs"]:
        return False
    return any(
        page.tokens[each].lemma.lower() in words["signs_of_a_late_death"] for each in grammar.subtree(page, verb)
    )


def _dated_verb(page: Page, date: DateMention) -> int | None:
    inside = page.tokens_in(date.span)
    return grammar.clause_head(page, inside.start) if inside else None


def _nearest(page: Page, index: int, mentions: Iterable[DateMention]) -> tuple[DateMention, ...]:
    """Sort mentions by how directly they hang on a word: on itself, on its clause, elsewhere; then by distance."""
    clause = grammar.clause_head(page, index)
    return tuple(sorted(mentions, key=lambda m: (_steps(page, m.span, index, clause), _gap(page, m.span, index))))


def _steps(page: Page, span: Span, index: int, clause: int) -> int:
    inside = page.tokens_in(span)
    if not inside:
        return 2
    above = list(grammar.ancestors(page, inside.start))
    if index in above:
        return 0
    return 1 if clause in above else 2


def _gap(page: Page, span: Span, index: int) -> int:
    return abs(span.start - page.tokens[index].start)
