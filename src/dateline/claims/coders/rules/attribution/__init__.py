"""Attribution: who is cited with which words for what, by a list of cues and the grammar of each sentence."""

from dateline.claims.coders.rules.attribution.find import find_attributions, with_cited
from dateline.claims.coders.rules.attribution.records import Attribution
from dateline.claims.coders.rules.records import AttributionKind

__all__ = ["Attribution", "AttributionKind", "find_attributions", "with_cited"]
