"""Reasons: in words, why a name was read as it was."""

from dateline.places.features import Option, Situation, read_weights
from dateline.places.gazetteer import Gazetteer
from dateline.places.records import Place

_MOST_GROUNDS = 3
_KINDS = {"admin1": "province", "admin2": "district", "country": "country", "settlement": "town"}
_TIERS = {
    "exact": "exact name",
    "abbreviation": "abbreviation",
    "demonym": "name of its people",
    "affix_stripped": "name without the word for its kind",
    "article": "name but for its article",
}


def reason_for(option: Option, situation: Situation, *, rivals: int, gazetteer: Gazetteer) -> str:
    """Return how the name led to the place, the weightiest grounds that have words, and how many it was chosen from.

    "exact name; in Ghazni (named beside it); country AF named 3 times in the text; chosen from 4".
    """
    grounds = []
    for feature, weight, says in read_weights().features:
        if says and (value := feature(option, situation)) > 0:
            grounds.append((-abs(weight * value), _in_words(says, option, situation, gazetteer)))
    told = [words for _, words in sorted(grounds)][:_MOST_GROUNDS]
    chosen = f"chosen from {rivals}" if rivals > 1 else "the only place of this name"
    return "; ".join([_TIERS[option.tier], *told, chosen])


def described(place: Place) -> str:
    """Return a place with its admin1 and country: "Khar (settlement, Khyber Pakhtunkhwa, PK)"."""
    parts = (place.kind.value, place.admin1, place.country)
    return f"{place.name} ({', '.join(part for part in parts if part)})"


def _in_words(says: str, option: Option, situation: Situation, gazetteer: Gazetteer) -> str:
    times = situation.countries[option.place.country or ""]
    return says.format(
        country=option.place.country,
        times="once" if times == 1 else f"{times} times",
        kind=" or ".join(_KINDS[kind] for kind in sorted(situation.kinds)),
        unit=_shared_unit(option, situation, gazetteer),
    )


def _shared_unit(option: Option, situation: Situation, gazetteer: Gazetteer) -> str:
    """Return the name of the smallest unit of the place that the words around it name."""
    place = option.place
    for unit, name in ((place.admin2_id, place.admin2), (place.admin1_id, place.admin1)):
        if name and unit in situation.units_beside | situation.units_in_sentence:
            return name
    country = gazetteer.get(f"iso:{place.country}")
    return country.name if country else str(place.country)
