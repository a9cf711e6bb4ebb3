"""Words around a name: every entry of place_words.yaml is seen in its own example."""

from importlib.resources import files

import pytest
import yaml

from dateline.mentions.placing.words import place_words

DATA = yaml.safe_load((files("dateline.mentions") / "data" / "place_words.yaml").read_text(encoding="utf-8"))
ENTRIES = [(section, entry) for section, entries in DATA.items() for entry in entries]


@pytest.mark.parametrize(("section", "entry"), ENTRIES, ids=[section for section, _ in ENTRIES])
def test_an_entry_s_example_holds_one_of_its_words_and_its_name(section, entry):
    text, name = entry["example"]
    assert name in text
    assert any(word in text.lower().replace(",", " ,") for word in entry["words"])


@pytest.mark.parametrize("section", DATA)
def test_words_are_in_small_letters(section):
    assert all(isinstance(word, str) and word == word.lower() for word in place_words(section))
