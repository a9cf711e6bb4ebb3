from dateline.places.options import options_of


def by_id(name, gazetteer):
    return {option.place.id: option for option in options_of(name, gazetteer)}


def test_a_place_mostly_called_otherwise_is_unlike_a_place_of_this_main_name(gazetteer):
    salisbury = by_id("Salisbury", gazetteer)
    assert salisbury["gn:890299"].is_unlike  # Harare
    assert any(option.is_main_name and not option.is_unlike for option in salisbury.values())


def test_a_town_that_is_also_called_like_a_country_is_unlike(gazetteer):
    assert by_id("Iraq", gazetteer)["gn:143127"].is_unlike  # Arak


def test_a_main_name_with_city_after_it_is_the_name(gazetteer):
    assert by_id("New York", gazetteer)["gn:5128581"].is_main_name


def test_a_name_of_one_place_has_no_rivals(gazetteer):
    (option,) = options_of("Ouagadougou", gazetteer)
    assert not option.has_rivals
