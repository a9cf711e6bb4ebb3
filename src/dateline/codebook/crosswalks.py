"""Crosswalks: what a kind of event is called in other codebooks, where that depends on who was attacked by whom."""

from dateline.codebook.records import Codebook, Kind


def acled_sub_event(kind: Kind, *, against_civilians: bool | None) -> str:
    """Return the ACLED sub-event type: an attack on an armed side is an armed clash (ACLED codebook 2024, battles).

    Where the text does not tell who was attacked (None), the kind's own code stands.
    """
    if kind.acled == "Attack" and against_civilians is False:
        return "Armed clash"
    return kind.acled


def acled_types(codebook: Codebook, kind: Kind, *, against_civilians: bool | None) -> tuple[str, str]:
    """Return ACLED's (event type, sub-event type)."""
    sub_event = acled_sub_event(kind, against_civilians=against_civilians)
    return codebook.acled_event_type(sub_event), sub_event


def ged_type_of_violence(kind: Kind, *, state_involved: bool | None, against_civilians: bool | None) -> int | None:
    """Return UCDP GED's type of violence (GED codebook 22.1): 1 state-based, 2 non-state, 3 one-sided.

    None where the kind is no event of armed force, or where the text does not tell who fought whom.
    """
    if kind.ged is None:
        return None
    if kind.ged == "one_sided" or against_civilians:
        return 3
    if against_civilians is None or state_involved is None:
        return None
    return 1 if state_involved else 2
