"""Actors: the roster, and which actor a mention means."""

from dateline.actors.records import Actor, ActorKind, ActorResolution, Name
from dateline.actors.resolve import resolve
from dateline.actors.roles import Role, read_role, resolve_description
from dateline.actors.roster import Roster, load_roster

__all__ = [
    "Actor",
    "ActorKind",
    "ActorResolution",
    "Name",
    "Role",
    "Roster",
    "load_roster",
    "read_role",
    "resolve",
    "resolve_description",
]
