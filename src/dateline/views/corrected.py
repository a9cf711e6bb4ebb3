"""Corrected: what a person typed for a slot, as a value of the slot's type."""

import re
from datetime import date

from dateline.claims.records import Code, Named, Value
from dateline.codebook import Codebook
from dateline.codebook.records import Slot
from dateline.errors import InputError
from dateline.values.counts import Count, Operator
from dateline.values.dates import DateBasis, DatePrecision, DateValue
from dateline.values.dates_in_text import read_date

_COUNT = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")
_SPAN = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})")

_PRECISIONS = (  # days at most
    (1, DatePrecision.DAY),
    (6, DatePrecision.FEW_DAYS),
    (7, DatePrecision.WEEK),
    (31, DatePrecision.MONTH),
)


def corrected_value(slot: str, text: str, codebook: Codebook) -> Value:
    """Return the value that a person's words stand for; raises InputError where they are none of the slot's type.

    A count is "44" or "44-46", a date "2023-07-30", "2023-07", "2023" or "2023-07-29/2023-07-30", a code one of the
    codebook's; what is named is taken as it is typed.
    """
    definition = event_slot(slot, codebook)
    words = " ".join(text.split())
    if not words:
        raise InputError(f"{slot} needs a value; `dateline reject` sets a claim aside, so that the value is unknown.")
    match definition.value:
        case "count":
            return _count(slot, words)
        case "date":
            return _date(words)
        case "code":
            return _code(definition, words, codebook)
        case "name" | "text":
            return Named(words)


def event_slot(slot: str, codebook: Codebook) -> Slot:
    """Return the codebook's definition of a slot of events; raises InputError for one that events do not have."""
    return codebook.slots["event"][slot]


def _count(slot: str, words: str) -> Count:
    found = _COUNT.fullmatch(words)
    if found is None:
        raise InputError(f"{words!r} is no number of {slot}: give one as 44, or two bounds as 44-46.")
    low = int(found[1])
    if found[2] is None:
        return Count.exactly(low)
    return Count(low, None, int(found[2]), Operator.BETWEEN)


def _date(words: str) -> DateValue:
    found = _SPAN.fullmatch(words)
    if found is None:
        read = read_date(words)
        if read is None:
            raise InputError(f"{words!r} is no date: give one as 2023-07-30, 2023-07, 2023 or 2023-07-29/2023-07-30.")
        return read
    try:
        first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2])
    except ValueError as error:
        raise InputError(f"{words!r} is no interval of days: {error}") from error
    return DateValue(first, last, _precision((last - first).days + 1), DateBasis.STATED)


def _precision(days: int) -> DatePrecision:
    return next((precision for most, precision in _PRECISIONS if days <= most), DatePrecision.YEAR)


def _code(slot: Slot, words: str, codebook: Codebook) -> Code:
    code = words.casefold().replace(" ", "_")
    if slot.name == "type":
        code = codebook.kinds[code].name
    elif slot.name == "stage":
        code = codebook.stages[code].name
    return Code(slot.scheme or slot.name, code)
