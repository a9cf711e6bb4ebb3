"""The pipeline: the one room that knows the order of the stages. From documents to what a casebook keeps."""

from dateline.pipeline.casebook import code_casebook, create_store, recode_casebook
from dateline.pipeline.code import code_documents
from dateline.pipeline.records import Coded, Duplicate, Failed, Finished, Known, Progress
from dateline.pipeline.run import run_casebook
from dateline.pipeline.stages import Stages, load_stages, make_coder

__all__ = [
    "Coded",
    "Duplicate",
    "Failed",
    "Finished",
    "Known",
    "Progress",
    "Stages",
    "code_casebook",
    "code_documents",
    "create_store",
    "load_stages",
    "make_coder",
    "recode_casebook",
    "run_casebook",
]
