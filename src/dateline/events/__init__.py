"""Events: the frames that tell of one thing, reconciled into what happened, as far as they agree."""

from dateline.events.link import link
from dateline.events.policies import POLICIES
from dateline.events.reconcile import reconcile
from dateline.events.records import Candidate, Cell, Event, event_id
from dateline.events.retelling import retold

__all__ = ["POLICIES", "Candidate", "Cell", "Event", "event_id", "link", "reconcile", "retold"]
