"""How a value is shown: as text for people, and as columns for tables."""

from dataclasses import replace
from typing import assert_never

from dateline.claims.records import Code, Named, Speaker, Value
from dateline.values.counts import Count, Operator
from dateline.values.dates import DateValue
from dateline.views.records import Row

_WORDS = {
    Operator.EXACT: "{best}",
    Operator.AT_LEAST: "at least {low}",
    Operator.AT_MOST: "at most {high}",
    Operator.MORE_THAN: "at least {low}",
    Operator.LESS_THAN: "at most {high}",
    Operator.ABOUT: "about {best}",
    Operator.NEARLY: "nearly {best}",
    Operator.BETWEEN: "{low} to {high}",
    Operator.VAGUE: "{word}",
}


def shown_value(value: Value | None) -> str:
    """Return a value in words, "" for a value that could not be read."""
    match value:
        case None:
            return ""
        case Code():
            return value.code
        case Named():
            return value.text
        case DateValue():
            return value.isoformat()
        case Count():
            return shown_count(value)
        case _:
            assert_never(value)


def shown_count(count: Count) -> str:
    """Return a count in words: `60`, `at least 60`, `30000 to 40000`, `dozens`.

    What several claims came to is shown with its best first: `92 (20 to 100)`. "more than 200" is shown by the bound
    that it was read as, `at least 201`: the published words stand beside it.
    """
    if count.operator is Operator.BETWEEN and count.best is not None:
        bounds = _low_to_high(count.low, count.high)
        return str(count.best) if bounds in (str(count.best), "?") else f"{count.best} ({bounds})"
    known = {"low": count.low, "best": count.best, "high": count.high, "word": count.word}
    words = _WORDS[count.operator]
    needed = words[words.index("{") + 1 : words.index("}")]
    if known[needed] is None or (count.operator is Operator.BETWEEN and count.high is None):
        return str(count.best) if count.best is not None else _low_to_high(count.low, count.high)
    return words.format(**known)


def shown_bounds(count: Count) -> str:
    """Return a count in words with numbers in them: a vague word by the bounds that it was read as, `24 to ?`."""
    return shown_count(replace(count, word=None))


def shown_speaker(speaker: Speaker) -> str:
    """Return whose word a claim is: the name where the text gives one, else the kind."""
    return speaker.name or speaker.kind.value.replace("_", " ")


def value_columns(value: Value | None) -> Row:
    """Return the typed parts of a value; the parts that its type does not have are None."""
    count = value if isinstance(value, Count) else None
    when = value if isinstance(value, DateValue) else None
    return {
        "low": count.low if count else None,
        "best": count.best if count else None,
        "high": count.high if count else None,
        "operator": count.operator.value if count else None,
        "scope": count.scope if count else None,
        "whose": count.whose if count else None,
        "side": count.side if count else None,
        "policy": count.policy if count else None,
        "date_first": when.first.isoformat() if when and when.first else None,
        "date_last": when.last.isoformat() if when and when.last else None,
        "date_precision": int(when.precision) if when else None,
        "date_basis": when.basis.value if when else None,
        "date_anchor": when.anchor if when else None,
    }


def _low_to_high(first: int | None, last: int | None) -> str:
    low, high = ("?" if each is None else str(each) for each in (first, last))
    return low if low == high else f"{low} to {high}"
