"""The rules coder, rules.v1: events, relations, strengths, areas and releases by grammar and word lists."""

from collections.abc import Sequence

from dateline.claims.coders.rules.framing import frame_event
from dateline.claims.coders.rules.grouping import Cluster, group_sightings, load_rules
from dateline.claims.coders.rules.lexicon import load_lexicon
from dateline.claims.coders.rules.page import Page, open_page
from dateline.claims.coders.rules.responsibility import Charge, charged_event, find_charges
from dateline.claims.coders.rules.sightings import find_sightings
from dateline.claims.records import Frame
from dateline.codebook import load_codebook
from dateline.documents.records import Document
from dateline.mentions.records import Findings
from dateline.stamp import Stamp, hash_config

VERSION = "1"


class RulesCoder:
    """Codes a document with the lists in this folder; the stamp changes with any of their entries."""

    name = "rules.v1"

    def __init__(self, *, count_policy: str = "dateline.v1") -> None:
        self._lexicon = load_lexicon()
        self._codebook = load_codebook()
        self._policy = self._codebook.policy(count_policy)
        config = {"lexicon": self._lexicon.hash, "grouping": load_rules(), "count_policy": count_policy}
        self.stamp = Stamp(self.name, VERSION, hash_config(config))

    def code(self, document: Document, findings: Findings) -> tuple[Frame, ...]:
        """Return the document's frames, events first; an empty tuple where it reports nothing."""
        page = open_page(document, findings, policy=self._policy, lexicon=self._lexicon)
        return tuple(self._events(page))

    def _events(self, page: Page) -> list[Frame]:
        clusters = group_sightings(page, find_sightings(page), self._codebook)
        charged = _charges_by_event(page, clusters)
        return [frame_event(page, cluster, charged[index], self.stamp) for index, cluster in enumerate(clusters)]


def _charges_by_event(page: Page, clusters: Sequence[Cluster]) -> list[list[Charge]]:
    charged: list[list[Charge]] = [[] for _ in clusters]
    for charge in find_charges(page):
        event = charged_event(page, clusters, charge)
        if event is not None:
            charged[clusters.index(event)].append(charge)
    return charged
