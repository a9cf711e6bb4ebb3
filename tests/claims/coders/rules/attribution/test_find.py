"""Who is cited for what: every example of the cues, and the shapes that sentences give them."""

from importlib.resources import files
from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.claims.coders.rules.attribution import AttributionKind, find_attributions
from dateline.values.spans import Span

_CUES = yaml.safe_load((files("dateline.claims.coders.rules") / "data" / "cues.yaml").read_text(encoding="utf-8"))
_LISTS = ("verbs", "nouns", "adjectives", "adverbs", "phrases")
_ENTRIES = [entry for name in _LISTS for entry in _CUES[name]] + [
    {"id": name, **_CUES[name]} for name in ("carriers", "light", "nobody")
]


def shown(text, found):
    """Return an attribution's source, cue and content as text; "none" for no source."""
    source = found.source.cut(text) if found.source else "none"
    return source, found.cue.cut(text), " ".join(span.cut(text) for span in found.content)


@pytest.fixture(scope="session")
def cited(open_text):
    return lambda text: [shown(text, found) for found in find_attributions(open_text(text))]


@pytest.mark.parametrize("entry", _ENTRIES, ids=lambda entry: entry["id"])
def test_each_list_of_cues_finds_its_example(entry, cited):
    example = entry["example"]
    assert (example["source"], example["cue"], example["content"]) in cited(example["text"])


@pytest.mark.parametrize("entry", [e for e in _ENTRIES if "kind" in e], ids=lambda entry: entry["id"])
def test_an_attribution_has_the_kind_of_its_cue(entry, open_text):
    example = entry["example"]
    found = find_attributions(open_text(example["text"]))
    assert AttributionKind(entry["kind"]) in {each.kind for each in found if each.cue.cut(example["text"])}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"The road is closed," the mayor said. "Nobody passes it."',
            ("the mayor", "said", '"The road is closed," "Nobody passes it."'),
        ),
        (
            '"The road," said the mayor, "is closed."',
            ("the mayor", "said", '"The road," "is closed."'),
        ),
        (
            '"The bridge fell. Nobody was hurt. We were lucky," the engineer said.',
            ("the engineer", "said", '"The bridge fell. Nobody was hurt. We were lucky,"'),
        ),
        (
            "“We will stay,” she told reporters.",
            ("she", "told", "“We will stay,”"),
        ),
    ],
)
def test_a_quotation_counts_whole(text, expected, cited):
    assert expected in cited(text)


def test_a_verb_takes_the_source_of_the_verb_that_it_is_joined_to(cited):
    found = cited("The union condemned the raid and called for an inquiry.")
    assert ("The union", "called for", "an inquiry") in found


def test_a_source_keeps_its_apposition_and_clause(cited):
    found = cited("Mr. Tarn, the mayor, who was there, said that the hall burned down.")
    assert ("Mr. Tarn, the mayor, who was there", "said", "that the hall burned down") in found


def test_an_accusation_in_the_passive_has_the_accuser_after_by(cited):
    found = cited("The governor was accused of bribery by two members of the council.")
    assert [source for source, cue, _ in found if "accused" in cue] == ["two members of the council"]


def test_an_attribution_may_stand_in_another(cited):
    cues = [cue for _, cue, _ in cited("The envoy said that the rebels denied that they had burned the village.")]
    assert cues == ["said", "denied"]


def test_a_text_that_cites_nobody_has_no_attribution(cited):
    assert cited("Rain fell on the valley. The river rose by two metres.") == []


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "The mayor",
                "said",
                '"',
                "that",
                "it",
                "rained",
                ",",
                ".",
                "according to",
                "police",
                "“",
                "”",
                "\n\n",
                "and",
            ]
        ),
        min_size=1,
        max_size=25,
    )
)
def test_spans_stand_in_the_text_and_do_not_overlap_within_an_attribution(open_text, words):
    text = " ".join(words).strip() or "Rain."
    for found in find_attributions(open_text(text)):
        parts = sorted([found.cue, *found.content, *([found.source] if found.source else [])])
        assert all(first.end <= second.start for first, second in pairwise(parts))
        assert parts[-1].end <= len(text)
        assert all(isinstance(part, Span) and part.cut(text).strip() for part in parts)
