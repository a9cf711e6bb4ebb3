import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InstallationError
from dateline.places import PlaceKind, open_gazetteer
from dateline.places.names import read_data

COUNTRIES = read_data("countries.yaml")
PROVINCES = {
    "AF": "Badakhshan Badghis Baghlan Balkh Bamyan Bamiyan Daykundi Farah Faryab Ghazni Ghor Helmand Herat Jawzjan "
    "Jowzjan Kabul Kandahar Kapisa Khost Khowst Kunar Konar Kunduz Konduz Laghman Logar Nangarhar Nangahar Nimroz "
    "Nimruz Nuristan Oruzgan Paktika Paktia Paktya Panjshir Parwan Samangan Sar-e_Pul Sari_Pul Takhar Uruzgan Wardak "
    "Maidan_Wardak Zabul Zabol",
    "SV": "Ahuachapan Cabanas Chalatenango Cuscatlan La_Libertad La_Paz La_Union Morazan San_Miguel San_Salvador "
    "Santa_Ana San_Vicente Sonsonate Usulutan",
    "CO": "Amazonas Antioquia Arauca Atlantico Bolivar Boyaca Caldas Caqueta Casanare Cauca Cesar Choco Cordoba "
    "Cundinamarca Guainia Guaviare Huila La_Guajira Guajira Magdalena Meta Narino Norte_de_Santander Putumayo Quindio "
    "Risaralda San_Andres Santander Sucre Tolima Valle_del_Cauca Vaupes Vichada",
    "PE": "Amazonas Ancash Apurimac Arequipa Ayacucho Cajamarca Callao Cusco Cuzco Huancavelica Huanuco Ica Junin "
    "La_Libertad Lambayeque Lima Loreto Madre_de_Dios Moquegua Pasco Piura Puno San_Martin Tacna Tumbes Ucayali",
    "GT": "Alta_Verapaz Baja_Verapaz Chimaltenango Chiquimula El_Progreso Escuintla Guatemala Huehuetenango Izabal "
    "Jalapa Jutiapa Peten El_Peten Quetzaltenango Quiche El_Quiche Retalhuleu Sacatepequez San_Marcos Santa_Rosa "
    "Solola Suchitepequez Totonicapan Zacapa",
}


@pytest.mark.parametrize("country", PROVINCES)
def test_every_province_is_known_under_its_usual_spellings(gazetteer, country):
    names = [name.replace("_", " ") for name in PROVINCES[country].split()]
    unknown = [
        name
        for name in names
        if not any(
            candidate.place.kind is PlaceKind.ADMIN1 and candidate.place.country == country
            for candidate in gazetteer.candidates(name, limit=100)
        )
    ]
    assert unknown == []


@pytest.mark.parametrize(
    ("name", "tier", "place_id"),
    [
        ("Bajaur", "exact", "gn:1183781"),
        ("Bajaur tribal district", "affix_stripped", "gn:1183781"),
        ("Ghazni province", "exact", "gn:1141268"),
        ("southern Laos", "affix_stripped", "iso:LA"),
        ("city of Mosul", "affix_stripped", "gn:99072"),
        ("Pakistani", "demonym", "iso:PK"),
        ("KP", "abbreviation", "gn:1168873"),
        ("U.S.", "abbreviation", "iso:US"),
        ("the Niger", "article", "iso:NE"),
        ("Deir Ezzor", "exact", "gn:170792"),
        ("Mazar-i-Sharif", "exact", "gn:1133616"),
        ("Khar", "exact", "gn:1174089"),
        ("Mastung", "exact", "gn:1170706"),
        ("Krasnogorsk", "exact", "gn:542374"),
        ("Kerman", "exact", "gn:128234"),
        ("Khorasan", "exact", "region:khorasan"),
    ],
)
def test_a_name_leads_to_its_place_by_the_tier_that_is_told(gazetteer, name, tier, place_id):
    assert (tier, place_id) in [(found.tier, found.place.id) for found in gazetteer.candidates(name)]


@pytest.mark.parametrize(
    ("name", "country", "tier", "place_id"),
    [
        ("Deyr az Zaurr", "SY", "skeleton", "gn:170792"),
        ("Moosul", "IQ", "skeleton", "gn:99072"),
        ("Maidugri", "NG", "skeleton", "gn:2331447"),
        ("Kidall cercle", "ML", "skeleton", "gn:8631512"),
        ("Maidurugi", "NG", "edit", "gn:2331447"),
    ],
)
def test_within_a_country_a_misspelled_name_leads_to_its_place(gazetteer, name, country, tier, place_id):
    found = gazetteer.candidates(name, countries={country})
    assert (tier, place_id) in [(each.tier, each.place.id) for each in found]
    assert {each.place.country for each in found if each.tier in ("skeleton", "edit")} == {country}


def test_a_place_in_a_country_that_is_known_is_not_cut_off_by_larger_ones(gazetteer):
    honduran = gazetteer.candidates("San Antonio", limit=3, countries={"HN"})
    assert "HN" in {found.place.country for found in honduran}
    assert "HN" not in {found.place.country for found in gazetteer.candidates("San Antonio", limit=3)}


def test_a_name_that_is_known_in_the_country_is_not_looked_for_under_other_spellings(gazetteer):
    assert {found.tier for found in gazetteer.candidates("Mosul", countries={"IQ"})} == {"exact"}


def test_an_abbreviation_in_small_letters_is_a_word(gazetteer):
    assert "iso:US" not in [found.place.id for found in gazetteer.candidates("us")]


def test_an_announced_kind_leaves_only_places_of_that_kind(gazetteer):
    assert {found.place.kind for found in gazetteer.candidates("Nimroz wilayat")} == {PlaceKind.ADMIN1}


@pytest.mark.parametrize("code", COUNTRIES)
def test_every_name_of_a_country_leads_to_it(gazetteer, code):
    entry = COUNTRIES[code]
    names = [
        entry["name"],
        *(name for part in ("aliases", "demonyms", "abbreviations") for name in entry.get(part, [])),
    ]
    strangers = [
        name for name in names if f"iso:{code}" not in [found.place.id for found in gazetteer.candidates(name)]
    ]
    assert strangers == []


def test_a_place_tells_its_units_source_and_licence(gazetteer):
    khar = gazetteer.get("gn:1174089")
    assert (khar.name, khar.admin2, khar.admin1, khar.country) == ("Khar", "Bajaur", "Khyber Pakhtunkhwa", "PK")
    assert "GeoNames" in khar.source
    assert "CC BY 4.0" in khar.licence
    assert khar.point.km_to(gazetteer.get("gn:1183781").point) < 100


def test_an_unknown_id_is_no_place(gazetteer):
    assert gazetteer.get("gn:0") is None


def test_every_member_of_a_region_is_in_the_gazetteer(gazetteer):
    regions = read_data("regions.yaml")
    countries = {member for entry in regions for member in entry["members"] if len(member) == 2}
    assert [member for member in sorted(countries) if gazetteer.get(f"iso:{member}") is None] == []
    assert [entry["id"] for entry in regions if gazetteer.get(f"region:{entry['id']}") is None] == []


def test_names_for_finding_are_places_and_not_words(gazetteer):
    names = dict(gazetteer.names())
    assert {"Kunar", "Mazar-i-Sharif", "Usulutan", "Usulután", "Deir Ezzor", "Afghanistan", "Bajaur"} <= names.keys()
    assert names.keys().isdisjoint({"Most", "Police", "March", "Miss.", "Ali"})
    assert "abbreviation" in names["UK"]
    assert names["Pakistani"] == ("demonym",)
    assert len(names) <= 250_000


@given(st.text())
def test_any_text_may_be_looked_up(text):
    candidates = open_gazetteer().candidates(text, limit=3)
    assert len(candidates) <= 3


def test_a_file_that_is_no_gazetteer_says_so(tmp_path):
    with pytest.raises(InstallationError, match="not a gazetteer"):
        open_gazetteer(tmp_path / "nothing.sqlite")


def test_a_capital_is_no_candidate_for_its_countrys_name_unless_it_has_it_itself(gazetteer):
    settlements = {
        name: [each.place.name for each in gazetteer.candidates(name) if each.place.kind is PlaceKind.SETTLEMENT]
        for name in ("Mexico", "Mexico City", "Djibouti")
    }
    assert "Mexico City" not in settlements["Mexico"]
    assert "Mexico City" in settlements["Mexico City"]
    assert "Djibouti" in settlements["Djibouti"]
