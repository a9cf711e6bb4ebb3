import pytest

from dateline.mentions.finders.spacy_parser import SpacyParser
from dateline.mentions.finders.spacy_parser import parser as parser_module
from factories import document


@pytest.fixture(scope="module")
def parser():
    return SpacyParser()


def parsed(parser, *texts):
    return list(parser.parse((document(text, origin=f"{number}"), text) for number, text in enumerate(texts)))


def test_every_word_stands_where_its_token_says(parser):
    text = 'Gunmen attacked a post.\n\nThe IS-K claimed it, police said - and "nobody" else.'
    ((parse, _),) = parsed(parser, text)
    assert [text[token.start : token.end] for token in parse.tokens] == [token.text for token in parse.tokens]
    assert "IS-K" in [token.text for token in parse.tokens]


def test_a_long_paragraph_without_sentences_is_parsed_whole_and_in_place(parser):
    text = "Gunmen killed four people in Kabul and " * 300
    ((parse, _),) = parsed(parser, text)
    assert [token.text for token in parse.tokens] == text.split()
    assert all(text[token.start : token.end] == token.text for token in parse.tokens)
    assert all(0 <= token.head < len(parse.tokens) for token in parse.tokens)


def test_characters_that_run_on_are_not_parsed_and_move_nothing(parser):
    text = "Gunmen killed four. " + "x" * 1000 + " Police said so."
    ((parse, _),) = parsed(parser, text)
    words = [token for token in parse.tokens if not token.text.isspace()]
    assert [text[token.start : token.end] for token in words] == [
        "Gunmen",
        "killed",
        "four",
        ".",
        "Police",
        "said",
        "so",
        ".",
    ]


def test_digits_and_signs_alone_are_not_parsed(parser):
    ((parse, mentions),) = parsed(parser, "1,234 -- 5\n\n* * *\n\n\"''\"")
    assert (parse.tokens, parse.sentences, mentions) == ((), (), ())


def test_words_that_are_forgotten_change_no_parse(parser, monkeypatch):
    texts = [f"Gunmen of the Zedist Front attacked Quxtown {word}." for word in ("yesterday", "on Friday", "twice")]
    before = parsed(parser, *texts)
    monkeypatch.setattr(parser_module, "_MOST_WORDS", 0)
    assert parsed(parser, *texts) == before == parsed(parser, *texts)


def test_new_words_are_forgotten_once_enough_are_known(parser, monkeypatch):
    monkeypatch.setattr(parser_module, "_MOST_WORDS", 0)
    known = len(parser._nlp.vocab.strings)
    parsed(parser, *(f"Gunmen attacked Zed{'abcdefghij'[number]}quxville." for number in range(10)))
    assert len(parser._nlp.vocab.strings) == known
