import pytest

from dateline.claims.coders.rules.confidence import Weights, weigh
from dateline.claims.coders.rules.confidence.weights import SlotWeights
from dateline.claims.records import Stance
from factories import claim, document, frame

HERE = document()
ALONE = Weights({"deaths": SlotWeights(0.0, 0.0, 0.0, {"first_figure": 1.0})})


def only(frames, slot):
    ((found,),) = (each.slot(slot) for each in frames)
    return found


def test_a_claim_is_given_the_probability_that_its_slots_weights_add_up_to():
    event = frame(HERE, claim(HERE, deaths=3, confidence=0.8))
    lower = Weights({"deaths": SlotWeights(-1.386, 0.0, 0.0, {"first_figure": 1.0})})

    assert only(weigh(HERE, [event], ALONE), "deaths").confidence == pytest.approx(0.8)
    assert only(weigh(HERE, [event], lower), "deaths").confidence == pytest.approx(0.5)


def test_a_claim_of_a_slot_without_weights_keeps_its_first_figure():
    event = frame(HERE, claim(HERE, injured=12, confidence=0.65))
    assert only(weigh(HERE, [event], ALONE), "injured").confidence == 0.65


@pytest.mark.parametrize("stance", [Stance.DENIED, Stance.CONDEMNED, Stance.PREDICTED])
def test_what_no_key_of_answers_speaks_of_keeps_its_first_figure(stance):
    event = frame(HERE, claim(HERE, deaths=3, confidence=0.8, stance=stance))
    certain = Weights({"deaths": SlotWeights(9.0, 0.0, 0.0, {})})
    assert only(weigh(HERE, [event], certain), "deaths").confidence == 0.8


def test_only_the_confidence_changes():
    event = frame(HERE, claim(HERE, deaths=3, confidence=0.4), claim(HERE, place="Jalalabad", confidence=0.6))
    (weighed,) = weigh(HERE, [event])

    assert (weighed.id, weighed.mentions) == (event.id, event.mentions)
    assert [each.id for each in weighed.claims] == [each.id for each in event.claims]


def test_a_brief_in_ordinary_letters_has_numbers_of_its_own():
    weights = Weights({"deaths": SlotWeights(0.0, 1.0, 2.0, {})})
    shown = {
        text: only(weigh(within, [frame(within, deaths=3)], weights), "deaths").confidence
        for text in ("BOMBS KILLED PEOPLE IN THE TOWN TODAY.", "Bombs killed people. " * 200, "Bombs killed people.")
        for within in [document(text)]
    }
    assert list(shown.values()) == [0.5, 0.731, 0.953]


def test_a_brief_may_have_weights_of_its_own():
    weights = Weights({"deaths": SlotWeights(0.0, 0.0, 0.0, {}, briefs=SlotWeights(2.0, 0.0, 0.0, {}))})
    brief, long = document("Bombs killed people."), document("Bombs killed people. " * 200)

    assert only(weigh(brief, [frame(brief, deaths=3)], weights), "deaths").confidence == 0.881
    assert only(weigh(long, [frame(long, deaths=3)], weights), "deaths").confidence == 0.5


def test_no_events_are_no_frames():
    assert weigh(HERE, []) == []
