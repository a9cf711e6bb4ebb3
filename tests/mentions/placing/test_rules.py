"""Rules: what names a place whatever the weights say."""

import pytest

from dateline.mentions.placing.rules import is_called_a_place, is_where_a_body_is
from mentions.placing.placed import site_of


@pytest.mark.parametrize("body", ["Varda Police Command", "University of Varda"])
def test_a_listed_place_in_a_local_body_s_name_is_where_it_is(body):
    assert is_where_a_body_is(site_of("Varda", f"The {body} spoke.", listed=["Varda"], ORG=body)[0])


def test_a_listed_place_in_a_paper_s_name_is_not_where_it_is():
    assert not is_where_a_body_is(
        site_of("Varda", "The Varda Gazette wrote.", listed=["Varda"], ORG="Varda Gazette")[0]
    )


@pytest.mark.parametrize("text", ["The village of Zumm burnt.", "The Zumm district is quiet."])
def test_what_is_called_a_village_or_district_is_a_place(text):
    assert is_called_a_place(site_of("Zumm", text)[0])


def test_a_name_within_a_longer_one_is_not_called_a_place():
    site, _ = site_of("Varda", "The Varda district court sat.", listed=["Varda"], ORG="Varda district court")
    assert not is_called_a_place(site)
