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


@pytest.mark.parametrize(
    ("text", "slot", "whose"),
    [
        ("Three policemen were killed and one was wounded in Cali on Monday.", "injured", "policemen"),
        (
            "A soldier fired at a civilian woman in Cali on Monday, wounding her in the head.",
            "injured",
            "civilian woman",
        ),
        (
            "Gunmen stopped a bus near Goma on Monday and took out the driver. He was shot and killed.",
            "deaths",
            "driver",
        ),
        (
            "An armed man ran from a house near Goma on Monday and fired at the force. He was engaged and killed.",
            "deaths",
            "armed man",
        ),
    ],
)
def test_a_bare_number_and_a_pronoun_are_of_whoever_was_spoken_of(text, slot, whose, code_text):
    events = [frame for frame in code_text(text) if frame.kind is FrameKind.EVENT]
    assert [c.value.whose for event in events for c in event.slot(slot)] == [whose]


def test_a_bare_number_after_two_groups_is_of_neither(code_text):
    (event,) = code_text("Two rebels and three policemen were killed and one was wounded in Cali on Monday.")
    assert [c.value.whose for c in event.slot("injured")] == [None]


def test_who_was_spared_is_no_victim_and_counts_only_where_nobody_was_hurt(code_text):
    (spared,) = code_text("A bomb exploded near Goma on Monday. The guard escaped unharmed.")
    (hurt,) = code_text("A bomb exploded near Goma on Monday and wounded two nuns. The guard escaped unharmed.")

    assert [(c.value.best, c.value.whose) for c in spared.slot("injured")] == [(0, "guard")]
    assert [(c.value.best, c.value.whose) for c in hurt.slot("injured")] == [(2, "nuns")]
    assert spared.slot("victim") == ()


def test_what_is_said_of_a_person_is_nobody_else(code_text):
    (event,) = code_text("Rui Lima, a leader of the party and director of the firm, was shot dead in Lima on Monday.")
    assert [c.value.best for c in event.slot("deaths")] == [1]


def test_who_is_joined_to_what_is_said_of_a_person_is_another(code_text):
    (event,) = code_text("Pedro Ruiz, a priest, and two guards were killed in Lima on Monday.")
    assert (2, "guards") in [(c.value.best, c.value.whose) for c in event.slot("deaths")]
