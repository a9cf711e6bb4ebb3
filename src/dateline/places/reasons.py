"""Reasons: in words, why a name was read as it was."""

from functools import cache

from dateline.places.gazetteer import Gazetteer
from dateline.places.options import Option
from dateline.places.ranker import GROUPS, Weights, read_words
from dateline.places.records import Place
from dateline.places.scene import Name
from dateline.places.situations import Situation

_MOST_GROUNDS = 3
_LEAST = 0.05  # smaller contributions to a score are no ground
_KINDS = {"admin1": "province", "admin2": "district", "country": "country", "settlement": "town"}
_TIERS = {
    "exact": "exact name",
    "abbreviation": "abbreviation",
    "demonym": "name of its people",
    "affix_stripped": "name without the word for its kind",
    "article": "name but for its article",
    "skeleton": "name in another transliteration",
    "edit": "name but for a letter or two",
}


def reason_for(name: Name, weights: Weights, *, gazetteer: Gazetteer) -> str:
    """Return how a decided name led to its place, the weightiest grounds that have words, and how many rivals it had.

    "exact name; in Ghazni (named beside it); country AF named 3 times in the text; chosen from 4".
    """
    assert name.odds is not None
    option = name.options[name.odds.best]
    grounds = sorted(_contributions(name, weights), reverse=True)
    told = list(dict.fromkeys(_in_words(says, option, name.situation, gazetteer) for _, says in grounds))
    rivals = len(name.options)
    chosen = f"chosen from {rivals}" if rivals > 1 else "the only place of this name"
    return "; ".join([_TIERS[option.tier], *told[:_MOST_GROUNDS], chosen])


def described(place: Place) -> str:
    """Return a place with its admin1 and country: "Khar (settlement, Khyber Pakhtunkhwa, PK)"."""
    parts = (place.kind.value, place.admin1, place.country)
    return f"{place.name} ({', '.join(part for part in parts if part)})"


def _contributions(name: Name, weights: Weights) -> list[tuple[float, str]]:
    """Return what each feature that has words adds to the score of the best reading, where it adds something."""
    assert name.odds is not None
    found = []
    for group, words in _words_by_group().items():
        values = getattr(name, group, None)
        if values is None or not len(values):
            continue
        added = (values[name.odds.best] * getattr(weights, group)).tolist()
        found += [(added[index], says) for index, says in words if added[index] > _LEAST]
    return found


@cache
def _words_by_group() -> dict[str, tuple[tuple[int, str], ...]]:
    """Return by group the features that have words in a reason, with their place in the group."""
    words = read_words()
    return {
        group: tuple((index, words[each.__name__]) for index, each in enumerate(features) if each.__name__ in words)
        for group, features in GROUPS.items()
    }


def _in_words(says: str, option: Option, situation: Situation, gazetteer: Gazetteer) -> str:
    times = situation.countries[option.place.country or ""]
    return says.format(
        country=option.place.country,
        admin1=option.place.admin1,
        times="once" if times == 1 else f"{times} times",
        kind=" or ".join(_KINDS.get(kind, kind) for kind in sorted(situation.kinds)),
        unit=_shared_unit(option, situation, gazetteer),
        dateline=situation.dateline.name if situation.dateline else "",
        home=situation.home.name if situation.home else "",
    )


def _shared_unit(option: Option, situation: Situation, gazetteer: Gazetteer) -> str:
    """Return the name of the smallest unit of the place that the words around it name."""
    place = option.place
    for unit, name in ((place.admin2_id, place.admin2), (place.admin1_id, place.admin1)):
        if name and unit in situation.following | situation.beside | situation.in_sentence:
            return name
    country = gazetteer.get(f"iso:{place.country}")
    return country.name if country else str(place.country)
