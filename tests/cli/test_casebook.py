import pytest

from dateline.errors import ConfigError, InputError


def test_init_makes_a_casebook_once(folder, run):
    run("init", "book")
    assert (folder / "book" / "dateline.toml").is_file()
    assert (folder / "book" / "casebook.db").is_file()
    with pytest.raises(ConfigError, match="is there already"):
        run("init", "book")


def test_a_command_without_a_casebook_says_what_to_do(folder, run):
    with pytest.raises(ConfigError, match="dateline init"):
        run("events")


def test_add_counts_what_is_new_known_and_failed(folder, run):
    run("init")
    (folder / "reports" / "empty.txt").write_text("")
    (folder / "reports" / "copy.txt").write_text((folder / "reports" / "khar.txt").read_text("utf-8"), "utf-8")
    first = run("add", "reports", code=3).stderr
    assert "4 read - 2 new - 1 duplicates - 1 failed (see `dateline doctor`)" in first
    again = run("add", "reports", code=3).stderr
    assert "0 new" in again


def test_add_keeps_the_bytes_by_their_hash(folder, run):
    run("init")
    run("add", "reports/khar.txt")
    (kept,) = [path for path in (folder / "captures").rglob("*") if path.is_file()]
    assert kept.read_bytes() == (folder / "reports" / "khar.txt").read_bytes()


def test_an_address_is_refused_while_offline(folder, run):
    run("init")
    assert "fetching is off" in run("add", "https://example.org/report", code=3).stderr


def test_code_codes_what_was_added_and_only_once(folder, run):
    run("init")
    run("add", "reports")
    assert "2 read - 2 new" in run("code").stderr
    assert "2 read - 0 new - 2 known" in run("code").stderr


def test_code_stops_after_the_limit_and_goes_on_where_it_stopped(folder, run):
    run("init")
    run("add", "reports")
    assert "1 new" in run("code", "--limit", "1").stderr
    assert "1 new - 1 known" in run("code").stderr


def test_events_are_listed_with_their_sources(casebook, run):
    printed = run("events").stdout
    assert "suicide_bombing" in printed
    assert "reports/khar.txt" in printed


@pytest.mark.parametrize(
    ("option", "value", "kinds"),
    [
        ("--country", "pk", 2),
        ("--country", "AF", 0),
        ("--since", "2023-07", 1),
        ("--until", "2023-06", 1),
        ("--type", "suicide", 1),
        ("--perpetrator", "nobody of that name", 0),
    ],
)
def test_events_are_filtered(casebook, run, option, value, kinds):
    assert len({row["event_id"] for row in run("events", "--json", option, value).json["events"]}) == kinds


def test_a_trail_shows_the_sentence_with_its_place(casebook, run):
    event = run("events", "--json", "--type", "suicide").json["events"][0]["event_id"]
    printed = run("trail", event, "deaths").stdout
    assert "at least 44" in printed
    assert "  + reports/khar.txt, police, reported: " in printed


def test_every_step_of_every_trail_stands_in_its_document(casebook, run):
    for row in run("events", "--json").json["events"]:
        for trail in run("trail", row["event_id"], "--json").json["trails"]:
            assert trail["steps"]
            for step in trail["steps"]:
                text = (casebook / step["origin"]).read_text(encoding="utf-8")
                assert text[step["quote"]["start"] : step["quote"]["end"]] == step["quote"]["text"]


def test_an_unknown_event_is_refused(casebook, run):
    with pytest.raises(InputError, match="no event's id begins with"):
        run("trail", "evt-nothing")


def test_another_casebook_is_named_with_an_option(casebook, run, monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert len(run("events", "--json", "--casebook", casebook).json["events"]) == 2
