"""What speaks for and against a coded event being one that MUC-4 wants a template of.

The first line of each docstring is the feature's public explanation; the weights stand in bench/data/muc4_wanted.json.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import log1p

from dateline.bench.mappers.muc4_relevance import civil, is_definite, is_old, labels_of, perpetrators, weapons
from dateline.bench.mappers.muc4_targets import Target
from dateline.bench.mappers.muc4_words import MucWords
from dateline.bench.report import Incident, Report
from dateline.values.counts import Count
from dateline.values.dates import DatePrecision, DateValue

_MANY = 50  # dead or hurt in one event: above it, reports sum up a war more often than they tell of one attack
_COUNTED = ("deaths", "injured", "abducted")
_PLENTY = 20  # one word in so many for "we": a speaker's own communique


@dataclass(frozen=True, slots=True)
class Candidate:
    """One coded event of a report, with the things and persons that it struck; `rivals` is how many the report has."""

    report: Report
    incident: Incident
    things: tuple[Target, ...]
    persons: tuple[Target, ...]
    reference: DateValue | None
    rivals: int
    words: MucWords

    @property
    def targets(self) -> tuple[Target, ...]:
        return (*self.things, *self.persons)

    @property
    def definite(self) -> list[Target]:
        return [target for target in civil(self.targets, self.words) if is_definite(target, self.words)]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(self.incident.codes("type"))

    @property
    def counts(self) -> list[Count]:
        return [claim.value for claim in self.incident.claims(*_COUNTED) if isinstance(claim.value, Count)]


Feature = Callable[[Candidate], float]


def always(_: Candidate) -> bool:
    """Stand for how often an event is wanted, other things equal."""
    return True


def strikes_somebody_definite(candidate: Candidate) -> bool:
    """Tell whether it strikes something or somebody definite, and neither soldiers nor guerrillas."""
    return bool(candidate.definite)


def how_many_it_strikes(candidate: Candidate) -> float:
    """Grow with the logarithm of how many such targets are told."""
    return log1p(len(candidate.definite))


def names_a_victim(candidate: Candidate) -> bool:
    """Tell whether one of them has a name."""
    return any(target.name for target in candidate.definite)


def strikes_a_building(candidate: Candidate) -> bool:
    """Tell whether one of them is a building or vehicle."""
    kinds = set(candidate.words.facilities.values())
    return any(target.type in kinds for target in candidate.definite)


def says_nowhere_who_they_are(candidate: Candidate) -> bool:
    """Tell whether there are such targets, and none is of a known sort."""
    return bool(candidate.definite) and not any(target.type for target in candidate.definite)


def strikes_soldiers(candidate: Candidate) -> bool:
    """Tell whether soldiers or guerrillas are among the targets."""
    return len(civil(candidate.targets, candidate.words)) < len(candidate.targets)


def done_by_an_armed_group(candidate: Candidate) -> bool:
    """Tell whether somebody armed who is not of the state is said to have done it."""
    own = (labels_of(candidate.report, claim) for claim in perpetrators(candidate.incident))
    return any(candidate.words.armed & labels for labels in own)


def only_an_attack(candidate: Candidate) -> bool:
    """Tell whether no word says what sort of attack it was."""
    return candidate.kinds == {"attack"}


def tells_of_fighting(candidate: Candidate) -> bool:
    """Tell whether one of its words is of clashes, shelling or strikes from the air."""
    return bool(candidate.kinds & candidate.words.fighting)


def tells_of_operations(candidate: Candidate) -> bool:
    """Tell whether one of its words is of arrests, raids, weapons found or land taken."""
    return bool(candidate.kinds & candidate.words.operations)


def has_a_day(candidate: Candidate) -> bool:
    """Tell whether it has a date of a week at most."""
    values = (claim.value for claim in candidate.incident.claims("date"))
    return any(
        DatePrecision.UNKNOWN < value.precision <= DatePrecision.WEEK
        for value in values
        if isinstance(value, DateValue)
    )


def long_ago(candidate: Candidate) -> bool:
    """Tell whether all its dates lie more than two months before the dateline."""
    return is_old(candidate.incident, candidate.reference, candidate.words)


def told_often(candidate: Candidate) -> float:
    """Grow with the logarithm of how many words tell of it."""
    return log1p(sum(len(frame.mentions) for frame in candidate.incident.frames))


def counts_many(candidate: Candidate) -> bool:
    """Tell whether fifty or more are said to be dead, hurt or abducted."""
    return any((count.best or count.low or 0) >= _MANY for count in candidate.counts)


def counts_vaguely(candidate: Candidate) -> bool:
    """Tell whether one of its counts is of no number ("dozens", "many")."""
    return any(count.best is None for count in candidate.counts)


def names_a_weapon(candidate: Candidate) -> bool:
    """Tell whether a weapon is told."""
    return bool(weapons(candidate.incident))


def one_of_many(candidate: Candidate) -> float:
    """Grow with the logarithm of how many events the report tells of."""
    return log1p(candidate.rivals)


def speaks_as_one_side(candidate: Candidate) -> float:
    """Grow to 1 with how often the report says "we"."""
    said = candidate.report.text.lower().split()
    return min(1.0, _PLENTY * sum(word in candidate.words.selves for word in said) / max(1, len(said)))


FEATURES: tuple[Feature, ...] = (
    always,
    strikes_somebody_definite,
    how_many_it_strikes,
    names_a_victim,
    strikes_a_building,
    says_nowhere_who_they_are,
    strikes_soldiers,
    done_by_an_armed_group,
    only_an_attack,
    tells_of_fighting,
    tells_of_operations,
    has_a_day,
    long_ago,
    told_often,
    counts_many,
    counts_vaguely,
    names_a_weapon,
    one_of_many,
    speaks_as_one_side,
)
