"""How many people the words around a deed speak of."""

import pytest

from dateline.claims.records import FrameKind


def _counts(frames, slot):
    events = [frame for frame in frames if frame.kind is FrameKind.EVENT]
    return [(c.value.best, c.value.side) for event in events for c in event.slot(slot)]


@pytest.mark.parametrize(
    ("text", "slot", "counts"),
    [
        ("Also killed in the strike near Goma on Monday were nine guards.", "deaths", [(9, "state")]),
        (
            "The smuggler was detained along with several of his associates in Goma on Monday.",
            "captured",
            [(1, "armed"), (3, "armed")],
        ),
        (
            "A rebel leader together with two suspects was detained in Goma on Monday.",
            "captured",
            [(1, "armed"), (2, "armed")],
        ),
        ("In Sola district, Mora province, on Monday, a rebel was arrested by police.", "captured", [(1, "armed")]),
        (
            "Jose Paz, a dealer in rifles, shells and mines, was arrested in Cali on Monday.",
            "captured",
            [(1, None)],
        ),
    ],
)
def test_everybody_acted_upon_is_counted_once(text, slot, counts, code_text):
    assert _counts(code_text(text), slot) == counts


def test_people_told_again_are_as_many_as_they_were(code_text):
    frames = code_text("Five gunmen stormed a hotel in Goma on Monday. The gunmen were all killed.")
    assert _counts(frames, "deaths") == [(5, "armed")]


def test_people_told_again_without_a_number_are_at_least_two(code_text):
    frames = code_text("Gunmen stormed a hotel in Goma on Monday. The gunmen were all killed.")
    assert _counts(frames, "deaths") == [(2, "armed")]


def test_the_second_of_two_plurals_shares_the_article_and_counts_only_where_nobody_else_does(code_text):
    frames = code_text("Police detained three men in Goma on Monday. The smugglers and rebels were later arrested.")
    assert _counts(frames, "captured") == [(3, "armed")]


@pytest.mark.parametrize(
    "total",
    [
        "The army has killed 400 rebels near Goma since January.",
        "The army has killed 400 rebels near Goma this year.",
        "The army has captured and killed 400 rebels near Goma in the last three months.",
    ],
)
def test_a_sum_over_months_is_not_the_toll_of_the_event_beside_it(total, code_text):
    frames = code_text(f"Troops killed two rebels near Goma on Monday. {total}")
    assert _counts(frames, "deaths") == [(2, "armed")]


def test_a_sum_over_a_few_days_is_an_events_toll(code_text):
    frames = code_text("Since Monday the rebels have killed 12 villagers near Goma.")
    assert _counts(frames, "deaths") == [(12, "civilian")]
