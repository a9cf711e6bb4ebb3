import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.values.dates import DateBasis, DatePrecision, DateValue
from dateline.values.dates_grammar import load_data
from dateline.values.dates_in_text import DateKind, find_dates, parse_published
from dateline.values.folding import fold

EXAMPLES = [(entry["name"], example) for entry in load_data("en")["patterns"] for example in entry["examples"]]
PIECES = st.sampled_from(
    ["Friday", "last", "next", "May", "march", "2", "31", "1999", "9999", "0001", "two", "days", "weeks", "years",
     "ago", "after", "before", "since", "the", "attack", "early", "of", ",", ".", "-", "(", ")", "\n", "\n\n", "-",
     "today", "overnight", "999", "later", "summer", "1990s", "from", "to", "between", "and", "recently", "Jan.",
     "2010-08-CA-266", "10:30", "\u2019s", "\u2028", "\u0130", "weekend", "month", "a", "few", "in", "KABUL"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join))
PUBLISHED = st.one_of(
    st.none(),
    st.dates().map(DateValue.on),
    st.sampled_from(["2023-08", "2023"]).map(parse_published),
    st.just(DateValue(None, date(2020, 1, 1), DatePrecision.UNKNOWN, DateBasis.STATED)),
)


def read(text, published=None):
    return find_dates(text, published=parse_published(published) if published else None)


def read_one(text, published=None):
    [mention] = read(text, published).mentions
    return mention


def fits(mention, example):
    value = mention.value
    return (
        example["expect"] == (value.isoformat() if value else "none")
        and example.get("find", mention.text) == mention.text
        and example.get("kind", mention.kind) == mention.kind
        and ("precision" not in example or (value and example["precision"] == value.precision.name))
        and ("basis" not in example or (value and example["basis"] == value.basis.name))
    )


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}: {x['text'][:40]}" for name, x in EXAMPLES])
def test_every_example_of_the_grammar_is_read_as_it_says(name, example):
    mentions = read(example["text"], example.get("published")).mentions
    if example["expect"] == "no date":
        assert mentions == ()
    else:
        assert any(fits(mention, example) for mention in mentions), mentions


# -- properties ------------------------------------------------------------------------------------------------------


@given(TEXTS, PUBLISHED)
def test_any_text_is_read_and_every_mention_stands_where_it_says(text, published):
    reading = find_dates(text, published=published)
    last = 0
    for mention in reading.mentions:
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention.span.start >= last
        last = mention.span.end
        if mention.value and mention.value.first and mention.value.last:
            assert mention.value.first <= mention.value.last
    assert reading.dateline is None or reading.dateline in reading.mentions


@given(TEXTS, PUBLISHED)
def test_folding_a_text_changes_nothing_but_the_words_shown(text, published):
    raw, folded = find_dates(text, published=published), find_dates(fold(text), published=published)
    assert [(m.span, m.value, m.kind) for m in raw.mentions] == [(m.span, m.value, m.kind) for m in folded.mentions]
    assert raw.reference == folded.reference


@given(st.dates(), st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]))
def test_a_weekday_is_the_latest_such_day_up_to_the_report(day, name):
    value = find_dates(f"killed on {name}", published=DateValue.on(day)).mentions[0].value
    if value is not None:
        assert f"{value.day:%A}" == name
        assert 0 <= (day - value.day).days < 7


@given(st.dates(min_value=date(1700, 1, 10), max_value=date(2150, 1, 1)))
def test_last_weekday_is_never_the_day_itself(day):
    value = find_dates(f"killed last {day:%A}", published=DateValue.on(day)).mentions[0].value
    assert (day - value.day).days == 7


@given(st.dates())
def test_a_full_date_is_read_as_itself_in_every_century(day):
    written = f"{day.day} {day:%B} {day.year:04d}"
    assert find_dates(f"on {written}").mentions[0].value == DateValue.on(day)


@pytest.mark.parametrize("run", ["1", " ", "\n", "1 ", "May ", "1,111", "-", "the ", "\u0130", "a few "])
def test_long_runs_of_one_thing_are_read_in_time_that_grows_with_their_length(run):
    find_dates("warm up")
    took = []
    for length in (40_000, 320_000):
        started = time.process_time()
        find_dates(run * (length // len(run)))
        took.append(time.process_time() - started)
    assert took[1] < 60 * took[0] + 1  # eight times the length; a square would be sixty-four


def test_a_mention_far_into_a_long_text_has_its_exact_place():
    text = "nothing here " * 20_000 + "on 2 May 2012."
    mention = read_one(text)
    assert mention.text == "2 May 2012"
    assert mention.span.cut(text) == "2 May 2012"


# -- datelines -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        ("KABUL, Afghanistan (Jan. 25, 2013)\nA bomb exploded.", "2013-01-25"),
        ("KABUL, Afghanistan (Nov. 1. 2011)\u2028A bomb exploded.", "2011-11-01"),
        ("For Release KABUL, Afghanistan (Sept. 1, 2010) - A bomb exploded.", "2010-09-01"),
        ("SAN SALVADOR, 3 JAN 90 (WIRE) -- [TEXT] A BOMB EXPLODED", "1990-01-03"),
        ("MANAGUA (NICARAGUA), 11 DEC 89 (RADIO) -- A BOMB EXPLODED", "1989-12-11"),
        ("May 9, 2012 - A bomb exploded.", "2012-05-09"),
        ("Weekly Update, Feb. 21, 2011\nA bomb exploded.", "2011-02-21"),
        ("Mar. 5, 2010: Operations in the South\n\nA bomb exploded.", "2010-03-05"),
    ],
)
def test_a_dateline_is_found_and_is_no_date_of_an_event(text, filed):
    reading = read(text)
    assert reading.dateline is not None
    assert reading.dateline.kind is DateKind.DATELINE
    assert reading.reference.isoformat() == filed


@pytest.mark.parametrize(
    ("text", "published", "filed", "anchor"),
    [
        ("2010-08-CA-266 KABUL (Aug. 23) - A raid.", None, "2010-08-23", "document number 2010-08"),
        ("2010-08-S-266 KABUL (July 31) - A raid.", None, "2010-07-31", "document number 2010-08"),
        ("PESHAWAR, July 31 (Wire) \u2014 A raid.", "2023-08", "2023-07-31", "published 2023-08"),
        ("PESHAWAR, Dec. 31 (Wire) \u2014 A raid.", "2024-01-02", "2023-12-31", "published 2024-01-02"),
        ("PESHAWAR, Jan. 3 (Wire) \u2014 A raid.", "2024-01-02", "2024-01-03", "published 2024-01-02"),
        ("KABUL (Feb. 9) - The battle of February 2011 went on.", None, "2011-02-09", "February 2011 in the text"),
    ],
)
def test_a_dateline_without_a_year_takes_it_from_the_text_or_the_publication(text, published, filed, anchor):
    dateline = read(text, published).dateline
    assert dateline.value.isoformat() == filed
    assert dateline.value.basis is DateBasis.INFERRED
    assert dateline.value.anchor == f"year of {anchor}"


def test_a_dateline_without_any_year_is_a_mention_without_a_value():
    reading = read("KABUL, Afghanistan (Aug. 23) - A raid today.")
    assert [mention.value for mention in reading.mentions] == [None, None]
    assert reading.reference is None


def test_the_dateline_comes_before_the_publication():
    reading = read("KABUL, Afghanistan (Jan. 25, 2013)\nA bomb exploded yesterday.", "2013-03-01")
    assert reading.mentions[-1].value.isoformat() == "2013-01-24"
    assert reading.mentions[-1].value.anchor == "dateline 2013-01-25"


def test_a_title_that_repeats_the_dateline_is_no_date_of_an_event_either():
    reading = read("Evening Update, Jan. 25, 2013\nKABUL (Jan. 25, 2013) - A raid.")
    assert [mention.kind for mention in reading.mentions] == [DateKind.DATELINE] * 2


def test_a_date_in_brackets_in_a_sentence_is_not_a_dateline():
    assert read("They met twice after the raid (May 5, 2012) and left.").dateline is None


def test_a_date_far_into_the_text_is_not_a_dateline():
    assert read("word " * 200 + "\nKABUL, Afghanistan (Jan. 25, 2013) - A raid.").dateline is None


# -- years -----------------------------------------------------------------------------------------------------------


def test_the_year_of_a_bare_day_comes_from_the_text_before_the_publication():
    text = "Gunmen struck on December 2. In a video of December 2022 they praised it."
    value = read(text, "2025-03").mentions[0].value
    assert value.isoformat() == "2022-12-02"
    assert value.anchor == "year of December 2022 in the text"


def test_a_bare_day_without_evidence_is_the_latest_before_the_report():
    assert read_one("Gunmen struck on December 2.", "2013-01-22").value.isoformat() == "2012-12-02"
    assert read_one("Gunmen struck on January 2.", "2013-01-22").value.isoformat() == "2013-01-02"


def test_a_bare_day_without_anything_to_go_by_has_no_value():
    assert read_one("Gunmen struck on December 2.").value is None


def test_a_cue_of_the_future_takes_the_nearest_such_day():
    assert read_one("The vote will be held on 19 March.", "1989-02-07").value.isoformat() == "1989-03-19"


def test_a_29_february_falls_in_a_leap_year():
    assert read_one("on 29 February", "2015-06-01").value.isoformat() == "2012-02-29"


def test_the_weekday_decides_between_years_where_the_reference_is_wide():
    assert read_one("on Friday, Jan. 6", "2013").value.isoformat() == "2012-01-06"


def test_a_weekday_that_does_not_agree_is_said_in_the_anchor():
    value = read_one("on Saturday, 2 December 2022").value
    assert value.isoformat() == "2022-12-02"
    assert value.anchor == "the weekday does not agree"


def test_two_digit_years_are_read_near_the_time_of_the_document():
    assert read_one("on 02 DEC 90.").value.isoformat() == "1990-12-02"
    assert read_one("on 02 DEC 19.", "1950").value.isoformat() == "1919-12-02"


# -- relative dates --------------------------------------------------------------------------------------------------


def test_relative_dates_count_from_nothing_when_nothing_is_known():
    assert [mention.value for mention in read("killed yesterday, and on Friday, and two days ago").mentions] == [
        None
    ] * 3


def test_a_month_to_count_from_gives_an_interval_and_no_day():
    value = read_one("killed on Friday", "2023-08").value
    assert value.day is None
    assert value.precision is DatePrecision.MONTH


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_give_no_value_instead_of_an_error(day):
    text = "two weeks ago, next week, last year, tomorrow, on Friday, this weekend, in the past 10 years, last spring"
    assert find_dates(text, published=DateValue.on(day)).mentions


def test_an_event_to_count_from_is_kept_with_its_place():
    text = "released days after the attack on a clinic"
    mention = read_one(text, "2023-08")
    assert mention.value is None
    assert (mention.after_event.direction, mention.after_event.min_days, mention.after_event.max_days) == (
        "after",
        2,
        6,
    )
    assert mention.anchor_span.cut(text) == "the attack"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("two days after the bombing", ("after", 2, 2)),
        ("three hours before the raid", ("before", 0, 1)),
        ("the day after the raid", ("after", 1, 1)),
        ("on the same day as the raid", ("same", 0, 0)),
        ("within two days of the raid", ("after", 0, 2)),
        ("a week after his arrest", ("after", 4, 10)),
    ],
)
def test_the_distance_to_an_event_is_given_in_days(text, relation):
    found = read_one(text).after_event
    assert (found.direction, found.min_days, found.max_days) == relation


# -- what is no date -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "A 12-year-old died after two days of fighting in his 20-year career.",
        "Troops may attack and march at dawn.",
        "THEY MAY HAVE TO MARCH AGAIN",
        "Mr. May said so, and Jan Khan agreed.",
        "At 10 a.m., at 0700 and at 19:30 some 2,500 people fled 1999 houses.",
        "Section 3.5 gives 1.25 million for version 2.0.",
        "A second attack, a minute of silence, the third of five.",
        "Every Friday they meet; they must leave by Monday.",
        "flight 2012 landed",
    ],
)
def test_ages_durations_names_verbs_and_hours_are_no_dates(text):
    assert read(text, "2013-01-22").mentions == ()
