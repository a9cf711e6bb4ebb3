"""Page dates: the day on which a web page says, in its markup, that it was published."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.documents.publication import read_publication
from dateline.values.dates import DateValue

_LONGEST_BLOCK = 1_000_000  # characters of JSON-LD; a news article's block has about 5,000


@dataclass(frozen=True, slots=True)
class PageField:
    """One place where pages give their date; see data/page_dates.yaml for the kinds."""

    kind: str
    name: str
    published: str
    example: str
    xpath: str = ""


@cache
def page_fields() -> tuple[PageField, ...]:
    """Return the fields in the order in which they are asked."""
    listed = yaml.safe_load((files(__package__) / "data" / "page_dates.yaml").read_text(encoding="utf-8"))
    return tuple(PageField(**{**entry, "published": str(entry["published"])}) for entry in listed)


def find_publication(tree: Any) -> tuple[DateValue | None, tuple[str, ...]]:
    """Return the date of the first field that holds one, and notes that say which, and which held none."""
    notes: list[str] = []
    for label, text in _given(tree):
        published, note = read_publication(text, label)
        notes.append(note)
        if published is not None:
            return published, tuple(notes)
    return None, tuple(notes)


def _given(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield each field that the page fills, in order, with its text."""
    meta = _meta(tree)
    blocks = _blocks(tree)
    for field in page_fields():
        label = f"the page's {field.kind} {field.name}"
        if field.kind == "meta":
            text = meta.get(field.name.lower(), "")
        elif field.kind == "json-ld":
            text = next((found for block in blocks for found in _values(block, field.name)), "")
        else:
            text = next(iter(tree.xpath(field.xpath)), "")
        if text.strip():
            yield label, text.strip()


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            if name := element.get(attribute):
                found.setdefault(name.lower(), element.get("content") or "")
    return found


def _blocks(tree: Any) -> list[object]:
    blocks: list[object] = []
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json" and 0 < len(script.text or "") <= _LONGEST_BLOCK:
            try:
                blocks.append(json.loads(script.text, strict=False))
            except (ValueError, RecursionError):  # broken blocks are common: the page's other fields are asked
                continue
    return blocks


def _values(block: object, key: str) -> Iterator[str]:
    """Yield the texts under a key, outermost first."""
    level = [block]
    while level:
        inner: list[object] = []
        for node in level:
            if isinstance(node, dict):
                if isinstance(node.get(key), str):
                    yield node[key]
                inner.extend(node.values())
            elif isinstance(node, list):
                inner.extend(node)
        level = inner
