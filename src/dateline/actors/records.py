"""The nouns of the actors room: an actor of the roster, its names and ties, and what a mention was resolved to."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


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


_INTER_CODES = {kind: code for code, kind in enumerate(list(ActorKind)[:8], 1)} | {ActorKind.CRIMINAL: 3}


def inter_code(kind: ActorKind) -> int | None:
    """Return ACLED's inter code, 1 to 8; gangs are political militias there (3); None for kinds it does not code."""
    return _INTER_CODES.get(kind)


class Level(IntEnum):
    """UCDP's levels of organisation (Actor Dataset codebook 22.1, `Org`)."""

    FORMAL = 1  # formally organised groups
    SUPPORTERS = 2  # informally organised: supporters of a party, without a lasting organisation
    COMMUNAL = 3  # people of one faith, ethnicity, clan or tribe
    STATE = 4


class TieKind(StrEnum):
    """How one actor comes from, belongs to or ends in another."""

    SUCCESSOR_OF = "successor_of"
    SPLINTER_OF = "splinter_of"
    MERGED_INTO = "merged_into"
    ALLIANCE_OF = "alliance_of"  # made up of the other and more
    CHAPTER_OF = "chapter_of"  # a branch elsewhere that swore allegiance
    PART_OF = "part_of"  # an armed, political or media wing


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling: `kind` is "name", "alias", "acronym", "native" or "listed"; years are when it was in use, if known.

    "native" is written in another script. "listed" stands in a published list and is looked up, but never searched
    for in a text, where it would mean something else ("Hutu", "Popular Front").
    """

    text: str
    kind: str = "alias"
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties an actor to the actor `other`, and when (first and last year, None if not known)."""

    kind: TieKind
    other: str
    since: int | None = None
    until: int | None = None
    reason: str = ""


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
    since: int | None = None  # first and last year under this identity, None if not known or not over
    until: int | None = None
    state: str | None = None  # alpha-2 of the state whose organ it is, or that runs it
    level: int | None = None  # Level; None where nobody says

    def was_there(self, year: int) -> bool:
        """Tell whether a year lies in the actor's time; an unknown end is open."""
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


@dataclass(frozen=True, slots=True)
class ActorResolution:
    """What one mention means: an actor of the roster, a local actor of this document, or nobody, with the reason.

    `name` is always given: the roster's name, else the mention's own words. `tier` says how: "exact", "alias",
    "acronym_defined_here", "chapter", "transliteration", "demonym_and_role", "local".
    """

    mention_id: str
    name: str
    actor: Actor | None
    probability: float
    tier: str
    reason: str
    alternatives: tuple[str, ...] = ()
