"""Items as JSON and back: what linkage compares, packed small. An item is compared as it comes back."""

import json
from typing import Any

from dateline.linkage.records import Item, Spot
from dateline.store.values_json import dump_json
from dateline.values.points import Point

_DIGITS = 3  # of a word's weight
_SETS = ("actors", "names", "ages", "setting")
_WORDS = ("terms", "title")
_PLAIN = ("group", "told", "first", "last", "kind")


def pack(item: Item) -> str:
    """Return an item as JSON, without what is empty; words' weights are rounded to three digits."""
    packed: dict[str, Any] = {name: getattr(item, name) for name in _PLAIN}
    packed["spots"] = [_flat(spot) for spot in item.spots]
    packed |= {name: sorted(getattr(item, name)) for name in _SETS}
    packed |= {name: {word: round(weight, _DIGITS) for word, weight in getattr(item, name).items()} for name in _WORDS}
    packed["counts"] = {slot: list(bounds) for slot, bounds in item.counts.items()}
    return dump_json({name: part for name, part in packed.items() if part} | {"lead": item.is_lead})


def unpack(item_id: str, text: str) -> Item:
    """Return the item that was packed."""
    packed: dict[str, Any] = json.loads(text)
    fields: dict[str, Any] = {name: packed.get(name) for name in _PLAIN}
    fields |= {name: frozenset(packed.get(name, ())) for name in _SETS}
    fields |= {name: _weightiest_first(packed.get(name, {})) for name in _WORDS}
    fields["counts"] = {slot: (low, high) for slot, (low, high) in packed.get("counts", {}).items()}
    fields["spots"] = tuple(_spot(*each) for each in packed.get("spots", ()))
    return Item(id=item_id, is_lead=packed["lead"], **fields)


def as_kept(item: Item) -> Item:
    """Return the item as it comes back from the store."""
    return unpack(item.id, pack(item))


def _weightiest_first(words: dict[str, float]) -> dict[str, float]:
    """Return words in the order in which items have them: what is compared is the foremost ones."""
    return dict(sorted(words.items(), key=lambda each: (-each[1], each[0])))


def _flat(spot: Spot) -> list[object]:
    return [spot.id, spot.precision, *([spot.point.lat, spot.point.lon] if spot.point else [])]


def _spot(spot_id: str, precision: int, lat: float | None = None, lon: float | None = None) -> Spot:
    point = Point(lat, lon) if lat is not None and lon is not None else None
    return Spot(spot_id, point, precision)
