import threading
import types

from dateline.bench.sampling import STAGES, sampled_stages, stage_of


def frame_in(module):
    """What is asked of a frame: its module and its caller."""
    return types.SimpleNamespace(f_globals={"__name__": module}, f_back=None)


def test_a_stage_is_told_by_the_room_of_the_innermost_frame():
    assert stage_of(frame_in("dateline.mentions.finders.spacy_parser")) == "parse"
    assert stage_of(frame_in("dateline.mentions.find")) == "find"
    assert stage_of(frame_in("dateline.claims.coders.rules.coder")) == "code"
    assert stage_of(frame_in("json")) == "other"
    assert stage_of(None) == "other"


def test_work_outside_every_stage_is_counted_as_other():
    with sampled_stages() as seen:
        sum(number * number for number in range(400_000))

    assert set(seen) <= set(STAGES)
    assert set(seen) <= {"other"}


def test_outside_the_main_thread_nothing_is_counted():
    counted = []

    def work():
        with sampled_stages() as seen:
            sum(range(100_000))
        counted.append(dict(seen))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert counted == [{}]
