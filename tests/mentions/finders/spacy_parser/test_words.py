from dateline.mentions.finders.spacy_parser import load_model, words
from dateline.mentions.finders.spacy_parser.words import Words

COLUMNS = ["ORTH", "TAG", "DEP"]
TEXTS = (
    "There is nothing that you don't know, and I am not gonna say it.",
    "The men  who'd attacked two posts say they ain't done; let's see what it does to them.",
    "It has attacked Kabul; having left, the fighters have better weapons than you and I.",
)


def by_the_pipeline(nlp, text):
    return [(token.text, token.lemma_.lower(), token.pos_, token.tag_, token.dep_) for token in nlp(text)]


def by_words(nlp, known, text):
    doc = nlp(text, disable=["attribute_ruler", "lemmatizer"])
    deps = [token.dep_ for token in doc]
    found = known.of(doc, *doc.to_array(COLUMNS).T.tolist())
    return [(each.text, each.lemma, each.pos, each.tag, each.dep or dep) for each, dep in zip(found, deps, strict=True)]


def test_words_are_what_the_pipeline_says_the_first_time_and_again():
    nlp = load_model()
    known = Words(nlp)
    for text in (*TEXTS, *TEXTS):
        assert by_words(nlp, known, text) == by_the_pipeline(nlp, text)


def test_words_that_are_forgotten_are_asked_again(monkeypatch):
    monkeypatch.setattr(words, "_MOST_KEPT", 5)
    nlp = load_model()
    known = Words(nlp)
    assert [by_words(nlp, known, text) for text in TEXTS] == [by_the_pipeline(nlp, text) for text in TEXTS]


def test_a_word_may_open_a_rule_about_two():
    nlp = load_model()
    doc = nlp("They are gonna leave.", disable=["attribute_ruler", "lemmatizer"])
    known = Words(nlp)
    assert [word.lemma for word in known.of(doc, *doc.to_array(COLUMNS).T.tolist())][2:4] == ["go", "to"]
