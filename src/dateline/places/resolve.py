"""Resolving: which place each mention means. One decision for each distinct name of a document, in three looks."""

from collections.abc import Sequence

from dateline.documents.records import Document
from dateline.mentions.records import Mention, MentionKind
from dateline.places.gazetteer import Gazetteer
from dateline.places.looks import decide
from dateline.places.ranker import Ranker, read_ranker
from dateline.places.reasons import described, reason_for
from dateline.places.records import Candidate, Place, PlaceKind, PlaceResolution
from dateline.places.scene import Name, read_scene
from dateline.places.surroundings import Surroundings
from dateline.places.within import refine

_NAMES = {MentionKind.PLACE, MentionKind.DEMONYM}
_ALTERNATIVES = 4
_WHERE_PREC = {  # UCDP GED codebook 22.1, where_prec
    PlaceKind.SETTLEMENT: 1,
    PlaceKind.FEATURE: 2,
    PlaceKind.ADMIN2: 3,
    PlaceKind.ADMIN1: 4,
    PlaceKind.REGION: 5,
    PlaceKind.COUNTRY: 6,
}
_NEAR = 2
_FUZZY = 5


def resolve(
    mentions: Sequence[Mention],
    document: Document,
    *,
    gazetteer: Gazetteer,
    home: Place | None = None,
    ranker: Ranker | None = None,
) -> tuple[PlaceResolution, ...]:
    """Return one resolution for each mention of a place, a demonym or a facility, in the order given.

    A name means one place in a document, unless the word beside it says otherwise ("Kabul", "Kabul province").
    The probability says how often a place read with such odds is right, as measured on published corpora that the
    weights were not fitted on; `data/ranker.json` holds weights and calibration. A name stays unresolved if the
    gazetteer doesn't have it, or if it is likelier than not that it means a place that the gazetteer doesn't have.
    Facilities have no place of their own; `within` and `point` say where they and unresolved names lie, where the text
    does. `home` is the place of the publisher, where known; `ranker` another than the published one.
    """
    places = sorted((mention for mention in mentions if mention.kind in _NAMES), key=lambda m: m.span)
    if not places and not any(mention.kind is MentionKind.FACILITY for mention in mentions):
        return ()
    ranker = ranker or read_ranker()
    scene = read_scene(places, document, gazetteer=gazetteer, home=home)
    decide(scene.names, ranker)
    found = {
        place.id: _resolution(place, scene.names[owner], around, gazetteer=gazetteer, ranker=ranker)
        for place, owner, around in zip(places, scene.owners, scene.around, strict=True)
    }
    facilities = (mention for mention in mentions if mention.kind is MentionKind.FACILITY)
    found |= {
        mention.id: PlaceResolution(mention.id, None, 0.0, "a facility, not a place name") for mention in facilities
    }
    resolutions = tuple(found[mention.id] for mention in mentions if mention.id in found)
    return refine(resolutions, mentions, document, gazetteer=gazetteer, home=home)


def _resolution(
    mention: Mention, name: Name, around: Surroundings, *, gazetteer: Gazetteer, ranker: Ranker
) -> PlaceResolution:
    if name.odds is None:
        return PlaceResolution(mention.id, None, 0.0, "not in the gazetteer")
    ranking = (-name.odds.readings).argsort(kind="stable")[: _ALTERNATIVES + 1]
    ranked = tuple(Candidate(name.options[index].place, name.options[index].tier) for index in ranking)
    probability = ranker.calibration.probability(float(name.odds.readings[ranking[0]]))
    if name.decided is None:
        reason = f"only far-fetched places have this name, such as {described(ranked[0].place)}"
        return PlaceResolution(mention.id, None, probability, reason, None, ranked[:_ALTERNATIVES])
    return PlaceResolution(
        mention.id,
        ranked[0].place,
        probability,
        reason_for(name, ranker.then, gazetteer=gazetteer),
        _where_prec(ranked[0].place.kind, around),
        ranked[1:],
        tier=ranked[0].tier,
    )


def _where_prec(kind: PlaceKind, around: Surroundings) -> int:
    precision = _WHERE_PREC[kind]
    if kind is PlaceKind.SETTLEMENT and around.near:
        return _NEAR
    return _FUZZY if kind is PlaceKind.COUNTRY and (around.fuzzy or around.near) else precision
