"""Sentences as evidence: what was said, by whom, in which document, with its day and its place there."""

from collections.abc import Iterable

from dateline.actors import Roster
from dateline.claims.records import Claim, Code, Frame
from dateline.events.records import Event
from dateline.values.counts import Count
from dateline.values.dates import DateValue
from dateline.views.cast import Party, party_of
from dateline.views.cells import resolved
from dateline.views.names import WITHHELD, is_private, mask
from dateline.views.records import File, Plain, Row
from dateline.views.shown import shown_bounds, shown_speaker, shown_value, value_columns

LATEST = "9999"  # sorts after every day: what has no date comes last


def evidence(file: File, claim: Claim, *, names: bool = False) -> Row:
    """Return one claim's sentence: quote and highlight with offsets in code points, stance, speaker, document, day."""
    hidden = () if names else file.withheld
    return {
        "claim_id": claim.id,
        "document_id": claim.document_id,
        "origin": file.document.origin,
        "source": file.document.source,
        "published_on": published_on(file),
        "stance": claim.stance.value,
        "speaker": mask(shown_speaker(claim.speaker), hidden),
        "speaker_kind": claim.speaker.kind.value,
        "hedge": claim.hedge,
        "confidence": claim.confidence,
        "quote": mask(claim.quote.text, hidden),
        "start": claim.quote.span.start,
        "end": claim.quote.span.end,
        "highlight": mask(claim.highlight.text, hidden),
        "highlight_start": claim.highlight.span.start,
        "highlight_end": claim.highlight.span.end,
    }


def sentences(file: File, claims: Iterable[Claim], *, names: bool = False) -> list[Plain]:
    """Return the evidence of these claims in the order of the text, each sentence of one stance and speaker once."""
    return [evidence(file, claim, names=names) for claim in one_a_sentence(claims)]


def one_a_sentence(claims: Iterable[Claim]) -> list[Claim]:
    """Return the first claim of each sentence, stance and speaker, in the order of the text."""
    found = {(claim.quote.span, claim.stance, claim.speaker): claim for claim in reversed(list(claims))}
    return sorted(found.values(), key=lambda each: each.quote.span)


def published_on(file: File) -> str | None:
    """Return the day, month or year that a document was published on, None where nobody says."""
    published = file.document.published
    return published.isoformat() if published else None


def shown_party(file: File, claim: Claim, roster: Roster, *, names: bool = False) -> tuple[str, str | None]:
    """Return a named value's name and id as the roster has them today; a private person's name is withheld."""
    if is_private(claim) and not names:
        return WITHHELD, None
    party = party_of(file, claim.value, roster) or Party(*_resolved_or_said(file, claim))
    return mask(party.name, () if names else file.withheld), party.id


def _resolved_or_said(file: File, claim: Claim) -> tuple[str, str | None]:
    name, reference = resolved(file, claim.value)
    return name or shown_value(claim.value) or claim.published, reference


def said_with(frame: Frame, claim: Claim) -> list[Claim]:
    """Return the frame's claims of the same sentence as this one; all of them where no other sentence has its slot.

    Two estimates of one actor are in one frame: the year of the first is not that of the second.
    """
    of_slot = {each.quote.span for each in frame.slot(claim.slot)}
    return [each for each in frame.claims if len(of_slot) == 1 or claim.quote.span.contains(each.highlight.span)]


def shown_slots(file: File, claims: Iterable[Claim], slot: str, *, names: bool = False) -> list[Plain]:
    """Return the values of one slot by name, each once, in the coder's order."""
    hidden = () if names else file.withheld
    of_slot = (claim for claim in claims if claim.slot == slot and (names or not is_private(claim)))
    return list(dict.fromkeys(mask(_resolved_or_said(file, claim)[0], hidden) for claim in of_slot))


def dates(claims: Iterable[Claim]) -> Row:
    """Return when it was, by the first date: ISO 8601 or EDTF, bounds, the text's words; None where nobody says."""
    claim = next((each for each in claims if each.slot == "date" and isinstance(each.value, DateValue)), None)
    parts = value_columns(claim.value if claim else None)
    bounded = bool(parts["date_first"] or parts["date_last"])
    return {
        "date": shown_value(claim.value) if claim and bounded else None,
        "date_first": parts["date_first"],
        "date_last": parts["date_last"],
        "date_said": " ".join(claim.published.split()) if claim else None,
    }


def event_brief(file: File, event: Event, *, names: bool = False) -> Row:
    """Return an event in a few words: event_id, kind, date with its bounds, place, deaths, who did it by which stance.

    Each is None where no report says it.
    """
    hidden = () if names else file.withheld
    kind, date, place, deaths, who = (event.cell(slot) for slot in ("type", "date", "place", "deaths", "perpetrator"))
    when = value_columns(date.value if date and isinstance(date.value, DateValue) else None)
    first, last = when["date_first"], when["date_last"]
    return {
        "event_id": event.id,
        "kind": kind.value.code if kind and isinstance(kind.value, Code) else None,
        "date": shown_value(date.value) if date and (first or last) else None,
        "date_first": first,
        "date_last": last,
        "place": mask(place.name, hidden) or None if place else None,
        "deaths": shown_bounds(deaths.value) if deaths and isinstance(deaths.value, Count) else None,
        "perpetrator": mask(who.name, hidden) or None if who else None,
        "perpetrator_id": who.reference if who else None,
        "perpetrator_stance": who.stance if who else None,
    }


def day_of(row: Row) -> str:
    """Return the day that a row is sorted by: when it held, else when it was published; undated rows come last."""
    return str(row["date_first"] or row["date_last"] or row["published_on"] or LATEST)
