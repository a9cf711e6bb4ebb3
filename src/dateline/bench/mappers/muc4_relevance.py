"""Which events MUC-4 asks for: its relevance guidelines (TASKDOC, 1992) as questions about one coded event."""

from collections.abc import Sequence
from datetime import date, timedelta

from dateline.bench.mappers.muc4_targets import Target
from dateline.bench.mappers.muc4_words import MucWords
from dateline.bench.report import Incident, Report
from dateline.claims.records import UNSAID, Claim, Named
from dateline.values.dates import DateValue

TERRORIST_ACT, STATE_VIOLENCE = "TERRORIST ACT", "STATE-SPONSORED VIOLENCE"
LEAST = 0.5  # confidence below which no perpetrator and no weapon is given: the best F on the training wires


def perpetrators(incident: Incident) -> list[Claim]:
    """Return the claims of who did it, those that deny or condemn and those that are unsure left out."""
    claims = incident.claims("perpetrator")
    return [claim for claim in claims if claim.stance not in UNSAID and claim.confidence >= LEAST]


def weapons(incident: Incident) -> list[Claim]:
    """Return the claims of what it was done with, those that are unsure left out."""
    return [claim for claim in incident.claims("weapon") if claim.confidence >= LEAST]


def category(report: Report, incident: Incident, words: MucWords) -> str:
    """Return MUC-4's slot 8: state forces are state-sponsored violence, everybody else a terrorist act."""
    labels = [labels_of(report, claim) for claim in perpetrators(incident)]
    is_state = any(words.state & of_one for of_one in labels) and not any(words.armed & of_one for of_one in labels)
    return STATE_VIOLENCE if is_state else TERRORIST_ACT


def labels_of(report: Report, claim: Claim) -> frozenset[str]:
    """Return what the coder and the roster say that a named party is."""
    own = frozenset(claim.value.labels) if isinstance(claim.value, Named) else frozenset()
    resolution = report.actor(claim)
    return own | {resolution.actor.kind.value} if resolution and resolution.actor else own


def civil(targets: Sequence[Target], words: MucWords) -> list[Target]:
    """Return the targets that are neither soldiers nor guerrillas nor theirs: to attack those is war."""
    return [target for target in targets if not _is_military(target, words)]


def _is_military(target: Target, words: MucWords) -> bool:
    military = {words.people[label] for label in words.military if label in words.people}
    return target.type in military or bool(words.war & set(target.words.split()))


def is_definite(target: Target, words: MucWords) -> bool:
    """Tell whether a target is told by more than words that fit anybody, or what happened to it is."""
    said = set(target.words.split())
    return bool(said) and (bool(target.effects) or not said <= words.anybody)


def is_old(incident: Incident, reference: DateValue | None, words: MucWords) -> bool:
    """Tell whether every date of the event lies more than two months before the dateline."""
    filed = reference.last if reference else None
    days = [_last_day(claim) for claim in incident.claims("date")]
    known = [day for day in days if day is not None]
    if filed is None or not known:
        return False
    return max(known) < filed - timedelta(days=words.oldest)


def _last_day(claim: Claim) -> date | None:
    return claim.value.last if isinstance(claim.value, DateValue) else None
