"""What the papers of the house show runs, and gives what they say."""

import contextlib
import io
import json
import re
import shlex
from pathlib import Path

import pytest
import write_docs
import yaml
from typer.testing import CliRunner

from dateline.claims.coders.rules import RulesCoder, lexicon
from dateline.cli.app import app
from dateline.codebook import load_codebook
from dateline.documents.records import Document
from dateline.pipeline import code_documents
from dateline.values.counts_in_text import find_counts
from dateline.values.dates_in_text import find_dates, parse_published
from loaded import load, replace_loading
from papers import DOCS, INDEX, ROOT, linked_pages, passages, table, text_of

VALUES = DOCS / "concepts" / "values.md"
CHANGING = ("id", "frame", "confidence", "coder")  # parts of a claim that change with the coder's version
ARCHIVE = "id,text\n1,Gunmen killed two farmers near Adale on 3 May 2023.\n"
SHOWN = [page for page in linked_pages(INDEX) if page.parent.name in {"howto", "concepts"}]


@pytest.fixture(autouse=True)
def _stages_loaded_once(monkeypatch):
    replace_loading(monkeypatch)
    monkeypatch.setattr("dateline.bench.coding.load_stages", load)


def run_page(path, monkeypatch):
    """Do what a page says from top to bottom: write its files, run its commands and Python; return how many ran."""
    names, ran, printed = {}, 0, ""
    for passage in passages(path):
        if passage.mark == "prints":
            assert passage.body in printed
        elif passage.file:
            Path(passage.file).parent.mkdir(parents=True, exist_ok=True)
            Path(passage.file).write_text(passage.body, encoding="utf-8")
        elif passage.language == "python":
            printed = run_python(passage.body, path.name, names)
            ran += 1
        for line in passage.commands:
            printed = run_command(line, monkeypatch)
            ran += 1
    return ran


def run_python(body, name, names):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(body, name, "exec"), names)
    return printed.getvalue()


def run_command(line, monkeypatch):
    words = shlex.split(line)[1:]
    if any(word.startswith("evt-") for word in words):
        listed = json.loads(CliRunner().invoke(app, ["events", "--json"]).stdout)["events"]
        told = sorted(listed, key=lambda event: not event["deaths_low"])  # the first with deaths, then the others
        named = dict.fromkeys(word for word in words if word.startswith("evt-"))
        chosen = {word: event["event_id"] for word, event in zip(named, told, strict=False)}
        words = [chosen.get(word, word) for word in words]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, f"{line}: {done.output} {done.exception}"
    if words[0] == "init":
        monkeypatch.chdir(words[1])  # the papers say cd on the next line
    return done.output


@pytest.mark.parametrize("path", [ROOT / "README.md", DOCS / "tutorial.md"], ids=lambda path: path.name)
def test_the_commands_of_a_paper_run_in_the_order_in_which_they_stand(path, tmp_path, monkeypatch):
    (tmp_path / "reports").mkdir()
    for place in ("report.txt", "reports/khar.txt"):
        (tmp_path / place).write_text(write_docs.tutorial_report(), encoding="utf-8")
    (tmp_path / "archive.csv").write_text(ARCHIVE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run_page(path, monkeypatch) > 5


def test_the_how_tos_and_the_concepts_run_one_after_the_other_in_one_casebook(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = 0
    for path in SHOWN:
        if path.name == "documents.md":
            Path("reports.csv").write_text(ARCHIVE, encoding="utf-8")
        try:
            ran += run_page(path, monkeypatch)
        except Exception as error:
            error.add_note(f"in {path.relative_to(ROOT)}")
            raise
    assert ran > 30


def test_the_python_of_the_readme_prints_the_number_of_deaths():
    (example,) = [passage.body for passage in passages(ROOT / "README.md") if passage.language == "python"]
    assert "deaths" in run_python(example, "README.md", {})


def test_the_claim_of_the_readme_is_the_one_that_the_tutorials_report_gives():
    (shown,) = [passage.body for passage in passages(ROOT / "README.md") if passage.language == "json"]
    made = write_docs.readme_claim().removeprefix("```json\n").removesuffix("\n```")
    assert without_changing(json.loads(shown)) == without_changing(json.loads(made)), "run: python tools/write_docs.py"


def without_changing(claim):
    return {name: part for name, part in claim.items() if name not in CHANGING}


@pytest.mark.parametrize(
    ("path", "claims"),
    [(write_docs.CLAIMS_PAGE, write_docs.claims_table), (write_docs.COMBINING_PAGE, write_docs.combining_claims)],
    ids=lambda each: getattr(each, "stem", ""),
)
def test_the_claims_of_a_page_are_those_that_its_report_gives(path, claims):
    page = text_of(path)
    assert "<!-- claims -->" in page
    assert page == write_docs.filled(page, "claims", claims()), "run: python tools/write_docs.py"


@pytest.mark.parametrize("row", table(VALUES, "dates"), ids=lambda row: f"{row[2]} of {row[0]}")
def test_a_date_of_the_page_on_values_is_read_as_it_says(row):
    published, text, words, value, precision, basis, anchor = row
    read = find_dates(text, published=parse_published(published) if published else None)
    (mention,) = [each for each in read.mentions if each.text == words]
    if value == "none":
        assert mention.value is None
    else:
        found = mention.value
        shown = (found.isoformat(), str(int(found.precision)), found.basis.value, found.anchor or "")
        assert shown == (value, precision, basis, anchor)


@pytest.mark.parametrize("row", table(VALUES, "counts"), ids=lambda row: row[1])
def test_a_count_of_the_page_on_values_is_read_as_it_says(row):
    text, words, *shown = row
    (mention,) = [each for each in find_counts(text, policy=load_codebook().policy()) if each.text == words]
    count = mention.value
    parts = (count.low, count.best, count.high, count.operator.value, count.scope)
    assert ["" if part is None else str(part) for part in parts] == shown


@pytest.fixture
def shown_trigger():
    (passage,) = [each for each in passages(DOCS / "howto" / "add-a-verb.md") if each.mark == "trigger"]
    (entry,) = yaml.safe_load(passage.body)
    return entry


@pytest.fixture
def code_with(monkeypatch):
    """Return a function that codes a sentence by the coder's lists with some triggers more."""
    read = lexicon._read
    added = []
    monkeypatch.setattr(lexicon, "_read", lambda name: read(name) + added if name == "triggers" else read(name))

    def code(text, *triggers):
        lexicon.load_lexicon.cache_clear()
        added[:] = triggers
        from dataclasses import replace

        document = Document(text, "note.txt", published=parse_published("2020-06-12"), language="en")
        (coded,) = code_documents([document], replace(load(), coder=RulesCoder()))
        return coded.events

    yield code
    lexicon.load_lexicon.cache_clear()


def test_the_verb_of_the_how_to_is_coded_once_its_entry_is_there(code_with, shown_trigger):
    example = shown_trigger["example"]
    assert code_with(example["text"]) == ()
    (event,) = code_with(example["text"], shown_trigger)
    assert event.cell("type").name == example["kind"]
    assert event.cell("perpetrator").name == example["perpetrator"]


def test_the_test_files_of_the_how_to_exist():
    page = text_of(DOCS / "howto" / "add-a-verb.md")
    folder = ROOT / "tests/claims/coders/rules"
    named = set(re.findall(r"`(test_\w+\.py)`", page))
    assert {path for path in re.findall(r"^pytest (\S+)", page, re.MULTILINE) if not (ROOT / path).exists()} == set()
    assert {name for name in named if not (folder / name).is_file()} == set()


def test_the_lists_that_the_papers_name_exist():
    lists = {path.name for path in (ROOT / "src").rglob("*.yaml")}
    for path in [write_docs.CLAIMS_PAGE, DOCS / "howto" / "add-a-verb.md"]:
        assert set(re.findall(r"`(\w+\.yaml)`", text_of(path))) <= lists | {"mine.yaml"}
