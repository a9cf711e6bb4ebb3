"""How attributions are scored, and how PolNeAR's annotations are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.attribution_baseline import find_quoted
from dateline.bench.mappers.polnear import map_found, read_annotators
from dateline.bench.scorers import attribution, attribution_snippets
from dateline.bench.scorers.attribution import CitedWords, paired
from dateline.claims.coders.rules.attribution import Attribution, AttributionKind
from dateline.errors import InputError
from dateline.pipeline import Failed
from dateline.values.spans import Span

TEXT = "The mayor said the road is shut. Nobody passes."
BRAT = (
    "T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\nT3\tContent 15 31;33 46\tthe road is shut Nobody passes\n"
    "T4\tAttribution 10 14\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nT5\tDiscard 33 39\tNobody"
)


def cited(source=(), cue=(), content=()):
    return CitedWords(frozenset(source), frozenset(cue), frozenset(content))


def line(*annotators):
    return {"id": "own-1", "text": TEXT, "attributions": list(annotators)}


def figures(found, *keys):
    return {row.metric: row.value for row in attribution.rows([(found, keys)])}


def test_a_brat_file_is_read_as_sets_of_words():
    ((read,),) = read_annotators(line(BRAT))
    words = [TEXT[start:].split(maxsplit=1)[0].rstrip(".") for start in sorted(read.content)]
    assert (read.source, read.cue, words) == ({0, 4}, {10}, ["the", "road", "is", "shut", "Nobody", "passes"])


def test_the_list_of_annotators_may_be_a_python_literal():
    literal = {**line(), "attributions": repr([BRAT, BRAT])}
    assert [len(each) for each in read_annotators(literal)] == [1, 1]


def test_a_text_with_line_breaks_does_not_end_its_entry():
    assert read_annotators(line(BRAT.replace("shut Nobody", "shut\nNobody"))) == read_annotators(line(BRAT))


@pytest.mark.parametrize("wrong", ["not a list", ["T1\tSource here\tx"], ["E1\tCue:T9"]])
def test_another_form_is_refused_with_the_article(wrong):
    with pytest.raises(InputError, match="article own-1"):
        read_annotators({**line(), "attributions": wrong})


def test_an_attribution_inside_anothers_content_is_not_scored():
    outer = Attribution(Span(0, 9), Span(10, 14), (Span(15, 31),), AttributionKind.SPEECH)
    inner = Attribution(None, Span(24, 26), (Span(27, 31),), AttributionKind.SPEECH)
    assert len(map_found([outer, inner], TEXT)) == 1


def test_the_same_attribution_is_all_right():
    (key,) = read_annotators(line(BRAT))
    assert set(figures(key, key).values()) == {100.0}


def test_the_right_source_beside_the_wrong_cue_is_wrong():
    found = figures([cited(source={1}, cue={2}, content={3})], [cited(source={1}, cue={9}, content={3})])
    assert (found["attribution.source.f1"], found["attribution.content.f1"]) == (0.0, 0.0)


def test_contents_earn_by_the_words_that_they_share():
    found = figures([cited(cue={1}, content={2, 3})], [cited(cue={1}, content={3, 4, 5, 6})])
    assert found["attribution.content.precision"] == 50.0
    assert found["attribution.content.recall"] == 25.0
    assert found["attribution.content.exact.f1"] == 0.0


def test_a_source_with_one_word_too_many_is_wrong_but_overlaps():
    found = figures([cited(source={1, 2}, cue={3})], [cited(source={1}, cue={3})])
    assert (found["attribution.source.f1"], found["attribution.source.overlap.f1"]) == (0.0, 100.0)


def test_who_names_no_source_where_there_is_none_is_not_wrong_about_it():
    found = figures([cited(cue={3}), cited(source={5}, cue={6})], [cited(cue={3}), cited(source={5}, cue={6})])
    assert found["attribution.source.precision"] == 100.0


def test_an_article_of_two_annotators_counts_once():
    key, other = [cited(cue={1}, content={2})], [cited(cue={8}, content={9})]
    rows = {row.metric: row for row in attribution.rows([(key, (key, other))])}
    assert (rows["attribution.cue.f1"].value, rows["attribution.cue.f1"].n) == (50.0, 1)


def test_without_articles_nothing_is_measured():
    assert {row.value for row in attribution.rows([])} == {None}


@given(st.lists(st.frozensets(st.integers(0, 9), max_size=4), max_size=5), st.data())
def test_no_attribution_is_paired_twice(cues, data):
    found = [cited(cue=cue) for cue in cues]
    key = [cited(cue=data.draw(st.frozensets(st.integers(0, 9), max_size=4))) for _ in range(3)]
    pairs = paired(found, key)
    assert len(pairs) <= min(len(found), len(key))
    assert all(mine.cue & theirs.cue for mine, theirs in pairs)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('"The road is shut," said Anna Tarn.', "Anna Tarn"),
        ('"The road is shut," the mayor said.', "the mayor"),
        ('The mayor said: "The road is shut."', "The mayor"),
        ('The sign read "Shut".', None),
    ],
)
def test_the_baseline_finds_who_stands_beside_a_quotation(text, source):
    assert [found.source.cut(text) for found in find_quoted(text)] == ([source] if source else [])


def test_a_snippet_that_failed_gives_no_claim():
    failed = Failed("own-1", "own.txt", "gone")
    rows = attribution_snippets.rows([failed, failed], ["ATTRIB", "OTHER"])
    assert [(row.metric, row.value, row.n) for row in rows] == [
        ("attribution.case2021.recall", 0.0, 1),
        ("attribution.case2021.others", 0.0, 1),
    ]


def test_without_snippets_of_a_label_its_share_is_not_measured():
    assert [row.value for row in attribution_snippets.rows([], [])] == [None, None]
