"""A casebook's events as links and people's rulings have them."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from dateline.errors import InputError
from dateline.judgement import Judgement, Verdict
from dateline.store import Horizon, Link, Store, open_store
from dateline.values.counts import Count
from dateline.views.casebook import Holdings
from dateline.views.diff import diff
from dateline.views.rulings import accepted_value
from dateline.views.timeline import timeline
from dateline.views.trail import claim_of, trail
from factories import STAMP, document, event, frame
from store.parts import Parts

MAY = datetime(2024, 5, 1, 12, tzinfo=UTC)
SENTENCE = "Gunmen attacked a post. {} people were killed. Elders spoke of {} dead."


def report(number, deaths, rumour=9):
    """One account of an attack, published on a day of April."""
    text = SENTENCE.format(deaths, rumour)
    within = document(text, origin=f"{number}.txt", source=f"Paper {number}", published=date(2024, 4, number))
    told = frame(within, type="attack", deaths=deaths)
    return Parts(within, frames=(told,), events=(event(told, type="attack", deaths=deaths),))


@pytest.fixture
def store(tmp_path):
    with open_store(f"sqlite:///{tmp_path / 'casebook.db'}", create=True) as opened:
        yield opened


@pytest.fixture
def ids(store):
    """The accounts of three reports coded on 1 May; on 2 May the first two are linked."""
    first = on(store, 1)
    run = first.begin_run(STAMP)
    reports = [report(1, 4), report(2, 4), report(3, 7)]
    for each in reports:
        first.write_coded(each, STAMP, run=run)
    ids = [each.events[0].id for each in reports]
    second = on(store, 2)
    with second.links.placing(second.begin_run(STAMP)) as placing:
        placing.link([Link(ids[0], ids[0], "test", 0.9), Link(ids[1], ids[0], "test", 0.8, reasons=("same_day",))])
    return ids


def on(store, day):
    return Store(store._engine, clock=lambda: MAY + timedelta(days=day - 1))


def judge(store, verdict, record, *, day=3, **fields):
    made_at = MAY + timedelta(days=day - 1)
    return store.judge(Judgement(verdict, record, "ana", made_at, "I counted", **fields))


def holdings(store, **horizon):
    return Holdings(store.within(Horizon(**horizon)))


def test_an_event_has_the_files_and_claims_of_all_of_its_reports(store, ids):
    dossier = holdings(store).dossier(ids[1])
    assert dossier.event.id == ids[0]
    assert [file.document.origin for file in dossier.files] == ["1.txt", "2.txt"]
    assert [account.id for account in dossier.accounts] == ids[:2]
    for each in trail(dossier):
        assert {step.document.origin for step in each.steps} == {"1.txt", "2.txt"}
        assert all(step.claim.quote.span.cut(step.document.text) == step.claim.quote.text for step in each.steps)


def test_every_event_comes_once_in_the_order_of_arrival(store, ids):
    assert [each.event.id for each in holdings(store).dossiers()] == [ids[0], ids[2]]


def test_an_event_that_was_rejected_is_listed_only_when_asked_for_and_still_found(store, ids):
    judge(store, Verdict.REJECT, ids[1])
    whole = holdings(store)
    assert [each.event.id for each in whole.dossiers()] == [ids[2]]
    assert [each.is_rejected for each in whole.dossiers(rejected=True)] == [True, False]
    assert whole.dossier(ids[0]).ruling.judgement.author == "ana"


def test_a_corrected_cell_shows_the_persons_value_and_keeps_every_claim(store, ids):
    before = holdings(store).dossier(ids[0]).event.cell("deaths")
    judge(store, Verdict.CORRECT, ids[0], slot="deaths", value="5")
    cell = holdings(store).dossier(ids[0]).event.cell("deaths")
    assert cell.value == Count.exactly(5)
    assert cell.rule == "judgement 1 by ana: corrected: I counted"
    assert set(cell.claims + cell.set_aside) == set(before.claims + before.set_aside)
    assert cell.claims == ()


def test_a_cell_that_no_report_fills_can_be_corrected(store, ids):
    judge(store, Verdict.CORRECT, ids[0], slot="place", value="Khar")
    assert holdings(store).dossier(ids[0]).event.cell("place").name == "Khar"


def test_an_accepted_cell_stays_when_later_reports_say_otherwise(store, ids):
    cell = holdings(store).dossier(ids[0]).event.cell("deaths")
    judge(store, Verdict.ACCEPT, ids[0], slot="deaths", value=accepted_value(cell))
    with store.links.placing(store.begin_run(STAMP)) as placing:
        placing.link([Link(ids[2], ids[0], "test", 0.9)])
    accepted = holdings(store).dossier(ids[0]).event.cell("deaths")
    assert accepted.value == cell.value
    assert len(accepted.set_aside) == 1


def test_a_pinned_cell_is_what_one_claim_says(store, ids):
    with store.links.placing(store.begin_run(STAMP)) as placing:
        placing.link([Link(ids[2], ids[0], "test", 0.9)])
    dossier = holdings(store).dossier(ids[0])
    seven = next(each for each in dossier.claims.values() if each.value == Count.exactly(7))
    assert claim_of(dossier, "deaths", seven.id[:10]) == seven
    judge(store, Verdict.PIN, ids[0], slot="deaths", other=seven.id)
    cell = holdings(store).dossier(ids[0]).event.cell("deaths")
    assert (cell.value, cell.claims) == (Count.exactly(7), (seven.id,))
    assert cell.rule.startswith("judgement 1 by ana: pinned")


def test_a_pin_whose_claim_is_told_no_more_or_was_rejected_decides_nothing(store, ids):
    before = holdings(store).dossier(ids[0]).event
    judge(store, Verdict.PIN, ids[0], slot="deaths", other="clm-gone")
    judge(store, Verdict.PIN, ids[0], slot="injured", other="clm-gone")
    assert holdings(store).dossier(ids[0]).event == before
    claim = before.cell("deaths").claims[0]
    judge(store, Verdict.PIN, ids[0], slot="deaths", other=claim)
    judge(store, Verdict.REJECT, claim)
    assert "pinned" not in holdings(store).dossier(ids[0]).event.cell("deaths").rule


def test_a_claim_that_the_event_has_not_cannot_be_pinned(store, ids):
    with pytest.raises(InputError, match="no claim for 'deaths' begins so"):
        claim_of(holdings(store).dossier(ids[0]), "deaths", "clm-zzz")


def test_a_rejected_claim_is_set_aside(store, ids):
    claim = holdings(store).dossier(ids[2]).event.cell("deaths").claims[0]
    judge(store, Verdict.REJECT, claim)
    cell = holdings(store).dossier(ids[2]).event.cell("deaths")
    assert claim in cell.set_aside
    assert cell.value is None


def test_what_was_taken_back_is_as_if_it_had_not_been(store, ids):
    judge(store, Verdict.CORRECT, ids[0], slot="deaths", value="5")
    before = holdings(store).dossier(ids[0]).event
    judge(store, Verdict.REJECT, ids[0])
    judge(store, Verdict.UNDO, "2")
    assert holdings(store).dossier(ids[0]).event == before
    assert [each.ruling for each in holdings(store).dossiers()] == [None, None]


def test_as_of_a_day_later_links_and_judgements_are_not_seen(store, ids):
    judge(store, Verdict.REJECT, ids[0], day=3)

    def listed(day):
        return [each.event.id for each in holdings(store, as_of=MAY + timedelta(days=day - 1)).dossiers()]

    assert listed(0) == []
    assert listed(1) == ids
    assert listed(2) == [ids[0], ids[2]]
    assert listed(3) == [ids[2]]


def test_only_what_was_published_by_a_day_decides_the_cells(store, ids):
    dossier = holdings(store, published_by=date(2024, 4, 1)).dossier(ids[0])
    assert [file.document.origin for file in dossier.files] == ["1.txt"]


def test_the_timeline_has_each_report_in_order_of_publication_with_its_link_and_copies(store, ids):
    copy = document(SENTENCE.format(4, 9), origin="copy.txt", source="Paper 9", published=date(2024, 4, 5))
    whole = holdings(store)
    dossier = whole.dossier(ids[0])
    store.write_copy(copy, dossier.files[0].document.id, run=store.begin_run(STAMP), copy_key="k")
    rows = timeline(
        dossier, whole.links(dossier), whole.copies(dossier), voices=[("x",), (dossier.files[1].document.id, "y")]
    )
    assert [(row["published_on"], row["deaths"], row["probability"]) for row in rows] == [
        ("2024-04-01", "4", 0.9),
        ("2024-04-02", "4", 0.8),
    ]
    assert [[each["source"] for each in row["copies"]] for row in rows] == [["Paper 9"], []]
    assert [row["voice"] for row in rows] == [None, 1]
    assert rows[1]["reasons"] == ["same_day"]


def changes(store, first, second):
    states = [holdings(store, as_of=MAY + timedelta(days=day - 1)) for day in (first, second)]
    return {row["event_id"]: row for row in diff(*states)}


def test_a_difference_tells_what_was_added_merged_changed_and_rejected(store, ids):
    judge(store, Verdict.CORRECT, ids[2], slot="deaths", value="8", day=4)
    judge(store, Verdict.REJECT, ids[0], day=5)
    assert {each["change"] for each in changes(store, 0, 1).values()} == {"added"}
    merged = changes(store, 1, 2)
    assert (merged[ids[1]]["change"], merged[ids[1]]["other"]) == ("merged", ids[0])
    assert (merged[ids[0]]["change"], len(merged[ids[0]]["documents_added"])) == ("changed", 1)
    assert changes(store, 2, 4)[ids[2]]["cells"] == [{"slot": "deaths", "old": "7", "new": "8"}]
    assert [(each["change"], each["event_id"]) for each in changes(store, 4, 5).values()] == [("rejected", ids[0])]
    assert changes(store, 5, 6) == {}


def test_a_difference_tells_what_was_split_and_what_is_gone(store, ids):
    later = on(store, 6)
    with later.links.placing(later.begin_run(STAMP)) as placing:
        placing.link([Link(ids[1], ids[1], "judgement 1")])
    split = changes(store, 2, 6)
    assert (split[ids[1]]["change"], split[ids[1]]["other"]) == ("split", ids[0])
    gone = {row["event_id"]: row for row in diff(holdings(store), holdings(store, published_by=date(2024, 4, 2)))}
    assert gone[ids[2]]["change"] == "gone"
    assert json.dumps(gone[ids[2]]["cells"])
