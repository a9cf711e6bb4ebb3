"""Resolving: which place each mention means. One decision for each distinct name of a document, in two passes."""

from collections import ChainMap, Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import exp

from dateline.documents.records import Document
from dateline.mentions.records import Mention, MentionKind
from dateline.places.containment import units_of
from dateline.places.features import Option, Situation, Weights, read_weights
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import name_key
from dateline.places.reasons import described, reason_for
from dateline.places.records import Candidate, PlaceKind, PlaceResolution
from dateline.places.surroundings import Surroundings, countries_named, read_surroundings, stand_beside

_MOST_READINGS = 200  # looked up for a name; San José has more
_MOST_SCORED = 40
_ALTERNATIVES = 4
_WHERE_PREC = {  # UCDP GED codebook 22.1, where_prec
    PlaceKind.SETTLEMENT: 1,
    PlaceKind.FEATURE: 2,
    PlaceKind.ADMIN2: 3,
    PlaceKind.ADMIN1: 4,
    PlaceKind.REGION: 5,
    PlaceKind.COUNTRY: 6,
}
_NEAR = 2
_FUZZY = 5


@dataclass(slots=True)
class _Name:
    """One distinct name of a document: its readings, the names beside it, and what was decided."""

    text: str
    kinds: frozenset[str]
    options: tuple[Option, ...]
    beside: set[int] = field(default_factory=set)
    in_sentence: set[int] = field(default_factory=set)
    dateline: bool = False
    situation: Situation | None = None
    probabilities: list[float] = field(default_factory=list)

    @property
    def best(self) -> int:
        return max(range(len(self.options)), key=self.probabilities.__getitem__)

    @property
    def decided(self) -> Option | None:
        """The best reading, unless "none of them" is likelier."""
        if not self.options or self.probabilities[self.best] <= 1 - sum(self.probabilities):
            return None
        return self.options[self.best]


def resolve(mentions: Sequence[Mention], document: Document, *, gazetteer: Gazetteer) -> tuple[PlaceResolution, ...]:
    """Return one resolution for each mention of a place or facility, in the order given; other mentions are left out.

    A name means one place in a document, unless the word beside it says otherwise ("Kabul", "Kabul province").
    The probability is a softmax over hand-set weights (`data/weights.yaml`): it ranks, but it is not calibrated.
    Facilities stay unresolved; so does a name that the gazetteer doesn't have, or has only for far-fetched places.
    """
    places = sorted((mention for mention in mentions if mention.kind is MentionKind.PLACE), key=lambda m: m.span)
    around = read_surroundings(document, places)
    names, owners = _distinct_names(places, around, gazetteer)
    _link(names, owners, document.text, places, around)
    _decide(names, countries_named(document.text))
    found = {
        place.id: _resolution(place, names[owner], surroundings, gazetteer)
        for place, owner, surroundings in zip(places, owners, around, strict=True)
    }
    facilities = (mention for mention in mentions if mention.kind is MentionKind.FACILITY)
    found |= {
        mention.id: PlaceResolution(mention.id, None, 0.0, "a facility, not a place name") for mention in facilities
    }
    return tuple(found[mention.id] for mention in mentions if mention.id in found)


def _distinct_names(
    places: Sequence[Mention], around: Sequence[Surroundings], gazetteer: Gazetteer
) -> tuple[list[_Name], list[int]]:
    """Return the distinct names, and for each mention the index of its name."""
    names: list[_Name] = []
    index: dict[tuple[str, frozenset[str]], int] = {}
    owners = []
    for mention, surroundings in zip(places, around, strict=True):
        key = (name_key(mention.text) or mention.text, surroundings.kinds)
        if key not in index:
            index[key] = len(names)
            names.append(_Name(mention.text, surroundings.kinds, options_of(mention.text, gazetteer)))
        owners.append(index[key])
        names[index[key]].dateline |= surroundings.dateline
    return names, owners


def options_of(text: str, gazetteer: Gazetteer) -> tuple[Option, ...]:
    """Return the readings of a name that are worth scoring."""
    candidates = gazetteer.candidates(text, limit=_MOST_READINGS)
    return tuple(_option(candidate, name_key(text), gazetteer) for candidate in candidates)


def _option(candidate: Candidate, key: str, gazetteer: Gazetteer) -> Option:
    place = candidate.place
    return Option(place, candidate.tier, units_of(place), name_key(place.name) == key, place.id in gazetteer.capitals())


def _link(
    names: list[_Name], owners: list[int], text: str, places: Sequence[Mention], around: Sequence[Surroundings]
) -> None:
    """Note which names stand beside each other, and which share a sentence."""
    sentences: dict[int, set[int]] = {}
    for index, owner in enumerate(owners):
        sentences.setdefault(around[index].sentence, set()).add(owner)
        if index and owners[index - 1] != owner and stand_beside(text, places[index - 1], places[index]):
            names[owner].beside.add(owners[index - 1])
            names[owners[index - 1]].beside.add(owner)
    for members in sentences.values():
        for owner in members:
            names[owner].in_sentence |= members - {owner}


def _decide(names: list[_Name], countries: Counter[str]) -> None:
    weights = read_weights()
    for name in names:
        name.options = _scored_options(name.options, countries)
        name.situation = _situation(name, names, countries)
        name.probabilities = _probabilities(name, weights)
    dateline = next((name.decided.place.country for name in names if name.dateline and name.decided), None)
    by_unit, total = _decided_units(names)
    situations = [_with_others(name, by_unit, total, dateline) for name in names]
    for name, situation in zip(names, situations, strict=True):
        name.situation = situation
        name.probabilities = _probabilities(name, weights)


def _scored_options(options: tuple[Option, ...], countries: Counter[str]) -> tuple[Option, ...]:
    """Return the most prominent readings, and all those in countries that the document names."""
    rest = (option for option in options[_MOST_SCORED:] if option.place.country in countries)
    return (*options[:_MOST_SCORED], *rest)


def _situation(name: _Name, names: list[_Name], countries: Counter[str]) -> Situation:
    beside = [option for other in name.beside for option in names[other].options]
    sentence = (option.place for other in name.in_sentence - name.beside for option in names[other].options)
    return Situation(
        kinds=name.kinds,
        countries=countries,
        units_beside=frozenset(o.place.id for o in beside if o.place.kind is not PlaceKind.SETTLEMENT),
        held_by_beside=frozenset().union(*(option.units for option in beside)),
        units_in_sentence=frozenset(p.id for p in sentence if p.kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2)),
    )


def _probabilities(name: _Name, weights: Weights) -> list[float]:
    """Return the softmax of the readings' scores; what is missing to 1 is the probability of none of them."""
    assert name.situation is not None
    situation = name.situation
    scores = [
        sum(weight * feature(option, situation) for feature, weight, _ in weights.features) for option in name.options
    ]
    highest = max([*scores, weights.none_of_them])
    powers = [exp((score - highest) / weights.temperature) for score in scores]
    total = sum(powers) + exp((weights.none_of_them - highest) / weights.temperature)
    return [power / total for power in powers]


def _decided_units(names: list[_Name]) -> tuple[dict[str, float], float]:
    """Return how much was decided in each unit, and in all; countries themselves are counted elsewhere."""
    by_unit: dict[str, float] = {}
    total = 0.0
    for name in names:
        for unit, weight in _units_decided_by(name).items():
            by_unit[unit] = by_unit.get(unit, 0.0) + weight
        total += _weight(name)
    return by_unit, total


def _weight(name: _Name) -> float:
    decided = name.decided
    return 0.0 if decided is None or decided.place.kind is PlaceKind.COUNTRY else name.probabilities[name.best]


def _units_decided_by(name: _Name) -> Mapping[str, float]:
    if name.decided is None or (weight := _weight(name)) == 0.0:
        return {}
    return dict.fromkeys((*name.decided.units, name.decided.place.id), weight)


def _with_others(name: _Name, by_unit: dict[str, float], total: float, dateline: str | None) -> Situation:
    assert name.situation is not None
    own = _units_decided_by(name)
    others = ChainMap({unit: by_unit[unit] - weight for unit, weight in own.items()}, by_unit) if own else by_unit
    return replace(name.situation, others_by_unit=others, others=total - _weight(name), dateline_country=dateline)


def _resolution(mention: Mention, name: _Name, around: Surroundings, gazetteer: Gazetteer) -> PlaceResolution:
    if not name.options:
        return PlaceResolution(mention.id, None, 0.0, "not in the gazetteer")
    ranking = sorted(range(len(name.options)), key=name.probabilities.__getitem__, reverse=True)
    options = [name.options[index] for index in ranking]
    ranked = tuple(Candidate(option.place, option.tier) for option in options)
    if name.decided is None:
        reason = f"only far-fetched places have this name, such as {described(options[0].place)}"
        return PlaceResolution(mention.id, None, name.probabilities[ranking[0]], reason, None, ranked[:_ALTERNATIVES])
    assert name.situation is not None
    return PlaceResolution(
        mention.id,
        options[0].place,
        name.probabilities[ranking[0]],
        reason_for(options[0], name.situation, rivals=len(options), gazetteer=gazetteer),
        _where_prec(options[0].place.kind, around),
        ranked[1 : 1 + _ALTERNATIVES],
    )


def _where_prec(kind: PlaceKind, around: Surroundings) -> int:
    precision = _WHERE_PREC[kind]
    if kind is PlaceKind.SETTLEMENT and around.near:
        return _NEAR
    return _FUZZY if kind is PlaceKind.COUNTRY and (around.fuzzy or around.near) else precision
