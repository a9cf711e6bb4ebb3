"""The rules coder, rules.v1: events, relations, strengths, areas and releases by grammar and word lists."""

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import TypeVar

from dateline.claims.coders.rules.accusations import find_allegations
from dateline.claims.coders.rules.attribution import with_cited
from dateline.claims.coders.rules.beside_events import frame_beside_events
from dateline.claims.coders.rules.confidence import Weights, weigh
from dateline.claims.coders.rules.framing import Said, frame_event
from dateline.claims.coders.rules.grouping import Cluster, group_sightings
from dateline.claims.coders.rules.lexicon import load_lexicon
from dateline.claims.coders.rules.motives import find_motives
from dateline.claims.coders.rules.opening import open_page
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.perpetrators import link_perpetrators
from dateline.claims.coders.rules.responsibility import Charge, charged_event, event_spoken_of, find_charges
from dateline.claims.coders.rules.sightings import find_sightings
from dateline.claims.records import Frame
from dateline.codebook import load_codebook
from dateline.documents.records import Document
from dateline.mentions.records import Findings
from dateline.stamp import Stamp, hash_config
from dateline.values.ids import hash_text

VERSION = "1"
_Told = TypeVar("_Told")


class RulesCoder:
    """Codes a document with the lists in this folder; the stamp changes with any of their entries.

    `sources` are hashes of what names were resolved by, such as the roster: the stamp changes with these, too.
    `weights` are those of the claims' confidence: the published ones, unless others are given.
    """

    name = "rules.v1"

    def __init__(
        self,
        *,
        count_policy: str = "dateline.v1",
        sources: Mapping[str, str] | None = None,
        weights: Weights | None = None,
    ) -> None:
        self._weights = weights
        self._lexicon = load_lexicon()
        self._codebook = load_codebook()
        self._policy = self._codebook.policy(count_policy)
        config = {"lists": _hash_lists(), "codebook": self._codebook.hash, "count_policy": count_policy}
        self.stamp = Stamp(self.name, VERSION, hash_config({**config, **(sources or {})}))

    def code(self, document: Document, findings: Findings) -> tuple[Frame, ...]:
        """Return the document's frames, events first; an empty tuple where it reports nothing."""
        return self.code_page(self.open(document, findings))

    def open(self, document: Document, findings: Findings) -> Page:
        """Return the document as this coder reads it."""
        return with_cited(open_page(document, findings, policy=self._policy, lexicon=self._lexicon))

    def code_page(self, page: Page) -> tuple[Frame, ...]:
        """Return the frames of a document that is open already."""
        clusters = group_sightings(page, find_sightings(page), self._codebook)
        charges = [(charge, charged_event(page, clusters, charge)) for charge in find_charges(page)]
        told = {sighting.token for cluster in clusters for sighting in cluster.sightings}
        housed = told | {charge.verb for charge, event in charges if event is not None}
        allegations = find_allegations(page, housed)
        answered = {allegation.cue for allegation in allegations}
        charges = [(charge, event) for charge, event in charges if charge.verb not in answered]
        return (*self._events(page, clusters, charges), *frame_beside_events(page, self.stamp, allegations))

    def _events(
        self, page: Page, clusters: Sequence[Cluster], charges: Sequence[tuple[Charge, Cluster | None]]
    ) -> list[Frame]:
        motives = [(motive, event_spoken_of(page, clusters, motive.cue)) for motive in find_motives(page)]
        linked = link_perpetrators(page, clusters, charges)
        frames = [
            frame_event(page, cluster, Said(_about(cluster, charges), _about(cluster, motives), links), self.stamp)
            for cluster, links in zip(clusters, linked, strict=True)
        ]
        return weigh(page.document, frames, self._weights)


def _hash_lists() -> dict[str, str]:
    """Return the hash of each list of words or weights, by its file's name: any change changes the coder's stamp."""
    lists = (files(__package__) / "data").iterdir()
    return {
        each.name: hash_text(each.read_text(encoding="utf-8"))
        for each in lists
        if each.name.endswith((".yaml", ".json"))
    }


def _about(cluster: Cluster, told: Sequence[tuple[_Told, Cluster | None]]) -> list[_Told]:
    return [item for item, event in told if event is cluster]
