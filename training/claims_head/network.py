"""Runs the torch model behind the decoder's interface, so that training measures what the product does."""

from collections.abc import Sequence

import numpy as np
import torch

from claimtrail.reader.claims_head_decode import Links, Question
from claimtrail.reader.claims_head_input import Floats, Ints
from training.claims_head.model import ClaimsModel, Linker

Columns = tuple[Ints, Ints, Ints, Ints]


def batch(columns: Sequence[Columns]) -> tuple[torch.Tensor, ...]:
    """Windows as padded tensors: ids, shapes, gaps, mask."""
    longest = max(len(c[0]) for c in columns)
    out = [torch.zeros(len(columns), longest, dtype=torch.long) for _ in range(4)]
    for i, (ids, shapes, gaps, _) in enumerate(columns):
        for table, row in zip(out, (ids, shapes, gaps, np.ones_like(ids)), strict=True):
            table[i, : len(ids)] = torch.from_numpy(row)
    return tuple(out)


def ask(linker: Linker, hidden: torch.Tensor, q: Question) -> tuple[torch.Tensor, ...]:
    """The linker's logits for one window."""
    arrays = (q.triggers, q.mentions, q.layers, q.features, q.whos, q.counts, q.count_features)
    return linker(hidden, *(torch.from_numpy(x) for x in arrays))


class TorchNetwork:
    """The model in evaluation mode; several models are averaged."""

    def __init__(self, *models: ClaimsModel) -> None:
        self.models = models
        for model in models:
            model.eval()

    @torch.inference_mode()
    def tag(self, columns: Sequence[Columns]) -> list[tuple[Floats, Floats]]:
        """Word-level BIO probabilities and vectors; the vectors of several models lie side by side."""
        found = []
        for c in columns:
            inputs = batch([c])
            firsts = torch.from_numpy(c[3])
            probabilities, vectors = [], []
            for model in self.models:
                tags, hidden = model.tagger(*inputs)
                probabilities.append(tags[0, firsts].softmax(-1))
                vectors.append(hidden[0, firsts])
            found.append((torch.stack(probabilities).mean(0).numpy(), torch.cat(vectors, -1).numpy()))
        return found

    @torch.inference_mode()
    def link(self, hidden: Floats, question: Question) -> Links:
        """The linker's probabilities."""
        width = hidden.shape[1] // len(self.models)
        parts = []
        for i, model in enumerate(self.models):
            vectors = torch.from_numpy(hidden[:, i * width : (i + 1) * width])
            events, statuses, links, categories, counts = ask(model.linker, vectors, question)
            parts.append((events.softmax(-1), statuses.softmax(-1), links.sigmoid(), categories.softmax(-1), counts.sigmoid()))
        e, s, l, c, n = (torch.stack(p).mean(0).numpy() for p in zip(*parts, strict=True))
        return Links(e, s, l[..., 0], l[..., 1], l[..., 2:], c, n)
