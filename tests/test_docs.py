"""The papers of the house say what the code does."""

import contextlib
import io
import json
import re
import shlex
from pathlib import Path

import pytest
import write_docs
from typer.testing import CliRunner

from dateline.cli.app import app
from dateline.config import Config
from loaded import replace_loading

ROOT = Path(__file__).parent.parent
PAPERS = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CREDITS.md", *ROOT.glob("docs/**/*.md")])
CHANGING = ("id", "frame", "confidence", "coder")  # parts of a claim that change with the coder's version


@pytest.fixture(autouse=True)
def _stages_loaded_once(monkeypatch):
    replace_loading(monkeypatch)


def blocks(path, language=""):
    """The fenced passages of a page in one language."""
    parts = re.split(r"^```", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    fenced = [part.partition("\n") for part in parts[1::2]]
    return [body for name, _, body in fenced if name == language]


def commands(path):
    lines = [line.split("  #")[0].strip() for block in blocks(path) for line in block.splitlines()]
    return [line.removeprefix(".venv/bin/") for line in lines if re.match(r"(\.venv/bin/)?dateline ", line)]


def without_changing(claim):
    return {name: part for name, part in claim.items() if name not in CHANGING}


@pytest.mark.parametrize("name", write_docs.PAGES)
def test_a_page_made_from_the_code_is_the_one_that_the_code_makes(name):
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert page == write_docs.PAGES[name](), "run: python tools/write_docs.py"


def test_the_architecture_lists_every_contract():
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert page == write_docs.filled(page, "contracts", write_docs.contracts()), "run: python tools/write_docs.py"


def test_the_architecture_lists_every_room():
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    package = ROOT / "src" / "dateline"
    rooms = {path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert rooms - {"__init__"} == set(
        re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)))
    )


def test_every_setting_stands_in_the_papers():
    text = "\n".join(path.read_text(encoding="utf-8") for path in PAPERS)
    for table, field in Config.model_fields.items():
        for name in getattr(field.annotation, "model_fields", ()):
            assert f"[{table}]" in text
            assert f"{name}" in text, f"[{table}] {name}"


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_to_one(path):
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "docs" / "tutorial.md"], ids=lambda path: path.name)
def test_the_commands_of_a_paper_run_in_the_order_in_which_they_stand(path, tmp_path, monkeypatch):
    report = write_docs.tutorial_report()
    (tmp_path / "reports").mkdir()
    for place in ("report.txt", "reports/khar.txt"):
        (tmp_path / place).write_text(report, encoding="utf-8")
    (tmp_path / "archive.csv").write_text("id,text\n1,Gunmen killed two farmers near Adale on 3 May 2023.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    ran = [run_command(line, monkeypatch) for line in commands(path)]
    assert len(ran) > 5


def run_command(line, monkeypatch):
    words = shlex.split(line)[1:]
    if any(word.startswith("evt-") for word in words):
        listed = json.loads(CliRunner().invoke(app, ["events", "--json"]).stdout)["events"]
        words = [listed[0]["event_id"] if word.startswith("evt-") else word for word in words]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, f"{line}: {done.output} {done.exception}"
    if words[0] == "init":
        monkeypatch.chdir(words[1])  # the papers say cd on the next line
    return done


def test_the_python_of_the_readme_runs_and_prints():
    (example,) = blocks(ROOT / "README.md", "python")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example, "README.md", "exec"), {})
    assert "deaths" in printed.getvalue()


def test_the_claim_of_the_readme_is_the_one_that_the_tutorials_report_gives():
    (shown,) = blocks(ROOT / "README.md", "json")
    made = write_docs.readme_claim().removeprefix("```json\n").removesuffix("\n```")
    assert without_changing(json.loads(shown)) == without_changing(json.loads(made)), "run: python tools/write_docs.py"


def test_the_make_targets_of_the_papers_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for path in PAPERS:
        for target in re.findall(r"^make (\w+)|`make (\w+)`", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert re.search(rf"^{''.join(target)}:", makefile, re.MULTILINE), target


def test_no_paper_speaks_of_a_release_that_is_not_this_one():
    from importlib.metadata import version

    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## \[?(\d+\.\d+\.\d+)", changes, re.MULTILINE)
    assert released[:1] in ([], [version("dateline")])
