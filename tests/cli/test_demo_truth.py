"""The demonstration holds the events of its key: none merged, none split, each history of the dead as it was told."""

from collections import Counter
from importlib.resources import files

import pytest
import yaml

from dateline.cli.demo import code_demo
from dateline.codebook import load_codebook
from dateline.config import read_config
from dateline.values.counts import Count
from dateline.values.counts_in_text import find_counts
from dateline.views.casebook import open_holdings

KEY = yaml.safe_load((files("dateline.cli") / "data" / "demo_events.yaml").read_text("utf-8"))
EVENTS = KEY["events"]
TOLD = {event["id"]: {*event["reports"], *event["mentions"]} for event in EVENTS}
each_event = pytest.mark.parametrize("key", EVENTS, ids=[event["id"] for event in EVENTS])


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    code_demo(folder, quiet=True)
    with open_holdings(read_config(folder).store_url) as holdings:
        return tuple(holdings.dossiers())


def reports_of(dossier):
    return {file.document.origin.removeprefix("demo/") for file in dossier.files}


def found(dossiers, key):
    """The linked events that tell of one event of the key, on its day and at its place; not those known to be alone."""
    alone = [set(entry["reports"]) for entry in KEY["unjoined"] if entry["of"] == key["id"]]
    told = [each for each in dossiers if day_of(each) == key["date"] and reports_of(each) & TOLD[key["id"]]]
    return [each for each in told if is_at(each, key) and reports_of(each) not in alone]


def day_of(dossier):
    cell = dossier.event.cell("date")
    return cell.value.first if cell is not None and cell.value is not None else None


def is_at(dossier, key):
    cell = dossier.event.cell("place")
    return cell is None or cell.name in key["place"].values()


@each_event
def test_an_event_of_the_key_is_one_event_that_all_of_its_reports_tell(key, dossiers):
    (dossier,) = found(dossiers, key)
    assert set(key["reports"]) <= reports_of(dossier) <= TOLD[key["id"]]


@each_event
def test_its_perpetrator_is_the_keys(key, dossiers):
    (dossier,) = found(dossiers, key)
    cell = dossier.event.cell("perpetrator")
    named = cell.reference if cell is not None else None
    movement = {"islamic-state", "islamic-state-khorasan-province"}  # reports name the branch or the whole
    assert named in (movement if key["perpetrator"] in movement else {key["perpetrator"]})


@each_event
def test_the_history_of_its_dead_is_what_each_report_says(key, dossiers):
    (dossier,) = found(dossiers, key)
    here = reports_of(dossier)
    told = {report: numbers(figures) for report, figures in key.get("deaths", {}).items() if report in here}
    read = {report: _dead(dossier, report) for report in told}
    assert {report: dead for report, dead in read.items() if dead not in told[report]} == {}


def numbers(figures):
    """The numbers that a report's figures stand for, and their sum: "more than 90 Afghans, 13 US service members"."""
    policy = load_codebook().policy()
    counts = [count.value for figure in figures for count in find_counts(f"{figure} died", policy=policy)[:1]]
    best = [count.best if count.best is not None else count.low for count in counts]
    return {*best, sum(best)}


def _dead(dossier, report):
    accounts = [each for each in dossier.accounts if report in _report_of(dossier, each)]
    cells = [cell for each in accounts if (cell := each.cell("deaths")) is not None]
    return next((cell.value.best for cell in cells if isinstance(cell.value, Count)), None)


def _report_of(dossier, account):
    return {
        file.document.origin.removeprefix("demo/")
        for file in dossier.files
        if any(frame.id in account.frames for frame in file.frames)
    }


def test_events_that_look_alike_stay_apart(dossiers):
    whole = {event["id"]: found(dossiers, event) for event in EVENTS}
    for one, other in KEY["apart"]:
        if one in whole and other in whole:
            assert whole[one] != whole[other]


def test_nothing_else_is_told_but_what_the_key_lists_beside_and_what_is_known_to_be_left_alone(dossiers):
    known = [dossier for event in EVENTS for dossier in found(dossiers, event)]
    others = Counter(frozenset(reports_of(each)) for each in dossiers if each not in known)
    alone = {entry["of"] for entry in KEY["unjoined"]}
    listed = Counter(
        frozenset(entry["reports"]) for entry in (*KEY["beside"], *KEY["unjoined"]) if entry.get("what") not in alone
    )
    listed.update(frozenset(entry["mentions"]) for entry in KEY["background"] if entry["id"] not in alone)
    assert others == listed
