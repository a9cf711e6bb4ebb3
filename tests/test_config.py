import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.config import FILE_NAME, Config, find_casebook, read_config, write_default
from dateline.errors import ConfigError


def written(folder, text):
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    return folder


def test_an_empty_file_is_all_defaults(tmp_path):
    config = read_config(written(tmp_path, ""))
    assert config.coding.coder == "combined.v1"
    assert config.fetch.online is False


def test_the_default_file_reads_as_the_defaults_with_the_folders_name(tmp_path):
    folder = tmp_path / "sahel 2024"
    write_default(folder)
    config = read_config(folder)
    assert config.casebook.name == "sahel 2024"
    assert (config.coding, config.fetch, config.store) == (Config().coding, Config().fetch, Config().store)


@given(name=st.text(min_size=1))
def test_any_name_is_kept(tmp_path_factory, name):
    folder = tmp_path_factory.mktemp("book")
    write_default(folder, name=name)
    assert read_config(folder).casebook.name == name


def test_a_folder_name_that_is_not_utf_8_is_written_readable(tmp_path):
    write_default(tmp_path, name="caf\udce9")
    assert read_config(tmp_path).casebook.name == "caf?"


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ConfigError, match="is a file: choose another folder"):
        write_default(tmp_path / "file")
    with pytest.raises(ConfigError, match="cannot be written"):
        write_default(tmp_path / "file" / "book")


def test_a_casebook_is_never_written_over(tmp_path):
    write_default(tmp_path, name="first")
    with pytest.raises(ConfigError, match="is there already"):
        write_default(tmp_path, name="second")
    assert read_config(tmp_path).casebook.name == "first"


def test_a_folder_without_a_file_says_how_to_begin_one(tmp_path):
    with pytest.raises(ConfigError, match="dateline init"):
        read_config(tmp_path)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "[coding]\ncodr = 'rules.v1'\n",
            r"dateline\.toml: \[coding\] codr is not a setting; it takes coder, count_policy",
        ),
        ("[colour]\n", r"\[colour\] is not a setting; it takes casebook, coding, fetch, store"),
        ("[coding]\ncoder = 'magic.v9'\n", r"\[coding\] coder is 'magic\.v9': Input should be 'rules\.v1'"),
        ("[fetch]\nonline = 'yes'\n", r"\[fetch\] online is 'yes': Input should be a valid boolean"),
        ("[coding]\nlanguage = 'english'\n", r"\[coding\] language is 'english'"),
        ("folder = '/tmp'\n", r"\[folder\] is not a setting"),
        ("[store]\nurl = 'casebook.db'\n", r"\[store\] url is 'casebook\.db'"),
        ("[store\n", r"dateline\.toml cannot be read"),
    ],
)
def test_a_wrong_setting_is_refused_by_file_and_field(tmp_path, text, named):
    with pytest.raises(ConfigError, match=named):
        read_config(written(tmp_path, text))


@pytest.mark.parametrize("name", ["rules.v1", "model.v1", "combined.v1"])
def test_every_coder_can_be_chosen(name, tmp_path):
    assert read_config(written(tmp_path, f"[coding]\ncoder = '{name}'\n")).coding.coder == name


def test_a_coder_that_is_none_is_refused_with_those_that_are(tmp_path):
    choices = r"\[coding\] coder is 'model': Input should be 'rules\.v1', 'model\.v1' or 'combined\.v1'"
    with pytest.raises(ConfigError, match=choices):
        read_config(written(tmp_path, "[coding]\ncoder = 'model'\n"))


def test_every_wrong_setting_is_named_at_once(tmp_path):
    with pytest.raises(ConfigError) as caught:
        read_config(written(tmp_path, "[coding]\ncodr = 1\n[fetch]\nonlin = true\n"))
    assert "codr" in str(caught.value)
    assert "onlin " in str(caught.value)


def test_a_casebook_is_found_from_a_folder_inside_it(tmp_path):
    inside = tmp_path / "reports" / "2024"
    inside.mkdir(parents=True)
    write_default(tmp_path)
    assert find_casebook(inside) == tmp_path.resolve()


def test_no_casebook_is_none(tmp_path):
    assert find_casebook(tmp_path) is None


def test_a_relative_store_lies_in_the_casebooks_folder(tmp_path):
    assert read_config(written(tmp_path, "")).store_url == f"sqlite:///{tmp_path / 'casebook.db'}"


@pytest.mark.parametrize("url", ["sqlite:////data/book.db", "sqlite:///:memory:", "postgresql://team@host/book"])
def test_other_store_addresses_are_left_as_they_are(tmp_path, url):
    assert read_config(written(tmp_path, f"[store]\nurl = '{url}'\n")).store_url == url
