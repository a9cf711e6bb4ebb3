import lzma

import pytest

from dateline.bench.places_corpora import FOLDS, country_codes, fold_of, outlet_homes, read_corpora, read_corpus
from dateline.errors import InputError

LGL = """<articles><article docid="1"><domain>paper.example</domain><text>Troops left Gao in Mali.</text><toponyms>
<toponym><start>12</start><end>15</end><phrase>Gao</phrase><gaztag geonameid="2457161"><fcode>PPLA</fcode>
<lat>16.27</lat><lon>-0.04</lon><country geonameid="2453866">Mali</country>
<admin1 geonameid="2457162">Gao</admin1></gaztag></toponym>
<toponym><start>19</start><end>23</end><phrase>Mali</phrase><gaztag geonameid="2453866"><fcode>PCLI</fcode>
<lat>18</lat><lon>-2</lon><country geonameid="2453866">Mali</country></gaztag></toponym>
<toponym><start>0</start><end>6</end><phrase>Troops</phrase></toponym></toponyms></article></articles>"""
GEOVIRUS = """<articles><article><source>made up</source><text>Fever in Mali.</text><locations><location>
<name>Mali</name><start>10</start><end>14</end><lat>17</lat><lon>-4</lon>
<page>https://en.wikipedia.org/wiki/Mali</page></location></locations></article></articles>"""
GEOWEBNEWS = """<articles><article file="0"><text>Gao calls.</text><toponyms><toponym><extractedName>Gao</extractedName>
<type>Literal</type><start>0</start><end>3</end><geonamesID>2457161</geonamesID><latitude>16.27</latitude>
<longitude>-0.04</longitude></toponym><toponym><extractedName>calls</extractedName><type>Non_Toponym</type>
<start>4</start><end>9</end></toponym></toponyms></article></articles>"""


@pytest.fixture
def written(tmp_path):
    def write(text, name="corpus.xml"):
        path = tmp_path / name
        path.write_bytes(lzma.compress(text.encode()) if name.endswith(".xz") else text.encode())
        return path

    return write


def test_lgl_gives_ids_country_and_province_and_leaves_names_without_entry_out(written):
    (text,) = read_corpus(written(LGL)).texts
    gao, mali = text.toponyms
    assert (gao.ids, gao.country, gao.admin1_id) == ({"gn:2457161"}, "ML", "gn:2457162")
    assert mali.ids == {"gn:2453866", "iso:ML"}
    assert (text.publisher, text.left_out) == ("paper.example", 1)


def test_geovirus_counts_characters_from_one(written):
    (text,) = read_corpus(written(GEOVIRUS)).texts
    (mali,) = text.toponyms
    assert (mali.text, mali.span.start, mali.ids, mali.page) == ("Mali", 9, {"iso:ML"}, "Mali")


def test_geowebnews_leaves_out_what_has_no_position(written):
    corpus = read_corpus(written(GEOWEBNEWS, "corpus.xml.xz"))
    assert corpus.name == "geowebnews"
    assert [gold.text for gold in corpus.texts[0].toponyms] == ["Gao"]


def test_a_folder_gives_its_corpora_in_order(written, tmp_path):
    written(GEOVIRUS, "a.xml")
    written(LGL, "b.xml.xz")
    assert [corpus.name for corpus in read_corpora(tmp_path)] == ["lgl", "geovirus"]


def test_two_files_of_one_corpus_are_refused(written, tmp_path):
    written(LGL, "a.xml")
    written(LGL, "b.xml")
    with pytest.raises(InputError, match=r"a\.xml.*b\.xml"):
        read_corpora(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<articles/>", "is not of LGL"),
        ("no xml", "cannot be read"),
        (LGL.replace("<start>12", "<start>3"), "does not stand at 3"),
        (GEOVIRUS.replace("<lat>17</lat>", "<lat/>"), "whole start, end or position"),
    ],
)
def test_what_is_no_corpus_is_refused_with_its_reason(written, text, said):
    with pytest.raises(InputError, match=said):
        read_corpus(written(text))


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"holds no \.xml"):
        read_corpora(tmp_path)


def test_every_home_is_an_id_and_every_publisher_has_a_fold():
    assert all(place.startswith(("gn:", "iso:")) for place in outlet_homes().values())
    assert {fold_of(domain) for domain in outlet_homes()} == set(range(FOLDS))


def test_countries_have_their_geonames_ids():
    assert country_codes()["gn:2453866"] == "ML"
