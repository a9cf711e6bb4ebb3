"""Decide: each decision of a person as one judgement, checked against what the store holds and added to its log.

An event may be named by its id, by an account's, or by the beginning of either. What is written are whole ids.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dateline.errors import InputError
from dateline.judgement import Judgement, Numbered, Verdict, holding
from dateline.store import Store, open_store


@dataclass(frozen=True, slots=True)
class Deciding:
    """Who decides, when and why."""

    author: str
    made_at: datetime
    reason: str = ""


def judgements(url: str) -> tuple[tuple[Numbered, bool], ...]:
    """Return the whole log, each judgement with whether it still holds."""
    with open_store(url) as store:
        log = store.log()
    holds = holding(log)
    return tuple((each, holds[each.number]) for each in log)


def same(url: str, one: str, other: str, deciding: Deciding) -> Numbered:
    """Judge that two events are one; raises InputError where they are already."""
    with open_store(url) as store:
        first, second = store.links.resolve(one), store.links.resolve(other)
        if first == second:
            raise InputError(f"{one} and {other} are one event already: {first}.")
        sides = (_accounts(store, first), _accounts(store, second))
        return store.judge(_made(Verdict.SAME, first, deciding, other=second, value=_sides(*sides)))


def different(url: str, event: str, other: str, deciding: Deciding) -> Numbered:
    """Judge that two events are not one, or that an account or a document does not tell of an event.

    Raises InputError where `other` is no event, account or document, or nothing would be left of the event.
    """
    with open_store(url) as store:
        known = store.links.resolve(event)
        accounts = _accounts(store, known)
        named, apart = _apart(store, other, known)
        rest = [each for each in accounts if each not in apart]
        if not rest:
            raise InputError(f"every account of {known} is of {other}: nothing would be left that it differs from.")
        return store.judge(_made(Verdict.DIFFERENT, known, deciding, other=named, value=_sides(rest, apart)))


def accept(url: str, event: str, deciding: Deciding, *, slot: str | None = None, value: str | None = None) -> Numbered:
    """Judge that an event, or one of its cells as it stands (`value`), is right: later reports do not change it."""
    with open_store(url) as store:
        return store.judge(_made(Verdict.ACCEPT, store.links.resolve(event), deciding, slot=slot, value=value))


def correct(url: str, event: str, slot: str, value: str, deciding: Deciding) -> Numbered:
    """Judge that a cell's value is another one; `value` is kept as it was typed."""
    with open_store(url) as store:
        return store.judge(_made(Verdict.CORRECT, store.links.resolve(event), deciding, slot=slot, value=value))


def pin(url: str, event: str, slot: str, claim_id: str, deciding: Deciding) -> Numbered:
    """Judge that a cell's value is that of one claim, whatever the others say."""
    with open_store(url) as store:
        return store.judge(_made(Verdict.PIN, store.links.resolve(event), deciding, slot=slot, other=claim_id))


def reject(url: str, event: str, deciding: Deciding) -> Numbered:
    """Judge that what an event tells of is no event of the kind that the casebook is about, or never was."""
    with open_store(url) as store:
        return store.judge(_made(Verdict.REJECT, store.links.resolve(event), deciding))


def reject_claim(url: str, claim: str, deciding: Deciding) -> Numbered:
    """Judge that a claim is not what its sentence says: it is set aside wherever events are reconciled."""
    with open_store(url) as store:
        return store.judge(_made(Verdict.REJECT, store.claim(claim).id, deciding))


def undo(url: str, number: int, deciding: Deciding) -> Numbered:
    """Take a judgement back; raises InputError where there is none of this number, or it is taken back already."""
    with open_store(url) as store:
        log = store.log()
        if not 1 <= number <= len(log):
            raise InputError(
                f"there is no judgement {number}; `dateline judgements` lists the {len(log)} that there are."
            )
        if not holding(log)[number]:
            raise InputError(f"judgement {number} is taken back already.")
        return store.judge(_made(Verdict.UNDO, str(number), deciding))


def _made(verdict: Verdict, record_id: str, deciding: Deciding, **fields: str | None) -> Judgement:
    return Judgement(verdict, record_id, deciding.author, deciding.made_at, deciding.reason, **fields)


def _accounts(store: Store, event: str) -> list[str]:
    return [each.id for each in store.links.members(event)]


def _apart(store: Store, other: str, event: str) -> tuple[str, list[str]]:
    """Return what is named, and its accounts: those of a document in the event, one account of it, another event."""
    if store.document(other) is not None:
        told = {each.id for each in store.links.accounts_of(other)}
        within = [each for each in _accounts(store, event) if each in told]
        if not within:
            raise InputError(f"document {other} tells nothing of event {event}.")
        return other, within
    account = next((each for each in _accounts(store, event) if each.startswith(other)), None)
    if account is not None:
        return account, [account]
    another = store.links.resolve(other)
    return another, _accounts(store, another)


def _sides(one: Iterable[str], other: Iterable[str]) -> str:
    """Return the accounts that were judged, as they stood: later ones are linkage's work again."""
    return json.dumps({"one": sorted(one), "other": sorted(other)})
