"""A casebook of three linked reports: two of one attack, one of another."""

import pytest

from dateline.review import Deciding
from dateline.store import open_store
from pipeline.linkers import MARKET, POST, coded, linked, told


@pytest.fixture
def deciding():
    from datetime import UTC, datetime

    return Deciding("ana", datetime(2024, 5, 1, 12, tzinfo=UTC), "I was there")


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'casebook.db'}"


@pytest.fixture
def store(url):
    with open_store(url, create=True) as opened:
        coded(opened, told(POST, POST, MARKET))
        linked(opened)
        yield opened


@pytest.fixture
def post(store):
    """The event that two reports tell of."""
    return next(each for each in store.links.page() if len(each.accounts) == 2)


@pytest.fixture
def market(store):
    return next(each for each in store.links.page() if len(each.accounts) == 1)
