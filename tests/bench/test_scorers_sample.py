"""Every check of the sample is made to pass once and to fail once, on our own sentences."""

from datetime import date

import pytest

from bench.coded import actor_mention, coded, named, place_mention
from dateline.bench.report import open_report
from dateline.bench.scorers.sample_checks import Check, count_matches, share
from dateline.bench.scorers.sample_events import check_events
from dateline.bench.scorers.sample_frames import (
    check_aliases,
    check_areas,
    check_relations,
    check_releases,
    check_strengths,
)
from dateline.bench.scorers.sample_must_not import CHECKS, check_must_not
from dateline.bench.scorers.sample_names import NameBook
from dateline.claims.records import Code, FrameKind, Named, Speaker, SpeakerKind, Stance
from dateline.places.records import PlaceKind
from dateline.values.counts import Count, Operator
from dateline.values.dates import DateBasis, DatePrecision, DateValue
from factories import claim, document, frame, month

TEXT = (
    "The NVF, the Northern Valley Front, has been attributed to nothing. Its men attacked a Reform Party rally in "
    "Adale on December 2 because the party votes, killing at least 60. The Pakistani Embassy in Kabul and Bajaur stand "
    "apart. "
    "It has 30,000 men. Qasim lived long ago. A bomb wounded five."
)
PUBLISHED = date(2023, 8, 1)


def within():
    return document(TEXT, published=PUBLISHED)


def book(*frames, aliases=None, places=(), actors=(), **chosen):
    made = coded(within(), *frames, places=places, actors=actors, **chosen)
    return NameBook(open_report(made), aliases or {"Northern Valley Front": ["NVF"]})


def front():
    return actor_mention(within(), "NVF", name="Northern Valley Front")


def adale():
    return place_mention(within(), "Adale", country="SO", kind=PlaceKind.SETTLEMENT)


def passed(checks):
    return {check.id: check.passed for check in checks}


def event_of(want, *claims, first="attacked", kind="attack", places=(), actors=(), **chosen):
    made = frame(within(), *claims, type=Code("kind", kind), first=first)
    sheet = {"events": [{"id": "rally", **want}]}
    return passed(check_events(sheet, book(made, places=places, actors=actors, **chosen)))


@pytest.mark.parametrize(
    ("accepted", "right"), [(["Attack"], True), (["Violence against civilians/Attack"], True), (["Protests"], False)]
)
def test_a_type_is_accepted_by_its_own_name_or_acleds(accepted, right):
    assert event_of({"accept_types": accepted})["events.rally.accept_types"] is right


def test_the_chosen_date_is_asked_for():
    assert event_of({"date": {"value": "2022-12"}}, date=month(2022, 12))["events.rally.date"]
    assert not event_of({"date": {"value": "2022-12"}}, date=month(2023, 12))["events.rally.date"]


def test_a_relative_date_may_not_become_the_publications_own():
    want = {"date": {"basis": "relative", "text": "recent"}}
    recent = DateValue(None, PUBLISHED, DatePrecision.UNKNOWN, DateBasis.RELATIVE)

    assert event_of(want, date=recent)["events.rally.date"]
    assert not event_of(want, date=PUBLISHED)["events.rally.date"]


def test_a_place_is_asked_for_by_name_and_country():
    where = adale()
    at = claim(within(), words="Adale", place=named(where[0], "settlement"))

    assert event_of({"place": {"name": "Adale", "country": "SO"}}, at, places=(where,))["events.rally.place"]
    assert not event_of({"place": {"name": "Adale", "country": "KE"}}, at, places=(where,))["events.rally.place"]


def test_a_perpetrator_is_asked_for_by_the_rosters_name_and_the_stance():
    who = front()
    want = {"perpetrator": "Northern Valley Front", "perpetrator_status": "accused"}
    accused = claim(within(), words="NVF", perpetrator=named(who[0]), stance=Stance.ACCUSED)
    reported = claim(within(), words="NVF", perpetrator=named(who[0]))

    assert set(event_of(want, accused, actors=(who,)).values()) == {True}
    assert event_of(want, reported, actors=(who,))["events.rally.perpetrator_status"] is False


def test_a_target_is_accepted_by_a_name_in_its_description():
    want = {"target": "Reform (the party's rally)"}

    assert event_of(want, claim(within(), words="a Reform Party rally", target=Named("Reform Party rally")))[
        "events.rally.target"
    ]
    assert not event_of(want, claim(within(), words="Its men", target=Named("men")))["events.rally.target"]


def test_deaths_are_asked_for_with_their_hedge_or_for_their_absence():
    sixty = claim(within(), words="at least 60", deaths=Count(60, 60, None, Operator.AT_LEAST))

    assert event_of({"deaths": {"low": 60, "best": 60, "high": None, "hedge": "at least"}}, sixty)[
        "events.rally.deaths"
    ]
    assert event_of({"deaths": None})["events.rally.deaths"]
    assert not event_of({"deaths": None}, sixty)["events.rally.deaths"]


def test_motives_are_asked_for_by_whose_word_they_are():
    stated = claim(
        within(),
        words="because the party votes",
        motive=Named("the party votes"),
        speaker=Speaker(SpeakerKind.PERPETRATOR, "the NVF"),
    )
    assessed = claim(within(), words="because the party votes", motive=Named("the party votes"), hedge="appears to be")
    want = {"stated_motive_by": "Northern Valley Front", "assessed_motive_by": "author"}

    assert set(event_of(want, stated, assessed).values()) == {True}
    assert set(event_of(want).values()) == {False}


def test_an_event_that_nobody_coded_fails_every_question():
    checks = check_events({"events": [{"id": "rally", "accept_types": ["Attack"], "mentions_at_least": 1}]}, book())

    assert passed(checks) == {"events.rally.accept_types": False, "events.rally.mentions_at_least": False}


def relation(kind="opposes"):
    who, whom = front(), actor_mention(within(), "Reform Party", name="Reform Party")
    made = frame(
        within(),
        claim(within(), words="NVF", actor=named(who[0])),
        claim(within(), words="Reform Party", object=named(whom[0])),
        kind=FrameKind.RELATION,
        relation=Code("relation", kind),
    )
    return book(made, actors=(who, whom))


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (["Northern Valley Front", "opposes", "Reform Party"], True),
        (["Reform Party", "opposes", "Northern Valley Front"], False),
        (["Northern Valley Front", "supports", "Reform Party"], False),
    ],
)
def test_a_relation_is_found_with_its_direction(row, found):
    assert passed(check_relations({"relations": [row]}, relation())) == {"relations.1": found}


def test_a_symmetric_relation_is_found_from_both_sides():
    assert passed(
        check_relations({"relations": [["Reform Party", "ally_of", "Northern Valley Front"]]}, relation("ally_of"))
    )["relations.1"]


def test_a_strength_is_found_with_its_number():
    who = front()
    made = frame(
        within(),
        claim(within(), words="NVF", actor=named(who[0])),
        claim(within(), words="30,000", people=Count(30_000, 30_000, 30_000)),
        kind=FrameKind.STRENGTH,
    )
    found = book(made, actors=(who,))

    assert passed(check_strengths({"strengths": [{"actor": "Northern Valley Front", "best": 30_000}]}, found))[
        "strengths.1"
    ]
    assert not passed(check_strengths({"strengths": [{"actor": "Northern Valley Front", "best": 1_500}]}, found))[
        "strengths.1"
    ]


def test_a_release_is_asked_for_slot_by_slot():
    want = {
        "title": "To the Coast",
        "outlet": "Northern Voice",
        "of": "Northern Valley Front",
        "date": {"value": "2022-12"},
        "medium": "video",
        "language": "English",
        "about": "Adale",
    }
    made = frame(within(), kind=FrameKind.RELEASE, medium="video", about="Adale", date=month(2022, 12))
    answers = passed(check_releases({"releases": [want]}, book(made)))

    assert answers["release.medium"]
    assert answers["release.about"]
    assert answers["release.date"]
    assert not answers["release.title"]


def test_an_area_is_asked_for_place_by_place():
    who, where = front(), adale()
    made = frame(
        within(),
        claim(within(), words="NVF", actor=named(who[0])),
        claim(within(), words="Adale", place=named(where[0], "settlement")),
        kind=FrameKind.AREA,
    )
    sheet = {"areas": [{"actor": "Northern Valley Front", "places": ["SO", "KE"]}]}

    assert passed(check_areas(sheet, book(made, actors=(who,), places=(where,)))) == {
        "areas.1.so": True,
        "areas.1.ke": False,
    }


def test_an_alias_leads_to_its_actor_or_fails():
    sheet = {"aliases": {"Northern Valley Front": ["NVF", "Valley boys"]}}

    assert passed(check_aliases(sheet, book(actors=(front(),)))) == {"aliases.NVF": True, "aliases.Valley boys": False}


def test_a_part_of_a_longer_name_is_another_actor():
    who = actor_mention(within(), "NVF", name="Northern Valley Front Khorasan")
    sheet = {"aliases": {"Northern Valley": ["NVF"]}}

    assert not passed(check_aliases(sheet, book(actors=(who,), aliases={})))["aliases.NVF"]


def of_one_frame(**slots):
    """A book of one frame: `of_one_frame(deaths=("60", 60))` gives the words and the value of each slot."""
    doc = within()
    return book(frame(doc, *(claim(doc, words=words, **{slot: given}) for slot, (words, given) in slots.items())))


def two_frames(words):
    doc = within()
    target = claim(doc, words=words, target=Named(words))
    return book(*(frame(doc, target, first=first) for first in ("attacked", "killing")))


MISTAKES = {
    "dated_to_publication": lambda: of_one_frame(date=("December 2", PUBLISHED)),
    "deaths_at_kabul": lambda: of_one_frame(place=("Kabul", Named("Kabul")), deaths=("60", 60)),
    "strength_as_casualties": lambda: of_one_frame(deaths=("30,000", 30_000)),
    "historical_name_as_actor": lambda: of_one_frame(perpetrator=("Qasim", Named("Qasim"))),
    "two_kabul_events": lambda: two_frames("The Pakistani Embassy"),
    "year_of_publication": lambda: of_one_frame(date=("December 2", date(2023, 12, 2))),
    "unsaid_at_bajaur": lambda: of_one_frame(place=("Bajaur", Named("Bajaur")), weapon=("A bomb", Named("bomb"))),
    "claimed_by_attribution": lambda: book(
        frame(within(), claim(within(), words="NVF", perpetrator=Named("NVF"), stance=Stance.CLAIMED))
    ),
}


@pytest.mark.parametrize("name", CHECKS)
def test_every_mistake_that_must_not_be_made_is_seen(name):
    words, _ = CHECKS[name]

    (check,) = check_must_not({"must_not": [f"... {words} ..."]}, MISTAKES[name]())

    assert check == Check(f"must_not.{name}", passed=False, found=check.found)
    assert check.found


@pytest.mark.parametrize("name", CHECKS)
def test_an_article_without_the_mistake_passes(name):
    words, _ = CHECKS[name]

    (check,) = check_must_not({"must_not": [words]}, book(frame(within(), type=Code("kind", "attack"))))

    assert check.passed


@pytest.mark.parametrize("name", CHECKS)
def test_an_article_of_which_nothing_was_coded_shows_nothing(name):
    words, _ = CHECKS[name]

    assert not check_must_not({"must_not": [words]}, book())[0].passed


def test_a_share_names_what_failed():
    row = share("events", [Check("events.a", passed=True), Check("events.b", passed=False)])

    assert (row.metric, row.value, row.n) == ("sample.events", 50, 2)
    assert "events.b" in row.note


def test_a_count_is_compared_by_the_numbers_that_the_sheet_gives():
    between = Count(30_000, None, 40_000, Operator.BETWEEN)

    assert count_matches({"low": 30_000, "high": 40_000, "hedge": "around"}, between)
    assert not count_matches({"low": 30_000, "high": 50_000}, between)
    assert not count_matches({"low": 30_000}, None)
