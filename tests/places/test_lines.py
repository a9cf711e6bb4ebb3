import pytest

from dateline.places.lines import Line, Spelling


def test_a_line_is_read_cell_by_cell():
    line = Line.parse("7\ts\t5\tZZ\tZed\t1.5\t-2\t90\tC\tCed|ara:\u0632\tZD\tZeds\tPPLC\twof:1|pcode:Z\tgn|own\n")
    assert (line.id, line.kind, line.parent, line.country) == ("gn:7", "settlement", "gn:5", "ZZ")
    assert (line.lat, line.lon, line.population, line.capital) == (1.5, -2.0, 90, True)
    assert line.names == (Spelling("Ced"), Spelling("\u0632", "ara"))
    assert (line.feature, line.other_ids, line.sources) == ("PPLC", ("wof:1", "pcode:Z"), ("gn", "own"))


def test_cells_left_out_at_the_end_are_unknown():
    line = Line.parse("7\ts\t\tZZ\tZed\n")
    assert (line.lat, line.population, line.names, line.other_ids) == (None, None, (), ())


def test_a_population_of_zero_is_unknown():
    assert Line.parse("7\ts\t\tZZ\tZed\t1\t2\t0").population is None


@pytest.mark.parametrize(
    ("written", "read"),
    [("PK", "iso:PK"), ("iso:PK", "iso:PK"), ("12", "gn:12"), ("wof:12", "wof:12"), ("region:sahel", "region:sahel")],
)
def test_ids_carry_their_source(written, read):
    assert Line.parse(f"{written}\tc\t\tPK\tX").id == read


def test_a_kind_that_is_none_is_named_with_its_place():
    with pytest.raises(ValueError, match=r"'q'.*'7'"):
        Line.parse("7\tq\t\tZZ\tZed")
