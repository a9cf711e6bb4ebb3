from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.actors.records import Actor, ActorKind, ActorResolution
from dateline.claims.records import Named, Stance
from dateline.errors import InputError
from dateline.events import reconcile
from dateline.places.records import Place, PlaceKind, PlaceResolution
from dateline.values.dates import DateBasis, DatePrecision, DateValue
from factories import claim, document, frame

HERE = document()
TOWN = Place("gn:2", "Jalalabad", PlaceKind.SETTLEMENT, "AF", None)
GROUP = Actor("haqqani", "Haqqani Network", ActorKind.REBEL)


def event_of(codebook, *frames, places=None, actors=None):
    return reconcile(frames, places=places or {}, actors=actors or {}, codebook=codebook)


def test_a_slot_that_nothing_speaks_of_has_no_cell(codebook):
    event = event_of(codebook, frame(type="attack"))
    assert [cell.slot for cell in event.cells] == ["type"]
    assert event.cell("deaths") is None


def test_a_day_is_never_the_publication_date(codebook):
    published = document(published=date(2013, 1, 26))
    assert event_of(codebook, frame(published, type="attack")).cell("date") is None


def test_cells_come_in_the_order_of_the_codebooks_slots(codebook):
    told = frame(injured=1, zeal="much", deaths=2, place="Jalalabad", type="attack", stage="accomplished")
    slots = [cell.slot for cell in event_of(codebook, told).cells]
    assert slots == ["type", "stage", "place", "deaths", "injured", "zeal"]


def test_a_place_is_shown_by_the_gazetteers_name_and_id(codebook):
    told = frame(HERE, place=Named("Jalalabad town", "men-1"))
    cell = event_of(codebook, told, places={"men-1": PlaceResolution("men-1", TOWN, 0.9, "exact")}).cell("place")
    assert (cell.name, cell.reference) == ("Jalalabad", "gn:2")
    assert cell.value == Named("Jalalabad town", "men-1")


def test_a_perpetrator_is_shown_by_the_rosters_name_and_id(codebook):
    told = frame(HERE, perpetrator=Named("the network", "men-1"))
    actors = {"men-1": ActorResolution("men-1", "Haqqani Network", GROUP, 0.9, "alias", "")}
    cell = event_of(codebook, told, actors=actors).cell("perpetrator")
    assert (cell.name, cell.reference) == ("Haqqani Network", "haqqani")


def test_a_perpetrator_off_the_roster_is_shown_in_its_own_words(codebook):
    cell = event_of(codebook, frame(perpetrator="Gunmen")).cell("perpetrator")
    assert (cell.name, cell.reference) == ("Gunmen", None)


def test_several_targets_are_all_shown(codebook):
    told = frame(HERE, claim(HERE, target="police post"), claim(HERE, target="Jalalabad"))
    assert event_of(codebook, told).cell("target").name == "police post; Jalalabad"


def test_a_time_without_bounds_is_shown_as_published(codebook):
    told = frame(
        HERE, claim(HERE, words="Friday", date=DateValue(None, None, DatePrecision.UNKNOWN, DateBasis.UNKNOWN))
    )
    cell = event_of(codebook, told).cell("date")
    assert cell.name == "Friday"
    assert cell.value.first is None


def test_a_denied_perpetrator_is_an_empty_cell_that_names_its_claim(codebook):
    denied = claim(HERE, perpetrator="Haqqani network", stance=Stance.DENIED)
    cell = event_of(codebook, frame(HERE, denied)).cell("perpetrator")
    assert (cell.value, cell.name, cell.stance) == (None, "", "denied")
    assert (cell.claims, cell.set_aside) == ((), (denied.id,))


def test_a_value_that_could_not_be_read_is_shown_as_published(codebook):
    cell = event_of(codebook, frame(HERE, claim(HERE, words="12 wounded", injured=None))).cell("injured")
    assert (cell.value, cell.name) == (None, "12 wounded")


def test_the_rule_is_named_in_every_cell(codebook):
    event = event_of(codebook, frame(type="attack", deaths=3, place="Jalalabad", date=date(2013, 1, 25)))
    assert all(cell.rule.startswith("dateline.v2: ") for cell in event.cells)


def test_a_dispute_halves_the_confidence(codebook):
    agreed = event_of(codebook, frame(HERE, claim(HERE, stage="foiled", confidence=0.8)))
    told = frame(HERE, claim(HERE, stage="foiled", confidence=0.8), claim(HERE, stage="attempted", confidence=0.8))
    assert agreed.cell("stage").confidence == 0.8
    assert event_of(codebook, told).cell("stage").confidence == 0.4


def test_a_later_frame_does_not_change_the_events_id(codebook):
    one, two = frame(first="attacked", deaths=3), frame(first="killed", deaths=3)
    first, second = sorted([one, two], key=lambda each: each.id)
    assert event_of(codebook, first).id == event_of(codebook, first, second).id


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["type", "stage", "place", "perpetrator", "target", "deaths", "date"]),
            st.sampled_from(Stance),
            st.sampled_from(["Gunmen", "Jalalabad", "killed", "officials"]),
        ),
        max_size=8,
    )
)
def test_every_claim_of_an_event_ends_in_exactly_one_cell(rows):
    plain = {"deaths": 3, "date": date(2013, 1, 25), "type": "attack", "stage": "foiled"}
    claims = {
        made.id: made
        for slot, stance, words in rows
        for made in [claim(HERE, words=words, stance=stance, **{slot: plain.get(slot, words)})]
    }

    class Same:
        def more_specific(self, one, other):
            return one if one == other else None

    event = reconcile([frame(HERE, *claims.values())], places={}, actors={}, codebook=Same())
    seen = [each for cell in event.cells for each in (*cell.claims, *cell.set_aside)]
    assert sorted(seen) == sorted(claims)


def reports(*slots):
    """A frame of each of several reports, and their documents by id."""
    texts = ["Three people died on Friday.", "The dead are four, a doctor said.", "Police spoke of four bodies."]
    documents = [
        document(text, origin=str(at), published=date(2020, 5, 1), source=f"Paper {at}")
        for at, (text, _) in enumerate(zip(texts, slots, strict=False))
    ]
    frames = [frame(each, **told) for each, told in zip(documents, slots, strict=True)]
    return frames, {each.id: each for each in documents}


def test_a_cell_of_many_reports_names_its_voices_and_why_the_others_were_set_aside(codebook):
    frames, documents = reports({"deaths": 3}, {"deaths": 4}, {"deaths": 4})
    event = reconcile(frames, places={}, actors={}, codebook=codebook, documents=documents)
    cell = event.cell("deaths")
    assert (cell.value.low, cell.value.best, cell.value.high, cell.disputed) == (3, 4, 4, True)
    assert sorted(cell.voices) == sorted((each,) for each in list(documents)[1:])
    assert cell.reason_of(frames[0].claims[0].id) == "says otherwise"


def test_another_policy_counts_otherwise_and_says_so(codebook):
    frames, documents = reports({"deaths": 3}, {"deaths": 4})
    told = {"places": {}, "actors": {}, "codebook": codebook, "documents": documents}
    cell = reconcile(frames, **told, policy="conservative.v1").cell("deaths")
    assert (cell.value.best, cell.rule) == (3, "conservative.v1: the lowest of 2 voices")
    with pytest.raises(InputError, match="loudest"):
        reconcile(frames, **told, policy="loudest.v1")


def test_one_report_is_read_by_another_policy_too(codebook):
    event = reconcile([frame(deaths=3)], places={}, actors={}, codebook=codebook, policy="minmax.v1")
    assert event.cell("deaths").rule.startswith("minmax.v1: ")


def test_a_claim_that_a_person_rejected_is_set_aside_with_that_reason(codebook):
    frames, documents = reports({"deaths": 3}, {"deaths": 40})
    wrong = frames[1].claims[0].id
    told = {"places": {}, "actors": {}, "codebook": codebook, "documents": documents}
    cell = reconcile(frames, **told, rejected={wrong}).cell("deaths")
    assert (cell.value.best, cell.disputed) == (3, False)
    assert cell.reason_of(wrong) == "rejected by a person"


def test_a_slot_of_which_every_claim_was_rejected_is_an_empty_cell(codebook):
    told = frame(deaths=3)
    only = told.claims[0].id
    cell = reconcile([told], places={}, actors={}, codebook=codebook, rejected=[only]).cell("deaths")
    assert (cell.value, cell.claims, cell.set_aside) == (None, (), (only,))


def test_a_pinned_claim_stands_over_every_rule(codebook):
    frames, documents = reports({"deaths": 3}, {"deaths": 4}, {"deaths": 4})
    pinned = frames[0].claims[0].id
    told = {"places": {}, "actors": {}, "codebook": codebook, "documents": documents}
    cell = reconcile(frames, **told, pinned={"deaths": pinned}).cell("deaths")
    assert (cell.value.best, cell.claims, cell.confidence) == (3, (pinned,), 1.0)
    assert cell.rule == "dateline.v2: pinned by a person"


def test_places_of_many_reports_are_the_finest_that_most_agree_with(codebook):
    province = Place("gn:1", "Nangarhar", PlaceKind.ADMIN1, "AF", None, "Nangarhar", "gn:1")
    town = Place("gn:2", "Jalalabad", PlaceKind.SETTLEMENT, "AF", None, "Nangarhar", "gn:1")
    frames, documents = reports({"place": Named("Nangarhar", "m1")}, {"place": Named("Jalalabad", "m2")})
    places = {"m1": PlaceResolution("m1", province, 0.9, "exact"), "m2": PlaceResolution("m2", town, 0.9, "exact")}
    cell = reconcile(frames, places=places, actors={}, codebook=codebook, documents=documents).cell("place")
    assert (cell.name, cell.disputed) == ("Jalalabad", False)


def test_all_targets_of_many_reports_are_kept_the_one_that_most_name_first(codebook):
    frames, documents = reports({"target": "a school"}, {"target": "a bank"}, {"target": "a bank"})
    cell = reconcile(frames, places={}, actors={}, codebook=codebook, documents=documents).cell("target")
    assert cell.name == "a bank; a school"
    assert len(cell.claims) == 3
