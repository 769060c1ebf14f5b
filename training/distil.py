"""Learning from several trained models at once: what they think of treebank sentences and of plain news.

The student keeps the size of one model. Its targets are the teachers' mean probabilities beside the gold labels; on
text without gold labels, the teachers' own trees (Hinton et al. 2015; Kuncoro et al. 2016 for parsers).
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from claimtrail.model import Span
from claimtrail.reader.encoder import INPUTS
from claimtrail.reader.heads import Labels, decoded
from claimtrail.reader.pieces import Vocabulary, batch
from claimtrail.reader.sentences import sentences
from claimtrail.reader.words import words
from training.conllu import Tree
from training.examples import buckets, sizes
from training.graph import Graph
from training.model import Output, Syntax
from training.soft import Soft

BATCH_PIECES = 1500
LONGEST = 60
"""Words; longer sentences cost much and teach little more."""


class Ensemble(nn.Module):
    """Several models as one: the logarithm of their mean probabilities, head by head."""

    def __init__(self, models: Sequence[Syntax]) -> None:
        super().__init__()
        self.models = nn.ModuleList(models)

    def forward(self, *given: Tensor) -> Output:
        """As one model's output, over the same inputs."""
        outputs = [model(*given) for model in self.models]
        names = ("upos", "edits", "arcs", "relations", "tags")
        return Output(**{name: _mean([getattr(output, name) for output in outputs]) for name in names})


def _mean(scores: Sequence[Tensor]) -> Tensor:
    return torch.stack([score.float().softmax(-1) for score in scores]).mean(0).clamp(min=1e-9).log()


def plain(files: Sequence[Path], number: int, seed: int) -> list[tuple[str, ...]]:
    """Up to `number` sentences, as words, drawn from the `text` of JSON lines."""
    chance = random.Random(seed)
    found = sorted({form for path in files for form in _forms(path) if 2 < len(form) <= LONGEST})
    return chance.sample(found, min(number, len(found)))


def _forms(path: Path) -> Iterator[tuple[str, ...]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        text = json.loads(line)["text"] if line else ""
        for span in sentences(text, Span(0, len(text))):
            yield tuple(text[word.start : word.end] for word in words(text, span))


@dataclass(frozen=True, slots=True)
class Teachers:
    """Trained models and the labels that they share."""

    ensemble: Ensemble
    vocabulary: Vocabulary
    labels: Labels

    def of_trees(self, trees: Sequence[Tree]) -> list[Soft]:
        """What the teachers think of treebank sentences."""
        return [soft for _, soft in self._taught([tree.form for tree in trees], trees)]

    def of_plain(self, forms: Sequence[Sequence[str]]) -> list[tuple[Tree, Soft]]:
        """The teachers' trees of plain sentences, and how sure they are of them."""
        return self._taught(forms, None)

    def _taught(self, forms: Sequence[Sequence[str]], trees: Sequence[Tree] | None) -> list[tuple[Tree, Soft]]:
        found: dict[int, tuple[Tree, Soft]] = {}
        for group in buckets(sizes(self.vocabulary, forms), BATCH_PIECES, random.Random(0)):
            made = batch([self.vocabulary.of(forms[i]) for i in group], self.vocabulary.start, self.vocabulary.end)
            with torch.inference_mode():
                output = self.ensemble(*(torch.from_numpy(getattr(made, name)) for name in INPUTS))
            for row, index in enumerate(group):
                tree = trees[index] if trees else self._tree(forms[index], output, row)
                found[index] = (tree, _soft(output, row, tree))
        return [found[index] for index in range(len(forms))]

    def _tree(self, form: Sequence[str], output: Output, row: int) -> Tree:
        graph = Graph(_Given(output, row, len(form)), self.labels.relations.index("root"))
        parse = decoded(form, [column[0].numpy() for column in graph()], self.labels)
        heads = tuple(head + 1 for head in parse.head)
        lemma, upos, deprel = tuple(parse.lemma), tuple(parse.upos), tuple(parse.deprel)
        return Tree(tuple(form), lemma, upos, heads, deprel, tuple(enumerate(form)), " ".join(form), False)


class _Given(nn.Module):
    """One sentence of an output, where a model is asked for."""

    def __init__(self, output: Output, row: int, size: int) -> None:
        super().__init__()
        self.output = Output(
            upos=output.upos[row : row + 1, :size],
            edits=output.edits[row : row + 1, :size],
            arcs=output.arcs[row : row + 1, :size, : size + 1],
            relations=output.relations[row : row + 1, :size, : size + 1],
            tags=output.tags[row : row + 1, :size],
        )

    def forward(self) -> Output:
        """The sentence."""
        return self.output


def _soft(output: Output, row: int, tree: Tree) -> Soft:
    size = len(tree)
    heads = torch.tensor(tree.head)
    relations = output.relations[row, torch.arange(size), heads]
    parts = (output.arcs[row, :size, : size + 1], relations, output.upos[row, :size])
    return Soft(*(part.exp().numpy().astype(np.float16) for part in parts))
