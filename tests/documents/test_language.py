import pytest

from dateline.documents import detect_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gunmen killed four soldiers near the border on Monday, the army said in a statement."),
        ("fr", "Des hommes armés ont tué quatre soldats lundi près de la frontière, selon l'armée."),
        ("es", "Hombres armados mataron a cuatro soldados el lunes cerca de la frontera, dijo el ejército."),
        ("ar", "قالت وزارة الدفاع إن مسلحين قتلوا أربعة جنود قرب الحدود يوم الاثنين"),
        ("fa", "ارتش گفت که افراد مسلح روز دوشنبه چهار سرباز را در نزدیکی مرز کشتند"),
        ("ru", "Вооружённые люди убили четырёх солдат у границы в понедельник, сообщила армия."),
        ("he", "חמושים הרגו ארבעה חיילים ליד הגבול ביום שני, כך נמסר מהצבא בהודעה"),
    ],
)
def test_a_sentence_tells_its_language(language, text):
    assert detect_language(text) == language


def test_capitals_do_not_hide_the_language():
    assert (
        detect_language("GUNMEN KILLED FOUR SOLDIERS NEAR THE BORDER ON MONDAY, THE ARMY SAID IN A STATEMENT.") == "en"
    )


@pytest.mark.parametrize("text", ["", "Four killed", "12.04.2023 " * 50, "!!! ??? " * 20, "👩‍🚒" * 60])
def test_too_few_letters_tell_nothing(text):
    assert detect_language(text) is None


def test_a_list_of_names_tells_nothing():
    assert detect_language("QXZ KWV 12 BNM PLK JHG RTY QWE ZXC VBN MLP QAZ WSX EDC RFV TGB YHN UJM") is None


def test_only_the_beginning_is_looked_at():
    english = "Gunmen killed four soldiers near the border on Monday, the army said in a statement. " * 60
    assert detect_language(english + "Вооружённые люди убили четырёх солдат. " * 500) == "en"
