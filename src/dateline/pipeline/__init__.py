"""The pipeline: the one room that knows the order of the stages. From documents to what a casebook keeps."""

from dateline.pipeline.casebook import code_casebook, create_store, recode_casebook
from dateline.pipeline.code import code_documents
from dateline.pipeline.learning import Learned, learn_casebook
from dateline.pipeline.link import link_casebook, link_store
from dateline.pipeline.records import (
    Coded,
    Duplicate,
    Failed,
    Finished,
    Known,
    LinkedAccount,
    LinkedAll,
    LinkProgress,
    Progress,
)
from dateline.pipeline.run import run_casebook
from dateline.pipeline.stages import Stages, load_stages, make_coder

__all__ = [
    "Coded",
    "Duplicate",
    "Failed",
    "Finished",
    "Known",
    "Learned",
    "LinkProgress",
    "LinkedAccount",
    "LinkedAll",
    "Progress",
    "Stages",
    "code_casebook",
    "code_documents",
    "create_store",
    "learn_casebook",
    "link_casebook",
    "link_store",
    "load_stages",
    "make_coder",
    "recode_casebook",
    "run_casebook",
]
