from dateline.claims.records import Code, FrameKind, Named
from dateline.values.counts import Count, Operator
from dateline.views.columns import FRAME_COLUMNS
from dateline.views.files import file
from dateline.views.frames import frame_rows
from factories import claim, document, frame

DOC = document("The Red Brigade has around 1,500 fighters, and is part of the Red Front.", origin="s.txt")
STRENGTH = frame(
    DOC,
    claim(DOC, words="The Red Brigade", actor=Named("The Red Brigade")),
    claim(DOC, words="around 1,500", people=Count(None, 1500, None, Operator.ABOUT), confidence=0.4),
    kind=FrameKind.STRENGTH,
)
RELATION = frame(DOC, claim(DOC, words="part of", kind=Code("relation", "part_of")), kind=FrameKind.RELATION)


def rows(*frames):
    return list(frame_rows([file(DOC, frames)]))


def test_every_frame_row_has_exactly_the_documented_columns():
    for row in rows(STRENGTH, RELATION):
        assert set(row) == {column.name for column in FRAME_COLUMNS}


def test_events_and_empty_frames_have_no_frame_row():
    assert rows(frame(DOC, deaths=3), frame(DOC, kind=FrameKind.AREA)) == []


def test_a_frame_is_summed_up_in_a_line():
    assert rows(STRENGTH)[0]["summary"] == "actor: The Red Brigade; people: about 1500"


def test_a_frame_is_as_sure_as_its_least_sure_claim():
    assert rows(STRENGTH)[0]["confidence"] == 0.4


def test_every_slot_keeps_its_quote_and_offsets():
    for slot in rows(STRENGTH)[0]["slots"]:
        assert DOC.text[slot["start"] : slot["end"]] == slot["quote"]
