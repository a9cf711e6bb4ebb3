"""The papers of the house say what the code does, and lead everywhere."""

import re
from importlib.metadata import version

import pytest
import write_docs
import write_limits

from dateline.bench import BENCHES
from dateline.bench.records import BenchResult, Peer, Row
from dateline.bench.sampling import STAGES
from dateline.cli.closing import PARTIAL
from dateline.codebook.document import render_markdown
from dateline.config import Config
from dateline.exports.export import FORMATS
from papers import DOCS, INDEX, PAPERS, ROOT, headings, linked_pages, links, passages, text_of

SOURCE = ROOT / "src" / "dateline"
SINGLE_FILES = {"config", "errors", "judgement", "stamp"}  # rooms of one file: told on the pages of those that use them


def name_of(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("name", write_docs.PAGES)
def test_a_page_made_from_the_code_is_the_one_that_the_code_makes(name):
    assert text_of(DOCS / name) == write_docs.PAGES[name](), "run: python tools/write_docs.py"


def test_the_codebooks_page_is_the_one_that_the_codebook_makes():
    assert text_of(DOCS / "codebook.md") == render_markdown(), "run: python tools/write_codebook.py"


@pytest.mark.parametrize(("path", "mark", "passage"), write_docs.LISTED, ids=lambda each: getattr(each, "stem", None))
def test_a_passage_made_from_the_code_is_the_one_that_the_code_makes(path, mark, passage):
    page = text_of(path)
    assert f"<!-- {mark} -->" in page
    assert page == write_docs.filled(page, mark, passage()), "run: python tools/write_docs.py"


def rooms():
    return {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()} - {
        "__init__"
    }


def test_the_architecture_lists_every_room():
    listed = re.findall(r"^\| (`.*?) \|", text_of(DOCS / "architecture.md"), re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", "".join(listed))) == rooms()


@pytest.mark.parametrize("room", sorted(rooms() - SINGLE_FILES))
def test_a_room_has_a_page(room):
    assert (DOCS / "concepts" / f"{room}.md").is_file() or (DOCS / f"{room}.md").is_file()


@pytest.mark.parametrize("room", sorted(SINGLE_FILES - {"errors"}))
def test_a_room_of_one_file_is_named_in_the_index(room):
    assert f"`{room}`" in text_of(INDEX)


def test_every_setting_stands_on_the_page_of_the_settings_with_its_default():
    page = text_of(DOCS / "concepts" / "pipeline.md")
    for table, field in Config.model_fields.items():
        for name, setting in getattr(field.annotation, "model_fields", {}).items():
            assert f"| `[{table}] {name}` |" in page
            shown = str(setting.default).lower() if isinstance(setting.default, bool) else f'"{setting.default}"'
            assert f"`{shown}`" in page or name == "name"  # a casebook is called as its folder


def test_every_exit_code_stands_on_the_page_of_the_commands():
    codes = re.findall(r"^\| (\d) \|", text_of(DOCS / "cli.md"), re.MULTILINE)
    assert codes == ["0", "1", "2", str(PARTIAL)]


def test_every_variable_of_the_environment_stands_in_the_papers():
    said = "\n".join(map(text_of, PAPERS))
    used = {name for path in SOURCE.rglob("*.py") for name in re.findall(r'"(DATELINE_[A-Z_]+)"', text_of(path))}
    assert used
    assert [name for name in sorted(used) if f"`{name}" not in said and f"${name}" not in said] == []


@pytest.mark.parametrize("bench", BENCHES, ids=lambda bench: bench.name)
def test_a_bench_has_its_chapter(bench):
    assert f"## `{bench.name}`" in text_of(DOCS / "bench.md")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_of_exports_stands_on_its_page(form):
    assert f"| `{form.name}` |" in text_of(DOCS / "concepts" / "exports.md")


def test_the_index_links_every_page():
    pages = {path for path in DOCS.glob("**/*.md") if path != INDEX}
    assert sorted(map(name_of, pages - set(linked_pages(INDEX)))) == []


@pytest.mark.parametrize("path", PAPERS, ids=name_of)
def test_every_link_in_the_house_leads_to_a_file_and_its_heading(path):
    for target, heading in links(path):
        page = (path.parent / target).resolve() if target else path
        assert page.exists(), target
        assert not heading or heading in headings(page), f"{target}#{heading}"


@pytest.mark.parametrize("path", PAPERS, ids=name_of)
def test_a_papers_lists_are_closed(path):
    assert text_of(path).count("```") % 2 == 0
    assert all("\n```" not in passage.body for passage in passages(path))


def test_the_make_targets_of_the_papers_exist():
    makefile = text_of(ROOT / "Makefile")
    for path in PAPERS:
        for target in re.findall(r"^make (\w+)|`make (\w+)`", text_of(path), re.MULTILINE):
            assert re.search(rf"^{''.join(target)}:", makefile, re.MULTILINE), target


def test_the_first_release_of_the_changelog_is_this_one():
    released = re.findall(r"^## \[?(\d+\.\d+\.\d+)", text_of(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert released[0] == version("dateline")


@pytest.mark.parametrize("name", ["limits.md", "profile.md"])
def test_the_figures_are_of_this_release_and_coder(name):
    said = f"Dateline {version('dateline')}, coder {Config().coding.coder}, configuration "
    assert said in text_of(DOCS / name), "run: python tools/write_limits.py"


PEERS = (Peer("Model T", 96.27, "others", same_items=False), Peer("GPT-4o", 85.43, "others", same_items=False))


def measured(**made_by):
    """Figures of a run that never was, one for each passage that is written from them."""
    slots = [f"muc4.{slot}.{side}" for slot in write_limits.LEADING for side in ("precision", "recall", "f1")]
    muc4 = tuple(Row(metric, 50.0, 40.0, 60.0, n=10) for metric in slots)
    speed = (
        "words_per_cpu_s",
        "stream_words_per_cpu_s",
        "peak_mb",
        "growth_mb",
        "import_ratio",
        *(f"share.{stage}" for stage in STAGES),
    )
    isaf = (
        Row("isaf.mean_accuracy", 90.0, 88.0, 92.0, n=7, peer="Model T", peer_value=96.27, peers=PEERS),
        Row("isaf.failed", 0, n=7),
    )
    more = {
        name: BenchResult(name, "dev", 3, (Row(f"{name}.of{endings[0]}", 61.5, n=3), Row(f"{name}.left_out", 1.0)))
        for name, (_, endings) in write_limits.MORE.items()
    }
    results = {
        **more,
        "sample": BenchResult(
            "sample", "seed", 1, (Row("sample.events", 75.0, n=4), Row("sample.events.date", 1, n=1))
        ),
        "isaf": BenchResult("isaf", "dev", 7, isaf),
        "muc4": BenchResult("muc4", "dev", 5, muc4),
        "others": BenchResult("muc4", "others", 6, muc4),
        "places": BenchResult("places", "geo", 9, (Row("places.ece", 0.0185, n=9), Row("places.lgl.all.auc", 0.2))),
        "speed": BenchResult("speed", "dev", 7, tuple(Row(f"speed.{name}", 10.0, n=7) for name in speed)),
    }
    today = write_limits.made_by()
    return {name: write_limits.Measured(result, made_by.get(name, today)) for name, result in results.items()}


def test_a_table_of_figures_has_value_interval_n_and_what_was_published():
    passage = write_limits.figures(measured())
    assert "| `isaf.mean_accuracy` | 90.0 | 88.0 to 92.0 | 7 | 96.3 (Model T) |" in passage
    assert passage.count("| incident_type | 50.0 | 50.0 | 50.0 | 40.0 to 60.0 | 10 |  |") == 2
    assert "| `sample.events` | 75.0 |  | 4 |" in passage
    assert "| `places.ece` | 0.018 |  | 9 |  |" in passage
    assert "places.lgl.all.auc" not in passage
    assert passage.count("| 61.5 |  | 3 |  |") == len(write_limits.MORE) - 1  # errors have three digits
    assert "left_out" not in passage
    assert "failed" not in passage


def test_a_figure_that_was_not_measured_says_so():
    results = measured()
    rows = results["speed"].result.rows
    unsampled = tuple(Row(row.metric, None) if "share" in row.metric else row for row in rows)
    speed = write_limits.Measured(BenchResult("speed", "dev", 7, unsampled), "Dateline")
    passage = write_limits.profile({**results, "speed": speed})
    assert "| places | not measured % |" not in passage
    assert "| places | not measured |" in passage


def test_the_readmes_figures_carry_their_interval_and_n():
    passage = " ".join(write_limits.headline(measured()).split())
    assert "On 7 military press releases" in passage
    assert passage.count("50.0 (40.0 to 60.0)") == len(write_limits.LEADING)
    assert "GPT-4o 85.4 %, and the best model that was trained on such releases 96.3 %" in passage


def test_a_table_of_another_coder_says_so():
    assert "measured of" not in write_limits.figures(measured())
    passage = write_limits.figures(measured(hrds="Dateline 0.0.9, coder rules.v0"))
    assert "development part; measured of 0.0.9, coder rules.v0." in passage
    assert passage.count("measured of") == 1


def test_with_only_the_named_benches_are_run_and_the_other_figures_stay(monkeypatch, tmp_path):
    page = tmp_path / "page.md"
    page.write_text("<!-- figures -->\n<!-- /figures -->\n", encoding="utf-8")
    monkeypatch.setattr(write_limits, "KEPT", tmp_path / "figures.json")
    monkeypatch.setattr(write_limits, "PASSAGES", {page: ("figures", write_limits.figures)})
    before = measured()
    write_limits.keep(before, write_limits.KEPT)
    asked = []

    def run(name, **_):
        asked.append(name)
        return BenchResult(name, "dev", 2, (Row("plv.root.macro_f1", 12.5, n=2),))

    monkeypatch.setattr(write_limits, "run", run)
    write_limits.main(["--only", "plv"])

    assert asked == ["plv"]
    assert "| `plv.root.macro_f1` | 12.5 |" in page.read_text(encoding="utf-8")
    after = write_limits.kept(write_limits.KEPT)
    assert {name for name in before if after[name] != before[name]} == {"plv"}


def test_before_every_bench_was_run_the_pages_stay(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(write_limits, "KEPT", tmp_path / "figures.json")
    monkeypatch.setattr(write_limits, "PASSAGES", {tmp_path / "absent.md": ("figures", write_limits.figures)})
    monkeypatch.setattr(write_limits, "run", lambda name, **_: BenchResult(name, "dev", 2, ()))
    write_limits.main(["--only", "plv"])

    assert "not measured yet: sample, isaf" in capsys.readouterr().out
    assert set(write_limits.kept(write_limits.KEPT)) == {"plv"}
