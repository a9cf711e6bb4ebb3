"""Typed values as JSON and back: the one place that knows how a value is written down."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from dateline.claims.records import Code, Named, Value
from dateline.errors import StoreError
from dateline.values.counts import Count, Operator
from dateline.values.dates import DateBasis, DatePrecision, DateValue

_NAMES: dict[type, str] = {Code: "code", Named: "named", Count: "count", DateValue: "date"}


def dump_json(content: object) -> str:
    """Write JSON the one way the store does: compact, sorted, so that the same content is the same text."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat)


def write_value(value: Value | None) -> str | None:
    """Return the value as JSON: its fields, and its type under "is"; None stays None."""
    return None if value is None else dump_json({"is": _NAMES[type(value)], **asdict(value)})


def read_value(text: str | None) -> Value | None:
    """Return what `write_value` was given; raises StoreError for a type that this version does not know."""
    if text is None:
        return None
    content: dict[str, Any] = json.loads(text)
    kind = content.pop("is", None)
    match kind:
        case "code":
            return Code(**content)
        case "named":
            return Named(**{**content, "keys": tuple(content["keys"]), "labels": tuple(content["labels"])})
        case "count":
            return Count(**{**content, "operator": Operator(content["operator"])})
        case "date":
            return _read_date(**content)
    raise StoreError(f"the store holds a value of the type {kind!r}, which this version of Dateline does not know")


def value_columns(value: Value | None) -> dict[str, object]:
    """Return the columns that SQL can filter on; those that do not belong to the value's type are None."""
    code = value.code if isinstance(value, Code) else None
    count = value if isinstance(value, Count) else None
    when = value if isinstance(value, DateValue) else None
    return {
        "value": write_value(value),
        "code": code,
        "low": count and count.low,
        "best": count and count.best,
        "high": count and count.high,
        "operator": count and count.operator.value,
        "date_first": when and when.first,
        "date_last": when and when.last,
        "date_precision": when and when.precision.value,
        "date_basis": when and when.basis.value,
    }


def _read_date(first: str | None, last: str | None, precision: int, basis: str, anchor: str | None) -> DateValue:
    return DateValue(
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last) if last else None,
        precision=DatePrecision(precision),
        basis=DateBasis(basis),
        anchor=anchor,
    )
