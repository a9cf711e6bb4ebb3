"""The scorers of the actors bench."""

import lzma

import pytest

from dateline.actors import ActorKind, Name, load_roster
from dateline.actors.records import Actor
from dateline.actors.roster import Roster
from dateline.bench.scorers import actors_confusable, actors_lists, actors_matching
from dateline.bench.scorers.actors_confusable import Answer, Question
from dateline.errors import InputError

COLUMNS = "ActorId,NameData,NameOrig,NameOrigFull,NameOrigFullEng,NewName,NewNameFullEng"
LIST = (
    "<CONSOLIDATED_LIST><ENTITIES>"
    "<ENTITY><FIRST_NAME>TAMRA FRONT</FIRST_NAME><REFERENCE_NUMBER>QDe.900</REFERENCE_NUMBER></ENTITY>"
    "<ENTITY><FIRST_NAME>TAMRA STEEL WORKS</FIRST_NAME><REFERENCE_NUMBER>KPe.900</REFERENCE_NUMBER></ENTITY>"
    "</ENTITIES></CONSOLIDATED_LIST>"
)
ROSTER = Roster([Actor("tamra-front", "Tamra Front", ActorKind.REBEL, (Name("Tamra Front", "name"),))])


def values(folder):
    return {row.metric: (row.value, row.n) for row in actors_lists.rows(folder, ROSTER)}


def test_ucdps_actors_count_as_found_by_any_of_their_names(tmp_path):
    lines = [COLUMNS, "5,Old,Old,n/a,n/a,,", "2000,TF,TF,n/a,Tamra Front,,", "2001,XY,XY,n/a,Nobody,,"]
    (tmp_path / "ucdp_actors_22.1.csv").write_text("\n".join(lines), encoding="utf-8")
    found = values(tmp_path)
    assert found["actors.ucdp.recall"] == (50.0, 2)
    assert found["actors.ucdp.all.recall"] == (pytest.approx(100 / 3), 3)


@pytest.mark.parametrize("ending", [".xml", ".xml.xz"])
def test_the_uns_organisations_are_looked_up_as_shipped_and_with_the_list(tmp_path, ending):
    data = LIST.encode() if ending == ".xml" else lzma.compress(LIST.encode())
    (tmp_path / f"un_sc_consolidated_2020{ending}").write_bytes(data)
    assert values(tmp_path) == {
        "actors.un.recall": (50.0, 2),
        "actors.un.conflict.recall": (100.0, 1),
        "actors.un.with_list.recall": (100.0, 2),
    }


def test_without_lists_there_are_no_rows(tmp_path):
    assert actors_lists.rows(tmp_path, ROSTER) == ()


def test_an_empty_list_is_not_measured(tmp_path):
    (tmp_path / "un_sc_consolidated_1.xml").write_text("<CONSOLIDATED_LIST/>", encoding="utf-8")
    assert values(tmp_path)["actors.un.recall"] == (None, 0)


def test_another_table_is_refused(tmp_path):
    (tmp_path / "ucdp_actors_1.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column ActorId"):
        actors_lists.rows(tmp_path, ROSTER)


def test_every_question_names_a_part_of_its_sentence_and_says_why():
    questions = actors_confusable.read_questions()
    assert len(questions) >= 200
    assert [question for question in questions if question.name not in question.text or not question.why] == []


def test_every_actor_that_is_meant_is_on_the_roster():
    meant = {question.meant for question in actors_confusable.read_questions() if question.meant}
    roster = load_roster()
    lost = [each for each in meant if roster.get(each) is None and not roster.find(each.removeprefix("="))]
    assert lost == []


def test_an_answer_is_right_if_it_is_who_is_meant():
    question = Question("g", "The Tamra Front left.", "Tamra Front", "tamra-front", "made up")
    right, wrong = Answer(question, "tamra-front", "exact"), Answer(question, None, "local")
    rows = {row.metric: row for row in actors_confusable.rows([right, wrong])}
    assert rows["actors.confusable.accuracy"].value == 50.0
    assert "Tamra Front = None" in rows["actors.confusable.g"].note
    assert right.as_json()["right"] is True


def test_matching_is_measured_in_words_a_second():
    row = actors_matching.row(ROSTER)
    assert row.value > 0
    assert row.n > 100_000
