"""Scores of a model in training on a treebank, with gold words."""

import random
from collections.abc import Sequence

import numpy as np
import torch

from claimtrail.reader import decode, lemmas
from claimtrail.reader.pieces import Vocabulary, batch
from training.conllu import Tree
from training.corpora import Labels
from training.examples import buckets, sizes
from training.losses import run
from training.model import Syntax

BATCH_PIECES = 2000


def scores(model: Syntax, vocabulary: Vocabulary, labels: Labels, trees: Sequence[Tree]) -> dict[str, float]:
    """Rates of words with the right `upos`, `lemma`, head (`uas`), and head with relation without subtype (`las`)."""
    model.eval()
    right = dict.fromkeys(("upos", "lemma", "uas", "las"), 0)
    for group in buckets(sizes(vocabulary, [tree.form for tree in trees]), BATCH_PIECES, random.Random(0)):
        chosen = [trees[index] for index in group]
        made = batch([vocabulary.of(tree.form) for tree in chosen], vocabulary.start, vocabulary.end)
        with torch.no_grad():
            output = run(model, made)
        columns = [part.float().numpy() for part in (output.upos, output.edits, output.arcs, output.relations)]
        for row, tree in enumerate(chosen):
            _count(right, tree, labels, [column[row, : len(tree)] for column in columns])
    total = sum(len(tree) for tree in trees)
    return {name: value / total for name, value in right.items()}


def _count(right: dict[str, int], tree: Tree, labels: Labels, columns: Sequence[np.ndarray]) -> None:
    upos, edits, arcs, relations = columns
    heads = decode.tree(arcs[:, : len(tree) + 1])
    for word, head in enumerate(heads):
        part = labels.upos[int(upos[word].argmax())]
        edit = labels.edits[int(edits[word].argmax())]
        found = labels.relations[int(relations[word, head].argmax())]
        right["upos"] += part == tree.upos[word]
        right["lemma"] += lemmas.lemma(tree.form[word], part, edit, labels.irregular) == tree.lemma[word]
        right["uas"] += head == tree.head[word]
        right["las"] += head == tree.head[word] and found.partition(":")[0] == tree.deprel[word].partition(":")[0]
