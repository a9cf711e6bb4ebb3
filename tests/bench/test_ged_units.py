import json
from datetime import date

import pytest

from dateline.bench.ged_units import read_ged_units
from dateline.errors import InputError
from dateline.places import open_gazetteer


def rows(path, **fields):
    given = {"where_prec": "1.0", "country": "Mali", "adm_1": "Kidal region", "adm_2": "Tessalit cercle"}
    given |= {"latitude": "20.2", "longitude": "1.01", "date_start": "1420070400.0", **fields}
    path.write_text(json.dumps(given) + "\n", encoding="utf-8")
    return list(read_ged_units(path, open_gazetteer()))


def test_a_row_is_a_position_a_day_and_its_units(tmp_path):
    (read,) = rows(tmp_path / "dev.jsonl")
    assert (read.point.lat, read.countries, read.admin1, read.admin2, read.on) == (
        20.2,
        ("ML",),
        "Kidal region",
        "Tessalit cercle",
        date(2015, 1, 1),
    )


@pytest.mark.parametrize(
    ("precision", "admin1", "admin2"),
    [("3.0", "Kidal region", "Tessalit cercle"), ("4.0", "Kidal region", None), ("6.0", None, None)],
)
def test_a_position_that_stands_for_a_unit_says_nothing_of_finer_ones(tmp_path, precision, admin1, admin2):
    (read,) = rows(tmp_path / "dev.jsonl", where_prec=precision)
    assert (read.admin1, read.admin2) == (admin1, admin2)


def test_a_row_without_a_number_names_its_line(tmp_path):
    with pytest.raises(InputError, match="line 1: no row of GED"):
        rows(tmp_path / "dev.jsonl", latitude="north")
