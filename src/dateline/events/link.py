"""Link: which frames of one document tell of one event; which documents do is linkage's work."""

from collections.abc import Iterable

from dateline.claims.records import Frame, FrameKind


def link(frames: Iterable[Frame]) -> tuple[tuple[Frame, ...], ...]:
    """Return the event frames in groups, one an event, in order of first mention.

    A coder makes one frame an event and document; frames of different coders are linked where their first mentions
    overlap. Relations, strengths, areas and releases are no events and are left out.
    """
    groups: list[list[Frame]] = []
    for frame in frames:
        if frame.kind is FrameKind.EVENT:
            group = next((each for each in groups if _tell_of_one(each, frame)), None)
            if group is None:
                groups.append([frame])
            else:
                group.append(frame)
    return tuple(tuple(group) for group in groups)


def _tell_of_one(group: list[Frame], frame: Frame) -> bool:
    first = group[0]
    is_other_coder = all(each.stamp.coder != frame.stamp.coder for each in group)
    overlaps = bool(first.mentions and frame.mentions) and first.mentions[0].span.overlaps(frame.mentions[0].span)
    return is_other_coder and first.document_id == frame.document_id and overlaps
