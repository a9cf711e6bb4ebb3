"""The nouns of the places room: a place of the gazetteer, and what a mention was resolved to."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.values.points import Point


class PlaceKind(StrEnum):
    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    SETTLEMENT = "settlement"
    REGION = "region"  # macro-regions and other areas without an admin level: Sahel, Central Asia
    FEATURE = "feature"  # rivers, mountains, camps, buildings


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the gazetteer. Ids carry their source: "gn:1168197", "iso:PK", "region:sahel"."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None  # ISO 3166-1 alpha-2
    point: Point | None
    admin1: str | None = None  # the admin1's name
    admin1_id: str | None = None
    admin2: str | None = None
    admin2_id: str | None = None
    population: int | None = None
    source: str = ""
    licence: str = ""
    feature: str = ""  # GeoNames feature code: PPL, PPLX, ADM3, STM (river), AIRP; "" where none is known
    other_ids: tuple[str, ...] = ()  # the same place elsewhere: "wof:85667493", "pcode:PK2024", "wd:Q172052"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, and how the name led to it ("exact", "affix_stripped", "demonym")."""

    place: Place
    tier: str


@dataclass(frozen=True, slots=True)
class PlaceResolution:
    """What one mention means: a place, or None with the reason; unresolved mentions are kept, never dropped.

    `where_prec` is UCDP GED's: 1 exact, 2 within about 25 km, 3 admin2, 4 admin1, 5 line or fuzzy area, 6 country.
    `within` is the smallest place that the text says an unresolved name or a facility lies in: "the Pakistani Embassy
    in Kabul" is no row of the gazetteer, and lies in Kabul. `point` is the best position there is: the place's own, one
    moved by the words around it ("10 km north of Gao"), or that of `within`; `radius_km` is how far off it may be.
    `tier` is how the name led to the place, as in Candidate; "" where there is no place.
    """

    mention_id: str
    place: Place | None
    probability: float
    reason: str
    where_prec: int | None = None
    alternatives: tuple[Candidate, ...] = ()
    within: Place | None = None
    point: Point | None = None
    radius_km: float | None = None
    tier: str = ""
