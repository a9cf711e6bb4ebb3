"""Columns: what each number that the network gives stands for; the runtime reads the same from the model's card."""

from collections.abc import Mapping, Sequence

ROLES: Sequence[str] = (
    "perpetrator_individual",
    "perpetrator_organization",
    "target",
    "victim_name",
    "victim_description",
    "weapon",
    "place",
    "date",
)
TYPES: Sequence[str] = ("ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "ATTEMPTED", "THREATENED")
"""Labels of a sentence: types of the events that it tells of, and stages other than accomplished."""

OTHER, NONE = "other", "none"
ATTRIBUTES: Mapping[str, Sequence[str]] = {
    "confidence": (
        "REPORTED AS FACT",
        "SUSPECTED OR ACCUSED",
        "SUSPECTED OR ACCUSED BY AUTHORITIES",
        "CLAIMED OR ADMITTED",
        "POSSIBLE",
    ),
    "human_effect": ("DEATH", "INJURY", "NO INJURY OR DEATH", "NO INJURY", "REGAINED FREEDOM", OTHER, NONE),
    "human_type": (
        "CIVILIAN",
        "POLITICAL FIGURE",
        "GOVERNMENT OFFICIAL",
        "LAW ENFORCEMENT",
        "LEGAL OR JUDICIAL",
        "ACTIVE MILITARY",
        "SECURITY GUARD",
        "DIPLOMAT",
        OTHER,
    ),
    "target_effect": ("SOME DAMAGE", "DESTROYED", "NO DAMAGE", OTHER, NONE),
    "target_type": (
        "COMMERCIAL",
        "TRANSPORT VEHICLE",
        "ENERGY",
        "GOVERNMENT OFFICE OR RESIDENCE",
        "ORGANIZATION OFFICE",
        "COMMUNICATIONS",
        "FINANCIAL",
        "CIVILIAN RESIDENCE",
        "DIPLOMAT OFFICE OR RESIDENCE",
        "TRANSPORTATION ROUTE",
        "POLITICAL FIGURE OFFICE OR RESIDENCE",
        "LAW ENFORCEMENT FACILITY",
        OTHER,
    ),
    "weapon_type": (
        "BOMB",
        "GUN",
        "DYNAMITE",
        "EXPLOSIVE",
        "MACHINE GUN",
        "VEHICLE BOMB",
        "MORTAR",
        "RIFLE",
        "GRENADE",
        "AERIAL BOMB",
        "TORTURE",
        OTHER,
    ),
}
"""Attribute of a span -> its values; which attribute is asked of which role stands in ASKED."""

ASKED: Mapping[str, Sequence[str]] = {
    "perpetrator_organization": ("confidence",),
    "victim_name": ("human_effect", "human_type"),
    "victim_description": ("human_effect", "human_type"),
    "target": ("target_effect", "target_type"),
    "weapon": ("weapon_type",),
}
UNSAID: Mapping[str, str] = {"human_effect": NONE, "target_effect": NONE}
"""Attributes whose absence in the key says something: nothing happened to the target, or it is not told."""

VIOLATIONS: Sequence[str] = (
    "arbitrary detention",
    "killing",
    "kidnapping",
    "torture",
    "enforced disappearance",
    "other",
    "unknown",
)
WINDOW: Sequence[str] = ("relevant", *VIOLATIONS)
TAGS: Sequence[str] = tuple(f"{edge}:{role}" for role in ROLES for edge in ("begins", "inside"))
SIZES: Mapping[str, int] = {
    "tags": len(TAGS),
    "sentence": len(TYPES),
    **{name: len(values) for name, values in ATTRIBUTES.items()},
}
