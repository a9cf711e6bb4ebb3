from dateline.mentions.finders.spacy_parser import load_model
from dateline.mentions.finders.spacy_parser.reading import read_all

TEXTS = (
    "Gunmen killed four policemen in Kabul on Friday. The Taliban said so.",
    " ",
    "Hundreds of people marched in the city of Lagos, where the army has 3,000 men.",
)


def read(docs):
    return [
        [(token.tag_, token.dep_, token.head.i, token.ent_type_, token.is_sent_start) for token in doc] for doc in docs
    ]


def test_texts_are_read_as_by_the_pipeline():
    nlp = load_model()
    assert read(read_all(nlp, TEXTS)) == read(nlp.pipe(TEXTS, disable=["attribute_ruler", "lemmatizer"]))
