"""The frames beside events come by kind, and the coder's stamp changes with their lists."""

from dateline.claims.coders.rules.beside_events import frame_beside_events
from dateline.claims.records import FrameKind
from dateline.codebook import load_codebook
from dateline.stamp import Stamp

_TEXT = (
    "The Red Column, a faction of the Blue Front, has around 500 fighters and operates in Goma. "
    "In May 2020 the Red Column released a video about Mali."
)


def _frames(open_text):
    return frame_beside_events(open_text(_TEXT), Stamp("rules.v1", "1", "test"))


def test_relations_come_first_then_strengths_areas_and_releases(open_text):
    kinds = [frame.kind for frame in _frames(open_text)]
    assert kinds == [FrameKind.RELATION, FrameKind.STRENGTH, FrameKind.AREA, FrameKind.RELEASE]


def test_every_slot_is_one_that_the_codebook_gives_the_frame(open_text):
    slots = load_codebook().slots
    for frame in _frames(open_text):
        assert {claim.slot for claim in frame.claims} <= set(slots[frame.kind])


def test_every_claim_belongs_to_its_frame_and_stands_in_its_sentence(open_text):
    page = open_text(_TEXT)
    sentences = {page.quote_sentence(sentence.first) for sentence in page.sentences}
    for frame in frame_beside_events(page, Stamp("rules.v1", "1", "test")):
        assert {claim.frame_id for claim in frame.claims} == {frame.id}
        assert {claim.quote for claim in frame.claims} <= sentences


def test_a_page_without_sentences_has_no_frames(open_text):
    assert frame_beside_events(open_text(" "), Stamp("rules.v1", "1", "test")) == []
