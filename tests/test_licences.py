"""Everything that Dateline stands on is credited, and none of it asks for more than a permissive licence."""

import re
import tomllib
from importlib.metadata import metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CREDITS = (ROOT / "CREDITS.md").read_text(encoding="utf-8")
DATA = sorted(path.relative_to(ROOT / "src/dateline").as_posix() for path in ROOT.glob("src/dateline/**/*.xz"))


def names(requirements):
    """The distributions that an ordinary installation needs, by their normal names."""
    found = [Requirement(each) for each in requirements]
    return {
        re.sub(r"[-_.]+", "-", each.name).lower()
        for each in found
        if each.marker is None or each.marker.evaluate({"extra": ""})
    }


DIRECT = sorted(names(PROJECT["dependencies"]))


def brought_along():
    """Every distribution that an installation brings, the direct ones included."""
    seen, waiting = set(), set(DIRECT)
    while waiting:
        name = waiting.pop()
        seen.add(name)
        waiting |= names(requires(name) or []) - seen
    return sorted(seen)


def licences(name):
    """The licences that a distribution names, one text for each that may be chosen."""
    about = metadata(name)
    stated = about.get("License-Expression") or (about.get("License") or "").partition("\n")[0]
    classified = [each for each in about.get_all("Classifier") or [] if each.startswith("License ::")]
    return re.split(r"\s+OR\s+", stated) if stated else classified


def is_strict(licence):
    """The GPL and the AGPL, which a program that uses the library would have to take over; not the LGPL."""
    return bool(re.search(r"\bA?GPL|(?<!Lesser )General Public|Affero", licence))


@pytest.mark.parametrize("name", DIRECT)
def test_a_dependency_is_credited_with_its_licence(name):
    assert re.search(rf"^\| {re.escape(name)} \| \S.* \|$", CREDITS, re.MULTILINE), "add it to CREDITS.md"


def test_no_library_is_credited_that_is_not_a_dependency():
    table = CREDITS.partition("## Libraries")[2].partition("\n## ")[0]
    assert re.findall(r"^\| ([a-z0-9-]+) \|", table, re.MULTILINE)[1:] == DIRECT


@pytest.mark.parametrize("name", brought_along())
def test_a_library_can_be_had_without_the_gpl(name):
    offered = licences(name)
    assert offered, f"{name} names no licence"
    assert not all(map(is_strict, offered)), offered


@pytest.mark.parametrize("path", DATA)
def test_a_file_of_other_peoples_data_is_credited(path):
    assert path in CREDITS


def test_the_credits_of_the_places_are_those_of_the_tables():
    from write_credits import with_places

    assert with_places(CREDITS) == CREDITS, "run tools/write_credits.py"


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "AGPL-3.0", "GNU General Public License v2 (GPLv2)"])
def test_a_strict_licence_is_known_as_one(licence):
    assert is_strict(licence)


@pytest.mark.parametrize("licence", ["LGPL-2.1-or-later", "GNU Lesser General Public License v3", "MIT", "MPL-2.0"])
def test_a_permissive_licence_is_known_as_one(licence):
    assert not is_strict(licence)
