import importlib.util
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.bench.scorers.muc4_roles import ROLES, RoleTemplate, normalise, read_roles, score
from dateline.bench.scorers.muc4_templates import Fill, Template

_FOLDER = Path(os.environ.get("DATELINE_BENCH_ORACLE", Path(__file__).parents[3] / "shared" / "bench"))
_ORACLE = _FOLDER / "muc4_templates.py"


@pytest.fixture(scope="module")
def oracle():
    pytest.importorskip("scipy", reason="the reference scorer needs scipy")
    if not _ORACLE.is_file():
        pytest.skip(f"the reference scorer is not at {_ORACLE}")
    spec = importlib.util.spec_from_file_location("muc4_oracle", _ORACLE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def role_template(kind="attack", **roles):
    return RoleTemplate(kind, {role: tuple(tuple(entity) for entity in roles.get(role, ())) for role in ROLES})


def role_templates(kinds):
    entity = st.lists(
        st.sampled_from(["north band", "mayor", "city bank", "bomb"]), min_size=1, max_size=2, unique=True
    ).map(tuple)
    entities = st.lists(entity, max_size=2).map(tuple)
    roles = st.fixed_dictionaries(dict.fromkeys(ROLES, entities))
    return st.lists(st.builds(RoleTemplate, st.sampled_from(kinds), roles), max_size=3)


def for_oracle(template):
    return {"incident_type": template.incident_type} | {
        role: [list(entity) for entity in template.roles[role]] for role in ROLES
    }


def values(documents):
    return {row.metric: row.value for row in score(documents)}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(role_templates(["attack", "bombing"]), role_templates(["attack", "bombing", "bombing / attack"])),
        min_size=1,
        max_size=4,
    )
)
def test_our_figures_are_those_of_the_reference_scorer(oracle, documents):
    # One template a side: among several, equally good alignments exist, and either scorer may take another of them.
    distinct = [(mine[:1], theirs[:1]) for mine, theirs in documents]
    predicted = {str(i): [for_oracle(t) for t in mine] for i, (mine, _) in enumerate(distinct)}
    gold = {str(i): [for_oracle(t) for t in theirs] for i, (_, theirs) in enumerate(distinct)}
    if not any(template.roles[role] for _, theirs in distinct for template in theirs for role in ROLES):
        return  # the reference scorer divides by the size of the key
    ours, theirs = values(distinct), oracle.score(predicted, gold)

    assert ours["muc4.ceaf_ree.f1"] == pytest.approx(theirs["micro_all"][2], abs=0.006)
    assert ours["muc4.roles.f1"] == pytest.approx(theirs["micro_roles_only"][2], abs=0.006)
    assert ours["muc4.pooled_ree.f1"] == pytest.approx(_pooled(oracle, predicted, gold), abs=0.006)


def _pooled(oracle, predicted, gold):
    """The reference pools each role by itself and divides by the key's size, so ask it for the sum over all roles."""
    right = mine = wanted = 0
    for role in ROLES:
        only = {d: [t | {r: [] for r in ROLES if r != role} for t in ts] for d, ts in gold.items()}
        wanted_here = sum(len({tuple(e) for t in ts for e in t[role]}) for ts in only.values())
        mine_here = sum(len({tuple(e) for t in ts for e in t[role]}) for ts in predicted.values())
        wanted, mine = wanted + wanted_here, mine + mine_here
        right += _right(oracle, predicted, gold, role)
    return 200 * right / (mine + wanted) if mine + wanted else 0


def _right(oracle, predicted, gold, role):
    from scipy.optimize import linear_sum_assignment

    total = 0
    for document, templates in gold.items():
        theirs = list({tuple(e) for t in templates for e in t[role]})
        mine = list({tuple(e) for t in predicted[document] for e in t[role]})
        if mine and theirs:
            same = [[float(oracle.match(g, p)) for p in mine] for g in theirs]
            rows, columns = linear_sum_assignment([[-value for value in row] for row in same])
            total += sum(same[row][column] for row, column in zip(rows, columns, strict=True))
    return total


def test_a_hand_computed_case():
    mine = [role_template("bombing", Target=[["bank"]], Weapon=[["bomb"], ["rifle"]])]
    gold = [role_template("bombing", Target=[["city bank", "bank"]], Weapon=[["bomb"]], Victim=[["mayor"]])]
    found = values([(mine, gold)])

    assert found["muc4.ceaf_ree.f1"] == pytest.approx(75)  # 3 of 4 predicted, 3 of 4 in the key
    assert found["muc4.roles.f1"] == pytest.approx(200 / 3)  # 2 of 3, 2 of 3
    assert found["muc4.pooled_ree.f1"] == pytest.approx(200 / 3)
    assert found["muc4.type_ree.f1"] == 100


def test_a_type_that_the_key_allows_beside_another_is_right():
    assert values([([role_template("attack")], [role_template("bombing / attack")])])["muc4.ceaf_ree.f1"] == 100


def test_a_template_of_another_type_earns_nothing():
    same = {"Target": [["bank"]]}

    assert values([([role_template("attack", **same)], [role_template("bombing", **same)])])["muc4.ceaf_ree.f1"] == 0


def test_names_lose_case_punctuation_and_articles():
    assert normalise('The "9 May" Front') == "9 may front"


def test_the_alternatives_of_a_fill_are_names_of_one_entity():
    fills = {"incident_type": (Fill(("BOMBING", "ATTACK")),), "hum_tgt_name": (Fill(("ANA RUIZ", "RUIZ")),)}
    roles = read_roles(Template(fills))

    assert roles.incident_type == "bombing / attack"
    assert roles.roles["Victim"] == (("ana ruiz", "ruiz"),)
