"""The countries and towns of an article, and what speaks for each being the key's."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log1p

from dateline.bench.mappers.hrds_article import Article, claims_of
from dateline.bench.mappers.hrds_options import OPTION_FEATURES, Answer, Choice, Field, Option, times
from dateline.bench.mappers.hrds_words import level_country, level_place
from dateline.claims.records import Claim
from dateline.mentions.records import Mention, MentionKind
from dateline.places.records import Place, PlaceKind
from dateline.values.spans import Span

_BEFORE = 60  # characters before a name in which "in the northern city of" stands
_BEHIND = 25  # characters behind a dateline's town in which its dash or bracket stands
_HEAD = 80  # characters in which a dateline stands
_FILED = re.compile(r"[-\u2014:(]")
_BELOW_COUNTRIES = frozenset({PlaceKind.SETTLEMENT, PlaceKind.ADMIN1, PlaceKind.ADMIN2})
_CAPITAL = "PPLC"  # GeoNames' code
_MANY = 100_000  # people in which a town's size is measured

Name = tuple[Mention, Place]


@dataclass(frozen=True, slots=True)
class Site:
    """One name of a place that may be a town: what it was resolved to, else what the text says that it lies in."""

    mention: Mention
    place: Place | None
    near: Place | None

    @property
    def key(self) -> str:
        return self.place.id if self.place is not None else self.mention.text


@dataclass(frozen=True, slots=True)
class Land(Option):
    """A country that an article speaks of, by its code, with all names that lead to it."""

    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Town(Option):
    """A town, district or province that an article names, as the article spells it."""

    place: Place | None
    country_share: float  # of the article's names, how many lie in the same country
    in_country: bool  # whether it lies in the country that was chosen


def names_of(article: Article) -> list[Name]:
    """Return the names of an article that were resolved to a place, with the place."""
    found = ((article.report.mentions.get(each.mention_id), each.place) for each in article.report.coded.places)
    return [(mention, place) for mention, place in found if mention is not None and place is not None]


def lands_of(article: Article) -> tuple[Field, list[Land]]:
    """Return the countries that an article's names lie in."""
    by_country: dict[Answer, list[Name]] = {}
    for mention, place in names_of(article):
        if place.country:
            by_country.setdefault(level_country(place.country) or "", []).append((mention, place))
    named = {country: tuple(mention.span for mention, _ in names) for country, names in by_country.items()}
    field = _field(article, named, lambda place: level_country(place.country))
    return field, [Land(field, country, tuple(names)) for country, names in by_country.items()]


def towns_of(article: Article, country: str | None) -> tuple[Field, list[Town]]:
    """Return the places below countries that an article names; `country` is the one that was chosen for it.

    A name that the gazetteer lacks is one too.
    """
    sites = [each for each in _sites_of(article) if _is_below_countries(each, article.words.city_states)]
    spelt = _spellings(sites)
    by_answer: dict[Answer, list[Site]] = {}
    for site in sorted(sites, key=lambda each: each.place is None or each.place.kind is not PlaceKind.SETTLEMENT):
        by_answer.setdefault(spelt[site.key], []).append(site)
    named = {answer: tuple(site.mention.span for site in own) for answer, own in by_answer.items()}
    field = _field(article, named, lambda place: spelt.get(place.id))
    lands = Counter(level_country(place.country) for _, place in names_of(article))
    return field, [_town(field, answer, own[0], lands, country) for answer, own in by_answer.items()]


def provinces_of(article: Article, country: str | None) -> tuple[Field, list[Town]]:
    """Return the provinces among the places below countries that an article names."""
    field, towns = towns_of(article, country)
    return field, [each for each in towns if each.place is not None and each.place.kind is PlaceKind.ADMIN1]


def _sites_of(article: Article) -> Iterator[Site]:
    for each in article.report.coded.places:
        mention = article.report.mentions.get(each.mention_id)
        if mention is not None and mention.kind is not MentionKind.DEMONYM:
            yield Site(mention, each.place, each.place or each.within)


def _town(field: Field, answer: Answer, site: Site, lands: Counter[str | None], country: str | None) -> Town:
    own = level_country(site.near.country) if site.near is not None else None
    share = lands[own] / max(1, lands.total()) if own is not None else 0.0
    return Town(field, answer, site.place, share, own is not None and own == country)


def _is_below_countries(site: Site, city_states: Iterable[str]) -> bool:
    if site.place is None:
        return site.mention.kind is MentionKind.PLACE
    return site.place.kind in _BELOW_COUNTRIES or (site.place.country or "") in city_states


def _spellings(sites: Iterable[Site]) -> dict[str, str]:
    """Return the commonest spelling of each place in the text, as keys are levelled."""
    counted: dict[str, Counter[str]] = {}
    for site in sites:
        counted.setdefault(site.key, Counter())[level_place(site.mention.text) or ""] += 1
    return {key: spellings.most_common(1)[0][0] for key, spellings in counted.items()}


def _field(article: Article, named: Mapping[Answer, tuple[Span, ...]], read: Callable[[Place], Answer | None]) -> Field:
    def told(claims: Iterable[Claim]) -> list[Answer]:
        places = (article.report.place(claim) for claim in claims)
        return [answer for place in places if place is not None and (answer := read(place)) is not None]

    main = article.main.claims("place") if article.main is not None else ()
    return Field(article, named, Counter(told(claims_of(article.incidents, "place"))), frozenset(told(main)))


def _located(option: Option) -> list[Span]:
    """Return where words say that something is in the place: "in Lima", "near the southern town of Lima"."""
    article = option.field.article
    return [
        span for span in option.spans if article.words.located.search(article.text, span.start - _BEFORE, span.start)
    ]


def is_located_in(option: Option) -> float:
    """Return how often something is said to be in it or near it, as a logarithm."""
    return times(_located(option))


def deeds_are_located_in(option: Option) -> float:
    """Return how often that is in a sentence with a word for a violation, as a logarithm."""
    return times(filter(option.field.article.tells_a_deed, _located(option)))


def is_named_as_a_country(land: Land) -> float:
    """Return how often the country itself is named, as a logarithm."""
    return times(m for m, place in land.names if place.kind is PlaceKind.COUNTRY and m.kind is not MentionKind.DEMONYM)


def its_people_are_named(land: Land) -> float:
    """Return how often a word for its people or what is theirs stands ("Peruvian"), as a logarithm."""
    return times(mention for mention, _ in land.names if mention.kind is MentionKind.DEMONYM)


def places_in_it_are_named(land: Land) -> float:
    """Return how often a town, province or other place in it is named, as a logarithm."""
    return times(m for m, place in land.names if place.kind is not PlaceKind.COUNTRY)


def its_bodies_are_named(land: Land) -> float:
    """Return how often a force, group or body of the country is named, as a logarithm."""
    actors = (each.actor for each in land.field.article.report.coded.actors)
    return times(actor for actor in actors if actor is not None and level_country(actor.country) == land.answer)


def is_unknown(town: Town) -> float:
    """Tell whether the gazetteer has no such place."""
    return float(town.place is None)


def is_city_state(town: Town) -> float:
    """Tell whether it is a country or territory that is a town as well."""
    return float(town.place is not None and town.place.country in town.field.article.words.city_states)


def is_province(town: Town) -> float:
    """Tell whether it is a province or the like."""
    return float(town.place is not None and town.place.kind is PlaceKind.ADMIN1)


def is_district(town: Town) -> float:
    """Tell whether it is a district or the like."""
    return float(town.place is not None and town.place.kind is PlaceKind.ADMIN2)


def is_large(town: Town) -> float:
    """Return the logarithm of its hundred thousands of people."""
    return log1p((town.place.population or 0) / _MANY) if town.place is not None else 0.0


def is_the_capital(town: Town) -> float:
    """Tell whether it is its country's capital."""
    return float(town.place is not None and town.place.feature == _CAPITAL)


def is_called_for_its_bodies(town: Town) -> float:
    """Return how often a court, police or the like of the town is named, as a logarithm."""
    text, bodies = town.field.article.text, town.field.article.words.bodies
    return times(span for span in town.spans if bodies.match(text, span.end))


def is_where_the_report_was_filed(town: Town) -> float:
    """Tell whether it stands at the report's head, before a dash or bracket."""
    first = town.spans[0]
    return float(first.start < _HEAD and bool(_FILED.search(town.field.article.text, first.end, first.end + _BEHIND)))


def lies_where_most_names_lie(town: Town) -> float:
    """Return which share of the article's names lies in the same country."""
    return town.country_share


def lies_in_the_country(town: Town) -> float:
    """Tell whether it lies in the country that was chosen for the article."""
    return float(town.in_country)


LAND_FEATURES: tuple[Callable[[Land], float], ...] = (
    *OPTION_FEATURES,
    is_located_in,
    deeds_are_located_in,
    is_named_as_a_country,
    its_people_are_named,
    places_in_it_are_named,
    its_bodies_are_named,
)
TOWN_FEATURES: tuple[Callable[[Town], float], ...] = (
    *OPTION_FEATURES,
    is_located_in,
    deeds_are_located_in,
    is_unknown,
    is_city_state,
    is_province,
    is_district,
    is_large,
    is_the_capital,
    is_called_for_its_bodies,
    is_where_the_report_was_filed,
    lies_where_most_names_lie,
    lies_in_the_country,
)


def choose_country(article: Article, choice: Choice[Land]) -> str | None:
    """Return the code of the country that is likeliest the key's; None where none is."""
    answer = choice.best(*lands_of(article))
    return str(answer) if answer is not None else None


def choose_region(article: Article, country: str | None, choice: Choice[Town]) -> str | None:
    """Return the province that is likeliest the key's; None where none is, as in three of four keys."""
    answer = choice.best(*provinces_of(article, country))
    return str(answer) if answer is not None else None


def choose_city(article: Article, country: str | None, choice: Choice[Town]) -> str | None:
    """Return the town that is likeliest the key's; None where none is, as in half of the keys."""
    answer = choice.best(*towns_of(article, country))
    return str(answer) if answer is not None else None
