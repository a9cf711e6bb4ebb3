from dateline.claims.records import FrameKind
from dateline.events import link
from dateline.stamp import Stamp
from factories import STAMP, document, frame

OTHER = Stamp("model.v1", "1", "aaaaaaaaaaaa")


def test_each_event_frame_of_one_coder_is_an_event():
    first, second = frame(first="attacked"), frame(first="killed")
    assert link([first, second]) == ((first,), (second,))


def test_frames_that_are_no_events_are_left_out():
    assert link([frame(kind=FrameKind.STRENGTH), frame(kind=FrameKind.RELEASE)]) == ()


def test_frames_of_two_coders_on_one_first_mention_are_one_event():
    rules, model = frame(first="attacked"), frame(first="network attacked", stamp=OTHER)
    assert link([rules, model]) == ((rules, model),)


def test_frames_of_two_coders_on_different_words_are_two_events():
    rules, model = frame(first="attacked"), frame(first="killed", stamp=OTHER)
    assert link([rules, model]) == ((rules,), (model,))


def test_frames_of_two_documents_are_two_events():
    here, there = frame(document()), frame(document(origin="other.txt"), stamp=OTHER)
    assert link([here, there]) == ((here,), (there,))


def test_two_frames_of_one_coder_are_never_one_event():
    again = frame(first="attacked a police", stamp=STAMP)
    assert len(link([frame(first="attacked"), again])) == 2
