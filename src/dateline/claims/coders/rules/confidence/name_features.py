"""What speaks for or against a claim of who or what: the sorts that the coder gave to the words; 0 of other values."""

from dateline.claims.coders.rules.confidence.records import Standing
from dateline.claims.records import Named


def is_one_person(told: Standing) -> float:
    """Tell whether it is one person, by name or by what the person is."""
    return _is_of(told, "person")


def is_several(told: Standing) -> float:
    """Tell whether the words are of several people or things: "gunmen", "two buses"."""
    return _is_of(told, "plural")


def is_of_civilians(told: Standing) -> float:
    """Tell whether it is people who bear no arms: a teacher, farmers, a judge."""
    return _is_of(told, "civilian")


def is_of_armed_people(told: Standing) -> float:
    """Tell whether it is people who bear arms against others, whoever sent them: gunmen, a rebel movement."""
    return _is_of(told, "armed", "armed_group", "rebel")


def is_of_the_state(told: Standing) -> float:
    """Tell whether it is the state, or somebody who serves it: police, a minister, an army."""
    return _is_of(told, "state", "state_forces", "government")


def is_nobody_known(told: Standing) -> float:
    """Tell whether the words leave open who it is: "unidentified men"."""
    return _is_of(told, "unidentified")


def is_of_no_sort(told: Standing) -> float:
    """Tell whether no list knows what the words mean."""
    return float(isinstance(told.claim.value, Named) and not any(told.claim.value.labels))


NAME_FEATURES = (
    is_one_person,
    is_several,
    is_of_civilians,
    is_of_armed_people,
    is_of_the_state,
    is_nobody_known,
    is_of_no_sort,
)


def _is_of(told: Standing, *labels: str) -> float:
    value = told.claim.value
    return float(isinstance(value, Named) and not set(labels).isdisjoint(value.labels))
