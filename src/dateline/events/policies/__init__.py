"""Policies: named, versioned ways of making one count of what many documents count."""

from dateline.errors import InputError
from dateline.events.policies.conservative_v1 import ConservativeV1
from dateline.events.policies.dateline_v2 import DatelineV2
from dateline.events.policies.minmax_v1 import MinmaxV1
from dateline.events.policies.records import Fused, Policy
from dateline.events.policies.ucdp_v1 import UcdpV1

_WAYS: tuple[Policy, ...] = (DatelineV2(), ConservativeV1(), MinmaxV1(), UcdpV1())
POLICIES: tuple[str, ...] = tuple(policy.name for policy in _WAYS)  # the default first


def policy_named(name: str) -> Policy:
    """Return a policy by its name; raises InputError, with the names there are, for another."""
    policy = next((each for each in _WAYS if each.name == name), None)
    if policy is None:
        raise InputError(f"there is no reconciling policy {name!r}; there are {', '.join(POLICIES)}")
    return policy


__all__ = ["POLICIES", "Fused", "Policy", "policy_named"]
