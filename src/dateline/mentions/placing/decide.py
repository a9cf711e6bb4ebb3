"""Decide: which candidate spans name a place, and what becomes of the names that they compete with."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import tanh

from dateline.documents.records import Document
from dateline.mentions.placing.records import Names, Setting, Site
from dateline.mentions.placing.rules import is_called_a_place, is_where_a_body_is
from dateline.mentions.placing.sites import Scene, find_sites, read_setting
from dateline.mentions.placing.weights import Weights
from dateline.mentions.records import Mention, MentionKind, Parse
from dateline.values.spans import Span

FINDER = "placing.v1"
_LEAST_FOR_UNKNOWN = 0.1  # a recognised name that no list has harms nothing: it stays unresolved
_PROVED_OTHERWISE = {MentionKind.PERSON, MentionKind.ORGANISATION}


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a document before its places are weighed: its parse, the lists' names, the recogniser's."""

    parse: Parse
    listed: Sequence[Mention]
    named: Sequence[Mention]


@dataclass(frozen=True, slots=True)
class Judge:
    """Weighs the places of documents; `names` tells what places a name may mean."""

    names: Names
    weights: Weights

    def place(self, document: Document, reading: str, found: Found) -> list[Mention]:
        """Return the mentions with the places among them decided: the lists', then the recogniser's, then new ones.

        Places that are not likely are left out; likely ones that were nobody's, or a person's or a body's, are added.
        A person or body whose whole name is a likely place is left out.
        """
        scene = Scene(reading, found.parse, found.listed, found.named, self.names)
        setting = read_setting(scene)
        spans = {site.span for site in find_sites(scene) if self._is_place(site, setting)}
        kept = [m for m in (*found.listed, *found.named) if _stays(m, spans)]
        held = {m.span for m in kept if m.kind in (MentionKind.PLACE, MentionKind.DEMONYM)}
        return [*kept, *(_mention(document, span) for span in sorted(spans - held))]

    def _is_place(self, site: Site, setting: Setting) -> bool:
        if is_where_a_body_is(site) or is_called_a_place(site):
            return True
        is_unknown = site.facts is None and site.entity == "GPE"
        return probability(site, setting, self.weights) >= (
            _LEAST_FOR_UNKNOWN if is_unknown else self.weights.threshold
        )


def probability(site: Site, setting: Setting, weights: Weights) -> float:
    """Return the probability that the span names a place."""
    score = weights.bias + sum(weight * feature(site, setting) for feature, weight in weights.features)
    return (1 + tanh(score / 2)) / 2


def _stays(mention: Mention, places: set[Span]) -> bool:
    if mention.kind is MentionKind.PLACE:
        return mention.span in places
    return mention.kind not in _PROVED_OTHERWISE or mention.span not in places


def _mention(document: Document, span: Span) -> Mention:
    return Mention(document.id, span, span.cut(document.text), MentionKind.PLACE, FINDER)
