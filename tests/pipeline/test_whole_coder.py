"""The whole coder with the stages that ship: whatever the text, every value stands where its claim says."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.claims.records import Named
from dateline.pipeline.code import code_documents
from dateline.pipeline.records import Coded
from dateline.values.folding import fold
from factories import document
from loaded import load

_REPORTS = [
    "KABUL, Afghanistan (Jan. 25, 2013) - Gunmen of the Haqqani network attacked a police post in Jalalabad on Friday.",
    "At least 3 people were killed and 12 others wounded, officials said.",
    'The Taliban claimed responsibility for the attack, which the governor\'s spokesman called "a cowardly act".',
    "Two days earlier a roadside bomb had killed dozens of soldiers near Peshawar, the army's spokesman said.",
    "Police blamed the Islamic State-Khorasan (IS-K) for the bombing; nobody else has claimed it.",
    "Between 40 and 50 villagers were abducted in Borno state in December 2022, residents said.",
    "No casualties were reported when rockets hit Goma's airport last week.",
    "Analysts say that Boko Haram has about 2,000 fighters and is likely to attack again.",
    "The M23 rebels, who denied the killings, control Rutshuru and receive weapons from Rwanda.",
    "Three suicide bombers - one of them a woman - blew themselves up at a mosque in Kano, killing 20 and injuring 45.",
]
_ODD = [
    "\u202eهجوم في كابول\u202c",
    "👩‍👩‍👧 💣 \U000e0067",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯A",
    "İSTANBUL ßẞ ﬁve \u00ad oﬃcers",
    "(((([[[[",
    "\"'\"'\"'",
    "1,2,3,4-5-6/7/8",
    "9999-12-31 December 31, 9999 and 0000-00-00",
    "x" * 400,
    "-- -- —— - -",
    "\x00\x0b\x0c\x85\u2028",
    "MR. A.B.C. D.E.F. (AB) [CD]",
]
_pieces = st.one_of(
    st.sampled_from(_REPORTS), st.sampled_from(_ODD), st.text(max_size=40), st.text(string.punctuation, max_size=20)
)
_gaps = st.sampled_from([" ", "\n", "\n\n", "\t", "\u00a0", "", " \n \n", "\u2028"])
texts = st.lists(st.tuples(_pieces, _gaps), min_size=1, max_size=8).map(lambda parts: "".join(map("".join, parts)))
reports = st.lists(st.sampled_from(_REPORTS), min_size=1, max_size=5, unique=True)
_examined = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="session")
def stages():
    return load()


def coded(stages, text):
    (outcome,) = code_documents([document(text)], stages)
    assert isinstance(outcome, Coded), outcome
    return outcome


def assert_sound(outcome):
    """Every quote and highlight stands, highlights lie inside quotes, mentions stand, cells name existing claims."""
    text = outcome.document.text
    for frame in outcome.frames:
        for quote in frame.mentions:
            assert quote.stands_in(text)
        for claim in frame.claims:
            assert claim.quote.stands_in(text)
            assert claim.highlight.stands_in(text)
            assert claim.quote.span.contains(claim.highlight.span)
    for mention in outcome.mentions:
        assert mention.span.cut(text) == mention.text
    claims = {claim.id for frame in outcome.frames for claim in frame.claims}
    named = {claim for event in outcome.events for cell in event.cells for claim in (*cell.claims, *cell.set_aside)}
    assert named <= claims


def values(outcome):
    """What was read, without where it stood: comparable between two spellings of one text."""
    return [[(claim.slot, _plain(claim.value), claim.stance) for claim in frame.claims] for frame in outcome.frames]


def _plain(value):
    return (fold(value.text), value.keys, value.labels) if isinstance(value, Named) else value


@_examined
@given(texts)
def test_whatever_the_text_every_value_stands_where_its_claim_says(stages, text):
    assert_sound(coded(stages, text))


@_examined
@given(texts)
def test_a_text_in_capitals_keeps_its_offsets(stages, text):
    assert_sound(coded(stages, text.upper()))


@_examined
@given(texts)
def test_coding_twice_gives_the_same(stages, text):
    assert coded(stages, text) == coded(stages, text)


@_examined
@given(reports)
def test_typographic_quotes_and_dashes_change_no_value(stages, sentences):
    plain = " ".join(sentences)
    curly = plain.replace("'", "\u2019").replace(' "', " \u201c").replace('"', "\u201d").replace("-", "\u2010")
    outcome = coded(stages, curly)
    assert_sound(outcome)
    assert values(outcome) == values(coded(stages, plain))


@_examined
@given(reports)
def test_line_ends_of_windows_change_no_value(stages, sentences):
    outcome = coded(stages, "\r\n\r\n".join(sentences))
    assert_sound(outcome)
    assert values(outcome) == values(coded(stages, "\n\n".join(sentences)))


@_examined
@given(st.lists(texts, min_size=2, max_size=4))
def test_a_document_is_coded_the_same_alone_and_among_others(stages, several):
    documents = [document(text, origin=f"{number}.txt") for number, text in enumerate(several)]
    together = list(code_documents(documents, stages))
    assert together == [outcome for each in documents for outcome in code_documents([each], stages)]
