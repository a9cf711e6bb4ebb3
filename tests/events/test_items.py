from datetime import date
from importlib.resources import files

import pytest
import yaml

from dateline.claims.records import Named
from dateline.events import link, reconcile
from dateline.events.item_words import (
    find_addresses,
    find_ages,
    holds_office,
    load_rarity,
    weigh,
    without_site,
    words_of,
)
from dateline.events.items import Telling, item_of_text, items_of, lead_of
from dateline.mentions.records import MentionKind
from dateline.places.records import Place, PlaceKind, PlaceResolution
from dateline.values.counts import Count
from dateline.values.points import Point
from dateline.values.spans import Span
from factories import document, frame, mention

TEXT = (
    "Bomb kills 35 at rally in Selm\n\n"
    "SELM (Own Wire) - A bomb killed 35 people at a rally in Selm on Friday, police Sgt. Dana Whitlock said. "
    "Among the dead was Omar Karim Talib, 31, of 12 Mill Road.\n\n"
    "Shops stayed shut on Saturday and elders asked the crowd to go home. Schools in the district will open again "
    "once the funerals are over, the council of the valley said after it had met behind closed doors.\n\n"
    "In Norva, gunmen shot two guards last March.\n\n"
    "Sign up for our newsletter."
)
TITLE = Span(0, TEXT.index("\n"))
EXAMPLES = yaml.safe_load((files("dateline.events") / "data" / "items.yaml").read_text("utf-8"))


@pytest.fixture
def report():
    return document(TEXT, title=TITLE, published=date(2030, 5, 5))


def spot(within, name, point=None):
    made = mention(name, within=within)
    place = Place(f"own:{name}", name, PlaceKind.SETTLEMENT, "AF", point or Point(10, 20))
    return made, PlaceResolution(made.id, place, 0.9, "the only place of this name", where_prec=1)


@pytest.fixture
def telling(report, codebook):
    """The report with two accounts: the bombing in Selm, and older shots in Norva."""
    (selm, at_selm), (norva, at_norva) = spot(report, "Selm"), spot(report, "Norva")
    people = [
        mention("Dana Whitlock", within=report, kind=MentionKind.PERSON),
        mention("Omar Karim Talib", within=report, kind=MentionKind.PERSON),
    ]
    lead = frame(report, first="Bomb", type="bombing", place=Named("Selm", selm.id), date=date(2030, 5, 3), deaths=35)
    aside = frame(report, first="shot", type="attack", place=Named("Norva", norva.id))
    made = Telling.of(report, (lead, aside), mentions=(selm, norva, *people), places=(at_selm, at_norva))
    events = [reconcile(group, places=made.places, actors={}, codebook=codebook) for group in link((lead, aside))]
    return made, events


def test_the_lead_account_is_the_one_that_most_of_the_report_tells(telling, report):
    made, (bombing, _) = telling
    assert lead_of(list(reversed(telling[1])), made.frames, report) is bombing


def test_a_report_without_events_has_no_lead(report):
    assert lead_of((), {}, report) is None


def test_an_item_holds_what_the_account_says(telling, report):
    made, events = telling
    bombing, _ = items_of(events, made)
    day = date(2030, 5, 3).toordinal()
    assert (bombing.id, bombing.group, bombing.kind) == (events[0].id, report.id, "bombing")
    assert (bombing.first, bombing.last, bombing.told) == (day, day, date(2030, 5, 5).toordinal())
    assert [(each.id, each.precision) for each in bombing.spots] == [("own:Selm", 1)]
    assert bombing.counts == {"deaths": (35, 35)}
    assert bombing.ages == {31}
    assert bombing.is_lead


def test_an_account_in_passing_has_only_the_words_of_its_own_sentences(telling):
    made, events = telling
    bombing, shots = items_of(events, made)
    assert not shots.is_lead
    assert "rally" in bombing.terms
    assert len(shots.terms) < len(bombing.terms)
    assert shots.title == bombing.title


def test_names_are_folded_without_those_of_office_holders(telling):
    made, events = telling
    bombing, _ = items_of(events, made)
    assert {"omar karim talib", "omar talib", "12 mill road", "mill road"} <= bombing.names
    assert "dana whitlock" not in bombing.names


def test_what_a_site_puts_around_its_reports_tells_of_no_event(telling):
    made, events = telling
    assert "newsletter" not in items_of(events, made)[0].terms


def test_a_report_without_an_account_stands_as_its_text(telling, report):
    made, _ = telling
    item = item_of_text(made)
    assert (item.id, item.group, item.kind) == (report.id, report.id, None)
    assert item.spots
    assert "rally" in item.terms


def test_an_unknown_number_stays_unknown(report, codebook):
    told = frame(report, type="bombing", deaths=Count(40, 40, None))
    event = reconcile((told,), places={}, actors={}, codebook=codebook)
    (item,) = items_of((event,), Telling.of(report, (told,)))
    assert item.counts == {"deaths": (40, None)}
    assert (item.first, item.spots) == (None, ())


@pytest.mark.parametrize("entry", EXAMPLES["addresses"], ids=lambda entry: entry["example"])
def test_addresses_are_found_as_the_data_says(entry):
    assert set(entry["gives"]) <= find_addresses(entry["example"])


@pytest.mark.parametrize("entry", EXAMPLES["ages"], ids=lambda entry: entry["example"])
def test_ages_are_found_as_the_data_says(entry):
    assert find_ages(entry["example"]) == set(entry["gives"])


def test_offices_are_known_as_the_data_says():
    example = EXAMPLES["offices"]["example"]
    assert holds_office(example, example.index("Dana"))
    assert not holds_office(example, example.index("Omar"))


@pytest.mark.parametrize("example", EXAMPLES["sites"]["examples"], ids=lambda example: example["headline"])
def test_the_name_of_a_site_is_cut_from_a_headline_as_the_data_says(example):
    assert without_site(example["headline"]) == example["is_about"]


def test_words_are_folded_and_lose_their_genitive():
    assert words_of("Selm's market, and the Governor’s house") == ["selm", "market", "and", "the", "governor", "house"]


def test_rare_words_weigh_more_than_common_ones_and_the_whole_has_length_one():
    weights = weigh("the people of Zarkhel said that the people were shot")
    assert max(weights, key=weights.get) == "zarkhel"
    assert sum(weight * weight for weight in weights.values()) == pytest.approx(1, abs=0.01)
    assert list(weights.values()) == sorted(weights.values(), reverse=True)


def test_a_word_on_no_list_is_as_rare_as_can_be():
    rarity = load_rarity()
    assert rarity[""] >= max(rarity.values())
    assert rarity["the"] < 0.5
