"""Labels: what the answer keys of MUC-4 and HRDsAttack say, as spans of their texts; writes one JSON line a document.

Run: python -m training.coder.labels DATA OUT, where DATA holds muc4/ and hrdsattack/ as `dateline bench` reads them.

A key gives words, not places in the text, so every place where the words stand is labelled. A line: {"id", "text",
"columns": which groups of labels the key speaks of, "spans": [{"role", "start", "end", "events": numbers of the
templates, "attributes"}], "sentences": [{"start", "end", "labels"}], "document": labels of the whole}.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.bench.datasets import read_lines
from dateline.values.dates import DateValue
from dateline.values.dates_in_text import find_dates
from dateline.values.recasing import reading_text

Row = dict[str, Any]

ROLES = {
    "perp_individual": "perpetrator_individual",
    "perp_organization": "perpetrator_organization",
    "phys_tgt_id": "target",
    "hum_tgt_name": "victim_name",
    "hum_tgt_description": "victim_description",
    "instrument_id": "weapon",
}
"""MUC-4 slot whose fills are words of the text -> role."""

ATTRIBUTES = {
    "perp_org_confidence": ("perp_organization", "confidence"),
    "hum_tgt_effect": ("hum_tgt_name", "human_effect"),
    "hum_tgt_type": ("hum_tgt_name", "human_type"),
    "phys_tgt_effect": ("phys_tgt_id", "target_effect"),
    "phys_tgt_type": ("phys_tgt_id", "target_type"),
    "instrument_type": ("instrument_id", "weapon_type"),
}
"""MUC-4 slot whose fills are of a closed list and said of a fill of another slot -> (that slot, attribute)."""

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?\n](?!\s*\n|\s*$|\s+[\"'A-Z])[^.!?\n]*)*[.!?]?")
_TAG = re.compile(r"<[^>]+>")
_CLASS = re.compile(r"\s*\([^)]*\)\s*$")
_SHORTEST = 3  # letters of a name: "a" or "he" stands everywhere
_DATELINE = 80  # characters in which the place and day of filing stand


def muc4_rows(path: Path) -> Iterator[Row]:
    """Yield the labelled wires of one file."""
    for line in read_lines(path, ()):
        text = line["text"]
        spans = list(_fills(text, line["templates"]))
        spans += _dates(text, line["templates"]) + _places(text, line["templates"])
        yield {
            "id": line["docid"],
            "text": text,
            "columns": ["roles", "sentences", "relevance"],
            "spans": spans,
            "sentences": _sentences(text, spans, line["templates"]),
            "document": ["relevant"] if line["templates"] else [],
        }


def hrds_rows(path: Path) -> Iterator[Row]:
    """Yield the labelled articles of one file: victims' names, and violations of the whole article."""
    for line in read_lines(path, ()):
        text = article_text(line["sample"])
        answer = line["annotations"][0]["annotation"]
        names = [victim.get("victim_name") or "" for victim in answer["victims"]]
        spans = [
            {"role": "victim_name", "start": start, "end": end, "events": [0], "attributes": {}}
            for name in names
            for start, end in _stands(text, name)
        ]
        yield {
            "id": f"hrds-{line['sample']['Input.GLOBALEVENTID']}",
            "text": text,
            "columns": ["victim_name", "violations"],
            "spans": spans,
            "sentences": [],
            "document": sorted(set(answer["violation_types"])),
        }


def article_text(sample: Mapping[str, Any]) -> str:
    """Return title and body of an article without its tags, a paragraph a line."""
    body = sample["Input.article_interface"].replace("</p>", "\n\n")
    return f"{sample['Input.title'] or ''}\n\n{_TAG.sub('', body)}".strip()


def _fills(text: str, templates: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    """Yield the spans of all fills that are words of the text, each with what is said of it."""
    found: dict[tuple[str, int, int], Row] = {}
    for number, template in enumerate(templates):
        said = _said_of(template)
        for slot, role in ROLES.items():
            for fill in template.get(slot, []):
                for alternative in fill["alts"]:
                    attributes = said.get(alternative, {})
                    for start, end in _stands(text, alternative):
                        row = found.setdefault((role, start, end), _span(role, start, end))
                        row["events"].append(number)
                        row["attributes"] |= attributes
    yield from found.values()


def _span(role: str, start: int, end: int) -> Row:
    return {"role": role, "start": start, "end": end, "events": [], "attributes": {}}


def _said_of(template: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return, by the words of a fill, the attributes that the template gives them."""
    said: dict[str, dict[str, str]] = {}
    for slot, (_, attribute) in ATTRIBUTES.items():
        for fill in template.get(slot, []):
            for name in fill.get("xref", []):
                said.setdefault(name, {})[attribute] = fill["alts"][0].strip("(") if fill["alts"] else ""
    return said


def _stands(text: str, words: str) -> list[tuple[int, int]]:
    """Return where words stand in a text, whatever the line breaks between them and the case."""
    parts = words.split()
    if sum(map(len, parts)) < _SHORTEST:
        return []
    pattern = r"\s+".join(map(re.escape, parts))
    return [match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)]


def _places(text: str, templates: Sequence[Mapping[str, Any]]) -> list[Row]:
    found: dict[tuple[int, int], Row] = {}
    for number, template in enumerate(templates):
        for fill in template.get("incident_location", []):
            for name in fill.get("xref", [])[-1:] or fill["alts"][:1]:
                for start, end in _stands(text, _CLASS.sub("", name)):
                    if start > _DATELINE:
                        row = found.setdefault((start, end), _span("place", start, end))
                        row["events"].append(number)
    return list(found.values())


def _dates(text: str, templates: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Return the words of the text that say the day of an incident."""
    dated = find_dates(reading_text(text))
    found: dict[tuple[int, int], Row] = {}
    for number, template in enumerate(templates):
        days = {alt for fill in template.get("incident_date", []) for alt in fill["alts"]}
        for mention in dated.mentions:
            if mention.span.start > _DATELINE and _shown(mention.value) in days:
                key = (mention.span.start, mention.span.end)
                found.setdefault(key, _span("date", *key))["events"].append(number)
    return list(found.values())


def _shown(value: DateValue | None) -> str:
    if value is None or value.first is None or value.last is None:
        return ""
    days = [f"{day:%d %b %y}".upper() for day in (value.first, value.last)]
    return days[0] if value.first == value.last else " - ".join(days)


def _sentences(text: str, spans: Sequence[Row], templates: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Return the sentences, each with the types and stages of the events whose role-bearing words stand in it."""
    rows = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        inside = [span for span in spans if start <= span["start"] and span["end"] <= end]
        events = {number for span in inside if span["role"] not in {"place", "date"} for number in span["events"]}
        labels = {
            fill["alts"][0] for n in events for s in ("incident_type", "stage") for fill in templates[n].get(s, [])
        }
        rows.append({"start": start, "end": end, "labels": sorted(labels)})
    return rows


def main(data: str, out: str) -> None:
    """Write the labelled documents of both training parts."""
    rows = [*muc4_rows(Path(data, "muc4/train.jsonl.xz")), *hrds_rows(Path(data, "hrdsattack/train.jsonl.xz"))]
    Path(out).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
