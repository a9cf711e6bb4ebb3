"""`dateline actor`: all that a casebook says of one actor."""

import pytest

from dateline.errors import ConfigError, InputError

PAPER = (
    "KABUL, Afghanistan (May 3, 2023) - Gunmen attacked a police post in Jalalabad on Tuesday, killing 3 officers, "
    "police said. IS-K claimed responsibility for the attack.\n\n"
    "IS-K is the regional branch of the Islamic State. It is a rival of the Afghan Taliban. "
    "IS-K has between 2,000 and 3,000 fighters, according to one estimate.\n"
)
DENIAL = (
    "KABUL, Afghanistan (May 4, 2023) - A bomb killed 2 people in Kabul on Wednesday. "
    "The Afghan Taliban denied any involvement in the bombing.\n"
)


@pytest.fixture
def book(folder, run):
    """A casebook with two reports about actors."""
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    (folder / "denial.txt").write_text(DENIAL, encoding="utf-8")
    run("init")
    run("add", "paper.txt", "--published", "2023-05-03")
    run("add", "denial.txt", "--published", "2023-05-04")
    run("code")
    return folder


def test_an_actor_is_printed_with_its_events_relations_and_strengths_each_with_its_sentence(book, run):
    printed = run("actor", "IS-K").stdout
    for words in (
        "Islamic State Khorasan Province\n  islamic-state-khorasan-province, rebel, AF",
        "in these reports: IS-K (3)",
        "events claimed by it\n",
        "+ Islamic State Khorasan Province -- part_of -- Islamic State",
        "2000 to 3000",
        "paper.txt, 2023-05-03, one estimate (other), reported",
        "IS-K claimed responsibility for the attack.",
    ):
        assert words in printed


def test_the_json_page_has_every_section_and_every_quote_stands_in_its_file(book, run):
    page = run("actor", "ISKP", "--json").json
    assert (page["actor"]["id"], page["actor"]["asked"]) == ("islamic-state-khorasan-province", "ISKP")
    assert page["total"]["strengths"] == len(page["strengths"]) == 1
    for section in ("events", "relations", "strengths"):
        for row in page[section]:
            for said in row["said"]:
                text = (book / said["origin"]).read_text(encoding="utf-8")
                assert text[said["start"] : said["end"]] == said["quote"]


def test_an_actor_that_the_casebook_does_not_name_is_shown_with_a_note(book, run):
    result = run("actor", "Hamas")
    assert "hamas, rebel" in result.stdout
    assert "no event, relation" in result.stderr


def test_a_name_of_several_lists_the_choices(book, run):
    with pytest.raises(InputError, match=r"'ELN' names several actors: .*\(eln-colombia\).*\(eln-bolivia\)"):
        run("actor", "ELN")


def test_a_merged_actor_leads_to_the_one_that_it_was_merged_into(book, run):
    run("actors", "merge", "islamic-state-khorasan-province", "islamic-state", "--author", "ana")
    page = run("actor", "islamic-state-khorasan-province", "--json").json
    assert page["actor"]["id"] == "islamic-state"
    assert page["actor"]["statuses"] == {"claimed": 1}
    assert "led here from: islamic-state-khorasan-province" in run("actor", "IS-K").stdout


@pytest.mark.parametrize("name", ["", "Boko Halal", "'; DROP TABLE claims; --", '"', "\u202egnp", "ጦር"])
def test_nobody_is_shown_for_being_near(book, run, name):
    with pytest.raises(InputError, match="nobody is called"):
        run("actor", name)


def test_no_more_than_the_limit_is_shown_of_each_section(book, run):
    page = run("actor", "IS-K", "--json", "--limit", "1").json
    assert len(page["relations"]) == 1
    assert page["total"]["relations"] == 2
    assert "1 of 2 relations shown" in run("actor", "IS-K", "--limit", "1").stderr


def test_without_a_casebook_it_says_what_to_do(folder, run):
    with pytest.raises(ConfigError, match="dateline init"):
        run("actor", "IS-K")


def test_relations_are_printed_with_sign_sides_and_sentence(book, run):
    printed = run("relations").stdout
    assert "+ Islamic State Khorasan Province -- part_of -- Islamic State\n    paper.txt, 2023-05-03, author" in printed
    assert "rival_of, both ways" in printed


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        ((), ["part_of", "rival_of"]),
        (("--kind", "negative"), ["rival_of"]),
        (("--kind", "part_of"), ["part_of"]),
        (("--actor", "Taliban"), ["rival_of"]),
        (("--actor", "hamas"), []),
        (("--skip", "1"), ["rival_of"]),
        (("--limit", "1"), ["part_of"]),
    ],
)
def test_relations_are_chosen_and_paged(book, run, options, kinds):
    assert [row["relation"] for row in run("relations", "--json", *options).json["relations"]] == kinds


def test_an_unknown_kind_of_relation_is_refused(book, run):
    with pytest.raises(InputError, match="no relation 'enemy'; it has part_of"):
        run("relations", "--kind", "enemy")


def test_claims_are_printed_with_their_event_and_sentence(book, run):
    printed = run("claims", "--stance", "denied").stdout
    assert "perpetrator: Afghan Taliban = Taliban (2023-05-03, Kabul, bombing, deaths: 2, evt-" in printed
    assert "    denial.txt, 2023-05-04, The Afghan Taliban (perpetrator), denied: The Afghan Taliban denied" in printed


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("--stance", "denied", "--slot", "perpetrator"), 1),
        (("--stance", "denied", "--until", "2023-05-03"), 0),
        (("--stance", "denied", "--since", "2023-05"), 1),
        (("--slot", "perpetrator", "--actor", "taliban"), 1),
        (("--slot", "people", "--actor", "taliban"), 0),
    ],
)
def test_claims_are_chosen(book, run, options, count):
    found = run("claims", "--json", *options).json
    assert found["total"] == len(found["claims"]) == count


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--slot", "dead"), "no slot 'dead'; it has type"),
        (("--stance", "no"), "no stance 'no'"),
        (("--since", "soon"), "cannot read 'soon'"),
        (("--actor", "nobody at all"), "nobody is called"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(book, run, options, message):
    with pytest.raises(InputError, match=message):
        run("claims", *options)


def test_pages_say_how_to_see_the_next(book, run):
    result = run("claims", "--limit", "2", "--skip", "2")
    assert result.stdout.count("\n    ") == 2
    assert "3 to 4 of" in result.stderr
    assert "--skip 4" in result.stderr


@pytest.mark.parametrize("command", ["relations", "claims"])
def test_an_empty_casebook_has_none(folder, run, command):
    run("init")
    assert f"no {command}" in run(command).stderr
    assert run(command, "--json").json == {"total": 0, command: []}


def test_a_page_beyond_the_last_is_empty_and_says_so(book, run):
    assert "none of 2 relations" in run("relations", "--skip", "9").stderr
