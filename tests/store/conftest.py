import pytest

from dateline.store import open_store
from factories import STAMP


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'casebook.db'}"


@pytest.fixture
def store(url):
    with open_store(url, create=True) as opened:
        yield opened


@pytest.fixture
def run(store):
    return store.begin_run(STAMP)
