"""Which actor a noun phrase names or stands for: each list of coreference.yaml keeps its example."""

import pytest

from dateline.claims.coders.rules.who import load_coreference, who

_EXAMPLES = [
    entry["example"]
    for value in load_coreference().values()
    for entry in (value if isinstance(value, list) else [value])
]


@pytest.mark.parametrize("example", _EXAMPLES, ids=lambda example: example["text"])
def test_each_word_stands_for_the_actor_of_its_example(example, open_text):
    page = open_text(example["text"])
    token = max(t.index for t in page.tokens if t.text == example["word"])
    found = who(page, token)
    assert found is not None
    assert found.mention.text.removeprefix("The ").removeprefix("the ") == example["actor"].removeprefix("The ")


@pytest.mark.parametrize(
    "text",
    [
        "The Red Column lost. Observers saw the first group of Mali.",
        "The Red Column lost. The group that Mali trained won.",
        "Mali is poor. The group lost.",
    ],
)
def test_a_group_that_is_new_stands_for_nobody(text, open_text):
    page = open_text(text)
    token = next(t.index for t in page.tokens if t.text == "group")
    assert who(page, token) is None


def test_an_adjective_means_its_country_only_beside_a_word_for_the_state(open_text):
    page = open_text("Mali is poor. The Malian farmers met the Malian government.")
    farmers, government = (next(t.index for t in page.tokens if t.text == word) for word in ("farmers", "government"))
    assert who(page, farmers) is None
    found = who(page, government)
    assert found is not None
    assert (found.key, found.side) == ("mali", "state")
