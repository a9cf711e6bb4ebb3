"""An actor's page: what it is called, what it did by whose word, how it stands to others, and what it has."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dateline.actors import Roster
from dateline.claims.records import Claim
from dateline.codebook import Codebook
from dateline.events.records import Event
from dateline.views.cast import Wanted, party_of
from dateline.views.records import File, Plain, Row
from dateline.views.relations import relation_rows
from dateline.views.said import LATEST, event_brief, sentences
from dateline.views.standing import area_rows, release_rows, strength_rows

HARMED = ("target", "victim")
STATUSES = (
    "claimed",
    "accused_by_authorities",
    "accused",
    "reported",
    "possible",
    "predicted",
    "denied",
    "condemned",
    *HARMED,
)  # stances of who did it, the firmest first, then what was done to the actor
SECTIONS = ("events", "relations", "strengths", "areas", "releases")


def actor_page(
    readings: Iterable[tuple[File, tuple[Event, ...]]],
    roster: Roster,
    codebook: Codebook,
    wanted: Wanted,
    *,
    names: bool = False,
) -> dict[str, Plain]:
    """Return the page of one actor: actor, and the rows of events, relations, strengths, areas and releases.

    `actor` has id and name (id None: on no list), asked, former ids, namesakes, kind, country, years, parent, other
    names of the roster, spellings of this casebook with how many times each, documents that name it, and statuses:
    how many events by STATUSES. Events are `event_statuses`' rows.
    """
    readings = tuple(readings)
    files = tuple(file for file, _ in readings)
    events = sorted(event_statuses(readings, roster, wanted, names=names), key=_order)
    statuses = Counter(str(row["status"]) for row in events)
    page: dict[str, Plain] = {
        "actor": {
            **_known(wanted, roster),
            "documents": len(files),
            "statuses": {status: statuses[status] for status in STATUSES if statuses[status]},
        },
        "events": [*events],
        "relations": [*relation_rows(files, roster, codebook, wanted=wanted, names=names)],
        "strengths": [*strength_rows(files, roster, wanted, names=names)],
        "areas": [*area_rows(files, roster, wanted, names=names)],
        "releases": [*release_rows(files, roster, wanted, names=names)],
    }
    return page


def event_statuses(
    readings: Iterable[tuple[File, tuple[Event, ...]]], roster: Roster, wanted: Wanted, *, names: bool = False
) -> Iterator[Row]:
    """Yield one row for each status that each event gives the actor: one event may be denied and accused.

    What several reports tell of one event with one status is one row, with the sentences of all of them.

    `status` is the stance of the claim that it was the perpetrator, or "target" or "victim". A row also has what
    `event_brief` gives, followed (whether the event's cell follows the claim), and `said`, the sentences.
    """
    rows: dict[tuple[str, str], Row] = {}
    for row in _told(readings, roster, wanted, names=names):
        key = (str(row["event_id"]), str(row["status"]))
        rows[key] = _together(rows[key], row) if key in rows else row
    yield from rows.values()


def _together(one: Row, other: Row) -> Row:
    said, more = one["said"], other["said"]
    assert isinstance(said, list)
    assert isinstance(more, list)
    return one | {"followed": bool(one["followed"] or other["followed"]), "said": [*said, *more]}


def _told(
    readings: Iterable[tuple[File, tuple[Event, ...]]], roster: Roster, wanted: Wanted, *, names: bool
) -> Iterator[Row]:
    """Yield a row for each status that each report gives the actor in each event."""
    for file, events in readings:
        said = {claim.id: claim for frame in file.frames for claim in frame.claims}
        for event in events:
            frames = set(event.frames)
            of_event = [claim for claim in said.values() if claim.frame_id in frames]
            for status, claims in _by_status(file, of_event, roster, wanted).items():
                yield {
                    "status": status,
                    **event_brief(file, event, names=names),
                    "followed": any(claim.id in cell.claims for claim in claims for cell in event.cells),
                    "origin": file.document.origin,
                    "said": sentences(file, claims, names=names),
                }


def _by_status(file: File, claims: Iterable[Claim], roster: Roster, wanted: Wanted) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.slot in ("perpetrator", *HARMED) and wanted.is_(party_of(file, claim.value, roster)):
            status = claim.slot if claim.slot in HARMED else claim.stance.value
            found.setdefault(status, []).append(claim)
    return found


def _known(wanted: Wanted, roster: Roster) -> Row:
    party = wanted.party
    actor = roster.get(party.id) if party.id else None
    return {
        "id": party.id,
        "name": party.name,
        "asked": wanted.asked,
        "former": [*wanted.former],
        "namesakes": [{"id": each.id, "name": each.name} for each in wanted.namesakes],
        "kind": str(actor.kind) if actor else None,
        "country": actor.country if actor else None,
        "since": actor.since if actor else None,
        "until": actor.until if actor else None,
        "parent": actor.parent if actor else None,
        "names": list(dict.fromkeys(name.text for name in actor.names if name.text != party.name)) if actor else [],
        "spellings": _spellings(wanted),
    }


def _spellings(wanted: Wanted) -> list[Plain]:
    times: Counter[str] = Counter()
    for each in wanted.spellings:
        times[" ".join(each.text.split())] += each.times
    return [{"text": text, "times": number} for text, number in times.most_common()]


def _order(row: Row) -> tuple[int, str, str]:
    day = row["date_first"] or row["date_last"] or LATEST
    return STATUSES.index(str(row["status"])), str(day), str(row["origin"])
