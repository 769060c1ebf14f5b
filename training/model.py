"""The syntax model: one encoder, heads for parts of speech, lemmas, trees and mentions."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from claimtrail.reader.pieces import BUCKETS, SHAPES
from training.bert import LAYERS, WIDTH, Dropout, Encoder

AFFIX_WIDTH = 48


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels each head tells apart, and how wide the heads of the tree are."""

    upos: int
    edits: int
    relations: int
    tags: int
    arc_width: int = 384
    relation_width: int = 96


@dataclass(frozen=True, slots=True)
class Output:
    """Scores of one batch; all are rows by words by labels, save `arcs` and `relations`.

    `arcs` is rows by words by heads, where head 0 is the root; `relations` has the labels in a fourth axis.
    """

    upos: Tensor
    edits: Tensor
    arcs: Tensor
    relations: Tensor
    tags: Tensor


class Biaffine(nn.Module):
    """Scores of every pair of a dependent and a head, for each of `labels` labels."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(width + 1, labels * (width + 1)))
        self.labels = labels

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Rows by dependents by labels by heads."""
        dependents, heads = _with_one(dependents), _with_one(heads)
        rows, words, width = dependents.shape
        left = (dependents @ self.weight).view(rows, words * self.labels, width)
        return (left @ heads.transpose(1, 2)).view(rows, words, self.labels, heads.shape[1])


def _with_one(states: Tensor) -> Tensor:
    return torch.cat([states, torch.ones_like(states[..., :1])], dim=-1)


class Projection(nn.Module):
    """A hidden layer, its activation and its dropout."""

    def __init__(self, width: int, out: int, dropout: float) -> None:
        super().__init__()
        self.linear = nn.Linear(width, out)
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor) -> Tensor:
        return self.dropout(functional.gelu(self.linear(states)))


class Words(nn.Module):
    """The states of words: a learned mix of layers at the outer pieces of each, and its affixes."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.layers = nn.Parameter(torch.zeros(LAYERS))
        self.affixes = nn.Embedding(BUCKETS, AFFIX_WIDTH)
        self.join = nn.Linear(2 * WIDTH + AFFIX_WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.dropout = Dropout(dropout)

    def forward(self, layers: list[Tensor], first: Tensor, last: Tensor, affixes: Tensor) -> tuple[Tensor, Tensor]:
        """The state of every word, and what is known of it from its affixes alone."""
        weights = torch.softmax(self.layers, dim=0)
        mixed = sum((weights[number] * layer for number, layer in enumerate(layers)), torch.zeros(()))
        ends = [_gather(mixed, places) for places in (first, last)]
        hashed = self.dropout(self.affixes(affixes).sum(dim=2))
        joined = self.norm(functional.gelu(self.join(torch.cat([*ends, hashed], dim=-1))))
        return self.dropout(joined), hashed


def _gather(states: Tensor, places: Tensor) -> Tensor:
    return torch.gather(states, 1, places[:, :, None].expand(-1, -1, states.shape[-1]))


class Syntax(nn.Module):
    """The whole model. Inputs are those of `claimtrail.reader.pieces.Batch`."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1, head_dropout: float = 0.25) -> None:
        super().__init__()
        self.encoder = Encoder(len(SHAPES), dropout)
        self.words = Words(head_dropout)
        self.root = nn.Parameter(torch.zeros(1, 1, WIDTH))
        self.upos = nn.Linear(WIDTH, sizes.upos)
        self.edits = nn.Linear(WIDTH + AFFIX_WIDTH, sizes.edits)
        self.tags = nn.Sequential(Projection(WIDTH, WIDTH, head_dropout), nn.Linear(WIDTH, sizes.tags))
        self.arc_dependent = Projection(WIDTH, sizes.arc_width, head_dropout)
        self.arc_head = Projection(WIDTH, sizes.arc_width, head_dropout)
        self.relation_dependent = Projection(WIDTH, sizes.relation_width, head_dropout)
        self.relation_head = Projection(WIDTH, sizes.relation_width, head_dropout)
        self.arcs = Biaffine(sizes.arc_width, 1)
        self.relations = Biaffine(sizes.relation_width, sizes.relations)

    def forward(
        self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, last: Tensor, affixes: Tensor, words: Tensor
    ) -> Output:
        """The scores of every head; heads that are no words score -1e9."""
        states, hashed = self.words(self.encoder(pieces, shapes, mask), first, last, affixes)
        rows = torch.cat([self.root.expand(states.shape[0], -1, -1), states], dim=1)
        arcs = self.arcs(self.arc_dependent(states), self.arc_head(rows))[:, :, 0]
        allowed = functional.pad(words, (1, 0), value=1)[:, None, :]
        relations = self.relations(self.relation_dependent(states), self.relation_head(rows)).transpose(2, 3)
        return Output(
            upos=self.upos(states),
            edits=self.edits(torch.cat([states, hashed], dim=-1)),
            arcs=arcs.masked_fill(allowed == 0, -1e9),
            relations=relations,
            tags=self.tags(states),
        )
