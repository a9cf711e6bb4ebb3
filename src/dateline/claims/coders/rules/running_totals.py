"""Running totals: counts that sum up weeks or years ("have killed 400 since January") and are no one event's."""

from datetime import date

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.page import Page, dates_within
from dateline.values.dates import DateBasis
from dateline.values.dates_mentions import DateKind, DateMention

_LONGEST_EVENT = 10  # days; what goes on longer is a campaign, and its toll a sum


def is_running_total(page: Page, trigger: int) -> bool:
    """Tell whether a trigger's clause sums up: "since May", or, in the perfect, "this year", "in the last month"."""
    verb = _first_verb(page, trigger)
    spans = [date for date in dates_within(page, page.sentence(trigger).span) if _hangs_on(page, date, verb)]
    return any(_is_long_and_open(page, date) for date in spans) or (
        _is_perfect(page, verb) and any(_is_long(date) for date in spans)
    )


def _first_verb(page: Page, index: int) -> int:
    """Return the verb of a word's clause, the first of those joined to it: "have captured and killed"."""
    verb = grammar.clause_head(page, index)
    while page.tokens[verb].dep == "conj" and page.tokens[page.tokens[verb].head].pos == "VERB":
        verb = page.tokens[verb].head
    return verb


def _hangs_on(page: Page, date: DateMention, verb: int) -> bool:
    inside = page.tokens_in(date.span)
    return bool(inside) and verb in {inside.start, *grammar.ancestors(page, inside.start)}


def _is_perfect(page: Page, verb: int) -> bool:
    helpers = grammar.all_children(page, verb, "aux")
    return any(page.tokens[i].lemma == "have" and page.tokens[i].tag in {"VBP", "VBZ"} for i in helpers)


def _is_long_and_open(page: Page, date: DateMention) -> bool:
    """Tell whether a span without an end began long ago; "since Monday" did not."""
    value = date.value
    if value is None or date.kind is not DateKind.RANGE or value.first is None or value.last is not None:
        return False
    today = page.dates.reference.last if page.dates.reference else None
    return _lasts(value.first, today) if today else value.basis is not DateBasis.RELATIVE


def _is_long(date: DateMention) -> bool:
    value = date.value
    return value is not None and value.first is not None and value.last is not None and _lasts(value.first, value.last)


def _lasts(first: date, last: date) -> bool:
    return (last - first).days > _LONGEST_EVENT
