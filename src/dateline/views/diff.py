"""Diff: what changed between two states of a casebook: events added, gone, merged, split, and cells, old to new."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dateline.views.casebook import Holdings
from dateline.views.cells import cell_name
from dateline.views.records import Dossier, Plain, Row


class Change(StrEnum):
    """What became of an event."""

    ADDED = "added"
    SPLIT = "split"  # added: its accounts were those of another event
    CHANGED = "changed"
    MERGED = "merged"  # gone into another event
    REJECTED = "rejected"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class _Stood:
    """How an event stood: what its cells showed, and who told it."""

    cells: Mapping[str, str]
    accounts: frozenset[str]
    documents: frozenset[str]
    is_rejected: bool


def diff(before: Holdings, after: Holdings, *, names: bool = False) -> Iterator[Row]:
    """Yield one row for each event that changed, in the order of the later state, then what is gone.

    A row has event_id, change, `other` (the event that it was split from, or merged into), cells (slot, old, new; each
    null where there was nothing to show), documents_added and documents_gone.
    """
    old = {each.event.id: _stood(each, names=names) for each in before.dossiers(rejected=True)}
    new = {each.event.id: _stood(each, names=names) for each in after.dossiers(rejected=True)}
    told = {account: event for event, each in old.items() for account in each.accounts}
    tells = {account: event for event, each in new.items() for account in each.accounts}
    for event, stands in new.items():
        stood = old.get(event)
        if stands.is_rejected and (stood is None or stood.is_rejected):
            continue
        row = _row(event, stood, stands, told)
        if row is not None:
            yield row
    for event, stood in old.items():
        if event not in new and not stood.is_rejected:
            into = next((tells[each] for each in sorted(stood.accounts) if each in tells), after.lead(event))
            change = Change.MERGED if into else Change.GONE
            yield _made(event, change, stood, None, other=into)


def _row(event: str, stood: _Stood | None, stands: _Stood, told: Mapping[str, str]) -> Row | None:
    if stood is None or stood.is_rejected:
        origin = next((told[each] for each in sorted(stands.accounts) if told.get(each, event) != event), None)
        return _made(event, Change.SPLIT if origin else Change.ADDED, None, stands, other=origin)
    if stands.is_rejected:
        return _made(event, Change.REJECTED, stood, None)
    if stands == stood:
        return None
    return _made(event, Change.CHANGED, stood, stands)


def _made(event: str, change: Change, stood: _Stood | None, stands: _Stood | None, *, other: str | None = None) -> Row:
    old, new = (dict(each.cells) if each else {} for each in (stood, stands))
    slots = dict.fromkeys([*new, *old])
    cells: list[Plain] = [
        {"slot": slot, "old": old.get(slot), "new": new.get(slot)} for slot in slots if old.get(slot) != new.get(slot)
    ]
    before, after = (each.documents if each else frozenset() for each in (stood, stands))
    return {
        "event_id": event,
        "change": change.value,
        "other": other,
        "cells": cells,
        "documents_added": [*sorted(after - before)],
        "documents_gone": [*sorted(before - after)],
    }


def _stood(dossier: Dossier, *, names: bool) -> _Stood:
    shown = {cell.slot: cell_name(dossier, cell, names=names) for cell in dossier.event.cells}
    return _Stood(
        cells={slot: value for slot, value in shown.items() if value},
        accounts=frozenset(account.id for account in dossier.accounts),
        documents=frozenset(file.document.id for file in dossier.files),
        is_rejected=dossier.is_rejected,
    )
