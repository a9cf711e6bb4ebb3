"""The coder's patterns between spans that somebody else has found."""

from dateline.claims.coders.rules.relation_spans import told_between
from dateline.values.spans import Span


def spans(text: str, *words: str) -> list[Span]:
    return [Span(text.index(each), text.index(each) + len(each)) for each in words]


def test_spans_that_no_list_knows_are_the_actors(open_text):
    text = "The farmers of Sola are allied with the weavers."
    first, second = spans(text, "The farmers of Sola", "the weavers")
    assert told_between(open_text(text), [first, second]) == {(first, second): ("ally_of",)}


def test_names_of_the_page_that_are_not_given_are_no_actors(open_text):
    text = "The Green League is allied with the Red Column."
    assert told_between(open_text(text), spans(text, "The Green League")) == {}


def test_the_outer_of_two_nested_spans_is_the_actor(open_text):
    text = "The League of Goma is allied with the weavers."
    outer, inner, other = spans(text, "The League of Goma", "Goma", "the weavers")
    assert told_between(open_text(text), [outer, inner, other]) == {(outer, other): ("ally_of",)}


def test_two_ways_of_saying_one_kind_are_one_kind(open_text):
    text = "The weavers, an ally of the farmers, are allied with the farmers."
    first, second = spans(text, "The weavers", "the farmers")
    again = Span(text.rindex("the farmers"), text.rindex("the farmers") + len("the farmers"))
    found = told_between(open_text(text), [first, second, again])
    assert set(found.values()) == {("ally_of",)}
