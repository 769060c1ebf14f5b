"""Training examples: noise, and label arrays that fit `claimtrail.reader.pieces.Batch`."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from claimtrail.reader.heads import Labels
from claimtrail.reader.pieces import AFFIXES, Batch, Ints, Pieces, Vocabulary, batch, length
from training.conllu import Tree
from training.corpora import Tagged, edits_of
from training.soft import Soft, padded

IGNORED = -100
MASK = 103


@dataclass(frozen=True, slots=True)
class Noise:
    """Shares of sentences (of words, for `hidden`) that are changed in training."""

    upper: float = 0.0
    lower: float = 0.0
    title: float = 0.0
    unstopped: float = 0.0
    hidden: float = 0.0


@dataclass(frozen=True, slots=True)
class Example:
    """A batch and its labels, rows by words, `IGNORED` where there is none. Either `tags` is set or the others are."""

    batch: Batch
    upos: Ints | None = None
    edits: Ints | None = None
    heads: Ints | None = None
    relations: Ints | None = None
    tags: Ints | None = None
    soft: Soft | None = None


def cased(form: Sequence[str], noise: Noise, chance: random.Random) -> tuple[str, ...]:
    """The words, now and then all in capitals, in lower case or each with a capital."""
    draw = chance.random()
    for share, change in ((noise.upper, str.upper), (noise.lower, str.lower), (noise.title, _capital)):
        if draw < share:
            return tuple(change(word) for word in form)
        draw -= share
    return tuple(form)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def unstopped(tree: Tree) -> Tree:
    """The tree without its last word, where that is punctuation that governs nothing."""
    last = len(tree)
    if last < 3 or tree.upos[-1] != "PUNCT" or last in tree.head or tree.head[-1] == 0:
        return tree
    columns = ("form", "lemma", "upos", "head", "deprel", "surface")
    return replace(tree, **{name: getattr(tree, name)[:-1] for name in columns})


def buckets(sizes: Sequence[int], limit: int, chance: random.Random) -> list[list[int]]:
    """Indices of sentences of like size, in batches of at most `limit` pieces (padding counted), in random order."""
    order = sorted(range(len(sizes)), key=lambda index: (sizes[index] + chance.random() * 4, index))
    made: list[list[int]] = [[]]
    for index in order:
        if made[-1] and sizes[index] * (len(made[-1]) + 1) > limit:
            made.append([])
        made[-1].append(index)
    chance.shuffle(made)
    return made


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes examples of trees and of tagged sentences."""

    vocabulary: Vocabulary
    labels: Labels
    noise: Noise

    def of_trees(self, trees: Sequence[Tree], chance: random.Random, soft: Sequence[Soft] = ()) -> Example:
        """One batch of trees, with noise, and with what teachers think of each tree if they were asked."""
        whole = trees
        trees = [unstopped(tree) if chance.random() < self.noise.unstopped else tree for tree in trees]
        soft = [x if len(old) == len(new) else x.shortened() for x, old, new in zip(soft, whole, trees, strict=False)]
        pieces = [self._pieces(tree.form, chance) for tree in trees]
        upos = {name: index for index, name in enumerate(self.labels.upos)}
        edits = {name: index for index, name in enumerate(self.labels.edits)}
        relations = {name: index for index, name in enumerate(self.labels.relations)}
        return Example(
            batch(pieces, self.vocabulary.start, self.vocabulary.end),
            upos=_padded([[upos[name] for name in tree.upos] for tree in trees]),
            edits=_padded([[edits.get(name, IGNORED) for name in edits_of(tree)] for tree in trees]),
            heads=_padded([tree.head for tree in trees]),
            relations=_padded([[relations[name] for name in tree.deprel] for tree in trees]),
            soft=padded(soft) if soft else None,
        )

    def of_tagged(self, sentences: Sequence[Tagged], chance: random.Random) -> Example:
        """One batch of tagged sentences, with noise."""
        pieces = [self._pieces(sentence.form, chance) for sentence in sentences]
        tags = {name: index for index, name in enumerate(self.labels.tags)}
        made = batch(pieces, self.vocabulary.start, self.vocabulary.end)
        return Example(made, tags=_padded([[tags[name] for name in sentence.tag] for sentence in sentences]))

    def _pieces(self, form: Sequence[str], chance: random.Random) -> list[Pieces]:
        hidden = Pieces((MASK,), 0, (0,) * AFFIXES)
        words = self.vocabulary.of(cased(form, self.noise, chance))
        return [hidden if chance.random() < self.noise.hidden else word for word in words]


def _padded(rows: Sequence[Sequence[int]]) -> Ints:
    made = np.full((len(rows), max(len(row) for row in rows)), IGNORED, np.int64)
    for number, row in enumerate(rows):
        made[number, : len(row)] = row
    return made


def sizes(vocabulary: Vocabulary, forms: Sequence[Sequence[str]]) -> list[int]:
    """How many pieces each sentence takes."""
    return [length(vocabulary.of(form)) for form in forms]


def batches(
    maker: Maker,
    trees: Sequence[Tree],
    tagged: Sequence[Tagged],
    limits: tuple[int, int],
    passes: int,
    seed: int,
    soft: Sequence[Soft] = (),
) -> Iterator[Example]:
    """One epoch: every tree once and every tagged sentence `passes` times, batches of both kinds mixed."""
    chance = random.Random(seed)
    plan = [(True, group) for group in buckets(sizes(maker.vocabulary, [t.form for t in trees]), limits[0], chance)]
    tagged_sizes = sizes(maker.vocabulary, [sentence.form for sentence in tagged])
    for _ in range(passes):
        plan += [(False, group) for group in buckets(tagged_sizes, limits[1], chance)]
    chance.shuffle(plan)
    for is_tree, group in plan:
        if is_tree:
            yield maker.of_trees([trees[i] for i in group], chance, [soft[i] for i in group] if soft else ())
        else:
            yield maker.of_tagged([tagged[index] for index in group], chance)
