"""Place names found and resolved in a corpus's texts by our own means, by weights that have not seen the corpus."""

from collections.abc import Iterator

from dateline.bench.places_corpora import Corpus
from dateline.bench.scorers.places_end2end import Located
from dateline.mentions.find import find
from dateline.mentions.placing.weights import read_weights
from dateline.mentions.records import MentionKind
from dateline.pipeline import Stages
from dateline.places import resolve
from dateline.places.ranker import read_ranker

_OF_PLACES = {MentionKind.PLACE, MentionKind.DEMONYM}


def locate(corpus: Corpus, stages: Stages) -> Iterator[tuple[Located, ...]]:
    """Yield what was found in each text, in order: mentions of places and demonyms, with their resolutions.

    Mentions are weighed and resolved by weights that were fitted without this corpus. Facilities are left out: the
    position that they are given is that of the place that they lie in.
    """
    weights, ranker = read_weights(corpus.name), read_ranker(corpus.name)
    documents = [text.document for text in corpus.texts]
    for document, findings in find(
        documents, parser=stages.parser, finders=stages.finders, names=stages.names, weights=weights
    ):
        mentions = [mention for mention in findings.mentions if mention.kind in _OF_PLACES]
        resolutions = resolve(findings.mentions, document, gazetteer=stages.gazetteer, ranker=ranker)
        by_id = {each.mention_id: each for each in resolutions}
        yield tuple(Located(mention.span, by_id[mention.id]) for mention in mentions)
