from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.boilerplate import (
    boilerplate_in,
    paragraph_key,
    read_boilerplate,
    recurring_paragraphs,
    without_boilerplate,
)
from factories import document

NEWS = "A bomb killed four people in the market, police said."


@pytest.mark.parametrize("sentence", [each for kind in read_boilerplate() for each in kind["example"]])
def test_each_example_is_struck_out_of_a_report(sentence):
    left = without_boilerplate(f"{NEWS}\n{sentence}\n{NEWS}")
    assert left.split() == f"{NEWS} {NEWS}".split()


@pytest.mark.parametrize("sentence", [each for kind in read_boilerplate() for each in kind["kept"]])
def test_each_sentence_that_looks_alike_is_kept(sentence):
    assert not boilerplate_in(sentence)


def test_a_sentence_in_the_middle_of_a_paragraph_is_struck_out_alone():
    text = f"{NEWS} Sign up for our newsletter. Nobody claimed it."
    assert [span.cut(text) for span in boilerplate_in(text)] == ["Sign up for our newsletter."]


def test_what_stands_after_boilerplate_keeps_its_place():
    text = f"All rights reserved.\n{NEWS}"
    assert without_boilerplate(text).index("A bomb") == text.index("A bomb")


def test_a_paragraph_that_many_reports_have_for_weeks_is_the_sites_own():
    line = "The regional desk covers nine districts from its office in the port."
    reports = [
        document(f"Report {number}.\n{line}", origin=str(number), published=date(2020, 1, 1) + timedelta(7 * number))
        for number in range(8)
    ]
    recurring = recurring_paragraphs(reports)
    assert recurring == {paragraph_key(line)}
    assert without_boilerplate(reports[0].text, recurring).strip() == "Report 0."


def test_a_report_that_ten_papers_copy_within_days_is_no_boilerplate():
    copies = [document(NEWS, origin=str(number), published=date(2020, 1, 1 + number)) for number in range(10)]
    assert not recurring_paragraphs(copies)


def test_paragraphs_that_differ_in_a_number_have_one_key():
    assert paragraph_key("© 2019 Harbour Media.") == paragraph_key("© 2021 Harbour Media.")


@given(st.text(max_size=200))
def test_any_text_keeps_its_length(text):
    assert len(without_boilerplate(text)) == len(text)
