"""Places of conflicts, with the spellings that reports use: each resolves to the right province and spot.

Positions are from general knowledge, to a tenth of a degree; 25 km is what "the right place" means in UCDP's precision.
"""

import pytest

from dateline.places.lookup import look_up
from dateline.values.points import Point

_NEAR_KM = 25.0
_SETTLEMENTS = """
PK | Khyber Pakhtunkhwa | 34.7 71.5 | Inayat Killi, Inayat Kalay, Khar
PK | Khyber Pakhtunkhwa | 34.8 71.5 | Mamund, Mamoond
PK | Khyber Pakhtunkhwa | 33.0 70.1 | Miranshah, Miram Shah
PK | Khyber Pakhtunkhwa | 32.9 69.8 | Datta Khel, Dattakhel
PK | Khyber Pakhtunkhwa | 33.9 70.1 | Parachinar
AF | Helmand | 31.6 64.4 | Lashkar Gah, Lashkargah
AF | Uruzgan | 32.6 65.9 | Tarinkot, Tirin Kot
AF | Baghlan | 35.9 68.7 | Pul-e Khumri, Pul-i-Khumri
SY | Deir ez-Zor | 35.3 40.1 | Deir ez-Zor, Deir Ezzor, Deir al-Zour, Deir ez-Zour
SY | Raqqa | 36.0 39.0 | Raqqa, Raqqah
SY | Aleppo | 36.9 38.4 | Kobani, Kobane, Ayn al-Arab
SY | Idlib | 35.6 36.7 | Maarat al-Numan, Maaret al-Numan
SY | Idlib | 35.4 36.7 | Khan Shaykhun, Khan Sheikhoun
SY | Deir ez-Zor | 34.5 40.9 | Abu Kamal, Albu Kamal, Baghuz
SY | Hasakah | 36.4 41.1 | al-Hol camp, al-Hawl camp
IQ | Nineveh | 36.3 43.1 | Mosul
IQ | Nineveh | 36.4 42.5 | Tal Afar, Tel Afar
IQ | Nineveh | 36.3 41.9 | Sinjar, Shingal
IQ | Anbar | 33.4 43.8 | Fallujah, Falluja
IQ | Saladin | 34.7 43.5 | Camp Speicher
ML | Gao | 16.3 0.0 | Gao
ML | Mopti | 14.0 -3.4 | Ogossagou, Ogossagou-Peul
ML | Mopti | 14.3 -4.3 | Moura
ML | Menaka | 15.9 2.4 | Menaka, Ménaka, Minaka
ML | Timbuktu | 16.8 -3.0 | Timbuktu, Tombouctou
ML | Kidal | 20.0 3.0 | Tinzaouaten, Tin Zaouatine
NE | Tillaberi | 15.0 1.8 | Tongo Tongo
NE | Tillaberi | 15.0 1.3 | Inates
BF | Sahel | 13.4 0.5 | Solhan
BF | Sahel | 14.4 -1.3 | Inata
BF | Sahel | 14.1 -1.6 | Djibo
BF | Sahel | 14.2 -0.9 | Arbinda, Aribinda
BF | Centre-Nord | 13.4 -1.1 | Barsalogho
NG | Borno | 13.1 13.8 | Baga, Doron Baga
NG | Borno | 11.8 13.2 | Maiduguri
NG | Borno | 10.9 12.9 | Chibok
NG | Yobe | 12.5 11.5 | Dapchi
CM | Far North | 12.4 14.2 | Fotokol
SD | North Darfur | 13.5 25.3 | Zamzam camp, Zamzam, Zam Zam camp
SD | North Darfur | 13.6 25.3 | El Fasher, Al-Fashir, Al Fashir
SD | West Darfur | 13.5 22.5 | El Geneina, Al-Junaynah, Geneina, Ardamata
SD | Central Darfur | 12.9 23.5 | Zalingei
SD | Gezira | 14.4 33.5 | Wad Madani, Wad Medani
SS | Unity | 9.3 29.8 | Bentiu
SS | Upper Nile | 9.5 31.7 | Malakal
SS | Jonglei | 6.8 33.1 | Pibor
SO | Lower Juba | -0.4 42.5 | Kismayo, Kismaayo
SO | Hiran | 4.7 45.2 | Beledweyne, Beledwayne, Belet Weyne
SO | Lower Shabelle | 1.7 44.8 | Merca, Marka
SO | Lower Shabelle | 1.1 44.0 | Barawe, Brava
SO | Sool | 8.5 47.4 | Laascaanood, Las Anod, Lasanod
SO | Gedo | 2.6 41.6 | El Adde, Ceel Cadde
KE | Mandera | 3.9 41.9 | Mandera
KE | Garissa | 0.1 40.3 | Dadaab
ET | Tigray | 14.1 36.6 | Mai Kadra, Maikadra
ET | Tigray | 13.5 39.5 | Mekelle, Mekele
CD | North Kivu | -0.9 29.0 | Kishishe
CD | North Kivu | -1.3 29.6 | Bunagana
CD | North Kivu | -1.4 28.8 | Masisi
CD | Ituri | 1.6 30.2 | Bunia
CD | North Kivu | 0.5 29.5 | Beni
CF | Haute-Kotto | 6.5 22.0 | Bria
MZ | Cabo Delgado | -11.3 40.4 | Mocimboa da Praia, Mocímboa da Praia
MZ | Cabo Delgado | -10.8 40.5 | Palma
YE | Hodeidah | 14.8 43.0 | Hodeidah, Al Hudaydah, Hudaydah
YE | Marib | 15.5 45.3 | Marib, Ma'rib
YE | Saada | 16.9 43.8 | Saada, Sa'dah
LY | Derna | 32.8 22.6 | Derna, Darnah
UA | Donetsk Oblast | 48.6 38.0 | Bakhmut, Artemivsk
UA | Donetsk Oblast | 48.6 37.8 | Chasiv Yar
UA | Donetsk Oblast | 48.1 37.7 | Avdiivka, Avdeevka
MM | Kachin | 25.6 96.3 | Hpakant, Hpakan
MM | Shan | 23.7 98.8 | Laukkai, Laukkaing
MM | Rakhine | 20.8 92.4 | Maungdaw
MM | Kayin | 16.7 98.5 | Myawaddy
PH | Bangsamoro Autonomous Region in Muslim Mindanao | 8.0 124.3 | Marawi
HT | Ouest | 18.6 -72.3 | Cite Soleil, Cité Soleil, Martissant
HT | Artibonite | 19.2 -72.6 | Pont-Sonde
MX | Sinaloa | 24.8 -107.4 | Culiacan, Culiacán
MX | Jalisco | 20.7 -103.8 | Teuchitlan, Teuchitlán
CO | Chocó | 6.6 -76.9 | Bojaya
IN | Jammu and Kashmir | 34.0 75.3 | Baisaran
EG | North Sinai | 31.2 34.1 | Sheikh Zuweid, Sheikh Zuwayed
LB | South Lebanon Governorate | 33.5 35.4 | Ein el-Hilweh, Ain al-Hilweh
AF | Parwan | 34.9 69.3 | Bagram Airfield
"""
_UNITS = """
PK | Bajaur, North Waziristan, Khyber Pakhtunkhwa, KP, Kurram
AF | Kunar, Nuristan, Paktia, Paktya, Nangarhar
IQ | Ninewa, Nineveh, Ninawa, Salahuddin, Anbar
SY | Deir Ezzor, Rif Dimashq, Rural Damascus, Hasakeh
NG | Borno, FCT
NE | Tillaberi, Tillabéri, Tillabery
ML | Menaka, Kidal
SO | Lower Shabelle, Middle Shabelle
ET | Tigray, Oromia
KE | Mandera
CD | Ituri, Haut-Uele, North Kivu
YE | Hadhramaut
MM | Rakhine, Arakan
"""
_REGIONS = """
Darfur, Eastern Ghouta, Western Ghouta, FATA, Donbas, Sahel, Liptako-Gourma, Lake Chad basin, Khorasan, Casamance,
Ambazonia, Chittagong Hill Tracts, Catatumbo, Bajo Cauca, VRAEM, Northern Triangle, Karamoja, Middle Belt, Petit Nord,
Grand Nord, Ferghana Valley, Bangsamoro, Kordofan, Kivus, Puntland, Galmudug, Strait of Hormuz, Bab al-Mandab
"""


def lines(table):
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def spelled(cell):
    return [name.strip() for name in cell.replace("\n", " ").split(",") if name.strip()]


SETTLEMENTS = [
    (name, country, admin1, Point(*map(float, point.split())))
    for country, admin1, point, names in lines(_SETTLEMENTS)
    for name in spelled(names)
]
UNITS = [(name, country) for country, names in lines(_UNITS) for name in spelled(names)]


@pytest.mark.parametrize(("name", "country", "admin1", "point"), SETTLEMENTS, ids=str)
def test_a_place_of_a_conflict_is_found_in_its_province(gazetteer, name, country, admin1, point):
    places = [each.place for each in look_up(name, gazetteer=gazetteer, country=country)]
    best = next(place for place in places if place.kind.value not in {"admin1", "admin2"} or place.feature == "ADM3")
    assert best.admin1 == admin1
    assert best.point.km_to(point) <= _NEAR_KM


@pytest.mark.parametrize(("name", "country"), UNITS)
def test_a_unit_of_a_conflict_is_found(gazetteer, name, country):
    kinds = {each.place.kind.value for each in look_up(name, gazetteer=gazetteer, country=country)}
    assert kinds & {"admin1", "admin2"}


@pytest.mark.parametrize("name", spelled(_REGIONS))
def test_a_region_is_found(gazetteer, name):
    places = [candidate.place for candidate in gazetteer.candidates(name)]
    assert any(place.kind.value in {"region", "feature"} and place.point for place in places)


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("Fighters overran Inata in Burkina Faso.", "Inata", "Burkina Faso", "Sahel"),
        ("Shells hit Zamzam camp near El Fasher in Sudan.", "Zamzam camp", "Sudan", "North Darfur"),
        ("A drone struck Mamund in Pakistan's Bajaur district.", "Mamund", "Pakistan", "Khyber Pakhtunkhwa"),
        ("Soldiers entered Moura in central Mali.", "Moura", "Mali", "Mopti"),
        ("Landslides buried miners at Hpakant in Myanmar.", "Hpakant", "Myanmar", "Kachin"),
        ("The town of Solhan in Burkina Faso was burnt.", "Solhan", "Burkina Faso", "Sahel"),
    ],
)
def test_a_place_of_a_conflict_resolves_in_a_sentence(resolved, text, name, country, admin1):
    found, _ = resolved(text, name, country)
    assert found.place is not None
    assert found.place.admin1 == admin1


def test_the_list_is_long_enough_to_mean_something():
    assert len({name for name, *_ in SETTLEMENTS}) >= 100
