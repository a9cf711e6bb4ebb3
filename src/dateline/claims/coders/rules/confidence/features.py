"""What speaks for or against a claim, whatever its slot: how it is said, and what else the report tells."""

from math import log, log1p

from dateline.claims.coders.rules.confidence.records import Standing
from dateline.claims.records import SpeakerKind, Stance

_CERTAIN = 0.01  # a coder's own figure is kept this far from 0 and 1, where its logit has no bound
_OPENING = 400  # characters: a headline with the first paragraph or two
_STATED = frozenset({SpeakerKind.AUTHORITY, SpeakerKind.HOSPITAL, SpeakerKind.WITNESS, SpeakerKind.NGO})


def first_figure(told: Standing) -> float:
    """Return the logit of the coder's first figure: how directly the words say it, or what a model gives."""
    figure = min(max(told.claim.confidence, _CERTAIN), 1 - _CERTAIN)
    return log(figure / (1 - figure))


def is_doubted(told: Standing) -> float:
    """Tell whether it is claimed, blamed on somebody or thought possible, not reported as a fact."""
    return float(told.claim.stance is not Stance.REPORTED)


def is_claimed(told: Standing) -> float:
    """Tell whether whoever did it says so."""
    return float(told.claim.stance is Stance.CLAIMED)


def is_hedged(told: Standing) -> float:
    """Tell whether words of doubt stand beside it."""
    return float(told.claim.hedge is not None)


def is_in_the_authors_word(told: Standing) -> float:
    """Tell whether the report says it itself, in nobody's name."""
    return float(told.claim.speaker.kind is SpeakerKind.AUTHOR)


def is_in_an_officials_word(told: Standing) -> float:
    """Tell whether an authority, a hospital, a witness or an aid organisation says it."""
    return float(told.claim.speaker.kind in _STATED)


def is_beside_the_first_mention(told: Standing) -> float:
    """Tell whether its sentence is the one that first speaks of the event."""
    return float(told.claim.quote.span.contains(told.frame.mentions[0].span))


def is_far_from_the_first_mention(told: Standing) -> float:
    """Return how far its words are from the first that speak of the event: the logarithm of hundreds of characters."""
    return log1p(abs(told.claim.highlight.span.start - told.frame.mentions[0].span.start) / 100)


def is_first_of_its_slot(told: Standing) -> float:
    """Tell whether the event's frame gives no value of the slot before it."""
    return float(told.rank == 0)


def others_of_its_frame(told: Standing) -> float:
    """Return how many other values the frame gives for the slot, as a logarithm."""
    return log1p(len(told.beside) - told.agreeing)


def is_said_by_other_events(told: Standing) -> float:
    """Return how many other events of the report have the same value, as a logarithm."""
    return log1p(told.setting.said[told.key] - 1)


def others_of_the_report(told: Standing) -> float:
    """Return how many other values the report's events give for the slot, as a logarithm."""
    return log1p(told.setting.values[told.claim.slot] - 1)


def is_the_only_one_of_the_report(told: Standing) -> float:
    """Tell whether the report's events give no other value for the slot."""
    return float(told.setting.values[told.claim.slot] == 1)


def share_of_the_report(told: Standing) -> float:
    """Return how many of the report's events have this value, as a share of all claims of the slot."""
    return told.setting.said[told.key] / max(1, told.setting.told[told.claim.slot])


def is_in_the_opening(told: Standing) -> float:
    """Tell whether it stands in the headline or the first paragraphs."""
    return float(told.claim.highlight.span.start < _OPENING)


def is_late(told: Standing) -> float:
    """Return how late it stands in the report: the logarithm of thousands of characters."""
    return log1p(told.claim.highlight.span.start / 1000)


def is_of_the_first_event(told: Standing) -> float:
    """Tell whether its event is the first that the report tells of."""
    return float(told.order == 0)


def events_of_the_report(told: Standing) -> float:
    """Return how many events the report tells of, as a logarithm."""
    return log(len(told.setting.frames))


def mentions_of_the_event(told: Standing) -> float:
    """Return how many words of the report speak of the event, as a logarithm."""
    return log(len(told.frame.mentions))


def slots_of_the_event(told: Standing) -> float:
    """Return how much the report tells of the event: its slots with a claim, in tenths."""
    return len({claim.slot for claim in told.frame.claims}) / 10


def length_of_the_report(told: Standing) -> float:
    """Return how long the report is: the logarithm of thousands of characters."""
    return log1p(len(told.setting.document.text) / 1000)


FEATURES = (
    first_figure,
    is_doubted,
    is_claimed,
    is_hedged,
    is_in_the_authors_word,
    is_in_an_officials_word,
    is_beside_the_first_mention,
    is_far_from_the_first_mention,
    is_first_of_its_slot,
    others_of_its_frame,
    is_said_by_other_events,
    others_of_the_report,
    is_the_only_one_of_the_report,
    share_of_the_report,
    is_in_the_opening,
    is_late,
    is_of_the_first_event,
    events_of_the_report,
    mentions_of_the_event,
    slots_of_the_event,
    length_of_the_report,
)
