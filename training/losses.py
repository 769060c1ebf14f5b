"""What the syntax model is trained to lower."""

import numpy as np
import torch
from numpy.typing import NDArray
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


def loss(model: Syntax, example: Example, mention_weight: float, soft_weight: float = 0.0) -> Tensor:
    """The mean loss a word: of the tags for tagged sentences, else of part of speech, lemma, head and relation.

    `soft_weight` is the share of the loss that is measured against the teachers' probabilities, where there are any.
    """
    output = run(model, example.batch)
    if example.tags is not None:
        return mention_weight * _entropy(output.tags, torch.from_numpy(example.tags))
    upos, edits, heads, relations = (
        torch.from_numpy(column) for column in (example.upos, example.edits, example.heads, example.relations)
    )
    governed = heads.clamp(min=0)[:, :, None, None].expand(-1, -1, 1, output.relations.shape[-1])
    chosen = torch.gather(output.relations, 2, governed)[:, :, 0]
    tree = _entropy(output.arcs, heads) + _entropy(chosen, relations)
    hard = tree + _entropy(output.upos, upos)
    lemmas = LEMMA_WEIGHT * _entropy(output.edits, edits)
    if example.soft is None:
        return hard + lemmas
    pairs = ((output.arcs, "arcs"), (chosen, "relations"), (output.upos, "upos"))
    soft = sum((_cross(scores, getattr(example.soft, name)) for scores, name in pairs), torch.zeros(()))
    return (1 - soft_weight) * hard + soft_weight * soft + lemmas


def _entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1).float(), gold.flatten(), ignore_index=IGNORED)


def _cross(scores: Tensor, target: NDArray[np.float16]) -> Tensor:
    wanted = torch.from_numpy(target).float()
    words = (wanted.sum(-1) > 0).sum()
    return -(wanted * scores.float().log_softmax(-1)).sum() / words
