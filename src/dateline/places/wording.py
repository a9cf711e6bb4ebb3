"""Wording: features of how a text words a name, and of whose news it is.

The first line of each docstring is the feature's public explanation.
"""

from collections.abc import Callable

from dateline.places.options import Option
from dateline.places.records import PlaceKind
from dateline.places.situations import Situation

_NATURAL = (PlaceKind.REGION, PlaceKind.FEATURE)

OfText = Callable[[Option, Situation], float]


def kind_is_announced(option: Option, situation: Situation) -> float:
    """Tell whether a word beside the name calls it what the reading is ("district")."""
    return float(option.place.kind in situation.kinds)


def kind_is_contradicted(option: Option, situation: Situation) -> float:
    """Tell whether a word beside the name calls it something else; countries are exempt ("Pakistan state media")."""
    known = bool(situation.kinds) and option.place.kind not in (PlaceKind.COUNTRY, PlaceKind.REGION)
    return float(known and option.place.kind not in situation.kinds)


def name_says_its_kind(option: Option, situation: Situation) -> float:
    """Tell whether a word of the name itself says what the reading is, and that is its name ("Nile Province")."""
    return float(option.tier == "exact" and option.place.kind in situation.own_kinds)


def name_says_another_kind(option: Option, situation: Situation) -> float:
    """Tell whether a word of the name itself says that it is something else than the reading."""
    return float(bool(situation.own_kinds) and option.place.kind not in situation.own_kinds)


def is_followed_by_its_unit(option: Option, situation: Situation) -> float:
    """Tell whether the words right after the name say a unit that holds the reading ("Alexandria, La.")."""
    return float(not option.units.isdisjoint(situation.following))


def is_followed_by_another_unit(option: Option, situation: Situation) -> float:
    """Tell whether the words right after the name say a unit, and none that holds the reading."""
    return float(bool(situation.following) and option.units.isdisjoint(situation.following))


def natural_with_article(option: Option, situation: Situation) -> float:
    """Tell whether the text says "the" before a region, sea or river; half if another word may call for it."""
    return (situation.the + situation.article) / 2 if option.place.kind in _NATURAL else 0.0


def town_with_article(option: Option, situation: Situation) -> float:
    """Tell whether the text says "the" before the name of a settlement, district or province."""
    units = (PlaceKind.SETTLEMENT, PlaceKind.ADMIN1, PlaceKind.ADMIN2)
    return float(situation.article and option.place.kind in units and option.is_main_name)


def natural_without_its_article(option: Option, situation: Situation) -> float:
    """Tell whether the reading is a region or feature that one writes with "the", and the text does not."""
    return float(situation.lacks_article and option.place.kind in _NATURAL)


def text_speaks_like_its_country(option: Option, situation: Situation) -> float:
    """Grow with the words that the local news of the reading's country uses; nothing for a country itself."""
    if option.place.kind is PlaceKind.COUNTRY or option.place.country is None:
        return 0.0
    return situation.speech.get(option.place.country, 0.0)


def another_country_in_local_news(option: Option, situation: Situation) -> float:
    """Grow with the words of another country's local news, where the reading is a country; less if others are named."""
    place = option.place
    if place.kind is not PlaceKind.COUNTRY or option.tier != "exact" or not option.has_rivals:
        return 0.0
    local = max((sure for country, sure in situation.speech.items() if country != place.country), default=0.0)
    spoken = max(situation.speech, key=situation.speech.__getitem__, default=None)
    others = sum(country not in (place.country, spoken) for country in situation.countries)
    return local / (1.0 + others)


def country_before_a_word_of_local_life(option: Option, situation: Situation) -> float:
    """Tell whether the reading is a country and a word of local life follows ("a Jordan woman", "Peru High School")."""
    return float(situation.local_life and option.place.kind is PlaceKind.COUNTRY and option.tier == "exact")


def stands_in_a_list_of_its_like(option: Option, situation: Situation) -> float:
    """Tell whether a list of three or more names may be of its like alone: countries, or provinces of its country."""
    return float((option.place.kind.value, sibling_of(option)) in situation.listed)


def sibling_of(option: Option) -> str | None:
    """Return what a unit shares with its like in a row: nothing for countries, the country for provinces."""
    return None if option.place.kind is PlaceKind.COUNTRY else option.place.country


OF_WORDING: tuple[OfText, ...] = (
    kind_is_announced,
    kind_is_contradicted,
    name_says_its_kind,
    name_says_another_kind,
    is_followed_by_its_unit,
    is_followed_by_another_unit,
    natural_with_article,
    town_with_article,
    natural_without_its_article,
    text_speaks_like_its_country,
    another_country_in_local_news,
    country_before_a_word_of_local_life,
    stands_in_a_list_of_its_like,
)
