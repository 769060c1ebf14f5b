"""The model as it ships: labels chosen where nothing further is decided, scores where a search follows."""

import torch
from torch import Tensor, nn

from training.model import Syntax


class Graph(nn.Module):
    """From the arrays of `claimtrail.reader.pieces.Batch` to the `OUTPUTS` that `claimtrail.reader.heads` decodes.

    `root` is the label of the root's relation, which no other word may have.
    """

    def __init__(self, model: Syntax, root: int) -> None:
        super().__init__()
        self.model = model
        self.root = root

    def forward(self, *given: Tensor) -> tuple[Tensor, ...]:
        """`upos`, `edits`: best labels; `arcs`: scores; `relations`: best label for every head; `tags`: log odds."""
        output = self.model(*given)
        under_root, under_word = output.relations[:, :, :1], output.relations[:, :, 1:]
        barred = torch.zeros(under_word.shape[-1]).index_fill(0, torch.tensor([self.root]), 1e9)
        chosen = [torch.full_like(under_root[..., 0], self.root, dtype=torch.int64), (under_word - barred).argmax(-1)]
        tags = torch.log_softmax(output.tags, dim=-1)
        return output.upos.argmax(-1), output.edits.argmax(-1), output.arcs, torch.cat(chosen, dim=2), tags
