from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dateline.actors.records import Actor, ActorKind, ActorResolution
from dateline.claims.records import Named, Stance
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
