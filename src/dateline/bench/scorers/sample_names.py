"""Whether a coded name is the one that the answer sheet of the sample expects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.actors.records import ActorKind, ActorResolution
from dateline.bench.report import Report
from dateline.claims.records import Claim, Named
from dateline.values.folding import fold

_STATES = {ActorKind.GOVERNMENT, ActorKind.STATE_FORCES, ActorKind.EXTERNAL}


@dataclass(frozen=True, slots=True)
class NameBook:
    """The answer sheet's names, each with the spellings that it lists as aliases."""

    report: Report
    aliases: Mapping[str, Sequence[str]]

    def spellings(self, name: str) -> set[str]:
        return {plain(spelling) for spelling in (name, *self.aliases.get(name, ()))}

    def is_actor(self, claim: Claim, name: str) -> bool:
        """Tell whether a claim's value is this actor: by the roster's names, else by the text's own words."""
        resolution = self.report.actor(claim)
        if resolution is not None and resolution.actor is not None:
            return self.is_resolved(resolution, name)
        place = self.report.place(claim)
        if place is not None and plain(place.name) == plain(name):
            return True
        text = claim.value.text if isinstance(claim.value, Named) else claim.published
        return plain(text).removeprefix("the ") in self.spellings(name)

    def is_resolved(self, resolution: ActorResolution, name: str) -> bool:
        """Tell whether a resolution leads to this actor; a state's organs count as the state ("Pakistan")."""
        actor = resolution.actor
        if actor is None:
            return plain(resolution.name) in self.spellings(name)
        names = {plain(spelling.text) for spelling in actor.names} | {plain(actor.name)}
        return plain(name) in names or (actor.kind in _STATES and plain(name) in plain(actor.name))

    def said(self, claims: Sequence[Claim]) -> str:
        """Return what was found, for the note of a row."""
        found = dict.fromkeys(self._shown(claim) for claim in claims)
        return "; ".join(found) or "nothing"

    def _shown(self, claim: Claim) -> str:
        resolution = self.report.actor(claim)
        text = claim.published if len(claim.published) <= 60 else claim.published[:59] + "…"
        return f"{text} = {resolution.name} ({claim.stance})" if resolution else f"{text} ({claim.stance})"


def plain(text: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in fold(text).lower()).split())
