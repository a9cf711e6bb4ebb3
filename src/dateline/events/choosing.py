"""Choosing: which rule makes the choice for a slot, for the claims of one report and for those of many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.actors.records import ActorResolution
from dateline.claims.records import Claim, Code
from dateline.events import across, policy
from dateline.events.choice import Choice, Kinds
from dateline.events.counting import reconcile_counts
from dateline.events.counts_across import count_across
from dateline.events.policies import POLICIES, Policy
from dateline.events.suspects import likeliest
from dateline.events.tellers import Tellers
from dateline.places.records import PlaceResolution
from dateline.values.counts import Count
from dateline.values.dates import DateValue


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the rules look up: the resolutions by mention id, the codebook, who tells, and the way of counting."""

    places: Mapping[str, PlaceResolution]
    actors: Mapping[str, ActorResolution]
    codebook: Kinds
    tellers: Tellers
    way: Policy

    @property
    def is_one_report(self) -> bool:
        return len(self.tellers) == 1


def choose(slot: str, claims: Sequence[Claim], inputs: Inputs) -> Choice:
    """Return what the claims of one slot come to. One report by the default policy is read by its own rule alone."""
    values = [claim.value for claim in claims if claim.value is not None]
    is_plain = inputs.is_one_report and inputs.way.name == POLICIES[0]
    if values and isinstance(values[0], Count) and not is_plain:
        return count_across(claims, inputs.tellers, inputs.way, slot)
    choice = of_one(slot, claims, inputs)
    return choice if inputs.is_one_report or choice.value is None else of_many(slot, claims, inputs)


def of_one(slot: str, claims: Sequence[Claim], inputs: Inputs) -> Choice:
    """Apply the rule for one report; the values' type decides where the slot has no rule of its own."""
    value = next((claim.value for claim in claims if claim.value is not None), None)
    match slot, value:
        case _, None:
            choice = policy.unread(claims)
        case "type", _:
            choice = policy.most_specific_kind(claims, inputs.codebook)
        case "place", _:
            choice = policy.most_specific_place(claims, inputs.places)
        case "perpetrator", _:
            choice = policy.strongest_perpetrator(claims, inputs.actors)
        case _, Count():
            choice = reconcile_counts(claims)
        case _, DateValue():
            choice = policy.most_precise_date(claims)
        case _, Code():
            choice = policy.first_code(claims)
        case _:
            choice = policy.everyone_named(claims)
    return choice


def of_many(slot: str, claims: Sequence[Claim], inputs: Inputs) -> Choice:
    """Apply the rule for many reports to what each of them says by itself."""
    if slot == "perpetrator":
        return likeliest(claims, inputs.tellers, inputs.actors)
    says = across.says_of(claims, lambda told: of_one(slot, told, inputs))
    if not says:  # what only all reports together say: nothing is said by any of them
        return of_one(slot, claims, inputs)
    match slot, says[0].claim.value:
        case "type", _:
            choice = across.kind_across(says, claims, inputs.tellers, inputs.codebook)
        case "place", _:
            choice = across.place_across(says, claims, inputs.tellers, inputs.places)
        case _, DateValue():
            choice = across.date_across(says, claims, inputs.tellers)
        case _, Code():
            choice = across.code_across(says, claims, inputs.tellers)
        case _:
            choice = across.all_named(says, claims, inputs.tellers, inputs.actors)
    return choice
