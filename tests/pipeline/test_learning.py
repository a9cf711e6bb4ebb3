import json
from datetime import UTC, datetime

import pytest

from dateline.config import Config
from dateline.errors import ConfigError, InputError
from dateline.judgement import Judgement, Verdict
from dateline.linkage.weights import load_weights
from dateline.pipeline.learning import FILE_NAME, learn_casebook, weights_of
from dateline.pipeline.link import link_casebook, linker_stamp
from dateline.store import open_store
from pipeline.linkers import MARKET, POST, coded, linked, told

NOON = datetime(2030, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def config(tmp_path):
    return Config.model_validate({"folder": tmp_path})


@pytest.fixture
def store(config):
    """A casebook of two events; the first is told by two reports."""
    with open_store(config.store_url, create=True) as opened:
        coded(opened, told(POST, POST, MARKET))
        linked(opened)
        yield opened


def write(config, **changed):
    decision = load_weights().decision
    form = {"intercept": -1.0, "weights": dict.fromkeys(decision.names, 0.5)}
    said = {"learned_on": load_weights().version, "decision": form} | changed
    (config.folder / FILE_NAME).write_text(json.dumps(said), encoding="utf-8")


def judge(store, verdict, one, other):
    sides = json.dumps({"one": one, "other": other})
    return store.judge(Judgement(verdict, one[0], "ana", NOON, other=other[0], value=sides))


def accounts(store):
    """The accounts of each event."""
    return [[each.id for each in gathered.accounts] for gathered in store.links.page()]


def test_a_casebook_that_learned_nothing_goes_by_the_weights_that_ship(config):
    assert weights_of(config) is load_weights()


def test_a_casebook_goes_by_what_it_learned_and_its_links_say_so(config, store):
    write(config)
    weights = weights_of(config)
    assert weights.decision.intercept == -1.0
    assert weights.pair is load_weights().pair
    list(link_casebook(config, again=True))
    accounts = [each.id for gathered in store.links.page() for each in gathered.accounts]
    assert {link.by for link in store.links.current(accounts).values()} == {f"linker.v1@{weights.version}"}
    assert linker_stamp(weights).config_hash == weights.version != linker_stamp().config_hash


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"learned_on": "of old"}, "learned on other weights"),
        ({"decision": {"intercept": 1.0, "weights": {}}}, "cannot be read"),
        ({"decision": 3}, "cannot be read"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_what_to_do(config, changed, said):
    write(config, **changed)
    with pytest.raises(ConfigError, match=said) as refused:
        weights_of(config)
    assert "dateline link --learn" in str(refused.value)


def test_a_casebook_without_judgements_has_nothing_to_learn_from(config, store):
    with pytest.raises(InputError, match="nothing to learn from yet"):
        learn_casebook(config)
    assert not (config.folder / FILE_NAME).exists()


def test_judgements_on_accounts_that_are_gone_teach_nothing(config, store):
    judge(store, Verdict.DIFFERENT, ["gone"], ["gone too"])
    with pytest.raises(InputError, match="none of 1 judgements"):
        learn_casebook(config)


def test_what_is_learned_is_written_with_how_much_of_what(config, store):
    one, other = accounts(store)
    judge(store, Verdict.DIFFERENT, one, other)
    judge(store, Verdict.SAME, one, ["gone"])
    result = learn_casebook(config, clock=lambda: NOON)
    kept = json.loads((config.folder / FILE_NAME).read_text(encoding="utf-8"))
    assert (result.same, result.different, result.left_out) == (0, 1, 1)
    assert (kept["same"], kept["different"], kept["left_out"]) == (0, 1, 1)
    assert kept["made_at"] == "2030-05-01T12:00:00+00:00"
    assert weights_of(config).version == result.weights == kept["weights"]
    assert weights_of(config).decision.intercept < load_weights().decision.intercept


def test_the_same_judgements_teach_the_same_again(config, store):
    one, other = accounts(store)
    judge(store, Verdict.DIFFERENT, one, other)
    assert learn_casebook(config) == learn_casebook(config)
