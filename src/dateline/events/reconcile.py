"""Reconcile: linked frames to one event, a cell a slot, by the policy dateline.v1."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.actors.records import ActorResolution
from dateline.claims.records import Claim, Code, Frame, Named
from dateline.events import policy
from dateline.events.choice import Choice, Kinds
from dateline.events.counting import reconcile_counts
from dateline.events.records import Cell, Event, event_id
from dateline.places.records import PlaceResolution
from dateline.values.counts import Count
from dateline.values.dates import DateValue

_ORDER = ("type", "stage", "date", "place", "perpetrator", "target", "victim", "weapon", "deaths", "injured")


@dataclass(frozen=True, slots=True)
class _Resolved:
    """What the mentions of the frames' documents were resolved to, by mention id."""

    places: Mapping[str, PlaceResolution]
    actors: Mapping[str, ActorResolution]


def reconcile(
    frames: Sequence[Frame],
    *,
    places: Mapping[str, PlaceResolution],
    actors: Mapping[str, ActorResolution],
    codebook: Kinds,
) -> Event:
    """Return the event that the linked frames tell of; a slot that no claim speaks of has no cell.

    `places` and `actors` are the resolutions by mention id, `codebook` tells which kind is more specific.
    """
    resolved = _Resolved(places, actors)
    by_slot: dict[str, list[Claim]] = {}
    for frame in frames:
        for claim in frame.claims:
            by_slot.setdefault(claim.slot, []).append(claim)
    slots = sorted(by_slot, key=lambda slot: _ORDER.index(slot) if slot in _ORDER else len(_ORDER))
    cells = tuple(_cell(slot, by_slot[slot], resolved, codebook) for slot in slots)
    ids = tuple(frame.id for frame in frames)
    return Event(event_id(ids), ids, cells)


def _cell(slot: str, claims: Sequence[Claim], resolved: _Resolved, codebook: Kinds) -> Cell:
    choice = _choose(slot, claims, resolved, codebook)
    deciding = next(iter(choice.claims), claims[0])
    name, reference = _name(slot, choice, resolved)
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
    )


def _choose(slot: str, claims: Sequence[Claim], resolved: _Resolved, codebook: Kinds) -> Choice:
    """Apply the slot's rule; the values' type decides where the slot has no rule of its own."""
    values = [claim.value for claim in claims if claim.value is not None]
    if not values:
        return policy.unread(claims)
    match slot, values[0]:
        case "type", _:
            choice = policy.most_specific_kind(claims, codebook)
        case "place", _:
            choice = policy.most_specific_place(claims, resolved.places)
        case "perpetrator", _:
            choice = policy.strongest_perpetrator(claims, resolved.actors)
        case _, Count():
            choice = reconcile_counts(claims)
        case _, DateValue():
            choice = policy.most_precise_date(claims)
        case _, Code():
            choice = policy.first_code(claims)
        case _:
            choice = policy.everyone_named(claims)
    return choice


def _name(slot: str, choice: Choice, resolved: _Resolved) -> tuple[str, str | None]:
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
        return _place_name(choice.claims[0], resolved)
    first = choice.claims[0]
    shown = choice.claims
    if slot == "perpetrator":
        others = (claim for claim in choice.claims[1:] if policy.acted_together(claim, first, resolved.actors))
        shown = (first, *others)
    names = dict.fromkeys(_actor_name(claim, resolved)[0] for claim in shown)
    return "; ".join(names), _actor_name(first, resolved)[1]


def _place_name(claim: Claim, resolved: _Resolved) -> tuple[str, str | None]:
    place = policy.place_of(claim, resolved.places)
    return (place.name, place.id) if place else (_text(claim), None)


def _actor_name(claim: Claim, resolved: _Resolved) -> tuple[str, str | None]:
    mention = claim.value.mention_id if isinstance(claim.value, Named) else None
    resolution = resolved.actors.get(mention) if mention else None
    key = policy.key_of(claim, resolved.actors)
    return (resolution.name if resolution and resolution.actor else _text(claim)), key


def _text(claim: Claim) -> str:
    return claim.value.text if isinstance(claim.value, Named) else claim.published
