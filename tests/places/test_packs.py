import json
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from dateline.errors import InstallationError
from dateline.places import packs

MANIFEST = {"sha256": "0" * 64, "rows": 1, "sources": {"own": {"name": "Mine", "licence": "CC0", "credit": "me"}}}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "places.json").write_text(json.dumps(MANIFEST))
    return tmp_path


def installed(monkeypatch, *entries):
    monkeypatch.setattr(packs, "entry_points", lambda group: [EntryPoint(*entry, group) for entry in entries])
    return packs.installed_packs()


def test_the_core_is_always_there_and_first(monkeypatch):
    assert [pack.name for pack in installed(monkeypatch)] == ["core"]


def test_the_cores_rows_all_have_a_source_with_a_licence_and_a_credit():
    core = packs.installed_packs()[0]
    assert core.rows > 250_000
    assert all(source.licence and source.credit for source in core.sources)


def test_a_pack_is_found_beside_its_module(monkeypatch, folder):
    module = folder / "my_places"
    module.mkdir()
    (module / "__init__.py").write_text("")
    (folder / "places.json").rename(module / "places.json")
    monkeypatch.syspath_prepend(str(folder))
    found = installed(monkeypatch, ("mine", "my_places"))[1]
    sys.modules.pop("my_places")
    assert (found.name, found.rows, found.sources[0].name) == ("mine", 1, "Mine")


def test_a_pack_without_its_module_is_named(monkeypatch):
    with pytest.raises(InstallationError, match=r"'mine'.*no_such_module.*install it again"):
        installed(monkeypatch, ("mine", "no_such_module"))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"sha256": "x", "rows": "many"}', '{"sha256": "x", "rows": 1, "sources": {"a": {}}}']
)
def test_a_manifest_that_is_none_is_named(tmp_path, text):
    (tmp_path / "places.json").write_text(text)
    with pytest.raises(InstallationError, match=r"'mine'.*places.json"):
        packs.read_pack("mine", tmp_path)


def test_a_missing_table_is_named(folder):
    with pytest.raises(InstallationError, match=r"'mine'.*places.tsv.xz"):
        packs.read_pack("mine", folder).read()


def test_an_altered_table_is_refused(folder):
    (folder / "places.tsv.xz").write_bytes(b"altered")
    with pytest.raises(InstallationError, match="not the one that was built"):
        packs.read_pack("mine", folder).read()


def test_a_damaged_core_asks_to_install_dateline_again(tmp_path):
    with pytest.raises(InstallationError, match="install Dateline again"):
        packs.read_pack("core", Path(tmp_path))
