"""Where an incident was, as MUC-4 writes it: the country that the report's names speak for, then the most exact place.

A country is weighed by how often its places, people and bodies are named, in the incident's own sentences and
elsewhere, by its place in the dateline, and by what the incident's own claims name (data/muc4.yaml, `scene`).
"""

from collections import Counter
from collections.abc import Iterator
from math import log1p

from dateline.actors.records import ActorKind
from dateline.bench.mappers.muc4_words import MucWords
from dateline.bench.report import Incident, Report
from dateline.mentions.records import Mention, MentionKind
from dateline.places.records import Place, PlaceKind
from dateline.values.dates_mentions import DateMention

_COARSENESS = {
    PlaceKind.SETTLEMENT: 0,
    PlaceKind.FEATURE: 1,
    PlaceKind.ADMIN2: 2,
    PlaceKind.ADMIN1: 3,
    PlaceKind.REGION: 4,
    PlaceKind.COUNTRY: 5,
}
_ADMIN = {PlaceKind.ADMIN1, PlaceKind.ADMIN2}
_LEAST = 0.3  # confidence below which a place is not given: the most credit on the training wires
_ONLOOKERS = {ActorKind.MEDIA, ActorKind.ORGANISATION}

Speaks = tuple[str, str]  # what a name is ("country", "town"), and the ISO code of the country it speaks for


def location(report: Report, incident: Incident, dateline: DateMention | None, words: MucWords) -> str | None:
    """Return COUNTRY: TOWN (CITY) of the incident's most exact place in the country that is likeliest its scene."""
    country = scene_country(report, incident, dateline, words)
    if country is None:
        return None
    likely = (claim for claim in incident.claims("place") if claim.confidence >= _LEAST)
    told = [place for claim in likely if (place := report.place(claim)) is not None]
    inside = [place for place in told if place.country == country and place.kind is not PlaceKind.COUNTRY]
    best = min(inside, key=lambda place: _COARSENESS[place.kind], default=None)
    below = [f"{best.name.upper()} ({words.places[best.kind]})"] if best else []
    return ": ".join([words.countries[country], *below])


def scene_country(report: Report, incident: Incident, dateline: DateMention | None, words: MucWords) -> str | None:
    """Return the ISO code of the country that most speaks for being the scene; None where no name tells of one."""
    scores = {
        country: sum(words.scene[what] * often for what, often in told.items())
        for country, told in speaking_for(report, incident, dateline, words).items()
    }
    return max(scores, key=lambda country: (scores[country], country), default=None)


def speaking_for(
    report: Report, incident: Incident, dateline: DateMention | None, words: MucWords
) -> dict[str, dict[str, float]]:
    """Return the countries that MUC-4 knows and names speak for: country -> what speaks -> log(1 + how often)."""
    countries: dict[str, dict[str, float]] = {}
    told = Counter([*_named(report, incident, dateline), *_claimed(report, incident)])
    for (what, country), times in told.items():
        if country in words.countries:
            countries.setdefault(country, {})[what] = log1p(times)
    for country in words.bystanders & countries.keys():
        countries[country]["bystander"] = 1.0
    return countries


def _claimed(report: Report, incident: Incident) -> Iterator[Speaks]:
    for claim in incident.claims("place"):
        place = report.place(claim)
        if place is not None and place.country:
            yield "claimed_country" if place.kind is PlaceKind.COUNTRY else "claimed_place", place.country


def _named(report: Report, incident: Incident, dateline: DateMention | None) -> Iterator[Speaks]:
    """Yield what each name of the report speaks for; what stands above the dateline's line is no part of the report."""
    own = {claim.quote.span for frame in incident.frames for claim in frame.claims}
    for mention, what, country in _names(report):
        if dateline is None or mention.span.start >= dateline.span.end:
            yield what, country
            if any(span.contains(mention.span) for span in own):
                yield f"{what}_of_its_sentences", country
        elif "\n" not in report.text[mention.span.end : dateline.span.start]:
            yield "dateline", country


def _names(report: Report) -> Iterator[tuple[Mention, str, str]]:
    """Yield each mention that speaks for a country, with what it is; bodies that only tell the news are left out."""
    for mention_id, found in report.places.items():
        mention = report.mentions.get(mention_id)
        if mention is not None and found.place is not None and found.place.country:
            yield mention, _what(mention, found.place), found.place.country
    for mention_id, who in report.actors.items():
        mention = report.mentions.get(mention_id)
        if mention is not None and who.actor is not None and who.actor.country and who.actor.kind not in _ONLOOKERS:
            yield mention, "body", who.actor.country


def _what(mention: Mention, place: Place) -> str:
    if mention.kind is MentionKind.DEMONYM:
        return "people"
    if place.kind is PlaceKind.COUNTRY:
        return "country"
    return "area" if place.kind in _ADMIN else "town"
