import subprocess
import sys

import pytest

import dateline


def test_the_face_has_at_most_a_dozen_names_and_all_of_them_are_there():
    assert len(dateline.__all__) <= 12
    assert all(getattr(dateline, name).__doc__ for name in dateline.__all__)


def test_every_record_of_the_face_is_the_one_that_its_room_defines():
    for name in dateline.__all__:
        assert getattr(dateline, name).__name__ == name


def test_a_name_that_the_face_lacks_is_refused_with_those_it_has():
    with pytest.raises(AttributeError, match="it has Cell, Claim"):
        dateline.nothing  # noqa: B018


def test_importing_the_face_loads_nothing_heavy():
    loaded = (
        "import sys, dateline; print(*[each for each in ('spacy', 'pyarrow', 'sqlalchemy') if each in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_text_is_coded_into_events_whose_quotes_stand_in_it():
    text = "Gunmen attacked a market in Jalalabad on Friday. At least 3 people were killed, police said."
    coded = dateline.code(text, published="2023-08-07")
    assert coded.events
    assert all(claim.quote.stands_in(text) for frame in coded.frames for claim in frame.claims)


def test_a_text_in_another_language_is_refused():
    text = "Des hommes armés ont attaqué un marché vendredi soir, tuant au moins trois personnes, selon la police."
    with pytest.raises(dateline.DatelineError, match="language fr"):
        dateline.code(text)
