from pathlib import Path

import pytest

from dateline.documents.tables.columns import ACCEPTED, find_columns
from dateline.errors import UnreadableDocument

_PAGE = Path(__file__).parents[3] / "docs" / "concepts" / "documents.md"


@pytest.mark.parametrize(("field", "names"), ACCEPTED.items())
def test_the_docs_name_each_column_that_is_accepted(field, names):
    line = next(line for line in _PAGE.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {field} | `"))
    assert all(f"`{name}`" in line for name in names)


def test_columns_keep_the_table_s_own_names():
    columns = find_columns(["ID", " Body ", "Headline"])
    assert (columns.text, columns.id, columns.title, columns.published) == (" Body ", "ID", "Headline", None)
    assert columns.named() == (" Body ", "ID", "Headline")


@pytest.mark.parametrize("names", [[], ["when"], ["texts"]])
def test_a_table_without_text_is_refused(names):
    with pytest.raises(UnreadableDocument, match="name one of them text, body, content, article"):
        find_columns(names)
