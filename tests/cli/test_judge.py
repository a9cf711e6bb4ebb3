"""Linking, events with their accounts, and what people decide of them, on the command line."""

import sqlite3

import pytest

from dateline.errors import InputError

AGAIN = (
    "KHAR, Pakistan (August 1, 2023) - The number of people killed in Sunday's suicide bombing of a party convention "
    "in Khar rose to 54 on Tuesday, a hospital spokesman said.\n"
)


@pytest.fixture
def book(casebook, run):
    """A casebook of two attacks, one of them told twice; `dateline code` has linked them."""
    (casebook / "later.txt").write_text(AGAIN, encoding="utf-8")
    run("add", "later.txt", "--published", "2023-08-01", "--source", "Frontier Wire")
    run("code")
    return casebook


@pytest.fixture
def events(run):
    """List the events, by the town that they were in."""

    def call(*options):
        return {row["place"]: row for row in run("events", "--json", *options).json["events"]}

    return call


def ids(found):
    return {place: row["event_id"] for place, row in found.items()}


def test_coding_links_reports_of_one_event(book, run, events):
    found = events()
    assert {place: row["documents"] for place, row in found.items()} == {"Khar": 2, "Quetta": 1}
    assert run("link", "--json").json | {"seconds": 0} == {
        "accounts": 3,
        "events": 2,
        "review": 0,
        "placed": 0,
        "moved": 0,
        "seconds": 0,
    }


def test_what_is_coded_without_linking_waits(casebook, run):
    (casebook / "later.txt").write_text(AGAIN, encoding="utf-8")
    run("add", "later.txt", "--published", "2023-08-01")
    run("code", "--no-link")
    assert len(run("events", "--json").json["events"]) == 3
    assert "1 placed" in run("link").stderr
    assert len(run("events", "--json").json["events"]) == 2


def test_links_in_doubt_are_listed_the_most_doubtful_first(book, run, events):
    accounts = [row["account_id"] for row in run("event", ids(events())["Khar"], "--json").json["accounts"]]
    with sqlite3.connect(book / "casebook.db") as other:
        other.execute("UPDATE links SET probability = 0.8 WHERE account = ?", accounts[:1])
        other.execute("UPDATE links SET probability = 0.6 WHERE account = ?", accounts[1:])
    other.close()
    listed = run("link", "--review", "--json").json["review"]
    assert [(row["account_id"], row["probability"]) for row in listed] == [(accounts[1], 0.6), (accounts[0], 0.8)]
    assert accounts[0] in run("link", "--review").stdout


def test_an_event_is_shown_with_each_report_in_order_and_what_they_come_to(book, run, events):
    event = ids(events())["Khar"]
    printed = run("event", event[:12]).stdout
    assert f"{event}: 2 accounts" in printed
    assert printed.index("Frontier Wire") < printed.index("khar.txt")  # which nobody dates
    told = run("event", event, "--json").json
    assert [row["published_on"] for row in told["accounts"]] == ["2023-08-01", None]
    assert {"type", "place", "deaths"} <= set(told["cells"])
    assert told["cells"]["deaths"]["rule"].startswith("dateline.v2")


def test_every_account_names_its_event(book, run, events):
    event = ids(events())["Khar"]
    for account in run("event", event, "--json").json["accounts"]:
        assert run("event", account["account_id"], "--json").json["event"] == event


def test_the_trail_of_a_linked_event_leads_to_sentences_in_each_report(book, run, events):
    trails = run("trail", ids(events())["Khar"], "deaths", "--json").json["trails"]
    steps = [step for each in trails for step in each["steps"]]
    assert {step["origin"].rsplit("/", 1)[-1] for step in steps} == {"khar.txt", "later.txt"}
    texts = {
        path.name: path.read_text(encoding="utf-8") for path in (book / "reports" / "khar.txt", book / "later.txt")
    }
    for step in steps:
        text, quote = texts[step["origin"].rsplit("/", 1)[-1]], step["quote"]
        assert text[quote["start"] : quote["end"]] == quote["text"]


def test_two_events_are_one_by_a_persons_word_until_it_is_taken_back(book, run, events):
    before = ids(events())
    said = run("same", before["Khar"], before["Quetta"], "--reason", "for the test").stderr
    assert "one event now" in said
    (row,) = run("events", "--json").json["events"]
    assert row["documents"] == 3
    assert run("event", before["Quetta"], "--json").json["event"] == row["event_id"]
    assert "earlier ids" in run("event", row["event_id"]).stdout
    run("undo", 1)
    assert ids(events()) == before
    assert "0 faults" in run("verify").stderr


def test_a_report_is_parted_from_an_event_by_a_persons_word(book, run, events):
    event = ids(events())["Khar"]
    document = run("event", event, "--json").json["accounts"][1]["document_id"]
    assert "two events now" in run("different", event, document).stderr
    assert len(run("events", "--json").json["events"]) == 3
    run("link", "--again")
    assert len(run("events", "--json").json["events"]) == 3


def test_a_value_is_corrected_accepted_and_pinned(book, run, events):
    event = ids(events())["Khar"]
    run("correct", event, "deaths", "54-63", "--author", "ana")
    row = events()["Khar"]
    assert (row["deaths_low"], row["deaths_high"], row["deaths_operator"]) == (54, 63, "between")
    assert "judgement 1 by ana: corrected" in run("trail", event, "deaths").stdout
    run("accept", event, "place")
    claim = next(each for each in run("trail", event, "deaths", "--json").json["trails"][0]["steps"])
    run("pin", event, "deaths", claim["id"])
    cell = run("event", event, "--json").json["cells"]["deaths"]
    assert cell["claims"] == [claim["id"]]
    assert cell["rule"].startswith("judgement 3 by ")


@pytest.mark.parametrize("words", [("deaths", "many"), ("type", "mishap"), ("colour", "red"), ("date", "soon")])
def test_a_value_that_is_none_of_the_slot_is_refused_and_nothing_is_kept(book, run, events, words):
    event = ids(events())["Khar"]
    with pytest.raises(InputError):
        run("correct", event, *words)
    assert run("judgements", "--json").json["judgements"] == []


def test_a_rejected_event_is_left_out_but_for_its_mark(book, run, events):
    event = ids(events())["Quetta"]
    run("reject", event, "--reason", "an exercise")
    assert set(events()) == {"Khar"}
    assert events("--all")["Quetta"]["judged"] == "rejected"
    assert "rejected: an exercise" in run("event", event).stdout


def test_a_rejected_claim_is_set_aside(book, run, events):
    event = ids(events())["Khar"]
    claim = run("event", event, "--json").json["cells"]["deaths"]["claims"][0]
    run("reject", claim)
    cell = run("event", event, "--json").json["cells"]["deaths"]
    assert claim in cell["set_aside"]
    assert claim not in cell["claims"]


def test_the_log_lists_what_was_decided_and_whether_it_holds(book, run, events):
    event = ids(events())["Khar"]
    run("correct", event, "deaths", "60", "--author", "ana", "--reason", "the ministry's list")
    run("undo", 1, "--author", "bo")
    log = run("judgements", "--json").json["judgements"]
    assert [(each["number"], each["verdict"], each["author"], each["holds"]) for each in log] == [
        (1, "correct", "ana", False),
        (2, "undo", "bo", True),
    ]
    printed = run("judgements").stdout
    assert "the ministry's list" in printed
    assert "taken back" in printed


def test_a_difference_lists_what_changed_since(book, run, events):
    event = ids(events())["Khar"]
    linked = run("event", event, "--json").json["accounts"][-1]["linked_at"]
    run("correct", event, "deaths", "60")
    printed = run("diff", linked).stdout
    assert f"{event}: changed" in printed
    assert "-> 60" in printed
    assert run("diff", linked, linked).stdout.strip() == "nothing changed"
    published = run("diff", "2023-07-31", "2023-08-01", "--published", "--json").json["changes"]
    assert [change["change"] for change in published] == ["added"]


def test_as_of_a_day_before_it_was_begun_a_casebook_is_empty(book, run):
    assert run("events", "--as-of", "2020-01-01", "--json").json["events"] == []
    assert run("events", "--published-by", "2023-08-01", "--json").json["events"]


@pytest.mark.parametrize("policy", ["conservative.v1", "minmax.v1", "ucdp.v1"])
def test_a_policy_is_chosen_when_events_are_looked_at(book, run, events, policy):
    event = ids(events())["Khar"]
    rules = {cell["rule"] for cell in run("event", event, "--policy", policy, "--json").json["cells"].values()}
    assert any(rule.startswith(policy) for rule in rules)


def test_verifying_exits_with_1_where_something_was_altered(book, run):
    run("verify")
    with sqlite3.connect(book / "casebook.db") as other:
        other.execute("UPDATE claims SET quote = 'Nothing of it.' WHERE slot = 'deaths'")
    other.close()
    result = run("verify", code=1)
    assert "its quote does not stand in document" in result.stdout
