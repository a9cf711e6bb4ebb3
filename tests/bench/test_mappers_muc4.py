from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bench.coded import actor_mention, coded, named, place_mention
from dateline.bench.mappers.muc4 import map_report
from dateline.bench.mappers.muc4_targets import in_capitals, number_of
from dateline.bench.mappers.muc4_words import _FILE, read_words
from dateline.claims.records import Code, Named, Stance
from dateline.codebook import load_codebook
from dateline.mentions.records import MentionKind
from dateline.places.records import PlaceKind
from dateline.values.counts import Count, Operator
from dateline.values.dates import DateBasis, DatePrecision, DateValue
from factories import claim, document, frame, mention

WIRE = (
    "LIMA, 12 MAY 89 -- [TEXT] GUNMEN OF THE RED COLUMN KILLED TWO TEACHERS AND JUDGE ANA RUIZ NEAR THE STATE BANK IN "
    "CUSCO YESTERDAY WITH A DYNAMITE CHARGE. THE BANK WAS DESTROYED. THREE SOLDIERS DIED."
)


def wire(text=WIRE):
    return document(text)


def teachers(within):
    return claim(within, words="TWO TEACHERS", victim=Named("TEACHERS", labels=("civilian", "civilian", "plural")))


def dead(within, number=2, words="TWO TEACHERS", whose="TEACHERS"):
    return claim(within, words=words, deaths=Count(number, number, number, whose=whose, side="civilian"))


def report(*claims, kind="attack", stage="accomplished", within=None, **names):
    within = within or wire()
    made = frame(within, *claims, type=Code("kind", kind), stage=Code("stage", stage))
    return map_report(coded(within, made, **names))


def only(templates):
    (template,) = templates
    return template


def alts(template, slot):
    return [fill.alts[0] for fill in template.fills(slot)]


def test_a_victim_has_description_type_number_and_effect_each_said_of_him():
    within = wire()
    template = only(report(teachers(within), dead(within)))

    assert alts(template, "hum_tgt_description") == ["TEACHERS"]
    assert alts(template, "hum_tgt_type") == ["CIVILIAN"]
    assert alts(template, "hum_tgt_number") == ["2"]
    assert alts(template, "hum_tgt_effect") == ["DEATH"]
    assert template.fills("hum_tgt_effect")[0].xref == ("TEACHERS",)


def test_a_named_person_is_a_name_with_the_office_as_description():
    within = wire()
    ruiz = mention("ANA RUIZ", within=within, kind=MentionKind.PERSON)
    template = only(
        report(
            claim(within, words="JUDGE ANA RUIZ", victim=named(ruiz, "legal_or_judicial", text="JUDGE ANA RUIZ")),
            persons=(ruiz,),
        )
    )

    assert alts(template, "hum_tgt_name") == ["ANA RUIZ"]
    assert alts(template, "hum_tgt_description") == ["JUDGE"]
    assert alts(template, "hum_tgt_type") == ["LEGAL OR JUDICIAL"]


def test_a_building_has_its_type_and_what_was_done_to_it():
    within = wire()
    template = only(report(claim(within, words="THE BANK", target=Named("BANK", labels=("financial",)))))

    assert alts(template, "phys_tgt_id") == ["BANK"]
    assert alts(template, "phys_tgt_type") == ["FINANCIAL"]
    assert alts(template, "phys_tgt_effect") == ["DESTROYED"]


def test_an_attack_on_soldiers_alone_is_no_terrorist_act():
    within = wire()
    soldiers = claim(
        within, words="THREE SOLDIERS", victim=Named("SOLDIERS", labels=("active_military", "state", "plural"))
    )

    assert report(soldiers) == ()


def test_an_event_without_anybody_definite_is_no_template():
    assert report() == ()


def test_a_kind_that_muc4_does_not_ask_for_is_no_template():
    within = wire()

    assert report(teachers(within), kind="agreement") == ()


def test_an_event_of_more_than_two_months_ago_is_background():
    within = wire()

    assert report(teachers(within), claim(within, words="YESTERDAY", date=date(1989, 2, 1))) == ()
    assert len(report(teachers(within), claim(within, words="YESTERDAY", date=date(1989, 4, 1)))) == 1


def test_the_date_is_written_as_the_answer_keys_write_it():
    within = wire()
    template = only(report(teachers(within), claim(within, words="YESTERDAY", date=date(1989, 5, 11))))

    assert alts(template, "incident_date") == ["11 MAY 89"]


def test_without_a_date_it_happened_on_or_before_the_datelines_day():
    assert alts(only(report(teachers(wire()))), "incident_date") == ["- 12 MAY 89"]


def test_last_week_is_on_or_before_the_datelines_day():
    within = wire()
    week = DateValue(date(1989, 5, 1), date(1989, 5, 7), DatePrecision.WEEK, DateBasis.RELATIVE)
    template = only(report(teachers(within), claim(within, words="YESTERDAY", date=week)))

    assert alts(template, "incident_date") == ["- 12 MAY 89"]


def test_the_place_is_the_most_exact_one_with_its_country():
    within = wire()
    cusco = place_mention(within, "CUSCO", country="PE", kind=PlaceKind.SETTLEMENT, name="Cusco")
    at = claim(within, words="CUSCO", place=Named("CUSCO", cusco[0].id))

    assert alts(only(report(teachers(within), at, places=(cusco,))), "incident_location") == ["PERU: CUSCO (CITY)"]


def test_without_a_place_the_country_is_the_one_that_the_report_speaks_of():
    within = wire()
    lima = place_mention(within, "LIMA", country="PE", kind=PlaceKind.SETTLEMENT)

    assert alts(only(report(teachers(within), places=(lima,))), "incident_location") == ["PERU"]


def test_the_country_of_the_dateline_and_its_people_weighs_more_than_one_that_only_speaks():
    within = wire(
        "BULLETIN\n\n   LIMA, 12 MAY 89 (DPA) -- [TEXT] GUNMEN KILLED TWO TEACHERS. THE U.S. ENVOY REGRETTED IT."
    )
    lima = place_mention(within, "LIMA", country="PE", kind=PlaceKind.SETTLEMENT)
    states = place_mention(within, "U.S.", country="US", kind=PlaceKind.COUNTRY)

    assert alts(only(report(teachers(within), within=within, places=(lima, states))), "incident_location") == ["PERU"]


def test_what_stands_above_the_dateline_is_no_place():
    within = wire("U QUITO\n\n   LIMA, 12 MAY 89 (DPA) -- [TEXT] GUNMEN KILLED TWO TEACHERS.")
    quito = place_mention(within, "QUITO", country="EC", kind=PlaceKind.SETTLEMENT)

    assert alts(only(report(teachers(within), within=within, places=(quito,))), "incident_location") == []


def test_a_place_that_is_unsure_is_left_out():
    within = wire()
    cusco = place_mention(within, "CUSCO", country="PE", kind=PlaceKind.SETTLEMENT, name="Cusco")
    at = claim(within, words="CUSCO", confidence=0.2, place=Named("CUSCO", cusco[0].id))

    assert alts(only(report(teachers(within), at, places=(cusco,))), "incident_location") == ["PERU"]


def test_gunmen_of_a_named_group_are_individuals_and_the_group_an_organisation():
    within = wire()
    group = actor_mention(within, "RED COLUMN")
    by = claim(
        within,
        words="GUNMEN OF THE RED COLUMN",
        perpetrator=named(group[0], "armed_group", text="GUNMEN OF THE RED COLUMN"),
    )
    template = only(report(teachers(within), by, actors=(group,)))

    assert alts(template, "perp_individual") == ["GUNMEN OF THE RED COLUMN"]
    assert alts(template, "perp_organization") == ["RED COLUMN"]
    assert alts(template, "perp_org_confidence") == ["REPORTED AS FACT"]
    assert alts(template, "perp_category") == ["TERRORIST ACT"]


def test_who_denies_it_is_no_perpetrator():
    within = wire()
    group = actor_mention(within, "RED COLUMN")
    denied = claim(within, words="RED COLUMN", perpetrator=named(group[0]), stance=Stance.DENIED)

    assert alts(only(report(teachers(within), denied, actors=(group,))), "perp_organization") == []


def test_soldiers_who_kill_civilians_are_state_sponsored_violence():
    within = wire()
    by = claim(
        within, words="THREE SOLDIERS", perpetrator=Named("SOLDIERS", labels=("active_military", "state", "plural"))
    )

    assert alts(only(report(teachers(within), by)), "perp_category") == ["STATE-SPONSORED VIOLENCE"]


def test_a_weapon_has_its_type():
    within = wire()
    template = only(
        report(
            teachers(within),
            claim(within, words="A DYNAMITE CHARGE", weapon=Named("DYNAMITE CHARGE", labels=("dynamite",))),
            kind="bombing",
        )
    )

    assert alts(template, "instrument_id") == ["DYNAMITE CHARGE"]
    assert alts(template, "instrument_type") == ["DYNAMITE"]
    assert alts(template, "incident_type") == ["BOMBING"]


def test_no_casualties_are_an_effect_on_nobody():
    within = wire()
    bank = claim(within, words="THE BANK", target=Named("BANK", labels=("financial",)))
    none = [claim(within, words="THREE SOLDIERS", **{slot: Count(0, 0, 0)}) for slot in ("deaths", "injured")]

    assert "NO INJURY OR DEATH" not in alts(only(report(bank)), "hum_tgt_effect")
    assert alts(only(report(bank, *none)), "hum_tgt_effect") == ["NO INJURY OR DEATH"]


def test_two_tellings_of_the_murder_of_one_person_are_one_template():
    within = wire()
    ruiz = mention("ANA RUIZ", within=within, kind=MentionKind.PERSON)
    told = [
        frame(
            within,
            claim(within, words="ANA RUIZ", victim=named(ruiz, "person")),
            type=Code("kind", "attack"),
            first=first,
        )
        for first in ("KILLED", "DIED")
    ]

    assert len(map_report(coded(within, *told, persons=(ruiz,)))) == 1


@pytest.mark.parametrize(
    ("count", "written"),
    [
        (Count.exactly(3), "3"),
        (Count(3, 3, None, Operator.AT_LEAST), "3-"),
        (Count(3, 4, 5, Operator.BETWEEN), "3-5"),
        (Count(100, 100, 100, Operator.ABOUT), "~100"),
        (Count(2, 2, None, Operator.VAGUE, word="plural"), "PLURAL"),
    ],
)
def test_a_count_is_written_as_the_answer_keys_write_it(count, written):
    assert number_of(count) == written


@given(st.text(max_size=40))
def test_words_in_capitals_have_no_space_at_their_ends(text):
    assert in_capitals(text) == in_capitals(text).strip()


@pytest.mark.parametrize(
    "row", yaml.safe_load(_FILE.read_text(encoding="utf-8"))["damage"], ids=lambda row: row["effect"]
)
def test_the_examples_of_damage_hold(row):
    within = wire(row["example"])
    word = next(word for word in ("bridge", "bomb") if word in row["example"])
    thing = claim(within, words=word, target=Named(word, labels=("transportation_route",)))

    assert alts(only(report(thing, within=within)), "phys_tgt_effect") == [row["effect"]]


def test_the_coders_labels_for_people_and_buildings_have_a_value():
    words = read_words()
    lexicon = yaml.safe_load(
        (_FILE.parent.parent.parent / "claims" / "coders" / "rules" / "data" / "facilities.yaml").read_text("utf-8")
    )

    assert {row["label"] for row in lexicon} <= set(words.facilities)


def test_every_kind_has_an_incident_type_or_none_on_purpose():
    allowed = {"ARSON", "BOMBING", "KIDNAPPING", "HIJACKING", "ROBBERY", "FORCED WORK STOPPAGE", "ATTACK", None}

    assert {kind.muc for kind in load_codebook().kinds.values()} <= allowed


def test_a_short_name_is_told_in_full_where_the_text_gives_it():
    within = wire("GUNMEN KILLED RUIZ IN LIMA ON 12 MAY 89. ANA RUIZ WAS A JUDGE.")
    full = mention("ANA RUIZ", within=within, kind=MentionKind.PERSON)
    short = mention("RUIZ", within=within, kind=MentionKind.PERSON)
    victim = claim(within, words="RUIZ", victim=named(short, "person", text="RUIZ"))

    assert alts(only(report(victim, within=within, persons=(full, short))), "hum_tgt_name") == ["ANA RUIZ"]


def test_who_was_only_arrested_is_no_target():
    within = wire()
    arrested = claim(within, words="TWO TEACHERS", captured=Count(2, 2, 2, whose="TEACHERS", side="civilian"))

    assert report(teachers(within), arrested) == ()


def test_soldiers_beside_civilians_are_no_targets():
    within = wire()
    soldiers = claim(within, words="THREE SOLDIERS", victim=Named("SOLDIERS", labels=("active_military", "state")))
    gunmen = claim(within, words="GUNMEN", perpetrator=Named("GUNMEN", labels=("armed_group", "armed")))
    told = (teachers(within), dead(within), soldiers, gunmen, claim(within, words="YESTERDAY", date=date(1989, 5, 11)))
    template = only(report(*told))

    assert alts(template, "hum_tgt_description") == ["TEACHERS"]


def test_a_retired_general_is_former_military():
    within = wire("GUNMEN KILLED A RETIRED GENERAL IN LIMA ON 12 MAY 89.")
    general = Named("RETIRED GENERAL", labels=("active_military", "state"))
    template = only(report(claim(within, words="A RETIRED GENERAL", victim=general), within=within))

    assert alts(template, "hum_tgt_type") == ["FORMER ACTIVE MILITARY"]


def test_a_number_in_words_counts_buildings():
    within = wire("GUNMEN BURNED FOUR BUSES IN LIMA ON 12 MAY 89.")
    buses = claim(within, words="FOUR BUSES", target=Named("BUSES", labels=("transport_vehicle", "plural")))

    assert alts(only(report(buses, kind="arson", within=within)), "phys_tgt_number") == ["4"]


def test_what_was_harmed_is_a_target_with_its_harm():
    within = wire("A BOMB EXPLODED IN LIMA ON 12 MAY 89 AND DAMAGED TWO STORES.")
    stores = Named("TWO STORES damaged", labels=("damaged", "commercial", "plural"))
    template = only(report(claim(within, words="TWO STORES", effect=stores), kind="bombing", within=within))

    assert alts(template, "phys_tgt_id") == ["STORES"]
    assert alts(template, "phys_tgt_number") == ["2"]
    assert alts(template, "phys_tgt_effect") == ["SOME DAMAGE"]


def test_of_two_weapons_of_a_type_the_one_told_more_fully_is_named():
    within = wire("A POWERFUL BOMB EXPLODED IN LIMA ON 12 MAY 89. THE BOMB KILLED TWO TEACHERS.")
    bombs = [
        claim(within, words="A POWERFUL BOMB", weapon=Named("POWERFUL BOMB", labels=("bomb",))),
        claim(within, words="THE BOMB", weapon=Named("BOMB", labels=("bomb",))),
    ]
    template = only(report(teachers(within), *bombs, kind="bombing", within=within))

    assert alts(template, "instrument_id") == ["POWERFUL BOMB"]


def test_a_perpetrator_and_a_weapon_that_are_likelier_wrong_are_left_out():
    within = wire()
    unsure = [
        claim(within, words="GUNMEN", perpetrator="GUNMEN", confidence=0.3),
        claim(within, words="A DYNAMITE CHARGE", weapon=Named("DYNAMITE", labels=("dynamite",)), confidence=0.3),
    ]
    template = only(report(teachers(within), dead(within), *unsure))

    assert not template.fills("perp_individual")
    assert not template.fills("instrument_id")
