"""Suspects: who may have done it. Perpetrators are never averaged: each is kept with its stances, speakers and odds.

A claim of responsibility, an accusation by authorities, a rival's word and a denial weigh what `data/suspects.yaml`
says. The probability is over all who are named and somebody who is not; it ranks, it is not calibrated.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

import yaml

from dateline.actors.records import ActorResolution
from dateline.claims.records import UNSAID, Claim, Named
from dateline.events import policy
from dateline.events.choice import Choice, rest_of
from dateline.events.records import Candidate
from dateline.events.tellers import Tellers, voices_of

LIKELIER = "another is likelier: {name}"
DENIED = "a denial, a condemnation or a forecast: it names nobody who did it"
NAMELESS = "names nobody, where others name who did it"
_RIVAL = 0.3  # share of the likeliest's probability from which another disputes it
_AGAIN = 0.5  # what each further voice counts beside the one before: voices read each other


@dataclass(frozen=True, slots=True)
class Weights:
    """The table of data/suspects.yaml."""

    unnamed: float
    stances: Mapping[str, float]
    speakers: Mapping[str, float]

    def of(self, claim: Claim) -> float:
        return self.stances[claim.stance.value] + self.speakers.get(claim.speaker.kind.value, 0.0)


def likeliest(claims: Sequence[Claim], tellers: Tellers, actors: Mapping[str, ActorResolution]) -> Choice:
    """Return the likeliest perpetrator, with every candidate.

    Where nobody is named, or all who are named only deny it, the rule for one document decides.
    """
    named = _by_name(claims, actors)
    candidates = _candidates(named, tellers, actors)
    best = next((name for name in candidates if _said(named[name])), None)
    if best is None:
        return replace(policy.strongest_perpetrator(claims, actors), candidates=tuple(candidates.values()))
    chosen = sorted(
        _said(named[best]), key=lambda each: (_name_of(each, actors) != best, -read_weights().of(each), each.id)
    )
    together = [each for each in claims if policy.acted_together(each, chosen[0], actors) and each not in chosen]
    supported = (*chosen, *together)
    aside = rest_of(claims, supported)
    return Choice(
        chosen[0].value,
        supported,
        aside,
        "only one is named" if len(candidates) == 1 else f"the likeliest of {len(candidates)} who are named",
        _is_disputed(best, candidates, named, {_name_of(each, actors) for each in together}),
        confidence=candidates[best].probability * max(claim.confidence for claim in chosen),
        voices=voices_of((claim.document_id for claim in chosen), tellers),
        reasons=tuple((claim.id, _reason(claim, candidates[best], actors)) for claim in aside),
        candidates=tuple(candidates.values()),
    )


@cache
def read_weights() -> Weights:
    """Read the table of weights."""
    entries = load_suspects()
    stances = {entry["stance"]: float(entry["weight"]) for entry in entries["stances"]}
    speakers = {entry["speaker"]: float(entry["weight"]) for entry in entries["speakers"]}
    return Weights(float(entries["unnamed"]), stances, speakers)


@cache
def load_suspects() -> dict[str, Any]:
    """Return data/suspects.yaml as it stands, with its examples."""
    text = (files("dateline.events") / "data" / "suspects.yaml").read_text(encoding="utf-8")
    entries: dict[str, Any] = yaml.safe_load(text)
    return entries


def _is_disputed(
    best: str, candidates: Mapping[str, Candidate], named: Mapping[str, Sequence[Claim]], together: set[str | None]
) -> bool:
    """Tell whether the likeliest is said to have had no part in it, or another is nearly as likely."""
    if any(claim.stance in UNSAID for claim in named[best]):
        return True
    rivals = (candidates[name] for name in candidates if name != best and name not in together and _said(named[name]))
    return any(each.probability >= _RIVAL * candidates[best].probability for each in rivals)


def _by_name(claims: Sequence[Claim], actors: Mapping[str, ActorResolution]) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        name = _name_of(claim, actors)
        if name is not None:
            groups.setdefault(name, []).append(claim)
    return _parts_for_wholes(groups, actors)


def _parts_for_wholes(groups: dict[str, list[Claim]], actors: Mapping[str, ActorResolution]) -> dict[str, list[Claim]]:
    """Add what is said of a whole to its part, where one part alone is named: "the movement", then its branch."""
    wholes = {name: policy.parent_of(told[0], actors) for name, told in groups.items()}
    spoken_for: dict[str, str] = {}  # a whole, and the part that now has what is said of it
    for whole in list(groups):
        parts = [name for name, parent in wholes.items() if parent == whole]
        part = parts[0] if len(parts) == 1 else whole
        while part in spoken_for:
            part = spoken_for[part]
        if part != whole:
            groups[part] += groups.pop(whole)
            spoken_for[whole] = part
    return groups


def _name_of(claim: Claim, actors: Mapping[str, ActorResolution]) -> str | None:
    """Return the roster's id of whom a claim names, else the name itself; None for a description or a guess."""
    if not isinstance(claim.value, Named) or claim.value.is_guess or not policy.is_name(claim, actors):
        return None
    return policy.key_of(claim, actors) or claim.value.text.casefold()


def _candidates(
    named: Mapping[str, Sequence[Claim]], tellers: Tellers, actors: Mapping[str, ActorResolution]
) -> dict[str, Candidate]:
    """Return a candidate for each name, the likeliest first."""
    odds = {name: exp(_evidence(told, tellers)) for name, told in named.items()}
    whole = exp(read_weights().unnamed) + sum(odds.values())
    ranked = sorted(named, key=lambda name: (-odds[name], name))
    return {name: _candidate(named[name], odds[name] / whole, actors) for name in ranked}


def _evidence(told: Sequence[Claim], tellers: Tellers) -> float:
    """Add up the voices: of each its strongest word for and its strongest word against, each further voice half."""
    for_it: dict[int, float] = {}
    against: dict[int, float] = {}
    for claim in told:
        side, pick = (against, min) if claim.stance in UNSAID else (for_it, max)
        voice = tellers[claim.document_id].voice
        side[voice] = pick(side.get(voice, read_weights().of(claim)), read_weights().of(claim))
    return _faded(sorted(for_it.values(), reverse=True)) + _faded(sorted(against.values()))


def _faded(weights: Sequence[float]) -> float:
    return sum(weight * _AGAIN**at for at, weight in enumerate(weights))


def _candidate(told: Sequence[Claim], probability: float, actors: Mapping[str, ActorResolution]) -> Candidate:
    name, reference = policy.actor_name(told[0], actors)
    return Candidate(
        name,
        reference,
        probability,
        tuple(claim.id for claim in told),
        tuple(dict.fromkeys(claim.stance.value for claim in told)),
        tuple(dict.fromkeys(claim.speaker.name or claim.speaker.kind.value for claim in told)),
    )


def _said(told: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in told if claim.stance not in UNSAID]


def _reason(claim: Claim, best: Candidate, actors: Mapping[str, ActorResolution]) -> str:
    if claim.stance in UNSAID:
        return DENIED
    return NAMELESS if _name_of(claim, actors) is None else LIKELIER.format(name=best.name)
