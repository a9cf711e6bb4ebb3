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
