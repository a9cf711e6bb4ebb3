"""A small world for the tests of what lies within: some places, a gazetteer of them, and reports with marked names."""

import re

from dateline.documents.records import Document
from dateline.mentions.records import Mention, MentionKind
from dateline.places.names import name_key
from dateline.places.records import Candidate, Place, PlaceKind, PlaceResolution
from dateline.values.points import Point
from dateline.values.spans import Span


def town(id_, name, country, point, people, admin1=None):
    unit = {"admin1": admin1.name, "admin1_id": admin1.id} if admin1 else {}
    return Place(id_, name, PlaceKind.SETTLEMENT, country, Point(*point), population=people, **unit)


MALI = Place("iso:ML", "Mali", PlaceKind.COUNTRY, "ML", Point(17.6, -4.0))
GAO_REGION = Place("gn:1", "Gao Region", PlaceKind.ADMIN1, "ML", Point(16.5, 1.0), "Gao Region", "gn:1")
GAO = town("gn:2", "Gao", "ML", (16.27, -0.04), 86_000, GAO_REGION)
KIDAL = town("gn:3", "Kidal", "ML", (18.44, 1.41), 25_000)
MOPTI = town("gn:4", "Mopti", "ML", (14.49, -4.19), 108_000)
PAKISTAN = Place("iso:PK", "Pakistan", PlaceKind.COUNTRY, "PK", Point(30.0, 70.0))
KABUL = town("gn:5", "Kabul", "AF", (34.53, 69.17), 4_000_000)
MOSUL = town("gn:6", "Mosul", "IQ", (36.34, 43.12), 1_700_000)
NATCHEZ = town("gn:7", "Natchez", "US", (32.27, -90.13), 26_000)
ASIA = Place("region:asia", "Asia", PlaceKind.REGION, None, Point(34.0, 90.0))
SPRINGFIELD = town("gn:8", "Springfield", "US", (39.8, -89.64), 116_000)
PLACES = (MALI, GAO_REGION, GAO, KIDAL, MOPTI, PAKISTAN, KABUL, MOSUL, NATCHEZ, ASIA, SPRINGFIELD)
DEMONYMS = {"pakistani": PAKISTAN, "malian": MALI}


class SmallGazetteer:
    """Answers `candidates` and `get` as the gazetteer does, for the places above."""

    def candidates(self, name, *, limit=50):
        key = name_key(name)
        named = tuple(Candidate(place, "exact") for place in PLACES if name_key(place.name) == key)
        return named or tuple(Candidate(place, "demonym") for place in (DEMONYMS.get(key),) if place)

    def get(self, place_id):
        return next((place for place in PLACES if place.id == place_id), None)


def marked(text):
    """Return document, mentions and resolutions of a text with [places], {facilities} and <demonyms> marked.

    What the small gazetteer knows is resolved to its first candidate, facilities never are.
    """
    kinds = {"[": MentionKind.PLACE, "{": MentionKind.FACILITY, "<": MentionKind.DEMONYM}
    doc = Document(re.sub(r"[\[\]{}<>]", "", text), "made up")
    mentions = []
    for count, match in enumerate(re.finditer(r"[\[{<](.*?)[\]}>]", text)):
        span = Span(match.start() - 2 * count, match.end() - 2 * count - 2)
        mentions.append(Mention(doc.id, span, span.cut(doc.text), kinds[match[0][0]], "test"))
    return doc, mentions, [resolution_of(mention) for mention in mentions]


def resolution_of(mention):
    found = () if mention.kind is MentionKind.FACILITY else SmallGazetteer().candidates(mention.text)
    if not found:
        return PlaceResolution(mention.id, None, 0.0, "not in the gazetteer")
    return PlaceResolution(mention.id, found[0].place, 0.9, "exact name", tier=found[0].tier)
