"""What an actor is said to have: how many people, which areas, which releases; one row a frame or estimate."""

from collections.abc import Iterable

from dateline.actors import Roster
from dateline.claims.records import Claim, Frame, FrameKind
from dateline.values.counts import Count
from dateline.views.cast import Wanted, party_of
from dateline.views.records import File, Row
from dateline.views.said import dates, day_of, evidence, said_with, sentences, shown_party, shown_slots
from dateline.views.shown import shown_count, value_columns

_COUNTED = ("low", "best", "high", "operator", "scope", "whose")
_ROLES = ("actor", "outlet", "about")  # what an actor may be to a release


def strength_rows(files: Iterable[File], roster: Roster, wanted: Wanted, *, names: bool = False) -> list[Row]:
    """Return every estimate of how many belong to an actor, by the day it speaks of, else that of publication.

    A row has people (in words), low, best, high, operator, scope, whose, place, the date's columns and the evidence.
    A number that the text gives no date stays undated: its document's day is `published_on`, never `date`.
    """
    rows = [
        _strength(file, frame, claim, names=names)
        for file, frame in _frames(files, FrameKind.STRENGTH)
        if _has(file, frame, "actor", roster, wanted)
        for claim in frame.slot("people")
        if isinstance(claim.value, Count)
    ]
    return sorted(rows, key=_order)


def _strength(file: File, frame: Frame, claim: Claim, *, names: bool) -> Row:
    assert isinstance(claim.value, Count)
    parts, beside = value_columns(claim.value), said_with(frame, claim)
    return {
        "frame_id": frame.id,
        "people": shown_count(claim.value),
        **{name: parts[name] for name in _COUNTED},
        "place": shown_slots(file, beside, "place", names=names),
        **dates(beside),
        **evidence(file, claim, names=names),
        "said": sentences(file, [claim], names=names),
    }


def area_rows(files: Iterable[File], roster: Roster, wanted: Wanted, *, names: bool = False) -> list[Row]:
    """Return where an actor is said to operate, or what it claims or controls: mode, place, name, date, evidence."""
    rows: list[Row] = [
        {
            "frame_id": frame.id,
            "mode": next(iter(shown_slots(file, frame.claims, "mode", names=names)), None),
            "place": shown_slots(file, frame.claims, "place", names=names),
            "name": shown_slots(file, frame.claims, "name", names=names),
            **dates(frame.claims),
            **_evidence(file, frame, names=names),
        }
        for file, frame in _frames(files, FrameKind.AREA)
        if _has(file, frame, "actor", roster, wanted)
    ]
    return sorted(rows, key=_order)


def release_rows(files: Iterable[File], roster: Roster, wanted: Wanted, *, names: bool = False) -> list[Row]:
    """Return the releases that an actor made, brought out or is the matter of, by day; never what they say.

    `role` is "actor", "outlet" or "about".
    """
    rows = []
    for file, frame in _frames(files, FrameKind.RELEASE):
        role = next((slot for slot in _ROLES if _has(file, frame, slot, roster, wanted)), None)
        if role:
            rows.append(_release(file, frame, role, roster, names=names))
    return sorted(rows, key=_order)


def _release(file: File, frame: Frame, role: str, roster: Roster, *, names: bool) -> Row:
    makers = [shown_party(file, claim, roster, names=names)[0] for claim in frame.slot("actor")]
    one = {
        slot: next(iter(shown_slots(file, frame.claims, slot, names=names)), None)
        for slot in ("title", "outlet", "medium", "language")
    }
    return {
        "frame_id": frame.id,
        "role": role,
        "actor": next(iter(makers), None),
        **one,
        "about": shown_slots(file, frame.claims, "about", names=names),
        "theme": shown_slots(file, frame.claims, "theme", names=names),
        **dates(frame.claims),
        **_evidence(file, frame, names=names),
    }


def _frames(files: Iterable[File], kind: FrameKind) -> list[tuple[File, Frame]]:
    return [(file, frame) for file in files for frame in file.frames if frame.kind is kind and frame.claims]


def _has(file: File, frame: Frame, slot: str, roster: Roster, wanted: Wanted) -> bool:
    return any(wanted.is_(party_of(file, claim.value, roster)) for claim in frame.slot(slot))


def _evidence(file: File, frame: Frame, *, names: bool) -> Row:
    return {**evidence(file, frame.claims[0], names=names), "said": sentences(file, frame.claims, names=names)}


def _order(row: Row) -> tuple[str, str]:
    return day_of(row), str(row["origin"])
