from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.scorers.muc4_slots import Tally, align, score, tally_document, tally_fills
from dateline.bench.scorers.muc4_templates import SLOTS, Fill, Template

TYPES = st.sampled_from(["ATTACK", "BOMBING", "KIDNAPPING"])
WORDS = st.sampled_from(["SOLDIERS", "TWO SOLDIERS", "BANK", "MAYOR"])


def template(*, optional=False, **slots):
    return Template({slot: tuple(Fill((alt,)) for alt in alts.split("|")) for slot, alts in slots.items()}, optional)


def templates():
    built = st.builds(
        lambda kind, who, what: template(incident_type=kind, perp_individual=who, phys_tgt_id=what), TYPES, WORDS, WORDS
    )
    return st.lists(built, max_size=4)


def by_metric(rows):
    return {row.metric: row for row in rows}


def test_a_slot_of_a_hand_computed_case():
    tally = tally_fills(
        "perp_individual",
        template(perp_individual="SOLDIERS|BANDITS").fills("perp_individual"),
        template(perp_individual="THREE SOLDIERS|GUNMEN|YOUTHS").fills("perp_individual"),
    )

    assert tally == Tally(earned=0.5, predicted=2, wanted=3)


def test_an_optional_fill_is_not_missed_and_earns_if_met():
    optional = (Fill(("TERRORISTS",), optional=True),)

    assert tally_fills("perp_individual", (), optional) == Tally(0, 0, 0)
    assert tally_fills("perp_individual", (Fill(("TERRORISTS",)),), optional) == Tally(1, 1, 1)


def test_templates_of_another_type_are_not_aligned():
    mine, theirs = (
        template(incident_type="ATTACK", phys_tgt_id="BANK"),
        template(incident_type="BOMBING", phys_tgt_id="BANK"),
    )

    assert align([mine], [theirs]) == ()


def test_templates_of_another_type_with_the_same_day_and_place_are_aligned():
    there = {"incident_date": "04 MAR 90", "incident_location": "PERU"}
    mine, theirs = template(incident_type="ATTACK", **there), template(incident_type="BOMBING", **there)

    assert align([mine], [theirs]) == ((0, 0),)


def test_the_alignment_earns_most_in_sum():
    bank, mayor = (
        template(incident_type="ATTACK", phys_tgt_id="BANK"),
        template(incident_type="ATTACK", hum_tgt_name="MAYOR"),
    )

    assert align([mayor, bank], [bank, mayor]) == ((0, 1), (1, 0))


def test_a_spurious_template_counts_against_precision_in_every_slot_it_fills():
    gold = template(incident_type="ATTACK", perp_individual="GUNMEN")
    rows = by_metric(score([([gold, template(incident_type="BOMBING", phys_tgt_id="BANK")], [gold])]))

    assert rows["muc4.incident_type.precision"].value == 50
    assert rows["muc4.incident_type.recall"].value == 100
    assert rows["muc4.phys_tgt_id.precision"].value == 0
    assert rows["muc4.perp_individual.f1"].value == 100


def test_a_missed_template_counts_against_recall_unless_it_is_optional():
    gold = template(incident_type="ATTACK")

    assert tally_document([], [gold])["incident_type"] == Tally(0, 0, 1)
    assert tally_document([], [template(optional=True, incident_type="ATTACK")])["incident_type"] == Tally()


def test_every_slot_and_the_whole_have_three_rows():
    metrics = [row.metric for row in score([])]

    assert len(metrics) == 3 * (len(SLOTS) + 1)
    assert {"muc4.incident_date.f1", "muc4.hum_tgt_effect.recall", "muc4.micro.f1"} <= set(metrics)


@given(templates())
def test_the_key_itself_scores_full_marks(gold):
    rows = by_metric(score([(gold, gold)]))

    assert rows["muc4.micro.f1"].value == (100 if gold else 0)


@given(templates(), templates())
def test_no_slot_earns_more_than_it_predicts_or_is_asked_for(mine, theirs):
    for tally in tally_document(mine, theirs).values():
        assert tally.earned <= min(tally.predicted, tally.wanted)
