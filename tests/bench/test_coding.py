"""The stages that a bench runs."""

import pytest

from dateline.bench.coding import stages_with
from dateline.bench.records import Order
from dateline.errors import InputError


def test_the_coder_that_is_asked_for_is_measured():
    assert stages_with(Order(None, coder="rules.v1")).coder.stamp.coder == "rules.v1"


def test_a_policy_keeps_the_default_coder():
    plain, other = stages_with(Order(None)).coder.stamp, stages_with(Order(None), "isaf").coder.stamp
    assert (plain.coder, plain.config_hash) != (other.coder, other.config_hash)
    assert plain.coder == other.coder == "combined.v1"


def test_a_name_of_no_coder_says_which_there_are():
    with pytest.raises(InputError, match=r"there are rules\.v1, model\.v1, combined\.v1"):
        stages_with(Order(None, coder="magic.v9"))
