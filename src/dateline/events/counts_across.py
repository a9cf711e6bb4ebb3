"""Counts across reports: one count of what many documents count, by a policy, with every claim's place in it."""

from collections.abc import Sequence

from dateline.claims.records import UNSAID, Claim
from dateline.events.accounts import Account, accounts_of
from dateline.events.across import UNSAYING, WITHIN
from dateline.events.choice import Choice, nothing_said, rest_of
from dateline.events.policies import Fused, Policy
from dateline.events.sureness import Agreement, sureness
from dateline.events.tellers import Tellers


def count_across(claims: Sequence[Claim], tellers: Tellers, way: Policy, slot: str) -> Choice:
    """Return the count that the documents support together."""
    told = agreement_of(claims, tellers, way)
    if told is None:
        return nothing_said(claims) or Choice(None, (), tuple(claims), "no number could be read", policy=way.name)
    fused = told.fused
    chosen = [claim for account in fused.chosen for claim in account.told.claims]
    aside = rest_of(claims, chosen)
    return Choice(
        fused.count,
        tuple(chosen),
        aside,
        fused.why,
        fused.disputed,
        confidence=sureness(slot, told),
        policy=way.name,
        voices=tuple(account.documents for account in fused.chosen),
        reasons=_reasons(aside, fused),
    )


def agreement_of(claims: Sequence[Claim], tellers: Tellers, way: Policy) -> Agreement | None:
    """Return what a policy makes of the documents' counts, None where none gives one."""
    accounts = accounts_of(claims, tellers)
    return Agreement(way.fuse(accounts), _silent(accounts, tellers)) if accounts else None


def _silent(accounts: Sequence[Account], tellers: Tellers) -> int:
    """Count the independent voices that tell of the event, but give no number here."""
    counting = {account.teller.voice for account in accounts}
    return len({teller.voice for teller in tellers.values()} - counting)


def _reasons(aside: Sequence[Claim], fused: Fused) -> tuple[tuple[str, str], ...]:
    """Return why each claim was set aside: by its stance, with its account, or inside its own report."""
    of_account = {claim.id: why for account, why in fused.aside for claim in account.told.claims}
    rule = {account.teller.document_id: account.told.why for account in fused.chosen}
    rule |= {account.teller.document_id: account.told.why for account, _ in fused.aside}
    return tuple((claim.id, _reason(claim, of_account, rule)) for claim in aside)


def _reason(claim: Claim, of_account: dict[str, str], rule: dict[str, str]) -> str:
    if claim.stance in UNSAID or claim.value is None:
        return UNSAYING
    within = WITHIN.format(why=rule.get(claim.document_id, "no number could be read"))
    return of_account.get(claim.id, within)
