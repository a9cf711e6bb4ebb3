from dataclasses import replace
from datetime import date

import pytest
import yaml

from bench.coded import actor_mention, coded, place_mention
from dateline.bench.mappers.isaf import map_release
from dateline.bench.mappers.isaf_counts import Tallies, later_releases, rank, total
from dateline.bench.mappers.isaf_words import _FILE, read_words
from dateline.claims.records import Code, Named
from dateline.places.records import PlaceKind
from dateline.values.counts import Count
from factories import claim, document, frame

RELEASE = (
    "KABUL, Afghanistan (March 4, 2012) - A patrol detained a Taliban leader, two additional fighters and a "
    "facilitator in Sharana district, Paktika province, yesterday. Three fighters were killed and no shots were fired."
)


def counted(number, words, slot="captured", side="armed", within=None):
    within = within or document(RELEASE)
    return claim(within, words=words, **{slot: Count(number, number, number, side=side)})


def release(*claims, kind="detention", text=RELEASE, places=(), stage="accomplished"):
    within = document(text)
    made = frame(within, *claims, type=Code("kind", kind), stage=Code("stage", stage))
    return map_release(coded(within, made, places=places))


def test_a_release_that_reports_nobody_killed_says_none_by_the_datas_convention():
    fields = release(counted(2, "two additional fighters"))

    assert fields["min_killed"] == 0
    assert fields["killq"] is False


def test_people_of_different_ranks_and_those_beside_others_are_added():
    within = document(RELEASE)
    claims = [counted(1, "a Taliban leader"), counted(2, "two additional fighters"), counted(1, "a facilitator")]

    assert release(*claims)["min_captured"] == 4
    assert within.text == RELEASE


def test_the_same_people_told_twice_are_counted_once():
    text = "Several fighters were detained. The three fighters were armed."
    within = document(text)
    claims = [counted(3, "Several fighters", within=within), counted(3, "three fighters", within=within)]

    assert total(claims, read_words()) == 3


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a Taliban leader", "leader"),
        ("a facilitator", "facilitator"),
        ("two additional fighters", "added"),
        ("Three fighters", "plain"),
    ],
)
def test_a_count_has_the_rank_of_its_words(words, expected):
    assert rank(counted(1, words), read_words()) == expected


def test_a_facilitator_is_no_leader():
    fields = release(counted(1, "a Taliban leader"), counted(1, "a facilitator"))

    assert fields["min_leaders_captured"] == 1
    assert fields["min_leaders_killed"] == 0


def test_dead_civilians_are_no_dead_militants():
    fields = release(counted(1, "a Taliban leader"), counted(3, "Three fighters", "deaths", side="civilian"))

    assert fields["min_killed"] == 0
    assert "civiliancasualty" in fields["event_type"]


def test_dead_civilians_count_where_nobody_else_was_killed_or_captured():
    fields = release(counted(3, "Three fighters", "deaths", side="civilian"), kind="attack")

    assert fields["min_killed"] == 3
    assert "civiliancasualty" in fields["event_type"]


def test_soldiers_that_fell_are_never_militants():
    fields = release(counted(3, "Three fighters", "deaths", side="state"), counted(1, "a Taliban leader"))

    assert fields["min_killed"] == 0


@pytest.mark.parametrize(
    ("slots", "kind", "expected"),
    [
        (("captured",), "detention", "detention"),
        (("deaths",), "attack", "insurgentskilled"),
        (("captured", "deaths"), "attack", "captureandkill"),
        (("deaths",), "air_strike", "airstrike"),
        ((), "armed_clash", "exchangeoffire"),
    ],
)
def test_the_event_type_follows_from_what_was_done(slots, kind, expected):
    claims = [counted(3, "Three fighters", slot) for slot in slots]

    assert release(*claims, kind=kind)["event_type"] == [expected]


def test_an_operation_that_was_only_attempted_counts_nothing():
    assert release(counted(3, "Three fighters", "deaths"), stage="foiled")["min_killed"] == 0


def test_the_day_is_the_one_that_the_event_claims():
    assert release(claim(document(RELEASE), words="yesterday", date=date(2012, 3, 3)))["start_date"] == "2012-03-03"


def test_without_a_claimed_day_the_texts_own_date_is_taken_before_the_datelines():
    assert release()["start_date"] == "2012-03-03"


def test_an_operation_overnight_began_on_the_eve():
    text = "KABUL, Afghanistan (March 4, 2012) - A patrol detained a fighter in Sharana overnight."

    assert release(text=text)["start_date"] == "2012-03-03"


def test_the_day_in_a_title_is_when_the_release_was_filed():
    text = "Update March 4, 2012\n\nKABUL, Afghanistan (March 4, 2012) - A patrol came to Sharana yesterday."

    assert release(text=text)["start_date"] == "2012-03-03"


def test_a_release_without_any_date_has_none():
    assert release(text="A patrol detained a fighter in Sharana.")["start_date"] is None


def test_the_province_is_that_of_the_events_place():
    within = document(RELEASE)
    sharana = place_mention(within, "Sharana", admin1="Paktika")
    kabul = place_mention(within, "KABUL", admin1="Kabul")
    at = claim(within, words="Sharana", place=Named("Sharana", sharana[0].id))

    assert release(at, places=(kabul, sharana))["province"] == ["paktika"]


def test_a_named_province_comes_before_the_one_of_a_village_and_both_before_the_head():
    text = "Raid in Zabul. For Immediate Release. A patrol searched Khas in Paktiya province."
    within = document(text)
    zabul, khas = place_mention(within, "Zabul", admin1="Zabul"), place_mention(within, "Khas", admin1="Nimroz")
    village = replace(khas[1], place=replace(khas[1].place, kind=PlaceKind.SETTLEMENT))
    paktya = place_mention(within, "Paktiya province", admin1="Paktika")

    assert release(text=text, places=(zabul, (khas[0], village), paktya))["province"] == ["paktiya"]
    assert release(text=text, places=(zabul, (khas[0], village)))["province"] == ["nimroz"]
    assert release(text=text, places=(zabul,))["province"] == ["zabul"]


def test_places_of_other_countries_are_no_province():
    assert (
        release(places=(place_mention(document(RELEASE), "Sharana", country="PK", admin1="Punjab"),))["province"] == []
    )


def test_words_of_the_release_say_that_no_shots_were_fired():
    assert release()["noshotsfired"] is True
    assert release(text="The patrol opened fire.")["noshotsfired"] is False


def test_the_group_is_named_by_the_text():
    within = document(RELEASE)
    made = frame(within, counted(1, "a Taliban leader"), type=Code("kind", "detention"))

    assert map_release(coded(within, made, actors=(actor_mention(within, "Taliban"),)))["target_group"] == ["taliban"]


def test_the_examples_of_the_word_lists_hold():
    lists = yaml.safe_load(_FILE.read_text(encoding="utf-8"))

    assert (
        release(text=lists["no_shots"]["example"]["text"])["noshotsfired"] is lists["no_shots"]["example"]["no_shots"]
    )
    text = lists["raid"]["example"]["text"]
    killed = counted(2, "two fighters", "deaths", within=document(text))
    assert release(killed, text=text, kind="attack")["killcaptureraid"] is lists["raid"]["example"]["raid"]


def test_every_spelling_of_a_province_leads_to_one():
    spelling = read_words().spelling

    assert (
        spelling.levelled(frozenset({"Paktia"}))
        == spelling.levelled(frozenset({"paktya"}))
        == spelling.levelled(frozenset({"PAKTIYA"}))
    )
    assert len(set(spelling.variants.values())) == 34  # provinces


def people(text, *counts):
    """The total of counts given as (number, words) of one text."""
    within = document(text)
    return total([counted(number, words, within=within) for number, words in counts], read_words())


def test_one_man_with_a_trade_stands_beside_a_group():
    assert (
        people("Troops took a weapons dealer and several fighters.", (1, "a weapons dealer"), (3, "several fighters"))
        == 4
    )


def test_part_of_a_count_is_not_added_to_it():
    assert people("Troops took three fighters, including a leader.", (3, "three fighters"), (1, "a leader")) == 3


def test_part_of_a_count_that_is_told_again_is_not_added_to_it():
    text = "Troops took two fighters, including a commander, in Khost. They held the commander and one more fighter."

    assert people(text, (2, "two fighters"), (1, "the commander"), (1, "one more fighter")) == 2


def test_a_leader_who_is_included_in_a_count_is_a_leader():
    text = "Troops took two fighters, including a suspected rebel commander, in Khost."
    within = document(text)
    told = Tallies(captured=(counted(2, "two fighters", within=within),))

    assert told.total(read_words(), "captured", "leader") == 1
    assert told.total(read_words(), "captured") == 2


def test_people_added_to_others_in_one_sentence_are_more_and_those_told_again_are_not():
    together = "Troops took two men and two additional fighters."
    again = "Troops killed a man and took two additional fighters. " + " " * 210 + "Two men were held."

    assert people(together, (2, "two men"), (2, "two additional fighters")) == 4
    assert people(again, (2, "two additional fighters"), (2, "Two men")) == 2


def test_another_leader_is_a_leader():
    within = document("They took another Taliban leader.")

    assert rank(counted(1, "another Taliban leader", within=within), read_words()) == "leader"


@pytest.mark.parametrize(("words", "of"), [("a Taliban forger", "trade"), ("a Taliban", "plain")])
def test_a_side_is_no_trade(words, of):
    assert rank(counted(1, words, within=document(f"They took {words}.")), read_words()) == of


def test_of_two_releases_in_one_text_the_one_that_tells_the_most_counts():
    text = "Troops took three fighters.\n\n----\n\nThey had taken a commander."
    within = document(text)
    claims = (counted(3, "three fighters", within=within), counted(1, "a commander", within=within))

    assert Tallies(captured=claims, starts=later_releases(text, 0)).total(read_words(), "captured") == 3
    assert Tallies(captured=claims).total(read_words(), "captured") == 4


def test_a_title_gives_way_to_what_the_text_tells():
    text = "Rebels killed in Khost. KABUL (March 4) - One rebel died."
    within = document(text)
    claims = (counted(2, "Rebels", "deaths", within=within), counted(1, "One rebel", "deaths", within=within))

    assert Tallies(killed=claims, head_end=40).total(read_words(), "killed") == 1
    assert Tallies(killed=claims[:1], head_end=40).total(read_words(), "killed") == 2


def test_a_sum_over_operations_gives_way_to_what_is_told_of_others():
    text = "Troops killed four fighters in two separate raids. " + " " * 210 + "In Khost a rebel was taken."
    within = document(text)
    told = Tallies((counted(4, "four fighters", "deaths", within=within),), (counted(1, "a rebel", within=within),))

    assert told.total(read_words(), "killed") == 0
    assert told.total(read_words(), "captured") == 1


def test_a_man_spoken_of_again_is_not_added():
    text = "Troops took a cell leader. The cook was there. They let the cook go."

    assert people(text, (1, "a cell leader"), (1, "the cook")) == 1
    assert people(text, (1, "the cook")) == 1


def test_a_sum_over_several_operations_gives_way_to_the_releases_own():
    lists = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    text = lists["summary"]["example"]["text"]
    within = document(f"{text}\n\nIn Khost two fighters were taken.")
    claims = [
        claim(within, words="nine fighters", captured=Count.exactly(9)),
        claim(within, words="two fighters", captured=Count.exactly(2)),
    ]
    nearby = [
        replace(each, document=within, quote=within.quote(*span))
        for each, span in zip(claims, _sentences(within), strict=True)
    ]

    assert total(nearby, read_words()) == 2
    assert total(nearby[:1], read_words()) == 9


def test_a_look_back_is_not_counted():
    text = yaml.safe_load(_FILE.read_text(encoding="utf-8"))["background"]["example"]["text"]

    assert people(text, (81, "more than 80 fighters")) == 0


def _sentences(within):
    cut = within.text.index("\n\n")
    return (0, cut), (cut, len(within.text))
