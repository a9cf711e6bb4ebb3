from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.records import Document
from dateline.mentions.records import Mention, MentionKind
from dateline.places import open_gazetteer, resolve
from dateline.values.spans import Span

from .conftest import report


def names_of(resolutions):
    return [(r.place.name, r.place.kind.value, r.place.country) if r.place else None for r in resolutions]


def test_a_district_is_read_in_its_province(resolved):
    found = resolved("Rebels hold Andar district in Ghazni province.", "Andar", "Ghazni")
    assert names_of(found) == [("Andar", "admin2", "AF"), ("Ghazni", "admin1", "AF")]
    assert [r.where_prec for r in found] == [3, 4]


def test_a_town_is_read_in_the_district_beside_it(resolved):
    (khar, _) = resolved("A blast tore through Khar, Bajaur.", "Khar", "Bajaur")
    assert (khar.place.name, khar.place.admin2, khar.place.country) == ("Khar", "Bajaur", "PK")
    assert "in Bajaur (named beside it)" in khar.reason


def test_the_country_of_the_report_decides_between_namesakes(resolved):
    (in_bolivia,) = resolved("Bolivian police sealed off La Paz as Bolivia mourned.", "La Paz")
    (in_honduras,) = resolved("Honduran police sealed off La Paz as Honduras mourned.", "La Paz")
    assert (in_bolivia.place.country, in_honduras.place.country) == ("BO", "HN")


def test_a_dateline_decides_between_namesakes(resolved):
    _, santa_rosa = resolved(
        "GUATEMALA CITY, 3 MAY 89 (AGENCY) -- A MINE WENT OFF IN SANTA ROSA.", "GUATEMALA CITY", "SANTA ROSA"
    )
    assert santa_rosa.place.country == "GT"


def test_provinces_in_a_list_share_the_word_at_its_end(resolved):
    found = resolved("Fighters moved to the Kunar and Nuristan provinces of Afghanistan.", "Kunar", "Nuristan")
    assert names_of(found) == [("Kunar", "admin1", "AF"), ("Nuristan", "admin1", "AF")]


def test_a_city_and_its_province_are_two_names(resolved):
    text = "Shots fell in Kabul. Elsewhere in Kabul province nothing stirred. Afghan police confirmed it."
    assert [r.place.kind.value for r in resolved(text, "Kabul")] == ["settlement", "admin1"]


def test_one_name_has_one_place_in_a_report(resolved):
    first, second = resolved("Police ringed Mastung. By night Mastung, in Pakistan, was quiet.", "Mastung")
    assert first.place == second.place


def test_near_a_town_is_less_exact(resolved):
    near, inside = resolved("A mine near Gao, then another in Kidal, in Mali.", "Gao", "Kidal")
    assert (near.where_prec, inside.where_prec) == (2, 1)


def test_a_part_of_a_country_is_fuzzy(resolved):
    (mali,) = resolved("Raids in northern Mali went on.", "Mali")
    assert (mali.place.id, mali.where_prec) == ("iso:ML", 5)


def test_a_region_is_a_region(resolved):
    (sahel,) = resolved("The whole Sahel is at risk.", "Sahel")
    assert (sahel.place.id, sahel.where_prec) == ("region:sahel", 5)


def test_an_unknown_name_stays_unresolved_with_its_reason(resolved):
    (unknown,) = resolved("They met at Qwxyzabad.", "Qwxyzabad")
    assert (unknown.place, unknown.where_prec, unknown.reason) == (None, None, "not in the gazetteer")


def test_a_far_fetched_village_is_not_taken(resolved, gazetteer):
    (found,) = resolved("Somebody wrote Us on the wall of the mosque.", "Us")
    assert found.place is None
    assert found.reason.startswith("only far-fetched places")
    assert found.alternatives


def test_facilities_stay_unresolved_and_actors_are_left_out(gazetteer):
    doc, (place,) = report("A bomb at Kabul Airport.", "Kabul")
    airport = Mention(doc.id, Span(10, 23), "Kabul Airport", MentionKind.FACILITY, "test")
    actor = Mention(doc.id, Span(2, 6), "bomb", MentionKind.ACTOR, "test")
    found = resolve([airport, actor, place], doc, gazetteer=gazetteer)
    assert [r.mention_id for r in found] == [airport.id, place.id]
    assert found[0].place is None


def test_probabilities_leave_room_for_no_place(resolved):
    (found,) = resolved("Springfield.", "Springfield")
    assert 0 < found.probability < 1


@given(
    st.lists(st.sampled_from(["Kabul", "San Miguel", "Qwxyz", "US", "Mali", "Ali", "\u0660", "Khar", "-"]), max_size=8),
    st.sampled_from([" ", ", ", " in ", " province, ", ". The ", "\n\n", " and "]),
)
def test_each_place_mention_gets_one_resolution_in_order(names, glue):
    text = glue.join(names)
    doc = Document(text, "made up")
    mentions, start = [], 0
    for name in names:
        mentions.append(Mention(doc.id, Span(start, start + len(name)), name, MentionKind.PLACE, "test"))
        start += len(name) + len(glue)
    found = resolve(mentions, doc, gazetteer=open_gazetteer())
    assert [r.mention_id for r in found] == [mention.id for mention in mentions]
    assert all(0 <= r.probability <= 1 for r in found)


def test_mentions_out_of_order_keep_their_order(gazetteer):
    doc, mentions = report("First Kabul, then Gao, then Kabul again.", "Kabul", "Gao")
    found = resolve(mentions, doc, gazetteer=gazetteer)
    assert [r.mention_id for r in found] == [mention.id for mention in mentions]
