"""A scene: the distinct names of a document, their readings, and what the document says about each."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from dateline.documents.records import Document
from dateline.mentions.records import Mention
from dateline.places.could_be import CouldBe
from dateline.places.features import OF_PLACE, OF_PUBLISHER, OF_TEXT
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import name_key
from dateline.places.nested import read_nested
from dateline.places.options import Option, options_of
from dateline.places.ranker import Odds
from dateline.places.records import Place, PlaceKind
from dateline.places.situations import Floats, Situation
from dateline.places.speech import speech_of
from dateline.places.surroundings import (
    Surroundings,
    countries_named,
    has_an_article,
    kinds_in,
    read_surroundings,
    stand_beside,
    stand_in_a_row,
)
from dateline.places.units import admin1s_named, ids_of_admin1s, units_following
from dateline.places.wording import sibling_of
from dateline.values.spans import Span

_MOST_SCORED = 30  # readings; more only where the document names their country or admin1
_REMEMBERED = 20_000  # names
_LIKELIER_THAN_NOT = 0.5
_UNITS = (PlaceKind.ADMIN1, PlaceKind.ADMIN2)
_COUNTRY_ID = re.compile("iso:[A-Z]{2}")
_FEWEST_MATES = 2  # other names of a list
_MOST_MATES = 0.75  # share of them that may be of one like


@dataclass(slots=True, eq=False)
class Name:
    """One distinct name of a document: its readings, the values of their features, and what each look at it gave."""

    text: str
    kinds: frozenset[str]
    options: tuple[Option, ...]
    of_place: Floats
    beside: set[int] = field(default_factory=set)
    in_a_row: set[int] = field(default_factory=set)
    in_sentence: set[int] = field(default_factory=set)
    following: frozenset[str] = frozenset()
    dateline: bool = False
    in_a_list: set[int] = field(default_factory=set)
    the: bool = False
    article: bool = False
    local_life: bool = False
    runs_on: bool = True
    times: int = 0
    situation: Situation = field(default_factory=Situation)
    of_text: Floats = field(default_factory=lambda: np.zeros((0, len(OF_TEXT))))
    of_publisher: Floats = field(default_factory=lambda: np.zeros((0, len(OF_PUBLISHER))))
    of_others: Floats | None = None
    odds: Odds | None = None

    @property
    def decided(self) -> Option | None:
        """The best reading, unless it is likelier than not that the gazetteer doesn't know the place."""
        if self.odds is None or self.odds.absent > _LIKELIER_THAN_NOT:
            return None
        return self.options[self.odds.best]


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The names of a document, and for each mention the index of its name and what stands around it.

    After the names of the mentions come those of provinces and states that the text has elsewhere, within other names.
    """

    mentions: Sequence[Mention]
    names: list[Name]
    owners: list[int]
    around: list[Surroundings]


def read_scene(
    mentions: Sequence[Mention], document: Document, *, gazetteer: Gazetteer, home: Place | None = None
) -> Scene:
    """Return the scene of the mentions of places, which are in order of position."""
    around = read_surroundings(document, mentions)
    names, owners = _distinct_names(mentions, around, gazetteer)
    scene = Scene(mentions, names, owners, around)
    _link(scene, document.text)
    admin1s = admin1s_named(document.text, gazetteer)
    names += _names_elsewhere(admin1s, mentions, gazetteer)
    counted = ids_of_admin1s((text for text, _ in admin1s), gazetteer)
    common = Situation(
        countries=countries_named(document.text), admin1s=counted, home=home, speech=speech_of(document.text)
    )
    for name in names:
        _keep_scored(name, common)
    could_be = CouldBe.of([name.options for name in names])
    for name in names:
        name.situation = _situation(name, names, common, could_be, document.text)
    return scene


@lru_cache(_REMEMBERED)
def values_of(text: str, gazetteer: Gazetteer) -> Floats:
    """Return the features of the place alone for the readings of a name, shape (readings, features of a place)."""
    options = options_of(text, gazetteer)
    values = [[feature(option) for feature in OF_PLACE] for option in options]
    return np.array(values, dtype=np.float64).reshape(len(options), len(OF_PLACE))


def read_values(name: Name) -> None:
    """Ask the features of the text, and of the publisher where the home is known, of every reading of a name."""
    situation = name.situation
    name.of_text = np.array([[feature(option, situation) for feature in OF_TEXT] for option in name.options])
    if situation.home is not None:
        name.of_publisher = np.array(
            [[feature(option, situation) for feature in OF_PUBLISHER] for option in name.options]
        )


def _distinct_names(
    mentions: Sequence[Mention], around: Sequence[Surroundings], gazetteer: Gazetteer
) -> tuple[list[Name], list[int]]:
    names: list[Name] = []
    index: dict[tuple[str, frozenset[str]], int] = {}
    owners = []
    for mention, surroundings in zip(mentions, around, strict=True):
        key = (name_key(mention.text) or mention.text, surroundings.kinds)
        if key not in index:
            index[key] = len(names)
            options = options_of(mention.text, gazetteer)
            names.append(Name(mention.text, surroundings.kinds, options, values_of(mention.text, gazetteer)))
        owners.append(index[key])
        _note(names[index[key]], surroundings, gazetteer)
    return names, owners


def _names_elsewhere(
    admin1s: Sequence[tuple[str, Span]], mentions: Sequence[Mention], gazetteer: Gazetteer
) -> list[Name]:
    """Return the names of admin1s that stand in no mention and that no mention has: "Kentucky State Police"."""
    known = {name_key(mention.text) for mention in mentions}
    taken = {position for mention in mentions for position in range(mention.span.start, mention.span.end)}
    outside = {text for text, span in admin1s if span.start not in taken and name_key(text) not in known}
    nothing: frozenset[str] = frozenset()
    return [
        Name(text, nothing, options, values_of(text, gazetteer))
        for text in sorted(outside)
        if (options := options_of(text, gazetteer))
    ]


def _note(name: Name, around: Surroundings, gazetteer: Gazetteer) -> None:
    name.dateline |= around.dateline
    name.runs_on &= around.runs_on
    name.the |= around.the
    name.article |= around.article
    name.local_life |= around.local_life
    name.times += 1
    if around.following:
        name.following |= units_following(around.following, gazetteer)


def _link(scene: Scene, text: str) -> None:
    """Note which names stand beside each other, and which share a sentence."""
    names, owners, mentions = scene.names, scene.owners, scene.mentions
    sentences: dict[int, set[int]] = {}
    for index, owner in enumerate(owners):
        sentences.setdefault(scene.around[index].sentence, set()).add(owner)
        if index and owners[index - 1] != owner and stand_beside(text, mentions[index - 1], mentions[index]):
            names[owner].beside.add(owners[index - 1])
            names[owners[index - 1]].beside.add(owner)
        if index and owners[index - 1] != owner and stand_in_a_row(text, mentions[index - 1], mentions[index]):
            names[owner].in_a_row.add(owners[index - 1])
            names[owners[index - 1]].in_a_row.add(owner)
    for members in _lists(scene, text):
        for owner in members:
            names[owner].in_a_list |= members - {owner}
    for members in sentences.values():
        for owner in members:
            names[owner].in_sentence |= members - {owner}


def _named_otherwise(name: Name, countries: Counter[str], text: str) -> Counter[str]:
    """Return how often the text names each country but by this very name, which may be that of a town or state."""
    own = _countries_in(name.text)
    times = max(name.times, text.count(name.text))
    return countries - Counter(dict.fromkeys(own, times)) if own else countries


@lru_cache(_REMEMBERED)
def _countries_in(name: str) -> tuple[str, ...]:
    return tuple(countries_named(name))


def _lists(scene: Scene, text: str) -> Iterator[set[int]]:
    """Yield the names of each list: names with nothing but commas and "and" between them."""
    members: set[int] = set()
    for index, owner in enumerate(scene.owners):
        if index and not stand_in_a_row(text, scene.mentions[index - 1], scene.mentions[index]):
            yield members
            members = set()
        members.add(owner)
    yield members


def _keep_scored(name: Name, common: Situation) -> None:
    """Keep the most prominent readings, and all those in units that the document names."""
    if len(name.options) <= _MOST_SCORED:
        return
    kept = [
        index
        for index, option in enumerate(name.options)
        if index < _MOST_SCORED
        or option.place.admin1_id in common.admin1s
        or option.place.country in common.countries
        or not option.units.isdisjoint(name.following)
    ]
    name.options = tuple(name.options[index] for index in kept)
    name.of_place = name.of_place[kept]


def _situation(name: Name, names: list[Name], common: Situation, could_be: CouldBe, text: str) -> Situation:
    likes = frozenset(_likes([name.options]))
    listed = _listed([names[other].options for other in sorted(name.in_a_list)])
    beside = [option for other in name.beside for option in names[other].options]
    holding = (option.place for option in beside if likes.isdisjoint(_likes([[option]])))
    sentence = (option.place for other in name.in_sentence - name.beside for option in names[other].options)
    return replace(
        common,
        countries=_named_otherwise(name, common.countries, text),
        may_lie=could_be.without(name.options),
        kinds=name.kinds,
        following=frozenset() if likes & listed else _holding(name.following, likes),
        beside=frozenset(place.id for place in holding if place.kind is not PlaceKind.SETTLEMENT),
        held_beside=frozenset().union(*(option.units for option in beside)),
        in_sentence=frozenset(place.id for place in sentence if place.kind in _UNITS),
        likes_beside=frozenset(_likes(names[other].options for other in name.in_a_row)),
        listed=listed,
        own_kinds=kinds_in(name.text),
        article=name.article,
        the=name.the,
        lacks_article=not name.the and has_an_article(name.text),
        local_life=name.local_life,
        words=len(name.text.split()),
        names_a_site=read_nested(name.text).head is not None,
        runs_on=name.runs_on,
        times=name.times,
    )


def _holding(units: frozenset[str], likes: frozenset[tuple[str, str | None]]) -> frozenset[str]:
    """Return the units after a name that may hold it: no country does that another ("Mexico, the US")."""
    if (PlaceKind.COUNTRY.value, None) not in likes:
        return units
    provinces = {f"iso:{country}" for kind, country in likes if kind == PlaceKind.ADMIN1}
    return frozenset(unit for unit in units if not _COUNTRY_ID.fullmatch(unit) or unit in provinces)


def _listed(mates: Sequence[Sequence[Option]]) -> frozenset[tuple[str, str | None]]:
    """Return what all the other names of a list may be, but for one in a long list."""
    counted = Counter(like for options in mates for like in set(_likes([options])))
    return frozenset(like for like, count in counted.items() if count >= max(_FEWEST_MATES, len(mates) * _MOST_MATES))


def _likes(rows: Iterable[Sequence[Option]]) -> Iterator[tuple[str, str | None]]:
    for options in rows:
        for option in options:
            if option.place.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1) and option.tier != "demonym":
                yield option.place.kind.value, sibling_of(option)
