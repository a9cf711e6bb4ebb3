"""Framing: from the sightings of one event to its frame of claims, each with its quote, speaker and stance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.claims.coders.rules.days import is_late_death
from dateline.claims.coders.rules.effects import Effect, find_effects
from dateline.claims.coders.rules.framer import DOUBTED, INFERRED, SAID_DIRECTLY, SAID_NEARBY, Framer, sighting_speaker
from dateline.claims.coders.rules.framing_parties import (
    channel_claims,
    charged_claims,
    linked_claims,
    party_claims,
    weapon_claims,
)
from dateline.claims.coders.rules.grouping import Cluster, acting_weapons
from dateline.claims.coders.rules.motives import Motive
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.perpetrators import Link
from dateline.claims.coders.rules.records import Sighting, Tally
from dateline.claims.coders.rules.responsibility import Charge
from dateline.claims.coders.rules.sorts import sort_noun
from dateline.claims.coders.rules.speakers import speaker_of
from dateline.claims.coders.rules.told_places import told_places
from dateline.claims.records import Claim, Code, Frame, FrameKind, Named, Stance, frame_id
from dateline.stamp import Stamp
from dateline.values.dates_mentions import DateMention


@dataclass(frozen=True, slots=True)
class Said:
    """What other sentences say of an event: who is charged with it or likely did it, and why it was done."""

    charges: Sequence[Charge] = ()
    motives: Sequence[Motive] = ()
    links: Sequence[Link] = ()


def frame_event(page: Page, cluster: Cluster, said: Said, stamp: Stamp) -> Frame:
    """Return one event's frame; claims come slot by slot, the most direct first."""
    mentions = tuple(page.quote_tokens(s.token, s.token) for s in cluster.sightings)
    framer = Framer(page, frame_id(page.document, FrameKind.EVENT, mentions[0], stamp.coder), stamp)
    claims = [
        *_types(framer, cluster),
        *_types_by_weapon(framer, cluster),
        *_stages(framer, cluster),
        *_dates(framer, cluster),
        *_places(framer, cluster),
        *party_claims(framer, cluster, said.charges),
        *weapon_claims(framer, cluster),
        *charged_claims(framer, said.charges),
        *linked_claims(framer, said.links),
        *channel_claims(framer, said.charges),
        *_tallied(framer, cluster),
        *(_effect(framer, effect) for effect in find_effects(page, cluster)),
        *(_motive(framer, motive) for motive in said.motives),
    ]
    unique = {claim.id: claim for claim in claims}
    return Frame(framer.frame_id, page.document.id, FrameKind.EVENT, mentions, tuple(unique.values()), stamp)


def _types(framer: Framer, cluster: Cluster) -> Iterator[Claim]:
    seen: set[str] = set()
    for sighting in cluster.sightings:
        kind = sighting.trigger.kind
        if kind is not None and kind not in seen:
            seen.add(kind)
            stance = Stance.DENIED if sighting.is_denied else Stance.REPORTED
            highlight = framer.page.quote_tokens(sighting.token, sighting.token)
            yield framer.claim(
                "type",
                Code("kind", kind),
                highlight,
                stance=stance,
                speaker=sighting_speaker(framer.page, sighting),
                confidence=SAID_NEARBY if sighting.trigger.weak else SAID_DIRECTLY,
            )


def _types_by_weapon(framer: Framer, cluster: Cluster) -> Iterator[Claim]:
    page = framer.page
    kinds = {sort_noun(page, w.head).kind: w for w in reversed(acting_weapons(page, cluster))}
    for kind, weapon in kinds.items():
        if kind not in cluster.kinds:
            highlight = page.quote_tokens(weapon.first, weapon.last)
            yield framer.claim("type", Code("kind", kind), highlight, confidence=SAID_NEARBY)


def _stages(framer: Framer, cluster: Cluster) -> Iterator[Claim]:
    best = next((s for s in cluster.sightings if s.stage == "accomplished" and s.trigger.kind), cluster.sightings[0])
    highlight = framer.page.quote_tokens(best.token, best.token)
    yield framer.claim("stage", Code("stage", best.stage), highlight, confidence=SAID_DIRECTLY)


def _dates(framer: Framer, cluster: Cluster) -> Iterator[Claim]:
    seen: set[DateMention] = set()
    told = [s for s in cluster.sightings if not _is_aftermath(framer.page, s)] or cluster.sightings
    dated = [s for s in told if s.dates]
    for sighting in [s for s in dated if s.trigger.kind is not None] or dated:
        for mention in sighting.dates[:1]:
            if mention not in seen:
                seen.add(mention)
                highlight = framer.page.quote(mention.span.start, mention.span.end)
                yield framer.claim("date", mention.value, highlight, confidence=SAID_NEARBY)


def _is_aftermath(page: Page, sighting: Sighting) -> bool:
    """Tell whether a word tells of a later death or a later count, whose day is not that of an event told by others."""
    return sighting.trigger.id == "toll" or is_late_death(page, sighting.token)


def _places(framer: Framer, cluster: Cluster) -> Iterator[Claim]:
    for mention, sureness in told_places(framer.page, cluster):
        highlight = framer.page.quote(mention.span.start, mention.span.end)
        value = Named(mention.text, mention.id, mention.keys, mention.labels)
        yield framer.claim("place", value, highlight, confidence=sureness)


def _tallied(framer: Framer, cluster: Cluster) -> Iterator[Claim]:
    """Yield the counts; a definite plural ("the insurgents") counts only where nothing else of its slot was given."""
    given: set[str] = set()
    for is_given in (True, False):
        for sighting in cluster.sightings:
            for tally in sighting.tallies:
                if tally.is_given is is_given and (is_given or tally.slot not in given):
                    yield _tally(framer, sighting, tally)
        given = {t.slot for s in cluster.sightings for t in s.tallies if t.is_given}


def _tally(framer: Framer, sighting: Sighting, tally: Tally) -> Claim:
    highlight = framer.page.quote_tokens(tally.first, tally.last)
    speaker = sighting_speaker(framer.page, sighting)
    stance = Stance.DENIED if sighting.is_denied else Stance.REPORTED
    confidence = SAID_DIRECTLY if tally.is_given else INFERRED
    return framer.claim(tally.slot, tally.count, highlight, stance=stance, speaker=speaker, confidence=confidence)


def _effect(framer: Framer, effect: Effect) -> Claim:
    page = framer.page
    highlight = page.quote_tokens(effect.first, effect.last)
    is_article = page.tokens[effect.first].dep == "det"
    words = page.quote_tokens(effect.first + is_article, effect.last).text if is_article else highlight.text
    labels = (effect.effect, effect.label, *(("plural",) if effect.is_plural else ()))
    value = Named(f"{' '.join(words.split())} {effect.effect}", labels=labels)
    speaker = speaker_of(page, effect.verb)
    return framer.claim("effect", value, highlight, speaker=speaker, confidence=SAID_NEARBY)


def _motive(framer: Framer, motive: Motive) -> Claim:
    highlight = framer.page.quote_tokens(motive.first, motive.last)
    value = Named(" ".join(highlight.text.split()))
    confidence = DOUBTED if motive.hedge else SAID_NEARBY
    return framer.claim("motive", value, highlight, speaker=motive.speaker, hedge=motive.hedge, confidence=confidence)
