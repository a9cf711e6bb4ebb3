import pytest

from dateline.bench import run
from dateline.errors import InputError

LGL = """<articles><article docid="1"><domain>ajc.com</domain><text>Troops left Gao in Mali.</text><toponyms>
<toponym><start>12</start><end>15</end><phrase>Gao</phrase><gaztag geonameid="2457161"><fcode>PPLA</fcode>
<lat>16.27</lat><lon>-0.04</lon><country geonameid="2453866">Mali</country></gaztag></toponym>
</toponyms></article></articles>"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "mine.xml").write_text(LGL, encoding="utf-8")
    return tmp_path


def test_a_corpus_gives_its_figures_the_homes_and_the_calibration(folder):
    result = run("places", data=folder)
    assert (result.row("places.lgl.all.acc161").value, result.row("places.lgl.all.acc161").n) == (100, 1)
    assert result.row("places.lgl.all.acc161").peer == "CamCoder"
    assert result.row("places.lgl.home.acc161").value == 100
    assert 0 <= result.row("places.ece").value <= 1
    assert result.row("places.lgl.end2end.f1_161").n == 1


def test_predictions_are_written_by_text(folder, tmp_path):
    run("places", data=folder, out=tmp_path / "out.jsonl")
    assert '"name": "Gao"' in (tmp_path / "out.jsonl").read_text(encoding="utf-8")


def test_a_folder_without_any_part_is_refused(tmp_path):
    with pytest.raises(InputError, match="nothing that this bench scores"):
        run("places", data=tmp_path)


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputError, match="is not there"):
        run("places", data=tmp_path / "none")
