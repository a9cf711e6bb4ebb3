"""Told places: where an event happened, as far as its sentences say, and else the sentences before it."""

from collections.abc import Iterator, Sequence

from dateline.claims.coders.rules.event_place import parties_among, see_scene
from dateline.claims.coders.rules.grouping import Cluster
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.place_spots import load_place_words
from dateline.mentions.records import Mention, MentionKind
from dateline.values.spans import Span

# How often a careful coder is expected to agree with a place that only stands before the event. Set by hand.
_INFERRED = 0.4
_LINKED = 40  # characters between two place names of one chain: "in Andar district, Ghazni province"
_SENTENCES_BACK = 2  # how far before its first word an event's place may have been named


def told_places(page: Page, cluster: Cluster) -> Iterator[tuple[Mention, float]]:
    """Yield an event's places, each name once, with how sure each is.

    That is the probability that the model gives to the places of its chain, which all hold if one does; a constant
    where no sentence of the event names a place and an earlier one does.
    """
    seen: set[str] = set()
    for sighting in cluster.sightings:
        chain = chain_of_places(page, sighting.places)
        sureness = _sureness(chain, dict(zip(sighting.places, sighting.sureness, strict=True)))
        for mention in chain:
            if mention.text.lower() not in seen:
                seen.add(mention.text.lower())
                yield mention, sureness
    if not seen:
        yield from ((mention, _INFERRED) for mention in _places_before(page, cluster))


def _sureness(chain: Sequence[Mention], odds: dict[Mention, float]) -> float:
    return min(1.0, sum(odds[mention] for mention in chain))


def chain_of_places(page: Page, places: Sequence[Mention]) -> list[Mention]:
    """Return the likeliest place with those linked to it by commas or "in": a village, its district, its province."""
    chain = list(places[:1])
    length = 0
    while len(chain) > length:
        length = len(chain)
        for mention in places:
            if mention not in chain and any(_are_linked(page, mention, other) for other in chain):
                chain.append(mention)
    return chain


def _are_linked(page: Page, one: Mention, other: Mention) -> bool:
    """Tell whether two names stand near each other as a place and where it lies.

    Nothing is told between them ("in Khost, which joined Mali"), and the first doesn't own what stands there: "Mali's
    embassy in Khost", but "Mali's town of Goma".
    """
    first, second = sorted((one.span, other.span))
    if second.start - first.end > _LINKED:
        return False
    if second.start <= first.end:
        return True
    between = [page.tokens[index] for index in page.tokens_in(Span(first.end, second.start))]
    is_owner = any(token.tag == "POS" for token in between[:1])
    areas = load_place_words()["units"]
    return not any(
        token.pos == "VERB" or (is_owner and token.pos == "NOUN" and token.lemma not in areas) for token in between
    )


def _places_before(page: Page, cluster: Cluster) -> list[Mention]:
    """Return the places of the nearest earlier sentence that names one, for events told without a place."""
    first = page.sentence_of[cluster.sightings[0].token]
    for number in range(first - 1, max(first - 1 - _SENTENCES_BACK, -1), -1):
        span = page.sentences[number].span
        scene = see_scene(page, span)
        spots = (standing.spot for standing in scene.standings)
        named = [spot.mention for spot in spots if spot.mention.kind is MentionKind.PLACE]
        parties = parties_among(scene) if named else frozenset()
        places = [mention for mention in named if mention not in parties]
        if places:
            return chain_of_places(page, places)
    return []
