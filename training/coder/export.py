"""Export: the trained network as int8 ONNX, with the card and the tokenizer that the runtime reads.

Run: python -m training.coder.export WEIGHTS ENCODER OUT, where OUT is the model coder's data folder.
"""

import json
import shutil
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.coder.columns import ATTRIBUTES, ROLES, SIZES, TYPES, WINDOW
from training.coder.network import LINK, Network, read_config
from training.coder.windows import LONGEST, OVERLAP

SHIPPED = ("tags", "sentence", "confidence")
"""Heads that the runtime reads, beside the links. The others only taught the encoder: the rules know those better."""


class Shipped(nn.Module):
    """The network without the heads that are not shipped: ids and attention to (batch, tokens, columns)."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        starts = dict(zip(SIZES, np.cumsum([0, *SIZES.values()]).tolist(), strict=False))
        kept = [column for head in SHIPPED for column in range(starts[head], starts[head] + SIZES[head])]
        whole = sum(SIZES.values())
        self.register_buffer("kept", torch.tensor([*kept, *range(whole, whole + LINK)]))

    def forward(self, ids: Tensor, attention: Tensor) -> Tensor:
        tokens: Tensor = self.network(ids, attention)[0]
        return tokens[..., self.kept]


def main(weights: str, encoder: str, out: str) -> None:
    """Write model.onnx, card.json and tokenizer.json."""
    network = Network(read_config(Path(encoder)), SIZES, len(WINDOW), dropout=0.0)
    network.load_state_dict(torch.load(weights))
    shipped = Shipped(network).eval()
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch, "whole.onnx")
        ids, attention = (torch.ones((1, 16), dtype=torch.long) for _ in range(2))  # one tensor twice is one input
        torch.onnx.export(
            shipped,
            (ids, attention),
            str(whole),
            input_names=["ids", "attention"],
            output_names=["tokens"],
            dynamic_axes={name: {1: "pieces"} for name in ("ids", "attention", "tokens")},
            opset_version=17,
            dynamo=False,  # the newer exporter's graph runs a seventh slower
        )
        quantize_dynamic(str(whole), str(folder / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    digest = sha256((folder / "model.onnx").read_bytes()).hexdigest()
    written = json.dumps(card(digest, float(network.link_bias.detach())), indent=1)
    (folder / "card.json").write_text(written + "\n", encoding="utf-8")
    shutil.copy(Path(encoder, "tokenizer.json"), folder / "tokenizer.json")


def card(digest: str, link_bias: float) -> dict[str, object]:
    """Return the table by which the runtime reads the network's numbers; `digest` is the SHA-256 of the weights."""
    return {
        "weights": digest,
        "roles": ROLES,
        "sentence": TYPES,
        "attributes": {name: values for name, values in ATTRIBUTES.items() if name in SHIPPED},
        "link": LINK,
        "link_bias": link_bias,
        "longest": LONGEST,
        "overlap": OVERLAP,
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
