"""What the heads of the syntax model say: parts of speech, lemmas, trees and mention tags of sentences."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from claimtrail.reader import decode, lemmas, manifest, tags
from claimtrail.reader.encoder import feed, groups, session
from claimtrail.reader.pieces import Pieces, Vocabulary, batch

LONGEST_WINDOW = 256
OUTPUTS = ("upos", "edits", "arcs", "relations", "tags")
_PAUSES = frozenset(";:.,!?")


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence, a column a property; `head` is an index into the sentence, -1 for its root.

    `phrases` are mentions: first word, word after the last, type, and probability.
    """

    upos: tuple[str, ...]
    lemma: tuple[str, ...]
    head: tuple[int, ...]
    deprel: tuple[str, ...]
    phrases: tuple[tuple[int, int, str, float], ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """The names of the labels, lemmas of known forms by `form/UPOS`, and the words that a lemma may be."""

    upos: tuple[str, ...]
    edits: tuple[str, ...]
    relations: tuple[str, ...]
    tags: tuple[str, ...]
    known: dict[str, str]
    lexicon: frozenset[str] = frozenset()

    @classmethod
    def load(cls, path: Path, lexicon: frozenset[str]) -> "Labels":
        """Read `syntax.json`."""
        table = json.loads(path.read_text(encoding="utf-8"))
        names = {key: tuple(table[key]) for key in ("upos", "edits", "relations", "tags")}
        return cls(**names, known=table["known"], lexicon=lexicon)


@dataclass(frozen=True, slots=True)
class Parser:
    """The syntax model, ready to read sentences of words."""

    graph: onnxruntime.InferenceSession
    vocabulary: Vocabulary
    labels: Labels

    @classmethod
    def load(cls, folder: Path = manifest.FOLDER, threads: int = 1) -> "Parser":
        """Open the shipped model. Raises ModelError where a file is missing or has another digest."""
        files = manifest.verified("syntax", folder)
        graph = session(files["syntax.onnx"], threads)
        vocabulary = Vocabulary.load(files["tokenizer.json"])
        return cls(graph, vocabulary, Labels.load(files["syntax.json"], vocabulary.lexicon()))

    @property
    def words(self) -> frozenset[str]:
        """The forms and lemmas that the model knows, in small letters."""
        return self.labels.lexicon | {form.rsplit("/", 1)[0] for form in self.labels.known}

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """One parse a sentence, in order. A sentence longer than the encoder reaches is read in windows."""
        cuts = [_windows(words, self.vocabulary.of(words)) for words in sentences]
        windows = [words[first:last] for words, ends in zip(sentences, cuts, strict=True) for first, last in ends]
        read = iter(self._windows(windows))
        return [_joined([next(read) for _ in ends]) for ends in cuts]

    def _windows(self, windows: Sequence[Sequence[str]]) -> list[Parse]:
        pieces = [self.vocabulary.of(words) for words in windows]
        found: list[Parse | None] = [None] * len(windows)
        for group in groups(pieces):
            for index, parse in zip(group, self._batch(group, windows, pieces), strict=True):
                found[index] = parse
        return [parse for parse in found if parse is not None]

    def _batch(
        self, group: Sequence[int], windows: Sequence[Sequence[str]], pieces: Sequence[Sequence[Pieces]]
    ) -> Iterator[Parse]:
        made = batch([pieces[index] for index in group], self.vocabulary.start, self.vocabulary.end)
        columns = self.graph.run(OUTPUTS, feed(made))
        for row, index in enumerate(group):
            words = windows[index]
            yield decoded(words, [column[row, : len(words)] for column in columns], self.labels)


def decoded(words: Sequence[str], columns: Sequence[NDArray[np.generic]], labels: Labels) -> Parse:
    """The parse of one sentence from the outputs of the graph, a row a word; columns of heads may be padded."""
    upos_ids, edit_ids, arcs, relations, odds = columns
    heads = decode.tree(np.asarray(arcs[:, : len(words) + 1], np.float64))
    upos = tuple(labels.upos[label] for label in upos_ids.tolist())
    edits = [labels.edits[label] for label in edit_ids.tolist()]
    chosen = relations[np.arange(len(words)), heads].tolist()
    return Parse(
        upos=upos,
        lemma=tuple(lemmas.of_sentence(words, upos, edits, labels.known, labels.lexicon)),
        head=tuple(head - 1 for head in heads),
        deprel=tuple(labels.relations[label] for label in chosen),
        phrases=tuple(tags.phrases(np.asarray(odds, np.float64), labels.tags)),
    )


def _windows(words: Sequence[str], pieces: Sequence[Pieces]) -> list[tuple[int, int]]:
    """Word ranges of at most `LONGEST_WINDOW` pieces, cut after a pause in their second half where there is one."""
    ends = np.cumsum([len(word.ids) for word in pieces])
    made, first = [], 0
    while first < len(words):
        before = int(ends[first - 1]) if first else 0
        last = int(np.searchsorted(ends, before + LONGEST_WINDOW, side="right"))
        if last < len(words):
            middle = (first + last) // 2
            last = next((place + 1 for place in range(last - 1, middle, -1) if words[place] in _PAUSES), last)
        made.append((first, last))
        first = last
    return made


def _joined(parts: Sequence[Parse]) -> Parse:
    """The windows of one sentence as one tree: the root of each later window stands beside the first one's."""
    if len(parts) == 1:
        return parts[0]
    heads: list[int] = []
    relations: list[str] = []
    phrases: list[tuple[int, int, str, float]] = []
    top = parts[0].head.index(-1)
    for number, part in enumerate(parts):
        shift = len(heads)
        root = -1 if number == 0 else top
        heads += [head + shift if head >= 0 else root for head in part.head]
        relations += [_outer(name) if number else name for name in part.deprel]
        phrases += [(first + shift, last + shift, kind, score) for first, last, kind, score in part.phrases]
    upos = tuple(name for part in parts for name in part.upos)
    lemma = tuple(name for part in parts for name in part.lemma)
    return Parse(upos, lemma, tuple(heads), tuple(relations), tuple(phrases))


def _outer(relation: str) -> str:
    return "parataxis" if relation == "root" else relation
