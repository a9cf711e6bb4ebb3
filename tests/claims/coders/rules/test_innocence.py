"""What sounds like violence and is none, and what only looks so."""

import pytest

from dateline.claims.records import FrameKind


@pytest.mark.parametrize("noun", ["agreement", "deal", "accord"])
def test_a_peace_agreement_that_is_only_named_is_an_agreement(code_text, noun):
    frames = code_text(f"The Red Column condemned the peace {noun} between Peru and Chile in May 2019.")
    assert [f.slot("type")[0].value.code for f in frames if f.kind is FrameKind.EVENT] == ["agreement"]


def test_a_peace_offensive_is_no_offensive(code_text):
    frames = code_text("Gunmen watched while the minister began a peace offensive in Lima on Monday.")
    assert not [frame for frame in frames if frame.kind is FrameKind.EVENT]
