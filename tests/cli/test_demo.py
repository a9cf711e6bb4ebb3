from dateline.cli.demo import demo_documents


def test_the_demonstration_lists_its_events_with_sources(folder, run):
    rows = run("demo", "--json").json["events"]
    assert rows
    sources = {source for row in rows for source in row["sources"].split("; ")}
    assert sources <= {document.source for document in demo_documents()}
    assert max(row["documents"] for row in rows) > 1


def test_the_demonstrations_casebook_can_be_kept_and_walked(folder, run):
    run("demo", "kept")
    event = run("events", "--json", "--casebook", "kept").json["events"][0]["event_id"]
    assert run("trail", event, "--casebook", "kept").stdout


def test_the_demonstration_is_run_again_into_the_same_folder(folder, run):
    first = run("demo", "kept", "--json").json
    assert run("demo", "kept", "--json").json == first


def test_every_report_names_its_outlet_and_day():
    documents = list(demo_documents())
    assert len({document.id for document in documents}) == len(documents) > 40
    assert all(document.source and document.published.day for document in documents)
