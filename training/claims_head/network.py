"""Runs the torch model behind the decoder's interface, so that training measures what the product does."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import torch

from claimtrail.reader.claims_head_decode import Links, Question
from claimtrail.reader.claims_head_input import Columns, Floats
from training.claims_head.model import ClaimsModel, Linker


def batch(columns: Sequence[Columns]) -> tuple[torch.Tensor, ...]:
    """Windows as padded tensors: ids, shapes, gaps, flags, mask."""
    longest = max(len(c[0]) for c in columns)
    out = [torch.zeros(len(columns), longest, dtype=torch.long) for _ in range(5)]
    for i, (*rows, _) in enumerate(columns):
        for table, row in zip(out, (*rows, np.ones_like(rows[0])), strict=True):
            table[i, : len(row)] = torch.from_numpy(row)
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
    def tag(self, columns: Iterable[Columns]) -> Iterator[tuple[Floats, Floats, Floats]]:
        """BIO probabilities of tags, vectors, those of speech, by words; the vectors of several models side by side."""
        for c in columns:
            inputs = batch([c])
            firsts = torch.from_numpy(c[-1])
            probabilities, vectors, speech = [], [], []
            for model in self.models:
                tags, hidden = model.tagger(*inputs)
                probabilities.append(tags[0, firsts].softmax(-1))
                vectors.append(hidden[0, firsts])
                speech.append(model.speech(hidden[0, firsts]).softmax(-1))
            said = torch.stack(speech).mean(0).numpy()
            yield torch.stack(probabilities).mean(0).numpy(), torch.cat(vectors, -1).numpy(), said

    @torch.inference_mode()
    def link(self, hidden: Floats, question: Question) -> Links:
        """The linker's probabilities."""
        width = hidden.shape[1] // len(self.models)
        parts = []
        for i, model in enumerate(self.models):
            vectors = torch.from_numpy(hidden[:, i * width : (i + 1) * width])
            events, statuses, links, categories, counts = ask(model.linker, vectors, question)
            parts.append(
                (events.softmax(-1), statuses.softmax(-1), links.sigmoid(), categories.softmax(-1), counts.sigmoid())
            )
        e, s, k, c, n = (torch.stack(p).mean(0).numpy() for p in zip(*parts, strict=True))
        return Links(e, s, k[..., 0], k[..., 1], k[..., 2:], c, n)
