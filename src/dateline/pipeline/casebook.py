"""A casebook from its settings: the store made, opened, and filled. What the command line calls."""

from collections.abc import Iterable, Iterator

from dateline.config import Config
from dateline.documents.records import Document, Unread
from dateline.pipeline.records import Progress
from dateline.pipeline.run import run_casebook
from dateline.pipeline.stages import load_stages
from dateline.store import open_store


def create_store(config: Config) -> None:
    """Make the casebook's store, or bring an older one up to date; raises StoreError where that cannot be."""
    open_store(config.store_url, create=True).close()


def code_casebook(config: Config, inputs: Iterable[Document | Unread]) -> Iterator[Progress]:
    """Code inputs into the casebook's store; yields what becomes of each, and Finished at the end."""
    with open_store(config.store_url, create=True) as store:
        yield from run_casebook(store, inputs, load_stages(config))


def recode_casebook(config: Config) -> Iterator[Progress]:
    """Code again what the store holds, where the coder's stamp is a new one; older codings stay."""
    with open_store(config.store_url) as store:
        yield from run_casebook(store, store.documents(), load_stages(config))
