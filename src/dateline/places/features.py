"""Features: what speaks for one reading of a place name. The first line of each docstring is its public explanation."""

from collections.abc import Callable
from math import exp, log1p, log10

from dateline.places.options import Option
from dateline.places.records import Place, PlaceKind
from dateline.places.situations import Situation
from dateline.places.wording import OF_WORDING, OfText, sibling_of

_MANY_TIMES = 10  # named so often, a country can be no more certain
_LARGEST_CITY = 7.5  # log10 of some thirty million people
_CITY = 100_000
_LOCAL_KM = 100.0  # the reach of a local paper
_SEATS = ("PPLA", "PPLC", "PPLG")
_SMALL = ("PPLX", "PPLF", "PPLL", "PPLR", "STLMT")  # sections of towns, farms, hamlets
_GONE = ("PPLH", "PPLQ", "PPLW", "PPLCH")

OfPlace = Callable[[Option], float]


def large_population(option: Option) -> float:
    """Grow with the people who live in a town: 0 for none known, 1 for the largest cities, by orders of magnitude."""
    return _size(option.place) if option.place.kind is PlaceKind.SETTLEMENT else 0.0


def large_population_of_a_unit(option: Option) -> float:
    """Grow with the people who live in a country, province or district, by orders of magnitude."""
    return 0.0 if option.place.kind is PlaceKind.SETTLEMENT else _size(option.place)


def has_most_people_of_its_name(option: Option) -> float:
    """Give the town's share of the people who live in any town of this name."""
    return option.share


def is_a_city(option: Option) -> float:
    """Tell whether the reading is a town of a hundred thousand people or more."""
    return float(option.place.kind is PlaceKind.SETTLEMENT and (option.place.population or 0) >= _CITY)


def has_no_known_population(option: Option) -> float:
    """Tell whether the reading is a settlement whose people nobody has counted, mostly a village."""
    return float(option.place.kind is PlaceKind.SETTLEMENT and not option.place.population)


def names_a_country(option: Option) -> float:
    """Tell whether the reading is a country."""
    return float(option.place.kind is PlaceKind.COUNTRY)


def names_an_admin1(option: Option) -> float:
    """Tell whether the reading is a province, state, department or governorate."""
    return float(option.place.kind is PlaceKind.ADMIN1)


def names_an_admin2(option: Option) -> float:
    """Tell whether the reading is a district, county or municipality."""
    return float(option.place.kind is PlaceKind.ADMIN2)


def names_a_region(option: Option) -> float:
    """Tell whether the reading is a curated region."""
    return float(option.place.kind is PlaceKind.REGION)


def names_a_natural_or_built_feature(option: Option) -> float:
    """Tell whether the reading is a river, lake, mountain, park, airport or another thing that is no unit or town."""
    return float(option.place.kind is PlaceKind.FEATURE)


def names_the_seat_of_its_unit(option: Option) -> float:
    """Tell whether the reading is a settlement that its province is called after."""
    place = option.place
    return float(place.kind is PlaceKind.SETTLEMENT and place.name == place.admin1)


def names_the_seat_of_its_district(option: Option) -> float:
    """Tell whether the reading is a settlement that its district is called after."""
    place = option.place
    return float(place.kind is PlaceKind.SETTLEMENT and place.name == place.admin2)


def is_capital(option: Option) -> float:
    """Tell whether the reading is the capital of its country."""
    return float(option.is_capital)


def is_a_seat_of_government(option: Option) -> float:
    """Tell whether the reading is the seat of a country or province."""
    return float(option.place.feature in _SEATS)


def is_part_of_a_town(option: Option) -> float:
    """Tell whether the reading is a quarter, a farm or a scattered settlement."""
    return float(option.place.feature in _SMALL)


def is_gone(option: Option) -> float:
    """Tell whether the reading is a place that is abandoned, destroyed or historical."""
    return float(option.place.feature in _GONE)


def is_main_name(option: Option) -> float:
    """Tell whether the name is the one that the gazetteer shows, not another spelling."""
    return float(option.is_main_name)


def is_an_unlike_name(option: Option) -> float:
    """Tell whether the place is mostly called otherwise, quite unlike this name, and another place has this name."""
    return float(option.is_unlike)


def is_another_name_of_a_country(option: Option) -> float:
    """Tell whether the reading is a country under another name than the one shown."""
    return float(option.place.kind is PlaceKind.COUNTRY and not option.is_main_name)


def written_as_abbreviation(option: Option) -> float:
    """Tell whether the name is written in the capitals of an abbreviation ("US", "KP")."""
    return float(option.tier == "abbreviation")


def names_its_people(option: Option) -> float:
    """Tell whether the name is that of the place's people ("Malian")."""
    return float(option.tier == "demonym")


def in_many_gazetteers(option: Option) -> float:
    """Grow with the number of other gazetteers that know the place."""
    return min(1.0, len(option.place.other_ids) / 3)


def country_is_named(option: Option, situation: Situation) -> float:
    """Grow with how often the document names the reading's country; nothing for a country itself."""
    if option.place.kind is PlaceKind.COUNTRY or not option.place.country:
        return 0.0
    return min(1.0, log1p(situation.countries[option.place.country]) / log1p(_MANY_TIMES))


def country_is_named_most(option: Option, situation: Situation) -> float:
    """Give the reading's country's share of all namings of countries; nothing for a country itself."""
    if option.place.kind is PlaceKind.COUNTRY or not option.place.country or not situation.countries:
        return 0.0
    return situation.countries[option.place.country] / situation.countries.total()


def only_country_named(option: Option, situation: Situation) -> float:
    """Tell whether the document names no country but the reading's."""
    return float(len(situation.countries) == 1 and country_is_named(option, situation) > 0)


def country_is_not_named(option: Option, situation: Situation) -> float:
    """Tell whether the document names countries, but not the reading's."""
    if option.place.kind is PlaceKind.COUNTRY or not option.place.country or not situation.countries:
        return 0.0
    return float(not situation.countries[option.place.country])


def admin1_is_named(option: Option, situation: Situation) -> float:
    """Grow with how often the document names the admin1 that holds the reading, as in "Kentucky State Police"."""
    if option.place.kind is PlaceKind.ADMIN1 or not option.place.admin1_id:
        return 0.0
    return min(1.0, log1p(situation.admin1s[option.place.admin1_id]) / log1p(_MANY_TIMES))


def only_admin1_named(option: Option, situation: Situation) -> float:
    """Tell whether the document names no admin1 but the one that holds the reading."""
    return float(len(situation.admin1s) == 1 and admin1_is_named(option, situation) > 0)


def admin1_is_not_named(option: Option, situation: Situation) -> float:
    """Tell whether the document names provinces or states, but not the one that holds the reading."""
    known = option.place.kind is not PlaceKind.ADMIN1 and option.place.admin1_id and situation.admin1s
    return float(bool(known) and not situation.admin1s[option.place.admin1_id or ""])


def lies_in_a_place_beside(option: Option, situation: Situation) -> float:
    """Tell whether the name beside it may be a unit that holds the reading ("Andar district, Ghazni")."""
    return float(not option.units.isdisjoint(situation.beside))


def holds_a_place_beside(option: Option, situation: Situation) -> float:
    """Tell whether the name beside it may be a place that the reading holds."""
    return float(option.place.id in situation.held_beside)


def lies_in_a_place_of_the_sentence(option: Option, situation: Situation) -> float:
    """Tell whether the same sentence names a unit that holds the reading."""
    return float(not option.units.isdisjoint(situation.in_sentence))


def stands_in_a_row_with_its_like(option: Option, situation: Situation) -> float:
    """Tell whether it may stand in a row with its like: countries, or provinces of its country ("Ohio and Iowa")."""
    return float((option.place.kind.value, sibling_of(option)) in situation.likes_beside)


def others_may_lie_in_its_admin1(option: Option, situation: Situation) -> float:
    """Give the share of the document's other names that may lie in the reading's admin1, whatever they are read as."""
    return situation.may_lie.get(option.place.admin1_id or "", 0.0)


def others_may_lie_in_its_admin2(option: Option, situation: Situation) -> float:
    """Give the share of the document's other names that may lie in the reading's admin2, or be it."""
    return situation.may_lie.get(option.place.admin2_id or "", 0.0)


def lies_in_country_of_dateline(option: Option, situation: Situation) -> float:
    """Tell whether the report is filed from the reading's country; nothing for a country itself."""
    return _in_country(option, situation.dateline)


def lies_near_the_dateline(option: Option, situation: Situation) -> float:
    """Give 1 for the town that the report is filed from, less the farther the reading is from it."""
    return _nearness(option.place, situation.dateline)


def lies_in_country_of_publisher(option: Option, situation: Situation) -> float:
    """Tell whether the publisher's home is known and lies in the reading's country; nothing for a country itself."""
    return _in_country(option, situation.home)


def lies_in_admin1_of_publisher(option: Option, situation: Situation) -> float:
    """Tell whether the publisher's home is known and lies in the reading's admin1, or in itself."""
    home = situation.home
    return float(home is not None and home.admin1_id is not None and home.admin1_id == option.place.admin1_id)


def lies_near_the_publisher(option: Option, situation: Situation) -> float:
    """Give 1 for the publisher's own town, less the farther the reading is from it."""
    return _nearness(option.place, situation.home)


def _size(place: Place) -> float:
    return min(1.0, log10(1 + (place.population or 0)) / _LARGEST_CITY)


def _in_country(option: Option, place: Place | None) -> float:
    if place is None or option.place.kind is PlaceKind.COUNTRY or option.place.country is None:
        return 0.0
    return float(option.place.country == place.country)


def _nearness(place: Place, other: Place | None) -> float:
    if other is None or other.kind is PlaceKind.COUNTRY or place.point is None or other.point is None:
        return 0.0
    return exp(-place.point.km_to(other.point) / _LOCAL_KM)


OF_PLACE: tuple[OfPlace, ...] = (
    large_population,
    large_population_of_a_unit,
    has_most_people_of_its_name,
    is_a_city,
    has_no_known_population,
    names_a_country,
    names_an_admin1,
    names_an_admin2,
    names_a_region,
    names_a_natural_or_built_feature,
    names_the_seat_of_its_unit,
    names_the_seat_of_its_district,
    is_capital,
    is_a_seat_of_government,
    is_part_of_a_town,
    is_gone,
    is_main_name,
    is_an_unlike_name,
    is_another_name_of_a_country,
    written_as_abbreviation,
    names_its_people,
    in_many_gazetteers,
)
OF_TEXT: tuple[OfText, ...] = (
    *OF_WORDING,
    country_is_named,
    country_is_named_most,
    only_country_named,
    country_is_not_named,
    admin1_is_named,
    only_admin1_named,
    admin1_is_not_named,
    lies_in_a_place_beside,
    holds_a_place_beside,
    lies_in_a_place_of_the_sentence,
    stands_in_a_row_with_its_like,
    others_may_lie_in_its_admin1,
    others_may_lie_in_its_admin2,
    lies_in_country_of_dateline,
    lies_near_the_dateline,
)
OF_PUBLISHER: tuple[OfText, ...] = (  # asked only where the publisher's home is known
    lies_in_country_of_publisher,
    lies_in_admin1_of_publisher,
    lies_near_the_publisher,
)
