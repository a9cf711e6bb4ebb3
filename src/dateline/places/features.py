"""Features: what speaks for one reading of a place name. The first line of each docstring is its public explanation."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import log1p, log10

from dateline.errors import InstallationError
from dateline.places.names import read_data
from dateline.places.records import Place, PlaceKind

_MANY_TIMES = 10  # named so often, a country can be no more certain
_LARGEST_CITY = 7.5  # log10 of some thirty million people


@dataclass(frozen=True, slots=True)
class Option:
    """One reading of a name, with what the gazetteer says of it."""

    place: Place
    tier: str
    units: frozenset[str]  # ids of the country, admin1 and admin2 that hold it
    is_main_name: bool
    is_capital: bool


@dataclass(frozen=True, slots=True)
class Situation:
    """What the document says about one name: kinds announced beside it, and the places around it."""

    kinds: frozenset[str]
    countries: Counter[str]  # ISO code -> times named in the document
    units_beside: frozenset[str]  # ids that the names standing beside it may mean
    held_by_beside: frozenset[str]  # ids of the units that hold what stands beside it
    units_in_sentence: frozenset[str]
    dateline_country: str | None = None
    others_by_unit: Mapping[str, float] = field(default_factory=dict)  # unit id -> weight of other names decided in it
    others: float = 0.0  # weight of all other names decided


def large_population(option: Option, _: Situation) -> float:
    """Grow with the people who live there: 0 for none known, 1 for the largest cities, by orders of magnitude."""
    return min(1.0, log10(1 + (option.place.population or 0)) / _LARGEST_CITY)


def names_a_country(option: Option, _: Situation) -> float:
    """Tell whether the reading is a country."""
    return float(option.place.kind is PlaceKind.COUNTRY)


def names_an_admin1(option: Option, _: Situation) -> float:
    """Tell whether the reading is a province, state, department or governorate."""
    return float(option.place.kind is PlaceKind.ADMIN1)


def names_an_admin2(option: Option, _: Situation) -> float:
    """Tell whether the reading is a district, county or municipality."""
    return float(option.place.kind is PlaceKind.ADMIN2)


def names_the_seat_of_its_unit(option: Option, _: Situation) -> float:
    """Tell whether the reading is a settlement that its province or district is called after."""
    place = option.place
    return float(place.kind is PlaceKind.SETTLEMENT and place.name in (place.admin1, place.admin2))


def names_a_region(option: Option, _: Situation) -> float:
    """Tell whether the reading is a curated region."""
    return float(option.place.kind is PlaceKind.REGION)


def is_capital(option: Option, _: Situation) -> float:
    """Tell whether the reading is the capital of its country."""
    return float(option.is_capital)


def is_main_name(option: Option, _: Situation) -> float:
    """Tell whether the name is the one that the gazetteer shows, not another spelling."""
    return float(option.is_main_name)


def written_as_abbreviation(option: Option, _: Situation) -> float:
    """Tell whether the name is written in the capitals of an abbreviation ("US", "KP")."""
    return float(option.tier == "abbreviation")


def kind_is_announced(option: Option, situation: Situation) -> float:
    """Tell whether a word beside the name calls it what the reading is ("district")."""
    return float(option.place.kind in situation.kinds)


def kind_is_contradicted(option: Option, situation: Situation) -> float:
    """Tell whether a word beside the name calls it something else; countries are exempt ("Pakistan state media")."""
    known = bool(situation.kinds) and option.place.kind not in (PlaceKind.COUNTRY, PlaceKind.REGION)
    return float(known and option.place.kind not in situation.kinds)


def country_is_named(option: Option, situation: Situation) -> float:
    """Grow with how often the document names the reading's country; nothing for a country itself."""
    if option.place.kind is PlaceKind.COUNTRY or not option.place.country:
        return 0.0
    return min(1.0, log1p(situation.countries[option.place.country]) / log1p(_MANY_TIMES))


def only_country_named(option: Option, situation: Situation) -> float:
    """Tell whether the document names no country but the reading's."""
    return float(len(situation.countries) == 1 and country_is_named(option, situation) > 0)


def lies_in_a_place_beside(option: Option, situation: Situation) -> float:
    """Tell whether the name beside it may be a unit that holds the reading ("Andar district, Ghazni")."""
    return float(not option.units.isdisjoint(situation.units_beside))


def holds_a_place_beside(option: Option, situation: Situation) -> float:
    """Tell whether the name beside it may be a place that the reading holds."""
    return float(option.place.id in situation.held_by_beside)


def lies_in_a_place_of_the_sentence(option: Option, situation: Situation) -> float:
    """Tell whether the same sentence names a unit that holds the reading."""
    return float(not option.units.isdisjoint(situation.units_in_sentence))


def lies_in_country_of_dateline(option: Option, situation: Situation) -> float:
    """Tell whether the report is filed from the reading's country; nothing for a country itself."""
    if option.place.kind is PlaceKind.COUNTRY or option.place.country is None:
        return 0.0
    return float(option.place.country == situation.dateline_country)


def shares_country_with_others(option: Option, situation: Situation) -> float:
    """Give the share of the document's other names that were decided to lie in the reading's country, or in itself."""
    return _share_in(f"iso:{option.place.country}", situation)


def shares_admin1_with_others(option: Option, situation: Situation) -> float:
    """Give the share of the document's other names that were decided to lie in the reading's admin1, or in itself."""
    unit = option.place.id if option.place.kind is PlaceKind.ADMIN1 else option.place.admin1_id
    return _share_in(unit, situation)


def _share_in(unit: str | None, situation: Situation) -> float:
    if unit is None:
        return 0.0
    return situation.others_by_unit.get(unit, 0.0) / (1.0 + situation.others)  # one other name is no crowd


Feature = Callable[[Option, Situation], float]
FEATURES: tuple[Feature, ...] = (
    large_population,
    names_a_country,
    names_an_admin1,
    names_an_admin2,
    names_the_seat_of_its_unit,
    names_a_region,
    is_capital,
    is_main_name,
    written_as_abbreviation,
    kind_is_announced,
    kind_is_contradicted,
    country_is_named,
    only_country_named,
    lies_in_a_place_beside,
    holds_a_place_beside,
    lies_in_a_place_of_the_sentence,
    lies_in_country_of_dateline,
    shares_country_with_others,
    shares_admin1_with_others,
)


@dataclass(frozen=True, slots=True)
class Weights:
    """The published weights: each feature with its weight and its words, the temperature, and the score of no place."""

    features: tuple[tuple[Feature, float, str], ...]
    temperature: float
    none_of_them: float


@cache
def read_weights() -> Weights:
    """Return the weights of `data/weights.yaml`; raise InstallationError unless it names exactly the features."""
    data = read_data("weights.yaml")
    named = {feature.__name__: feature for feature in FEATURES if feature.__doc__}
    if set(named) != set(data["features"]):
        wrong = ", ".join(sorted(set(named) ^ set(data["features"])))
        raise InstallationError(
            f"places/data/weights.yaml and places/features.py do not name the same features: {wrong}"
        )
    table = ((named[name], float(entry["weight"]), entry.get("says", "")) for name, entry in data["features"].items())
    return Weights(tuple(table), float(data["temperature"]), float(data["none_of_them"]))
