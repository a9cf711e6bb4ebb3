"""The frames beside events: relations, strengths, areas and releases of one page."""

from dateline.claims.coders.rules.areas import find_areas
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.relations import find_relations
from dateline.claims.coders.rules.releases import find_releases
from dateline.claims.coders.rules.strengths import find_strengths
from dateline.claims.coders.rules.told import frame_tellings
from dateline.claims.records import Frame, FrameKind
from dateline.stamp import Stamp

_FINDERS = (
    (FrameKind.RELATION, find_relations),
    (FrameKind.STRENGTH, find_strengths),
    (FrameKind.AREA, find_areas),
    (FrameKind.RELEASE, find_releases),
)


def frame_beside_events(page: Page, stamp: Stamp) -> list[Frame]:
    """Return the page's relations, strengths, areas and releases, in this order, each in order of first mention."""
    return [frame for kind, find in _FINDERS for frame in frame_tellings(page, kind, find(page), stamp)]
