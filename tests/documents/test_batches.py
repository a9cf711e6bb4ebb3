from dateline.documents.batches import ENOUGH_CHARACTERS, MOST_DOCUMENTS, batches
from dateline.documents.records import Unread
from factories import document


def of_size(characters, number=0):
    return document("x" * characters, origin=f"{number}.txt")


def sizes(documents):
    return [len(batch) for batch in batches(documents)]


def test_every_document_comes_once_and_in_order():
    documents = [of_size(5, number) for number in range(2 * MOST_DOCUMENTS + 3)]
    assert [each for batch in batches(documents) for each in batch] == documents
    assert sizes(documents) == [MOST_DOCUMENTS, MOST_DOCUMENTS, 3]


def test_long_documents_come_in_smaller_batches():
    assert sizes([of_size(ENOUGH_CHARACTERS // 2 + 1, number) for number in range(5)]) == [2, 2, 1]
    assert sizes([of_size(3 * ENOUGH_CHARACTERS), of_size(1)]) == [1, 1]


def test_what_could_not_be_read_takes_its_place_in_the_order():
    given = [of_size(1), Unread("a.txt", "empty"), of_size(2)]
    assert list(batches(given)) == [given]


def test_nothing_makes_no_batch():
    assert list(batches([])) == []
