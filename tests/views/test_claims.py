from dateline.views.claims import claim_rows
from dateline.views.columns import CLAIM_COLUMNS


def rows(dossier, **options):
    return {row["published"] + row["slot"]: row for row in claim_rows([dossier], **options)}


def test_every_claim_row_has_exactly_the_documented_columns(whole):
    for row in claim_rows([whole]):
        assert set(row) == {column.name for column in CLAIM_COLUMNS}


def test_chosen_and_set_aside_claims_are_both_there(whole):
    found = rows(whole)
    assert (found["At least 3deaths"]["chosen"], found["3deaths"]["chosen"]) == (True, False)


def test_the_value_stands_beside_the_published_words(whole):
    row = rows(whole)["At least 3deaths"]
    assert (row["published"], row["value"], row["low"], row["best"], row["high"], row["operator"]) == (
        "At least 3",
        "at least 3",
        3,
        3,
        None,
        "at_least",
    )


def test_a_resolved_name_stands_beside_the_words_of_the_text(whole):
    row = rows(whole)["The Red Brigadeperpetrator"]
    assert (row["value"], row["name"], row["reference"]) == ("The Red Brigade", "Red Brigade", "red-brigade")


def test_a_masked_quote_keeps_its_offsets(whole):
    text = whole.files[0].document.text
    for row in claim_rows([whole]):
        assert len(row["quote"]) == row["end"] - row["start"]
        assert all(new in (old, "█") for old, new in zip(text[row["start"] : row["end"]], row["quote"], strict=True))


def test_no_default_row_holds_a_private_persons_name(whole):
    assert "zahir" not in str(list(claim_rows([whole]))).lower()
