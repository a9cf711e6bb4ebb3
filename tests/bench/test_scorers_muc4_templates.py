from dateline.bench.scorers.muc4_templates import Fill, read_template


def item(raw, *alts, xref=None, optional=False):
    return {"raw": raw, "alts": list(alts), "optional": optional} | ({"xref": xref} if xref is not None else {})


def test_a_fill_keeps_its_alternatives_and_what_it_is_said_of():
    key = {"hum_tgt_effect": [item('DEATH: "BAKER"', "DEATH", xref=["BAKER"])]}

    assert read_template(key).fills("hum_tgt_effect") == (Fill(("DEATH",), ("BAKER",)),)


def test_a_place_is_read_with_all_its_levels():
    key = {"incident_location": [item("PERU: CUSCO (CITY)", "PERU", xref=["CUSCO (CITY)"])]}

    assert read_template(key).fills("incident_location") == (Fill(("PERU: CUSCO (CITY)",)),)


def test_a_blank_fill_is_left_out():
    assert read_template({"instrument_id": [item("-", "-")]}).fills("instrument_id") == ()


def test_a_blank_reference_is_no_reference():
    key = {"instrument_type": [item("GUN: -", "GUN", xref=["-"])]}

    assert read_template(key).fills("instrument_type") == (Fill(("GUN",)),)


def test_an_optional_template_is_marked():
    assert read_template({"optional": True}).optional
