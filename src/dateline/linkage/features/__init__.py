"""Features: what speaks for and against two items being one thing, each a sentence with its explanation."""

from dateline.linkage.features.records import Feature
from dateline.linkage.features.table import FEATURES

__all__ = ["FEATURES", "Feature"]
