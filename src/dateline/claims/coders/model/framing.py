"""Framing: from a group of marked spans to the frame of an event, each claim with the sentence that says it."""

from collections.abc import Iterator

from dateline.claims.coders.model.grouping import Group, kind_of, sentences_of, stage_of
from dateline.claims.coders.model.records import Candidate, Reading
from dateline.claims.coders.rules.framer import Framer
from dateline.claims.coders.rules.naming import name_filler
from dateline.claims.coders.rules.page import Page, Placed, beginning_in, dates_within
from dateline.claims.coders.rules.speakers import speaker_of
from dateline.claims.records import AUTHOR, Claim, Code, Frame, FrameKind, Named, Stance, frame_id
from dateline.codebook import load_codebook
from dateline.mentions.records import MentionKind
from dateline.stamp import Stamp
from dateline.values.spans import Quote

_ORGANISATION = "perpetrator_organization"
_LEAST = 0.5  # probability from which a place or a day is the event's


def frame_group(page: Page, reading: Reading, group: Group, stamp: Stamp) -> Frame:
    """Return one event's frame; its mention is the first of its spans."""
    first = group.members[0].filler
    mention = page.quote_tokens(first.first, first.last)
    framer = Framer(page, frame_id(page.document, FrameKind.EVENT, mention, stamp.coder), stamp)
    claims = [
        *_kind(framer, reading, group),
        *(claim_of(framer, reading, member, member.marked.probability) for member in group.members),
        *_dates(framer, reading, group),
        *_places(framer, reading, group),
    ]
    unique = {(claim.slot, claim.value): claim for claim in reversed(claims)}
    kept = tuple(claim for claim in claims if unique[claim.slot, claim.value] is claim)
    return Frame(framer.frame_id, page.document.id, FrameKind.EVENT, (mention,), kept, stamp)


def claim_of(framer: Framer, reading: Reading, candidate: Candidate, confidence: float) -> Claim:
    """Return the claim of one marked span, with its speaker and, of an organisation, how sure the text is."""
    filler = candidate.filler
    highlight = framer.page.quote_tokens(filler.first, filler.last)
    stance = _stance(reading, candidate)
    speaker = AUTHOR if stance is Stance.REPORTED else speaker_of(framer.page, filler.head)
    value = name_filler(framer.page, filler)
    return framer.claim(filler.slot, value, highlight, confidence=confidence, stance=stance, speaker=speaker)


def _stance(reading: Reading, candidate: Candidate) -> Stance:
    if candidate.marked.role != _ORGANISATION:
        return Stance.REPORTED
    said = reading.attribute("confidence", candidate.marked.first)
    stances = load_codebook().stances.values()
    return next((Stance(stance.name) for stance in stances if stance.muc == said), Stance.REPORTED)


def _kind(framer: Framer, reading: Reading, group: Group) -> Iterator[Claim]:
    kind, chance, sentence = kind_of(framer.page, reading, group)
    highlight = framer.page.quote(sentence.start, sentence.end)
    yield framer.claim("type", Code("kind", kind), highlight, confidence=chance)
    yield framer.claim("stage", Code("stage", stage_of(framer.page, reading, group)), highlight, confidence=chance)


def _dates(framer: Framer, reading: Reading, group: Group) -> Iterator[Claim]:
    for span in sentences_of(framer.page, group):
        for mention in dates_within(framer.page, span):
            chance = reading.role(mention.span, ["date"])
            if chance >= _LEAST:
                yield framer.claim("date", mention.value, _quote(framer.page, mention), confidence=chance)


def _places(framer: Framer, reading: Reading, group: Group) -> Iterator[Claim]:
    for span in sentences_of(framer.page, group):
        for mention in beginning_in(span, framer.page.mentions):
            chance = reading.role(mention.span, ["place"]) if mention.kind is MentionKind.PLACE else 0.0
            if chance >= _LEAST:
                value = Named(mention.text, mention.id, mention.keys, mention.labels)
                yield framer.claim("place", value, _quote(framer.page, mention), confidence=chance)


def _quote(page: Page, placed: Placed) -> Quote:
    return page.quote(placed.span.start, placed.span.end)
