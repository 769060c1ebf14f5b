"""Scores of a model in training on a treebank, by the code that decodes the shipped one."""

import random
from collections.abc import Iterator, Sequence

import torch

from claimtrail.reader.encoder import INPUTS
from claimtrail.reader.heads import Labels, Parse, decoded
from claimtrail.reader.pieces import Vocabulary, batch
from training.conllu import Tree
from training.examples import buckets, sizes
from training.graph import Graph
from training.model import Syntax
from training.scores import rates

BATCH_PIECES = 2000


def scores(model: Syntax, vocabulary: Vocabulary, labels: Labels, trees: Sequence[Tree]) -> dict[str, float]:
    """`upos`, `lemma`, `uas` and `las` on gold words."""
    graph = Graph(model, labels.relations.index("root")).eval()
    groups = buckets(sizes(vocabulary, [tree.form for tree in trees]), BATCH_PIECES, random.Random(0))
    order = [trees[index] for group in groups for index in group]
    found = [parse for group in groups for parse in _parsed(graph, vocabulary, labels, [trees[i] for i in group])]
    return rates(order, found)


def _parsed(graph: Graph, vocabulary: Vocabulary, labels: Labels, trees: Sequence[Tree]) -> Iterator[Parse]:
    made = batch([vocabulary.of(tree.form) for tree in trees], vocabulary.start, vocabulary.end)
    with torch.no_grad():
        outputs = graph(*(torch.from_numpy(getattr(made, name)) for name in INPUTS))
    for row, tree in enumerate(trees):
        yield decoded(tree.form, [output[row, : len(tree)].numpy() for output in outputs], labels)
