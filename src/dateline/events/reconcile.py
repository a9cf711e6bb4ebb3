"""Reconcile: linked frames to one event, a cell a slot, by a named policy; the default is dateline.v2."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dateline.actors.records import ActorResolution
from dateline.claims.records import Claim, Code, Frame, Named
from dateline.documents.records import Document
from dateline.events import policy as rules
from dateline.events.choice import Choice, Kinds, rest_of
from dateline.events.choosing import Inputs, choose
from dateline.events.policies import POLICIES, policy_named
from dateline.events.records import Cell, Event, event_id
from dateline.events.tellers import tellers_of
from dateline.places.records import PlaceResolution
from dateline.values.counts import Count
from dateline.values.dates import DateValue

REJECTED = "rejected by a person"
PINNED = "pinned by a person"
_ORDER = ("type", "stage", "date", "place", "perpetrator", "target", "victim", "weapon", "deaths", "injured")
_NOTHING: Mapping[str, str] = MappingProxyType({})


def reconcile(
    frames: Sequence[Frame],
    *,
    places: Mapping[str, PlaceResolution],
    actors: Mapping[str, ActorResolution],
    codebook: Kinds,
    documents: Mapping[str, Document] | None = None,
    policy: str = POLICIES[0],
    rejected: Collection[str] = (),
    pinned: Mapping[str, str] = _NOTHING,
) -> Event:
    """Return the event that the linked frames tell of; a slot that no claim speaks of has no cell.

    `places` and `actors` are the resolutions by mention id, `codebook` tells which kind is more specific. `documents`,
    by id, tell which reports are copies, whose they are and in which order they came; without them each is a voice of
    its own. `policy` names the way of counting. A person's word stands over it: claims that are `rejected` are set
    aside, and a slot that is `pinned` to a claim has that claim's value. Raises InputError for an unknown policy.
    """
    tellers = tellers_of((frame.document_id for frame in frames), documents)
    inputs = Inputs(places, actors, codebook, tellers, policy_named(policy))
    by_slot: dict[str, list[Claim]] = {}
    for frame in frames:
        for claim in frame.claims:
            by_slot.setdefault(claim.slot, []).append(claim)
    slots = sorted(by_slot, key=lambda slot: _ORDER.index(slot) if slot in _ORDER else len(_ORDER))
    cells = tuple(_cell(slot, by_slot[slot], inputs, rejected, pinned.get(slot)) for slot in slots)
    ids = tuple(frame.id for frame in frames)
    return Event(event_id(ids), ids, cells)


def _cell(slot: str, claims: Sequence[Claim], inputs: Inputs, rejected: Collection[str], pinned: str | None) -> Cell:
    out = [claim for claim in claims if claim.id in rejected]
    left = rest_of(claims, out)
    choice = choose(slot, left, inputs) if left else Choice(None, (), (), "every claim was rejected")
    choice = _with_rejected(_as_pinned(choice, left, pinned), out)
    deciding = next(iter(choice.claims), claims[0])
    name, reference = _name(slot, choice, inputs)
    return Cell(
        slot=slot,
        value=choice.value,
        name=name,
        stance=deciding.stance.value,
        confidence=choice.sureness,
        rule=choice.rule,
        claims=tuple(claim.id for claim in choice.claims),
        set_aside=tuple(claim.id for claim in choice.set_aside),
        disputed=choice.disputed,
        reference=reference,
        voices=choice.voices,
        reasons=choice.reasons,
        candidates=choice.candidates,
    )


def _as_pinned(choice: Choice, claims: Sequence[Claim], pinned: str | None) -> Choice:
    """Return the choice with a person's claim for its value; that claim's own certainty is not asked."""
    claim = next((each for each in claims if each.id == pinned), None)
    if claim is None:
        return choice
    aside = rest_of(claims, [claim])
    reasons = tuple((each.id, PINNED if each in choice.claims else choice.reason_of(each)) for each in aside)
    return replace(
        choice, value=claim.value, claims=(claim,), set_aside=aside, why=PINNED, confidence=1.0, reasons=reasons
    )


def _with_rejected(choice: Choice, out: Sequence[Claim]) -> Choice:
    if not out:
        return choice
    reasons = (*choice.reasons, *((claim.id, REJECTED) for claim in out))
    return replace(choice, set_aside=(*choice.set_aside, *out), reasons=reasons)


def _name(slot: str, choice: Choice, inputs: Inputs) -> tuple[str, str | None]:
    """Return what to show, with the roster's or gazetteer's id. A count is shown by its value: its name is empty."""
    match choice.value:
        case None:
            return (choice.claims[0].published if choice.claims else ""), None
        case Code():
            return choice.value.code, None
        case Count():
            return "", None
        case DateValue():
            is_bounded = choice.value.first is not None or choice.value.last is not None
            return (choice.value.isoformat() if is_bounded else choice.claims[0].published), None
    if slot == "place":
        return _place_name(choice.claims[0], inputs)
    first = choice.claims[0]
    shown = choice.claims
    if slot == "perpetrator":
        others = (claim for claim in choice.claims[1:] if rules.acted_together(claim, first, inputs.actors))
        shown = (first, *others)
    names = dict.fromkeys(rules.actor_name(claim, inputs.actors)[0] for claim in shown)
    return "; ".join(names), rules.actor_name(first, inputs.actors)[1]


def _place_name(claim: Claim, inputs: Inputs) -> tuple[str, str | None]:
    place = rules.place_of(claim, inputs.places)
    return (place.name, place.id) if place else (_text(claim), None)


def _text(claim: Claim) -> str:
    return claim.value.text if isinstance(claim.value, Named) else claim.published
