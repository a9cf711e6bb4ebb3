"""Places: the gazetteer, and which place a mention means."""

from dateline.places.containment import combine, containment, most_specific
from dateline.places.gazetteer import Gazetteer, open_gazetteer
from dateline.places.records import Candidate, Place, PlaceKind, PlaceResolution
from dateline.places.resolve import resolve

__all__ = [
    "Candidate",
    "Gazetteer",
    "Place",
    "PlaceKind",
    "PlaceResolution",
    "combine",
    "containment",
    "most_specific",
    "open_gazetteer",
    "resolve",
]
