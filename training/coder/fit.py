"""Fit: trains the network on labelled documents and writes its weights.

Run: python -m training.coder.fit LABELS ENCODER OUT [--epochs 12] [--held-out] [--go-on-from WEIGHTS]

LABELS is what training.coder.labels wrote, ENCODER the folder of the sentence encoder (README.md). Seeded; bf16 where
the processor has it. With --held-out one document in ten is kept apart: the combiner's table is fitted on those.
"""

import argparse
import json
import math
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - torch's own convention

from training.coder.columns import ATTRIBUTES, SIZES, TAGS, TYPES, WINDOW
from training.coder.network import LINK, Network, load_encoder, read_config
from training.coder.swapping import Pools, swap
from training.coder.windows import Row, Window, batches, cut, load_tokenizer

SEED = 20261123
SWAPPED = 0.6  # share of the texts that an epoch sees under other names
TOKENS = 4096  # a batch, with padding
RATE, WARM_UP, DECAY = 2e-4, 0.1, 0.01
IRRELEVANT = 0.4  # share of the windows without a span that an epoch sees
HRDS = 0.2  # share of the articles' windows that an epoch sees: they are long
WEIGHTS = {"tags": 10.0, "sentence": 2.0, "attributes": 0.3, "link": 0.3, "window": 0.2}
_CUT = 1.0  # norm to which gradients are cut


def tell(line: str) -> None:
    """Print a line of the script's report at once."""
    print(line, flush=True)  # noqa: T201 - a script's report


def is_held_out(number: int) -> bool:
    """Tell whether the n-th document is kept apart: one in ten."""
    return number % 10 == 7


def loss_of(network: Network, batch: Sequence[Window]) -> dict[str, Tensor]:
    """Return the loss of each head on one batch."""
    ids, attention = padded([window.ids for window in batch])
    tokens, whole = network(ids, attention)
    tokens, whole = tokens.float(), whole.float()
    length = ids.shape[1]
    head = {}
    start = 0
    for name, size in SIZES.items():
        head[name] = tokens[..., start : start + size]
        start += size
    return {
        "tags": _binary(head["tags"], _stack([w.tags for w in batch], length)) * len(TAGS),
        "sentence": _binary(head["sentence"], _stack([w.sentence for w in batch], length)) * len(TYPES),
        "attributes": _attribute_loss(head, batch),
        "link": _link_loss(network, tokens[..., -LINK:], batch),
        "window": _binary(whole, torch.from_numpy(np.stack([w.window for w in batch]))) * len(WINDOW),
    }


def padded(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Return (ids, attention), both (rows, longest) of integers."""
    longest = max(map(len, rows))
    ids = torch.zeros((len(rows), longest), dtype=torch.long)
    attention = torch.zeros((len(rows), longest), dtype=torch.long)
    for index, row in enumerate(rows):
        ids[index, : len(row)] = torch.tensor(row)
        attention[index, : len(row)] = 1
    return ids, attention


def _stack(labels: Sequence[np.ndarray], length: int) -> Tensor:
    out = np.full((len(labels), length, labels[0].shape[1]), -1.0, dtype=np.float32)
    for index, each in enumerate(labels):
        out[index, : len(each)] = each
    return torch.from_numpy(out)


def _binary(logits: Tensor, labels: Tensor) -> Tensor:
    known = labels >= 0
    if not known.any():
        return logits.sum() * 0.0
    return F.binary_cross_entropy_with_logits(logits[known], labels[known])


def _attribute_loss(head: dict[str, Tensor], batch: Sequence[Window]) -> Tensor:
    total = torch.zeros(())
    for name in ATTRIBUTES:
        rows = [(i, s.first, s.attributes[name]) for i, w in enumerate(batch) for s in w.spans if name in s.attributes]
        if rows:
            where, first, value = map(torch.tensor, zip(*rows, strict=True))
            total = total + F.cross_entropy(head[name][where, first], value)
    return total


def _link_loss(network: Network, numbers: Tensor, batch: Sequence[Window]) -> Tensor:
    losses = []
    for index, window in enumerate(batch):
        spans = [span for span in window.spans if span.events]
        if len(spans) < 2:
            continue
        rows = numbers[index, [span.first for span in spans]]
        scores = rows @ rows.T / math.sqrt(LINK) + network.link_bias
        same = torch.tensor([[float(bool(a.events & b.events)) for b in spans] for a in spans])
        upper = torch.triu(torch.ones_like(same), 1) > 0
        losses.append(F.binary_cross_entropy_with_logits(scores[upper], same[upper]))
    return torch.stack(losses).mean() if losses else numbers.sum() * 0.0


def see(rows: Sequence[Row], tokenizer: Tokenizer, pools: Pools | None, rng: np.random.Generator) -> list[Window]:
    """Return the windows of one epoch: all with spans of a wire, a share of the others; some under other names."""
    draw = rng.random(len(rows))
    texts = [swap(row, pools, rng) if pools and d < SWAPPED else row for row, d in zip(rows, draw, strict=True)]
    return sample([window for row in texts for window in cut(row, tokenizer)], rng)


def sample(windows: Sequence[Window], rng: np.random.Generator) -> list[Window]:
    """Return all windows with spans of a wire, and a share of the others."""
    draw = rng.random(len(windows))
    return [w for w, d in zip(windows, draw, strict=True) if d < _share(w)]


def _share(window: Window) -> float:
    if window.document.startswith("hrds-"):
        return HRDS
    return 1.0 if window.spans else IRRELEVANT


def train(epochs: Sequence[Sequence[Sequence[Window]]], network: Network, out: Path, rate: float) -> None:
    """Train with AdamW on the batches of each epoch; the rate rises over the first steps, then falls to nothing."""
    total = sum(map(len, epochs))
    tell(f"{total} steps, {sum(len(w.ids) for batch in epochs[0] for w in batch)} word pieces in the first epoch")
    plain = [p for p in network.parameters() if p.ndim < 2]
    heavy = [p for p in network.parameters() if p.ndim >= 2]
    groups = [{"params": heavy, "weight_decay": DECAY}, {"params": plain, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=rate)
    warm = max(1, int(WARM_UP * total))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (total - step) / (total - warm)))
    )
    began = time.monotonic()
    for epoch, parts in enumerate(epochs, start=1):
        sums: dict[str, float] = {}
        network.train()
        for batch in parts:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                losses = loss_of(network, batch)
            loss = sum(WEIGHTS[name] * value for name, value in losses.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), _CUT)
            optimizer.step()
            schedule.step()
            for name, value in losses.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
        shown = {name: round(value / len(parts), 4) for name, value in sums.items()}
        tell(f"epoch {epoch} of {len(epochs)}, {time.monotonic() - began:.0f} s: {json.dumps(shown)}")
        torch.save(network.state_dict(), out)


def main() -> None:
    """Read the labels, train, write the weights after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--go-on-from", type=Path, help="weights of an earlier run, in place of the encoder's")
    parser.add_argument(
        "--swap", type=Path, help="what training.coder.naming gathered: texts are seen under other names"
    )
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    rng = np.random.default_rng(asked.seed)
    tokenizer = load_tokenizer(asked.encoder)
    rows = [json.loads(line) for line in asked.labels.read_text(encoding="utf-8").splitlines()]
    if asked.held_out:
        rows = [row for number, row in enumerate(rows) if not is_held_out(number)]
    pools = json.loads(asked.swap.read_text(encoding="utf-8")) if asked.swap else None
    epochs = [batches(see(rows, tokenizer, pools, rng), TOKENS, rng) for _ in range(asked.epochs)]
    network = Network(read_config(asked.encoder), SIZES, len(WINDOW))
    if asked.go_on_from is None:
        load_encoder(network, asked.encoder)
    else:
        network.load_state_dict(torch.load(asked.go_on_from))
    train(epochs, network, asked.out, asked.rate)


if __name__ == "__main__":
    main()
