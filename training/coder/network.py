"""The network: a BERT encoder with heads for roles, sentences, attributes, links and whole windows, in plain torch."""

import json
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - torch's own convention

LINK = 64  # numbers by which two spans are told to be of one event
RARE, SELDOM = -5.5, -2.5  # log-odds with which a tag and a sentence's label start


class Layer(nn.Module):
    """One transformer layer, post-norm as BERT has it. No dropout inside attention: on a CPU it triples the cost."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_attention, self.norm_output = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Take (batch, tokens, width) and a float mask (batch, 1, 1, tokens), 0 or very negative; return the former."""
        batch, tokens, width = x.shape
        split = (batch, tokens, self.heads, width // self.heads)
        parts = (part(x).view(split).transpose(1, 2) for part in (self.query, self.key, self.value))
        attended = F.scaled_dot_product_attention(*parts, attn_mask=mask)
        joined = attended.transpose(1, 2).reshape(batch, tokens, width)
        x = self.norm_attention(x + self.dropout(self.out(joined)))
        return self.norm_output(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):
    """Token ids to the logits of each head. `sizes` names the heads on tokens and how many columns each has.

    Returns (tokens, window): (batch, tokens, sum of sizes + LINK), the link's numbers last, and (batch, window columns)
    read from the first token, [CLS].
    """

    def __init__(self, config: Mapping[str, int], sizes: Mapping[str, int], window: int, dropout: float = 0.1) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(width, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )
        self.heads = nn.Linear(width, sum(sizes.values()))
        self.link = nn.Linear(width, LINK)
        self.link_bias = nn.Parameter(torch.zeros(()))
        self.window = nn.Linear(width, window)
        with torch.no_grad():  # what is rare starts as rare: else the first steps drive all tokens to one vector
            self.heads.bias[: sizes["tags"]] = RARE
            self.heads.bias[sizes["tags"] : sizes["tags"] + sizes["sentence"]] = SELDOM

    def forward(self, ids: Tensor, attention: Tensor) -> tuple[Tensor, Tensor]:
        mask = (1.0 - attention[:, None, None, :].to(self.kind.dtype)) * -1e9
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.kind))
        mask = mask.to(x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        return torch.cat([self.heads(x), self.link(x)], dim=-1), self.window(x[:, 0])


_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm_attention": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm_output": "output.LayerNorm",
}


def load_encoder(network: Network, folder: Path) -> None:
    """Fill the encoder with the weights of a folder that holds BERT's model.safetensors."""
    given = {name.removeprefix("bert."): value for name, value in load_file(folder / "model.safetensors").items()}
    state = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"],
        "kind": given["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for number in range(len(network.layers)):
        for mine, theirs in _NAMES.items():
            for part in ("weight", "bias"):
                state[f"layers.{number}.{mine}.{part}"] = given[f"encoder.layer.{number}.{theirs}.{part}"]
    missing, unexpected = network.load_state_dict(state, strict=False)
    heads = ("heads.", "link.", "link_bias", "window.")
    wrong = [name for name in missing if not name.startswith(heads)] + list(unexpected)
    if wrong:
        raise ValueError(f"{folder}: weights do not fit the network: {wrong[:5]}")


def read_config(folder: Path) -> dict[str, int]:
    """Return the sizes of an encoder, from its folder's config.json."""
    config: dict[str, int] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return config
