"""Readings and situations for the tests of features."""

from dateline.places import Place, PlaceKind
from dateline.places.containment import units_of
from dateline.places.options import Option, direction_of
from dateline.values.points import Point


def place(id_="gn:1", name="Khar", kind=PlaceKind.SETTLEMENT, country="PK", **known):
    given = {"point": Point(34.7, 71.5), "admin1": "KP", "admin1_id": "gn:2", "admin2": "Bajaur", "admin2_id": "gn:3"}
    return Place(id_, name, kind, country, **given | known)


def option(where=None, *, tier="exact", is_main_name=True, is_capital=False, share=0.0):
    where = where or place()
    return Option(where, tier, units_of(where), is_main_name, is_capital, share, direction=direction_of(where.point))


COUNTRY = place("iso:PK", "Pakistan", PlaceKind.COUNTRY, admin1_id=None, admin2_id=None)
PROVINCE = place("gn:2", "KP", PlaceKind.ADMIN1, admin2_id=None)
