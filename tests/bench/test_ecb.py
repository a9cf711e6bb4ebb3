"""The ECB+ bench on a part of our own: two stories, five mentions of three happenings."""

import json
from pathlib import Path

import pytest

from dateline.bench.ecb import ecb_rows, has_ecb
from dateline.bench.mappers.ecb_corpus import find_part, read_part
from dateline.bench.records import Order
from dateline.errors import InputError

_SENTENCES = {
    "1_1own": ("A strong earthquake struck Arvenia on Monday .", "The quake killed 12 people ."),
    "1_2own": ("The earthquake in Arvenia killed twelve .",),
    "2_1own": ("The painter Ilse Brandt won the Harbour Prize .", "She thanked her teachers ."),
}
_MENTIONS = (
    ("1_1own", 0, (2,), "quake1"),
    ("1_1own", 1, (1,), "quake1"),
    ("1_2own", 0, (1,), "quake1"),
    ("1_1own", 1, (2,), "deaths"),
    ("2_1own", 0, (4,), "prize"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_part(tmp_path, "ECB_Dev")
    return tmp_path


def write_part(folder: Path, start: str) -> None:
    lines = [
        f"{name}\t{sentence}\t{number}\t{word}\t-"
        for name, sentences in _SENTENCES.items()
        for sentence, text in enumerate(sentences)
        for number, word in enumerate(text.split())
    ]
    (folder / f"{start}_corpus.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    marked = [
        {
            "coref_chain": chain,
            "doc_id": name,
            "sent_id": sentence,
            "tokens_number": list(numbers),
            "tokens_str": " ".join(_SENTENCES[name][sentence].split()[number] for number in numbers),
        }
        for name, sentence, numbers, chain in _MENTIONS
    ]
    (folder / f"{start}_Event_gold_mentions.json").write_text(json.dumps(marked), encoding="utf-8")


def test_a_mention_stands_where_its_words_stand(folder: Path) -> None:
    part = read_part(folder, "ECB_Dev_")
    for mention in part.mentions:
        text = part.documents[mention.document].text
        assert " ".join(text[span.start : span.end] for span in mention.spans) == mention.text


def test_a_sentence_is_a_paragraph(folder: Path) -> None:
    text = read_part(folder, "ECB_Dev_").documents["1_1own"].text
    assert text.split("\n\n") == list(_SENTENCES["1_1own"])


def test_dev_is_scored_first_then_any_part_but_train(tmp_path: Path) -> None:
    assert not has_ecb(tmp_path)
    write_part(tmp_path, "ECB_Train")
    assert find_part(tmp_path) is None
    assert find_part(tmp_path, "Train") == "ECB_Train_"
    write_part(tmp_path, "ECB_Test")
    assert find_part(tmp_path) == "ECB_Test_"
    write_part(tmp_path, "ECB_Dev")
    assert find_part(tmp_path) == "ECB_Dev_"


def test_every_mention_is_scored_and_the_baselines_stand_beside(folder: Path) -> None:
    rows = {row.metric: row for row in ecb_rows(folder, Order(None))}
    ours = rows["linkage.ecb.conll"]
    assert ours.n == len(_MENTIONS)
    assert {peer.system for peer in ours.peers} == {"lemma", "lemma_documents"}
    assert all(peer.same_items for peer in ours.peers)
    assert rows["linkage.ecb.lemma.conll"].n == ours.n


def test_a_folder_without_a_part_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no ECB"):
        ecb_rows(tmp_path, Order(None))


def test_a_part_without_its_corpus_is_refused(folder: Path) -> None:
    (folder / "ECB_Dev_corpus.txt").unlink()
    with pytest.raises(InputError, match="ECB_Dev_corpus"):
        ecb_rows(folder, Order(None))


def test_a_mention_outside_the_corpus_is_refused(folder: Path) -> None:
    path = folder / "ECB_Dev_Event_gold_mentions.json"
    marked = json.loads(path.read_text(encoding="utf-8"))
    marked[0]["tokens_number"] = [99]
    path.write_text(json.dumps(marked), encoding="utf-8")
    with pytest.raises(InputError, match="stands at no word"):
        ecb_rows(folder, Order(None))


def test_a_part_may_have_no_name(tmp_path: Path) -> None:
    write_part(tmp_path, "ECB_Dev")
    for path in list(tmp_path.iterdir()):
        path.rename(tmp_path / path.name.removeprefix("ECB_Dev_"))
    assert has_ecb(tmp_path)
    assert {row.metric for row in ecb_rows(tmp_path, Order(None))} >= {"linkage.ecb.conll", "linkage.ecb.lemma.conll"}
