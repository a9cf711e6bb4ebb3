"""Across reports: one choice of what many documents say of one slot. Part of the policy dateline.v2.

Each document is read by itself first (`policy`, `counting`), so that a long report says no more than a short one. Then
the values are weighed by the independent voices that give them. Nothing is dropped: a claim is chosen or set aside,
and what is set aside has its reason.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.actors.records import ActorResolution
from dateline.claims.records import UNSAID, Claim, Code, Named
from dateline.events import policy
from dateline.events.choice import Choice, Kinds, rest_of
from dateline.events.tellers import Tellers, voices_of
from dateline.places.containment import containment
from dateline.places.records import Place, PlaceResolution
from dateline.values.dates import DatePrecision, DateValue

OTHERWISE = "says otherwise"
WITHIN = "set aside in its own report: {why}"
UNSAYING = "denied, condemned, predicted or unread: it does not say that it is so"
_RIVAL = 0.5  # share of the chosen value's voices from which another value disputes it


@dataclass(frozen=True, slots=True)
class Say:
    """What one document says of one slot, by the rule for one document; something is said."""

    document_id: str
    choice: Choice

    @property
    def claim(self) -> Claim:
        return self.choice.claims[0]


Agree = Callable[[Claim, Claim], bool]
Coarseness = Callable[[Claim], int]  # a sort key: the finest first


def says_of(claims: Sequence[Claim], choose: Callable[[Sequence[Claim]], Choice]) -> tuple[Say, ...]:
    """Return what each document says by itself; a document that says nothing is left out."""
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document_id, []).append(claim)
    choices = ((document, choose(said)) for document, said in by_document.items())
    return tuple(Say(document, choice) for document, choice in choices if choice.claims and choice.value is not None)


def kind_across(says: Sequence[Say], claims: Sequence[Claim], tellers: Tellers, kinds: Kinds) -> Choice:
    """Return the kind that most voices give, made more specific by those that agree with it."""

    def agree(one: Claim, other: Claim) -> bool:
        return kinds.more_specific(_code(one), _code(other)) is not None

    def coarseness(claim: Claim) -> int:
        kind = _code(claim)
        return sum(kinds.more_specific(kind, _code(say.claim)) not in (None, kind) for say in says)

    return most_supported(says, claims, tellers, agree, coarseness)


def code_across(says: Sequence[Say], claims: Sequence[Claim], tellers: Tellers) -> Choice:
    """Return the code that most voices give."""
    return most_supported(says, claims, tellers, lambda one, other: one.value == other.value, lambda _: 0)


def date_across(says: Sequence[Say], claims: Sequence[Claim], tellers: Tellers) -> Choice:
    """Return the time that most voices allow; of those that agree the most precise."""

    def agree(one: Claim, other: Claim) -> bool:
        return _date(one).overlaps(_date(other))

    def coarseness(claim: Claim) -> int:
        precision = _date(claim).precision
        return precision if precision is not DatePrecision.UNKNOWN else max(DatePrecision) + 1

    return most_supported(says, claims, tellers, agree, coarseness)


def place_across(
    says: Sequence[Say], claims: Sequence[Claim], tellers: Tellers, places: Mapping[str, PlaceResolution]
) -> Choice:
    """Return the place that most voices give; of two of which one holds the other, the finer."""
    where = {say.claim.id: policy.place_of(say.claim, places) for say in says}

    def agree(one: Claim, other: Claim) -> bool:
        first, second = where[one.id], where[other.id]
        if first is None or second is None:
            return first is second and one.published.casefold() == other.published.casefold()
        return _are_one(first, second)

    def coarseness(claim: Claim) -> int:
        place = where[claim.id]
        return len(says) + 1 if place is None else sum(_holds(place, other) for other in where.values())

    return most_supported(says, claims, tellers, agree, coarseness)


def all_named(
    says: Sequence[Say], claims: Sequence[Claim], tellers: Tellers, actors: Mapping[str, ActorResolution]
) -> Choice:
    """Take everyone whom any report names, those first whom most voices name."""
    named = [claim for say in says for claim in say.choice.claims]
    told: dict[str, set[int]] = {}
    for claim in named:
        told.setdefault(_who(claim, actors), set()).add(tellers[claim.document_id].voice)
    ordered = sorted(named, key=lambda claim: -len(told[_who(claim, actors)]))
    why = "all that are named; the one whom most voices name is the value"
    voices = voices_of((claim.document_id for claim in ordered), tellers)
    aside = rest_of(claims, ordered)
    return Choice(ordered[0].value, tuple(ordered), aside, why, voices=voices, reasons=reasons_of(aside, says))


def most_supported(
    says: Sequence[Say], claims: Sequence[Claim], tellers: Tellers, agree: Agree, coarseness: Coarseness
) -> Choice:
    """Return the value that most voices agree with; of those with as many, the finest, then the earliest told.

    It is disputed where another value, which it excludes, has half as many voices. The confidence is that of the
    surest claim, by the share of the voices that agree: a heuristic, not calibrated.
    """
    backing = {
        say.document_id: [other for other in says if other is say or agree(say.claim, other.claim)] for say in says
    }
    voices = {name: voices_of((each.document_id for each in backed), tellers) for name, backed in backing.items()}

    def rank(say: Say) -> tuple[int, int, tuple[int, str]]:
        return -len(voices[say.document_id]), coarseness(say.claim), tellers[say.document_id].order

    chosen = min(says, key=rank)
    agreeing = [chosen, *(say for say in backing[chosen.document_id] if say is not chosen)]
    against = [say for say in says if say not in agreeing]
    supported = [claim for say in agreeing for claim in say.choice.claims]
    backed, among = len(voices[chosen.document_id]), len(voices_of((say.document_id for say in says), tellers))
    aside = rest_of(claims, supported)
    return Choice(
        chosen.claim.value,
        tuple(supported),
        aside,
        "only one voice says it" if among == 1 else f"what most voices agree with: {backed} of {among}",
        any(len(voices[say.document_id]) >= _RIVAL * backed for say in against),
        confidence=max(claim.confidence for claim in supported) * backed / among,
        voices=voices[chosen.document_id],
        reasons=reasons_of(aside, says),
    )


def reasons_of(aside: Sequence[Claim], says: Sequence[Say]) -> tuple[tuple[str, str], ...]:
    """Return why each claim was set aside: its report says otherwise, or the report itself has it aside."""
    own = {claim.id: WITHIN.format(why=say.choice.why) for say in says for claim in say.choice.set_aside}
    return tuple(
        (claim.id, UNSAYING if claim.stance in UNSAID or claim.value is None else own.get(claim.id, OTHERWISE))
        for claim in aside
    )


def _who(claim: Claim, actors: Mapping[str, ActorResolution]) -> str:
    return policy.key_of(claim, actors) or (claim.value.text if isinstance(claim.value, Named) else claim.published)


def _are_one(one: Place, other: Place) -> bool:
    return one.id == other.id or _holds(one, other) or _holds(other, one)


def _holds(one: Place, other: Place | None) -> bool:
    return other is not None and containment(other, one)


def _code(claim: Claim) -> str:
    assert isinstance(claim.value, Code)
    return claim.value.code


def _date(claim: Claim) -> DateValue:
    assert isinstance(claim.value, DateValue)
    return claim.value
