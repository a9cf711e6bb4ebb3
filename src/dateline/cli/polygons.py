"""The polygons and the codebook that commands show an event's geography with."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.views.records import Dossier, Row


def where_of_events() -> "Callable[[Dossier], Row]":
    """Return the function that says where an event happened, the gazetteer's units checked by the polygons."""
    from dateline.codebook import load_codebook
    from dateline.places.admin import open_units
    from dateline.views.geography import where

    return where(load_codebook(), open_units())
