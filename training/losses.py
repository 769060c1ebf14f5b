"""What the syntax model is trained to lower."""

import torch
from torch import Tensor
from torch.nn import functional

from claimtrail.reader.pieces import Batch
from training.examples import IGNORED, Example
from training.model import Output, Syntax

LEMMA_WEIGHT = 0.5


def run(model: Syntax, made: Batch) -> Output:
    """The scores of a batch."""
    given = (made.pieces, made.shapes, made.mask, made.first, made.last, made.affixes, made.words)
    output: Output = model(*(torch.from_numpy(part) for part in given))
    return output


def loss(model: Syntax, example: Example, mention_weight: float) -> Tensor:
    """The mean loss a word: of the tags for tagged sentences, else of part of speech, lemma, head and relation."""
    output = run(model, example.batch)
    if example.tags is not None:
        return mention_weight * _entropy(output.tags, torch.from_numpy(example.tags))
    upos, edits, heads, relations = (
        torch.from_numpy(column) for column in (example.upos, example.edits, example.heads, example.relations)
    )
    governed = heads.clamp(min=0)[:, :, None, None].expand(-1, -1, 1, output.relations.shape[-1])
    chosen = torch.gather(output.relations, 2, governed)[:, :, 0]
    tree = _entropy(output.arcs, heads) + _entropy(chosen, relations)
    return tree + _entropy(output.upos, upos) + LEMMA_WEIGHT * _entropy(output.edits, edits)


def _entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1).float(), gold.flatten(), ignore_index=IGNORED)
