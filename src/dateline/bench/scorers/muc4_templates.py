"""The nouns of MUC-4: a template, its slots, and the fills of a slot with their alternatives."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

_BRACKETED = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_SLASH = "\x00"


class SlotKind(StrEnum):
    SET = "set"  # a value of a closed list
    STRING = "string"  # words of the text
    DATE = "date"
    PLACE = "place"
    NUMBER = "number"


SLOTS: Mapping[str, SlotKind] = {
    "incident_date": SlotKind.DATE,
    "incident_location": SlotKind.PLACE,
    "incident_type": SlotKind.SET,
    "stage": SlotKind.SET,
    "instrument_id": SlotKind.STRING,
    "instrument_type": SlotKind.SET,
    "perp_category": SlotKind.SET,
    "perp_individual": SlotKind.STRING,
    "perp_organization": SlotKind.STRING,
    "perp_org_confidence": SlotKind.SET,
    "phys_tgt_id": SlotKind.STRING,
    "phys_tgt_type": SlotKind.SET,
    "phys_tgt_number": SlotKind.NUMBER,
    "phys_tgt_nation": SlotKind.SET,
    "phys_tgt_effect": SlotKind.SET,
    "phys_tgt_total": SlotKind.NUMBER,
    "hum_tgt_name": SlotKind.STRING,
    "hum_tgt_description": SlotKind.STRING,
    "hum_tgt_type": SlotKind.SET,
    "hum_tgt_number": SlotKind.NUMBER,
    "hum_tgt_nation": SlotKind.SET,
    "hum_tgt_effect": SlotKind.SET,
    "hum_tgt_total": SlotKind.NUMBER,
}
"""The slots of a MUC-4 template (TASKDOC, template-doc parts 1 and 2) without the two that number the message."""


@dataclass(frozen=True, slots=True)
class Fill:
    """One fill of a slot: alternatives that are equally right, and the strings of the thing that it is said of."""

    alts: tuple[str, ...]
    xref: tuple[str, ...] = ()
    optional: bool = False

    def as_json(self) -> dict[str, object]:
        return {"alts": list(self.alts), "xref": list(self.xref)} if self.xref else {"alts": list(self.alts)}


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: slot -> fills; a slot without fills is absent."""

    slots: Mapping[str, tuple[Fill, ...]] = field(default_factory=dict)
    optional: bool = False

    def fills(self, slot: str) -> tuple[Fill, ...]:
        return self.slots.get(slot, ())

    def as_json(self) -> dict[str, object]:
        return {slot: [fill.as_json() for fill in fills] for slot, fills in self.slots.items()}


def read_template(key: Mapping[str, Any]) -> Template:
    """Return a template of the answer key; blank fills ("-") are left out."""
    slots = {slot: tuple(_fills(slot, key.get(slot, ()))) for slot in SLOTS}
    return Template({slot: fills for slot, fills in slots.items() if fills}, bool(key.get("optional")))


def _fills(slot: str, items: list[Mapping[str, Any]]) -> list[Fill]:
    kind = SLOTS[slot]
    fills = []
    for item in items:
        # A place's levels are parted by ":" like a cross reference, so the data splits it: read the key's own string.
        alts = _alternatives(item["raw"]) if kind is SlotKind.PLACE else item["alts"]
        xref = () if kind is SlotKind.PLACE else tuple(item.get("xref") or ())
        given = tuple(alt for alt in alts if alt.strip(' -"'))
        if given:
            fills.append(Fill(given, tuple(ref for ref in xref if ref.strip(' -"')), bool(item.get("optional"))))
    return fills


def _alternatives(raw: str) -> list[str]:
    """Part "(PERU: LIMA (CITY)) / PERU" at its slash, but not "USULUTAN (CITY / DEPARTMENT)"."""
    covered = _BRACKETED.sub(lambda match: match.group().replace(" / ", _SLASH), raw)
    parts = (part.replace(_SLASH, " / ").strip() for part in covered.split(" / "))
    return [part[1:-1] if _BRACKETED.fullmatch(part) else part for part in parts]
