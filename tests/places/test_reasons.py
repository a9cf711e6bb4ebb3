from dateline.places.reasons import described


def test_a_reason_tells_tier_grounds_and_rivals(resolved):
    (mastung,) = resolved("Pakistani police went to Mastung in Pakistan.", "Mastung")
    assert mastung.reason == "exact name; country PK named 2 times in the text; chosen from 2"


def test_a_reason_names_the_kind_in_words(resolved):
    (bajaur,) = resolved("It happened in Bajaur tribal district.", "Bajaur")
    assert "called a district" in bajaur.reason


def test_a_place_is_described_with_its_units(gazetteer):
    assert described(gazetteer.get("gn:1174089")) == "Khar (settlement, Khyber Pakhtunkhwa, PK)"
