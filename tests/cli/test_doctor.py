from dateline.errors import InstallationError


def test_a_sound_installation_passes(folder, run):
    checks = run("doctor", "--json").json["checks"]
    names = [check["name"] for check in checks]
    assert names == ["python", "language model", "gazetteer", "polygons", "roster", "sqlite", "disk", "casebook"]
    assert all(check["ok"] for check in checks)


def test_what_is_missing_is_named_with_its_remedy(folder, run, monkeypatch):
    def missing():
        raise InstallationError("the roster is missing: install Dateline again")

    monkeypatch.setattr("dateline.actors.load_roster", missing)
    printed = run("doctor", code=1).stdout
    assert "FAILED" in printed
    assert "install Dateline again" in printed


def test_a_casebook_is_counted_and_its_failures_are_listed(casebook, run):
    (casebook / "reports" / "empty.txt").write_text("")
    run("add", "reports/empty.txt", code=3)
    printed = run("doctor").stdout
    assert "2 documents, 2 events, 1 failures" in printed
    assert "reports/empty.txt" in printed
    assert "the file is empty" in printed
