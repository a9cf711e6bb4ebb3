"""The coder of a name."""

from typing import get_args

import pytest

from dateline.config import Coding
from dateline.errors import InputError
from dateline.pipeline import make_coder

NAMES = get_args(Coding.model_fields["coder"].annotation)


@pytest.mark.parametrize("name", NAMES)
def test_a_coder_that_the_settings_offer_is_made_and_stamps_with_its_name(name):
    assert make_coder(name, count_policy="dateline.v1").stamp.coder == name


@pytest.mark.parametrize("name", NAMES)
def test_what_a_coder_is_given_stands_in_its_stamp(name):
    plain = make_coder(name, count_policy="dateline.v1").stamp
    assert make_coder(name, count_policy="dateline.v1").stamp == plain
    assert make_coder(name, count_policy="isaf").stamp != plain
    assert make_coder(name, count_policy="dateline.v1", sources={"roster": "other"}).stamp != plain


def test_the_stamps_of_the_coders_are_apart():
    stamps = [make_coder(name, count_policy="dateline.v1").stamp for name in NAMES]
    assert len({stamp.config_hash for stamp in stamps}) == len(NAMES) > 1


def test_a_name_of_no_coder_is_an_error():
    with pytest.raises(InputError, match=r"no coder 'magic\.v9'; there are rules\.v1, model\.v1, combined\.v1"):
        make_coder("magic.v9", count_policy="dateline.v1")
