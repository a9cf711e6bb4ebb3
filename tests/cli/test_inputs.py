import pytest

from dateline.cli.inputs import files_of
from dateline.errors import InputError


@pytest.fixture
def reports(tmp_path):
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden/d.txt", ".e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    return tmp_path


def names(root, *given):
    return [str(path.relative_to(root)) for path in files_of(map(str, given))]


def test_a_folder_gives_its_files_in_order_without_hidden_ones(reports):
    assert names(reports, reports) == ["a.txt", "b.txt", "deep/c.txt"]


def test_a_pattern_gives_the_files_that_match(reports):
    assert names(reports, reports / "**" / "c.*") == ["deep/c.txt"]


def test_a_file_named_twice_is_given_once(reports):
    assert names(reports, reports / "a.txt", reports) == ["a.txt", "b.txt", "deep/c.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(reports):
    (reports / "[1].txt").write_text("")
    assert names(reports, reports / "[1].txt") == ["[1].txt"]


def test_a_name_that_means_nothing_is_refused(reports):
    with pytest.raises(InputError, match="no such file, folder or pattern"):
        names(reports, reports / "nothing.txt")


def test_an_empty_name_is_no_folder():
    with pytest.raises(InputError, match="an empty name"):
        list(files_of([""]))


def test_a_folder_without_files_is_said(tmp_path):
    with pytest.raises(InputError, match="no file in this folder"):
        list(files_of([str(tmp_path)]))


def test_a_link_that_leads_nowhere_or_to_itself_is_given_so_that_it_is_recorded(reports):
    (reports / "gone.txt").symlink_to(reports / "nowhere.txt")
    (reports / "self.txt").symlink_to(reports / "self.txt")
    (reports / "deep" / "up").symlink_to(reports)
    assert names(reports, reports) == ["a.txt", "b.txt", "deep/c.txt", "gone.txt", "self.txt"]


def test_a_casebooks_own_files_are_no_reports(reports):
    for name in ("dateline.toml", "casebook.db", "casebook.db-wal", "captures/ab/abcd"):
        path = reports / "deep" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    assert names(reports, reports) == ["a.txt", "b.txt", "deep/c.txt"]
