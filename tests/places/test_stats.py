from dateline.places.stats import read_stats


def test_kinds_and_countries_add_up_to_the_places(gazetteer):
    told = read_stats(gazetteer)
    assert told.places == sum(told.by_kind.values()) >= sum(told.by_country.values())
    assert told.by_kind["country"] > 200


def test_every_place_has_a_source_that_a_manifest_explains(gazetteer):
    told = read_stats(gazetteer)
    assert sum(told.by_source.values()) >= told.places
    assert set(told.by_source) <= set(told.sources)


def test_packs_are_told_with_their_rows(gazetteer):
    told = read_stats(gazetteer)
    assert told.packs[0]["name"] == "core"
    assert told.packs[0]["rows"] > 250_000


def test_the_size_is_that_of_the_file(gazetteer):
    assert read_stats(gazetteer).size == gazetteer.path.stat().st_size
