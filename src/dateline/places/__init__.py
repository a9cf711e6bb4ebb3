"""Places: the gazetteer, and which place a mention means."""

from dateline.places.gazetteer import Gazetteer, open_gazetteer
from dateline.places.records import Candidate, Place, PlaceKind, PlaceResolution

__all__ = ["Candidate", "Gazetteer", "Place", "PlaceKind", "PlaceResolution", "open_gazetteer"]
