"""A BERT encoder small enough to read, with a letter-shape embedding beside the usual ones."""

import math
from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

LAYERS, WIDTH, INNER, ATTENTION, POSITIONS, VOCABULARY = 6, 384, 1536, 12, 512, 30522


class Dropout(nn.Module):
    """Dropout that reads its mask from a pool of random numbers at a random place.

    Drawing afresh would take most of a training step.
    """

    pool = torch.rand(1 << 23, generator=torch.Generator().manual_seed(1))

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, states: Tensor) -> Tensor:
        if not self.training or self.rate == 0.0:
            return states
        at = int(torch.randint(0, len(self.pool) - states.numel(), ()))
        kept = self.pool[at : at + states.numel()].view(states.shape) >= self.rate
        return states * kept / (1.0 - self.rate)


class Layer(nn.Module):
    """One transformer layer, normalised after each half as BERT does."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.queries = nn.Linear(WIDTH, 3 * WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        rows, length, _ = states.shape
        parts = self.queries(states).view(rows, length, 3, ATTENTION, WIDTH // ATTENTION).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        weights = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(WIDTH // ATTENTION) + bias, dim=-1)
        seen = (weights @ value).transpose(1, 2).reshape(rows, length, WIDTH)
        states = self.norm(states + self.dropout(self.mix(seen)))
        return self.last_norm(states + self.dropout(self.narrow(functional.gelu(self.widen(states)))))


class Encoder(nn.Module):
    """Word pieces to the states of every layer. The embeddings of pieces and positions are not trained."""

    def __init__(self, shapes: int, dropout: float) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(shapes, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = Dropout(dropout)
        nn.init.zeros_(self.shapes.weight)
        self.pieces.weight.requires_grad_(False)
        self.positions.weight.requires_grad_(False)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> list[Tensor]:
        bias = (1.0 - mask[:, None, None, :].float()) * -1e4
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.pieces(pieces) + self.positions(places) + self.kind + self.shapes(shapes)
        states = self.dropout(self.norm(states))
        found = []
        for layer in self.layers:
            states = layer(states, bias)
            found.append(states)
        return found

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Take over pretrained BERT weights, under the names that published checkpoints use."""
        own = {"shapes.weight": self.shapes.weight.detach()}
        own |= {"pieces.weight": weights["embeddings.word_embeddings.weight"]}
        own |= {"positions.weight": weights["embeddings.position_embeddings.weight"]}
        own |= {"kind": weights["embeddings.token_type_embeddings.weight"][0]}
        own |= {f"norm.{part}": weights[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")}
        for number in range(LAYERS):
            own |= _layer(weights, number)
        self.load_state_dict(own)


def _layer(weights: Mapping[str, Tensor], number: int) -> dict[str, Tensor]:
    there, here = f"encoder.layer.{number}", f"layers.{number}"
    names = {
        "mix": "attention.output.dense",
        "norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "last_norm": "output.LayerNorm",
    }
    own: dict[str, Tensor] = {}
    for part in ("weight", "bias"):
        own |= {f"{here}.{mine}.{part}": weights[f"{there}.{theirs}.{part}"] for mine, theirs in names.items()}
        joined = [weights[f"{there}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
        own[f"{here}.queries.{part}"] = torch.cat(joined)
    return own
