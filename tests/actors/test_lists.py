"""Lists: organisations of a list that a reader brings."""

import pytest

from dateline.actors.casebook import add_list, open_roster
from dateline.actors.lists import read_un_list, read_un_names
from dateline.actors.lookup import look_up
from dateline.actors.roster import load_roster
from dateline.errors import InputError

LIST = """<CONSOLIDATED_LIST><INDIVIDUALS/><ENTITIES>
<ENTITY><FIRST_NAME>TAMRA  TRADING COMPANY OF KIDAL (TTCK)</FIRST_NAME><REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER>
<ENTITY_ALIAS><ALIAS_NAME>House of Tamra</ALIAS_NAME></ENTITY_ALIAS>
<ENTITY_ALIAS><ALIAS_NAME>Tamrico</ALIAS_NAME></ENTITY_ALIAS>
<ENTITY_ALIAS><ALIAS_NAME/></ENTITY_ALIAS></ENTITY>
<ENTITY><FIRST_NAME>BOKO HARAM</FIRST_NAME><REFERENCE_NUMBER>XXe.002</REFERENCE_NUMBER></ENTITY>
</ENTITIES></CONSOLIDATED_LIST>"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "list.xml"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_every_organisation_is_read_with_its_names(path):
    assert list(read_un_names(path)) == [
        ("XXe.001", ["TAMRA TRADING COMPANY OF KIDAL (TTCK)", "House of Tamra", "Tamrico"]),
        ("XXe.002", ["BOKO HARAM"]),
    ]


def test_only_those_whom_the_roster_does_not_know_become_rows(path):
    (row,) = read_un_list(path, roster=load_roster())
    assert (row["id"], row["name"]) == ("un-xxe-001", "Tamra Trading Company of Kidal")
    assert row["external"] == [["un", "XXe.001"]]


def test_names_of_several_words_are_searched_for_and_others_only_looked_up(path):
    (row,) = read_un_list(path, roster=load_roster())
    assert row["aliases"] == ["House of Tamra"]
    assert row["listed"] == ["Tamra Trading Company of Kidal (TTCK)", "Tamrico"]


def test_a_list_is_added_to_a_casebook_once(path, tmp_path):
    rows = read_un_list(path, roster=load_roster())
    assert [add_list(tmp_path, rows), add_list(tmp_path, rows)] == [1, 0]
    roster = open_roster(tmp_path)
    assert look_up("TAMRICO", roster=roster)[0].actor.id == "un-xxe-001"


@pytest.mark.parametrize(("text", "said"), [("- id: x", "not the UN's"), ("<ITEMS/>", "its root is ITEMS")])
def test_another_file_is_refused(tmp_path, text, said):
    path = tmp_path / "other.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        list(read_un_names(path))
