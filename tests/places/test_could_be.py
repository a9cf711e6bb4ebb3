from dateline.places.could_be import CouldBe

from .readings import COUNTRY, option, place

HERE = option()
ELSEWHERE = option(place("gn:7", admin1_id="gn:8", admin2_id="gn:9"))


def test_the_unit_that_may_hold_all_others_has_the_largest_share():
    shares = CouldBe.of([[HERE, ELSEWHERE], [HERE], [HERE]]).without([HERE, ELSEWHERE])
    assert shares["gn:2"] > shares["gn:8"] == 0


def test_a_name_with_many_readings_tells_less():
    sure = CouldBe.of([[HERE], [HERE]]).without([HERE])
    vague = CouldBe.of([[HERE], [HERE, ELSEWHERE]]).without([HERE])
    assert sure["gn:2"] > vague["gn:2"] > 0


def test_a_name_alone_has_no_others():
    assert set(CouldBe.of([[HERE]]).without([HERE]).values()) == {0}


def test_countries_tell_nothing():
    assert CouldBe.of([[option(COUNTRY)]]).without([option(COUNTRY)]) == {}
