from itertools import islice

from dateline.bench.stream import mixed


def words(texts):
    return sum(len(text.split()) for text in texts)


def test_a_tenth_of_the_words_is_the_reports():
    everyday = [f"{'news ' * 90}" for _ in range(50)]
    reports = [f"{'gunmen ' * 10}", f"{'bomb ' * 30}"]
    stream = list(mixed(everyday, reports))
    told = words(text for text in stream if "news" not in text)
    assert [text for text in stream if "news" in text] == everyday
    assert 0.09 < told / words(stream) < 0.11


def test_the_reports_are_told_over_and_over():
    stream = list(islice(mixed(["news " * 10] * 30, ["gunmen"]), 20))
    assert stream.count("gunmen") > 1
