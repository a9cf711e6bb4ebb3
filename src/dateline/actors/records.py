"""The nouns of the actors room: an actor of the roster, its names, and what a mention was resolved to."""

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """ACLED's inter codes 1-8 (codebook 2024), widened by the bodies that reports quote."""

    STATE_FORCES = "state_forces"  # 1
    REBEL = "rebel"  # 2
    POLITICAL_MILITIA = "political_militia"  # 3
    IDENTITY_MILITIA = "identity_militia"  # 4
    RIOTERS = "rioters"  # 5
    PROTESTERS = "protesters"  # 6
    CIVILIANS = "civilians"  # 7
    EXTERNAL = "external"  # 8: foreign forces, international missions
    GOVERNMENT = "government"  # a state or its civil branches
    PARTY = "party"
    MEDIA = "media"  # news agencies, and armed actors' media wings
    ORGANISATION = "organisation"  # NGOs, UN bodies, firms
    CRIMINAL = "criminal"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling: kind is "name", "alias", "acronym" or "native"; years are when it was in use, if known."""

    text: str
    kind: str = "alias"
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One row of the roster. The id is a stable slug ("islamic-state-khorasan-province")."""

    id: str
    name: str
    kind: ActorKind
    names: tuple[Name, ...] = ()
    country: str | None = None  # ISO 3166-1 alpha-2 of its main theatre or state
    parent: str | None = None  # the id of the actor it is part of
    external: tuple[tuple[str, str], ...] = ()  # ("ucdp", "1076"), ("partyfacts", "..."), ("un", "QDe.161")
    source: str = ""
    licence: str = ""
    reason: str = ""  # why a curated row stands here


@dataclass(frozen=True, slots=True)
class ActorResolution:
    """What one mention means: an actor of the roster, a local actor of this document, or nobody, with the reason.

    `name` is always given: the roster's name, else the mention's own words. `tier` says how: "exact", "alias",
    "acronym_defined_here", "demonym_and_role", "local".
    """

    mention_id: str
    name: str
    actor: Actor | None
    probability: float
    tier: str
    reason: str
    alternatives: tuple[str, ...] = ()
