"""The codebook: the written definitions, each with a worked example, and the crosswalks to other codebooks."""

from dateline.codebook.crosswalks import acled_sub_event, acled_types, ged_type_of_violence
from dateline.codebook.load import load_codebook
from dateline.codebook.records import Codebook, Entries, Kind, Slot

__all__ = [
    "Codebook",
    "Entries",
    "Kind",
    "Slot",
    "acled_sub_event",
    "acled_types",
    "ged_type_of_violence",
    "load_codebook",
]
