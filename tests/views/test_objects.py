import json

from dateline.views.objects import coded_object, event_object


def test_an_event_holds_its_cells_and_every_claim(whole):
    made = event_object(whole)
    assert list(made["cells"]) == ["type", "place", "deaths", "victim", "perpetrator"]
    assert len(made["claims"]) == 6


def test_every_cell_leads_to_claims_that_are_there(whole):
    made = event_object(whole)
    ids = {claim["id"] for claim in made["claims"]}
    for cell in made["cells"].values():
        assert cell["claims"]
        assert ids.issuperset([*cell["claims"], *cell["set_aside"]])


def test_everything_that_was_coded_is_plain_json(whole):
    made = coded_object(whole.files, [whole])
    assert json.loads(json.dumps(made, allow_nan=False)) == made
    assert list(made) == ["documents", "events", "frames", "aliases"]
    assert list(made["frames"]) == ["relations", "strengths", "areas", "releases"]


def test_aliases_are_the_spellings_that_the_text_uses(whole):
    assert coded_object(whole.files, [whole])["aliases"] == {"Red Brigade": ["The Red Brigade"]}


def test_no_default_object_holds_a_private_persons_name(whole):
    assert "zahir" not in json.dumps(coded_object(whole.files, [whole])).lower()


def test_names_are_there_when_asked_for(whole):
    assert event_object(whole, names=True)["cells"]["victim"]["name"] == "Ahmad Zahir"


def test_a_count_keeps_low_best_high_and_operator(whole):
    value = event_object(whole)["cells"]["deaths"]["value"]
    assert (value["low"], value["best"], value["high"], value["operator"]) == (3, 3, None, "at_least")
