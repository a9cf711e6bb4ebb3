"""Rows: what people write down is checked before anything believes it."""

from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.actors.records import ActorKind, Name, Tie, TieKind
from dateline.actors.rows import FIELDS, actor_from_row, checked_rows, read_rows, ties_from_row
from dateline.errors import InputError

ROW = {"id": "tamra-front", "name": "Tamra Front", "kind": "rebel"}


def refusal(row):
    with pytest.raises(InputError) as caught:
        checked_rows([ROW | {"id": "other"}, row], "mine.yaml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("id", "Tamra Front", "small letters"),
        ("name", "", "no text"),
        ("kind", "heroes", "none of state_forces"),
        ("country", "XY", "alpha-2"),
        ("state", "Mali", "alpha-2"),
        ("parent", "Tamra Front", "small letters"),
        ("aliases", "Front of Tamra", "no list"),
        ("acronyms", [True], "quote it"),
        ("native", [{"text": "جبهة", "from": 1999}], "dated name"),
        ("since", "long ago", "no years"),
        ("until", 20, "no years"),
        ("level", 7, "1 (formal)"),
        ("ordinary", "yes", "neither true nor false"),
        ("ties", [{"kind": "friend_of", "other": "x"}], "none of successor_of"),
        ("ties", [{"kind": "part_of"}], "a tie is"),
        ("leader", "somebody", "is no field"),
    ],
)
def test_a_wrong_field_is_refused_with_file_row_and_field(field, value, said):
    message = refusal(ROW | {field: value})
    assert message.startswith("mine.yaml, row 2, ")
    assert field in message
    assert said in message


@pytest.mark.parametrize("field", ["id", "name", "kind"])
def test_what_every_actor_needs_is_missed(field):
    assert f"{field}: is missing" in refusal({name: value for name, value in ROW.items() if name != field})


def test_years_in_the_wrong_order_are_refused():
    assert "2014 is after 2006" in refusal(ROW | {"since": 2014, "until": 2006})


def test_two_rows_with_one_id_are_refused():
    assert "is the id of row 1 too" in refusal(ROW | {"id": "other"})


def test_a_row_that_is_only_a_name_is_refused():
    assert "'Tamra Front' is no actor" in refusal("Tamra Front")


def test_a_file_that_is_no_list_is_refused(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("id: tamra-front\n", encoding="utf-8")
    with pytest.raises(InputError, match="a list of actors is needed"):
        read_rows(path)


def test_a_file_that_is_no_yaml_is_refused(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("- {id: [\n", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read as YAML"):
        read_rows(path)


def test_an_empty_file_has_no_rows(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("# nobody yet\n", encoding="utf-8")
    assert read_rows(path) == []


def test_every_list_of_names_becomes_names_of_its_kind():
    lists = {"aliases": ["Front of Tamra"], "acronyms": ["TFR"], "native": ["تمرة"], "listed": ["Tamra (Front)"]}
    names = [(name.text, name.kind) for name in actor_from_row(ROW | lists).names]
    assert names[0] == ("Tamra Front", "name")
    assert names[1:3] == [("Front of Tamra", "alias"), ("TFR", "acronym")]
    assert names[3:] == [("تمرة", "native"), ("Tamra (Front)", "listed")]


def test_a_dated_name_keeps_its_years():
    row = ROW | {"aliases": [{"text": "Tamra Column", "since": 1998, "until": 2003}]}
    assert Name("Tamra Column", "alias", 1998, 2003) in actor_from_row(row).names


def test_a_name_that_is_only_listed_is_not_searched_for():
    assert actor_from_row(ROW | {"listed": ["Tamra Front"]}).names == (Name("Tamra Front", "listed"),)


def test_a_parent_is_a_tie_where_no_other_tie_leads_to_it():
    assert ties_from_row(ROW | {"parent": "x"}) == (Tie(TieKind.PART_OF, "x"),)
    tied = [{"kind": "chapter_of", "other": "x", "since": 2015}]
    assert ties_from_row(ROW | {"parent": "x", "ties": tied}) == (Tie(TieKind.CHAPTER_OF, "x", 2015),)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip)


@given(st.sampled_from(list(ActorKind)), TEXTS, st.lists(TEXTS, max_size=3))
def test_any_good_row_goes_through_yaml_and_comes_back(kind, name, aliases):
    row = ROW | {"name": name, "kind": str(kind), "aliases": aliases}
    (again,) = checked_rows(yaml.safe_load(yaml.safe_dump([row], allow_unicode=True)), "mine.yaml")
    assert actor_from_row(again) == actor_from_row(row)


@given(st.dictionaries(st.sampled_from(FIELDS), st.none() | st.integers() | TEXTS | st.lists(st.integers() | TEXTS)))
def test_any_row_is_either_an_actor_or_refused(row):
    with suppress(InputError):
        (good,) = checked_rows([row], "mine.yaml")
        assert actor_from_row(good).id == row["id"]
