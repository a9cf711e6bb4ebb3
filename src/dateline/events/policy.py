"""One report: one short rule a slot, from the claims of one document to what its event shows. Part of dateline.v2.

A rule chooses; it never drops: every claim ends among the chosen or the set aside. Counts have a room of their own,
`counting`. A cell's confidence is a heuristic, not calibrated: that of the surest chosen claim, halved where disputed.
"""

from collections.abc import Mapping, Sequence
from math import inf

from dateline.actors.records import Actor, ActorKind, ActorResolution
from dateline.claims.records import UNSAID, Claim, Code, Named
from dateline.events.choice import Choice, Kinds, by_stance, nothing_said, rest_of, said
from dateline.places.containment import containment, most_specific
from dateline.places.records import Place, PlaceResolution
from dateline.values.dates import DateBasis, DatePrecision, DateValue

_BASES = (DateBasis.STATED, DateBasis.RELATIVE, DateBasis.INFERRED, DateBasis.UNKNOWN)
_SPOTS = frozenset({1, 2})  # GED's where_prec of a town and of what is near one
_ARMED = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA, ActorKind.CRIMINAL})
_RIVALS = 0.4  # share of the chosen place's odds from which another place disputes it; set by hand


def most_specific_kind(claims: Sequence[Claim], kinds: Kinds) -> Choice:
    """Take the coder's first kind, made more specific by every other kind that is a kind of it."""
    believed = _believed(claims)
    chosen = believed[0]
    agreeing = [chosen]
    for claim in believed[1:]:
        narrower = kinds.more_specific(_code(chosen), _code(claim))
        if narrower is None:
            continue
        agreeing.append(claim)
        if narrower != _code(chosen):
            chosen = claim
    ordered = (chosen, *rest_of(agreeing, [chosen]))
    aside = rest_of(claims, ordered)
    why = "only claim" if len(claims) == 1 else "the most specific kind that agrees with the first"
    return Choice(chosen.value, ordered, aside, why, disputed=_competes(aside, chosen))


def first_code(claims: Sequence[Claim]) -> Choice:
    """Take the coder's first code; the same code from other claims supports it, another disputes it."""
    chosen = _believed(claims)[0]
    agreeing = [claim for claim in claims if claim.value == chosen.value and claim.stance not in UNSAID] or [chosen]
    aside = rest_of(claims, agreeing)
    why = "only claim" if len(claims) == 1 else "the coder's first"
    return Choice(chosen.value, tuple(agreeing), aside, why, disputed=_competes(aside, chosen))


def most_precise_date(claims: Sequence[Claim]) -> Choice:
    """Take the most precise date among those that no other date contradicts; never the publication date.

    Where every date is contradicted by another, the most precise of all is taken and the cell is disputed.
    """
    believed = _believed(claims)
    unopposed = [claim for claim in believed if all(_date(claim).overlaps(_date(other)) for other in believed)]
    chosen = min(unopposed or believed, key=_imprecision)
    agreeing = [claim for claim in believed if _date(claim).overlaps(_date(chosen))]
    ordered = (chosen, *rest_of(agreeing, [chosen]))
    aside = rest_of(claims, ordered)
    why = "only claim" if len(claims) == 1 else "the most precise date that the others allow"
    return Choice(chosen.value, ordered, aside, why, disputed=_competes(aside, chosen))


def most_specific_place(claims: Sequence[Claim], places: Mapping[str, PlaceResolution]) -> Choice:
    """Take the finest place of the gazetteer that agrees with the most others: one of the two holds the other.

    Places whose positions are known no better than the distance between them agree too: a hall "outside Moscow" and
    the suburb that it stands in. A name that is not on the gazetteer contradicts nothing; it is the value only where
    no name is on it. Places that are much less sure to be the event's than the one taken don't dispute it.
    """
    believed = _believed(claims)
    located = [(claim, place) for claim in believed if (place := place_of(claim, places)) is not None]
    if not located:
        why = "only claim" if len(claims) == 1 else "the coder's first; no name is on the gazetteer"
        return Choice(believed[0].value, tuple(believed), rest_of(claims, believed), why)
    finest = most_specific([place for _, place in located])
    assert finest is not None
    chosen = next(claim for claim, place in located if place.id == finest.id)
    here = _resolved(chosen, places)
    against = [
        claim
        for claim, place in located
        if not (_agree(place, finest) or _may_be_one_spot(_resolved(claim, places), here))
    ]
    ordered = (chosen, *rest_of(rest_of(believed, against), [chosen]))
    aside = rest_of(claims, ordered)
    why = "only claim" if len(claims) == 1 else "the finest place that agrees with the most others"
    sure = [claim for claim in aside if _odds(claim) >= _RIVALS * _odds(chosen)]
    return Choice(chosen.value, ordered, aside, why, disputed=_competes(sure, chosen))


def strongest_perpetrator(claims: Sequence[Claim], actors: Mapping[str, ActorResolution]) -> Choice:
    """Take a name before a description, then the strongest stance, then a part of a group before the group.

    "Gunmen attacked" tells less than "the network claimed responsibility": the name is taken, with its stance.
    Denials and condemnations never win, nor does a guess: one whom the text brings to the event so loosely that it is
    likelier another; nor do forces that came to stop it: whose side is told first did it. Others who are named in the
    same sentence with the same stance acted together with the first; others who are named elsewhere dispute it.
    """
    nothing = nothing_said(claims)
    if nothing is not None:
        return nothing
    named = [claim for claim in said(claims) if not (isinstance(claim.value, Named) and claim.value.is_guess)]
    if not named:
        return Choice(
            None, (), tuple(claims), "who is named is only a guess: the text does not bring them to the event"
        )
    parents = {actor.parent for claim in named if (actor := _actor(claim, actors)) is not None and actor.parent}

    def rank(claim: Claim) -> tuple[bool, int, bool]:
        return not is_name(claim, actors), by_stance(claim), key_of(claim, actors) in parents

    named = _of_first_side(named, actors)
    chosen = min(named, key=rank)
    others = [claim for claim in named if _are_two(claim, chosen, actors)]
    against = [claim for claim in others if not acted_together(claim, chosen, actors)]
    ordered = (chosen, *rest_of(rest_of(named, against), [chosen]))
    why = "only claim" if len(claims) == 1 else "a name before a description, then the strongest stance"
    return Choice(chosen.value, ordered, rest_of(claims, ordered), why, disputed=bool(against))


def _of_first_side(named: list[Claim], actors: Mapping[str, ActorResolution]) -> list[Claim]:
    """Leave out the other side where both are told of: gunmen stormed a hotel, and the army killed them."""
    first = next((side for claim in named if (side := _side(claim, actors)) is not None), None)
    return [claim for claim in named if _side(claim, actors) in (None, first)] or named


def _side(claim: Claim, actors: Mapping[str, ActorResolution]) -> str | None:
    actor = _actor(claim, actors)
    labels = claim.value.labels if isinstance(claim.value, Named) else ()
    if "state" in labels or (actor is not None and actor.kind is ActorKind.STATE_FORCES):
        return "state"
    return "armed" if "armed" in labels or (actor is not None and actor.kind in _ARMED) else None


def unread(claims: Sequence[Claim]) -> Choice:
    """Take nothing: the text speaks of it, but no value could be read. Unknown stays unknown."""
    return Choice(None, tuple(claims), (), "said, but could not be read as a value")


def everyone_named(claims: Sequence[Claim]) -> Choice:
    """Take all of them: an event may have several targets, victims and weapons. The coder's first is the value."""
    nothing = nothing_said(claims)
    if nothing is not None:
        return nothing
    named = said(claims)
    why = "only claim" if len(claims) == 1 else "all that are named; the first is the value"
    return Choice(named[0].value, tuple(named), rest_of(claims, named), why)


def acted_together(one: Claim, other: Claim, actors: Mapping[str, ActorResolution]) -> bool:
    """Tell whether one sentence names two actors of the roster with the same stance."""
    same_sentence = one.stance is other.stance and one.quote.span == other.quote.span
    return same_sentence and _are_two(one, other, actors)


def place_of(claim: Claim, places: Mapping[str, PlaceResolution]) -> Place | None:
    """Return the place that a claim's mention was resolved to."""
    resolution = _resolved(claim, places)
    return resolution.place if resolution else None


def key_of(claim: Claim, actors: Mapping[str, ActorResolution]) -> str | None:
    """Return the roster's id for a claim's actor: as resolved, else as its finder's list has it."""
    actor = _actor(claim, actors)
    if actor is not None:
        return actor.id
    return claim.value.keys[0] if isinstance(claim.value, Named) and claim.value.keys else None


def parent_of(claim: Claim, actors: Mapping[str, ActorResolution]) -> str | None:
    """Return the roster's id of what a claim's actor is a part of."""
    actor = _actor(claim, actors)
    return actor.parent if actor else None


def actor_name(claim: Claim, actors: Mapping[str, ActorResolution]) -> tuple[str, str | None]:
    """Return the name to show for a claim's actor, and the roster's id: the roster's name, else the text's."""
    resolution = _resolution(claim, actors)
    text = claim.value.text if isinstance(claim.value, Named) else claim.published
    return (resolution.name if resolution and resolution.actor else text), key_of(claim, actors)


def _believed(claims: Sequence[Claim]) -> list[Claim]:
    """Return what is said to be so, strongest stance first; where nothing is, what is denied or predicted."""
    readable = [claim for claim in claims if claim.value is not None]
    return sorted(said(claims) or readable, key=by_stance)


def _competes(aside: Sequence[Claim], chosen: Claim) -> bool:
    """Tell whether a claim that was set aside says otherwise as firmly as the chosen one."""
    return any(claim.value is not None and by_stance(claim) <= by_stance(chosen) for claim in aside)


def _imprecision(claim: Claim) -> tuple[int, int]:
    when = _date(claim)
    precision = when.precision if when.precision is not DatePrecision.UNKNOWN else max(DatePrecision) + 1
    return precision, _BASES.index(when.basis)


def _agree(one: Place, other: Place) -> bool:
    return one.id == other.id or containment(one, other) or containment(other, one)


def _odds(claim: Claim) -> float:
    return claim.confidence / (1 - claim.confidence) if claim.confidence < 1 else inf


def _resolved(claim: Claim, places: Mapping[str, PlaceResolution]) -> PlaceResolution | None:
    mention = claim.value.mention_id if isinstance(claim.value, Named) else None
    return places.get(mention) if mention else None


def _may_be_one_spot(one: PlaceResolution | None, other: PlaceResolution | None) -> bool:
    """Tell whether two settlements or sites lie no farther apart than their radii together."""
    if one is None or other is None or one.point is None or other.point is None:
        return False
    if not {one.where_prec, other.where_prec} <= _SPOTS:
        return False
    return one.point.km_to(other.point) <= (one.radius_km or 0.0) + (other.radius_km or 0.0)


def _are_two(one: Claim, other: Claim, actors: Mapping[str, ActorResolution]) -> bool:
    """Tell whether both are on the roster and are not the same, nor one a part of the other."""
    keys = {key_of(one, actors), key_of(other, actors)}
    parents = {actor.parent for each in (one, other) if (actor := _actor(each, actors)) is not None}
    return len(keys) == 2 and None not in keys and not keys & parents


def _resolution(claim: Claim, actors: Mapping[str, ActorResolution]) -> ActorResolution | None:
    mention = claim.value.mention_id if isinstance(claim.value, Named) else None
    return actors.get(mention) if mention else None


def _actor(claim: Claim, actors: Mapping[str, ActorResolution]) -> Actor | None:
    resolution = _resolution(claim, actors)
    return resolution.actor if resolution else None


def is_name(claim: Claim, actors: Mapping[str, ActorResolution]) -> bool:
    """Tell whether an actor is named: on the roster, or a local one that the document itself names."""
    resolution = _resolution(claim, actors)
    return key_of(claim, actors) is not None or (resolution is not None and resolution.tier == "local")


def _code(claim: Claim) -> str:
    assert isinstance(claim.value, Code)
    return claim.value.code


def _date(claim: Claim) -> DateValue:
    assert isinstance(claim.value, DateValue)
    return claim.value
