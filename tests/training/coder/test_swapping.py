"""Texts under other names: the labels move with the words."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from training.coder.swapping import swap

POOLS = {
    "given": ["Oumar"],
    "surnames": ["Zamanzadeh"],
    "places": ["Nowy Targ"],
    "acronyms": ["QQF"],
    "bodies": ["Front of the Hills"],
    "particles": ["de", "la"],
}
"""One name of each kind, so that what takes a name's place is known."""

PEOPLE = {"Marta Quispe": "Oumar Zamanzadeh", "Quispe": "Zamanzadeh", "Luis Carranza": "Oumar Zamanzadeh"}
WORDS = [*PEOPLE, "gunmen", "shot", "the", "mayor", ",", "of", "-"]
BETWEEN = [" ", "\n", "  "]


def kept_by(draw):
    """A generator that draws the same number each time: below .3 bodies and places keep their names."""

    class Drawn:
        def random(self):
            return draw

        def choice(self, pool):
            return pool[0]

        def integers(self, _):
            return 0

    return Drawn()


def row_of(text, *, names=(), spans=(), sentences=()):
    named = [[text.index(name), text.index(name) + len(name), kind] for name, kind in names]
    return {
        "id": "one",
        "text": text,
        "names": named,
        "spans": [{"role": "victim_name", "start": start, "end": end, "events": [0]} for start, end in spans],
        "sentences": [{"start": start, "end": end, "labels": []} for start, end in sentences],
    }


@st.composite
def labelled(draw):
    """A row of words and names, spans over runs of them, and the text that each span has under other names."""
    words = ["Marta Quispe", *draw(st.lists(st.sampled_from(WORDS), max_size=15)), "Luis Carranza"]
    gaps = [draw(st.sampled_from(BETWEEN)) for _ in words]
    starts = np.cumsum([0, *(len(word) + len(gap) for word, gap in zip(words, gaps, strict=True))])
    runs = draw(st.lists(st.tuples(*(st.integers(0, len(words) - 1),) * 2).map(sorted), max_size=6))
    spans = [(int(starts[first]), int(starts[last]) + len(words[last])) for first, last in runs]
    swapped = [PEOPLE.get(word, word) for word in words]
    expected = ["".join(map("".join, zip(swapped[a:b], gaps[a:b], strict=True))) + swapped[b] for a, b in runs]
    text = "".join(map("".join, zip(words, gaps, strict=True)))
    names = [("Marta Quispe", "person"), ("Luis Carranza", "person")]
    return row_of(text, names=names, spans=spans, sentences=spans), expected


@given(made=labelled())
def test_every_label_moves_with_its_words(made):
    row, expected = made
    swapped = swap(row, POOLS, np.random.default_rng(0))
    for part in ("spans", "sentences"):
        assert [swapped["text"][each["start"] : each["end"]] for each in swapped[part]] == expected
    assert [span["events"] for span in swapped["spans"]] == [span["events"] for span in row["spans"]]


def test_a_person_stays_one_under_a_part_of_the_name():
    row = row_of("Marta Quispe was shot. Police found QUISPE at home.", names=[("Marta Quispe", "person")])
    assert swap(row, POOLS, kept_by(0.9))["text"] == "Oumar Zamanzadeh was shot. Police found Zamanzadeh at home."


def test_a_name_over_a_line_break_is_swapped():
    row = row_of("They shot Marta\n   Quispe.", names=[("Marta\n   Quispe", "person")])
    assert swap(row, POOLS, kept_by(0.9))["text"] == "They shot Oumar\n   Zamanzadeh."


def test_particles_and_short_parts_of_a_name_stay():
    row = row_of("They shot Marta de la Paz.", names=[("Marta de la Paz", "person")])
    assert swap(row, POOLS, kept_by(0.9))["text"] == "They shot Zamanzadeh de la Paz."


def test_bodies_and_places_are_swapped_whole_or_keep_their_names():
    names = [("Red Column", "body"), ("RCX", "body"), ("Cali", "place")]
    row = row_of("The Red Column (RCX) took Cali.", names=names)
    assert swap(row, POOLS, kept_by(0.9))["text"] == "The Front of the Hills (QQF) took Nowy Targ."
    assert swap(row, POOLS, kept_by(0.1))["text"].lower() == row["text"].lower()


def test_a_name_within_another_word_stays():
    row = row_of("In Cali they spoke of Caliche.", names=[("Cali", "place")])
    assert swap(row, POOLS, kept_by(0.9))["text"] == "In Nowy Targ they spoke of Caliche."


def test_a_label_that_ends_within_a_name_takes_in_the_whole_of_it():
    text = "Marta Quispe fled."
    row = row_of(text, names=[("Marta Quispe", "person")], spans=[(2, 9)])
    swapped = swap(row, POOLS, kept_by(0.9))
    (span,) = swapped["spans"]
    assert swapped["text"][span["start"] : span["end"]] == "Oumar Zamanzadeh"


def test_a_text_without_names_stays_as_it_is():
    row = row_of("Gunmen shot the mayor.", spans=[(0, 6)])
    assert swap(row, POOLS, np.random.default_rng(0)) == row


def test_the_same_seed_gives_the_same_names():
    pools = {**POOLS, "surnames": ["Abdi", "Bello", "Cisse", "Diallo"], "given": ["Amina", "Musa", "Ravi"]}
    row = row_of("They shot Marta Quispe.", names=[("Marta Quispe", "person")])
    one, other = (swap(row, pools, np.random.default_rng(7))["text"] for _ in range(2))
    assert one == other
