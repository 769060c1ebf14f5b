"""Words to the numbers an encoder takes: word pieces, letter shapes and affix buckets."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claimtrail.errors import ModelError

SHAPES = ("other", "lower", "title", "upper", "initial", "mixed", "number", "code", "punctuation")
BUCKETS = 8192
AFFIXES = 7
LONGEST_WORD = 12

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """One word: its piece ids (1 to `LONGEST_WORD`), its index into `SHAPES`, and `AFFIXES` buckets below `BUCKETS`."""

    ids: tuple[int, ...]
    shape: int
    affixes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences as padded arrays; see `batch` for the shapes."""

    pieces: Ints
    shapes: Ints
    mask: Ints
    first: Ints
    last: Ints
    affixes: Ints
    words: Ints


def shape(word: str) -> int:
    """The index into `SHAPES` of the letter shape of a word."""
    return SHAPES.index(_shape(word))


def _shape(word: str) -> str:
    letters = any(character.isalpha() for character in word)
    if any(character.isdigit() for character in word):
        return "code" if letters else "number"
    if not letters:
        return "punctuation" if all(unicodedata.category(c)[0] in "PS" for c in word) else "other"
    if word.islower():
        return "lower"
    if word.isupper():
        return "upper" if sum(character.isalpha() for character in word) > 1 else "initial"
    return "title" if word[0].isupper() and word[1:].islower() else "mixed"


def affixes(word: str) -> tuple[int, ...]:
    """Hash buckets of the last 1 to 4 letters, the first 2 and 3, and the whole of a word, without regard to case."""
    folded = word.lower()
    keys = [f"-{folded[-size:]}" for size in (1, 2, 3, 4)] + [f"{folded[:size]}-" for size in (2, 3)] + [folded]
    return tuple(crc32(f"{place}{key}".encode()) % BUCKETS for place, key in enumerate(keys))


@dataclass(slots=True)
class Vocabulary:
    """The word pieces of an encoder; every word is split on its own, so pieces never cross words.

    Words already seen are remembered, up to `limit` of them.
    """

    tokenizer: Tokenizer
    limit: int = 50_000
    known: dict[str, Pieces] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> "Vocabulary":
        """Read a `tokenizer.json`, with its truncation and padding switched off."""
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(tokenizer)

    @property
    def start(self) -> int:
        """The id of the piece that opens a sentence."""
        return self._marker("[CLS]")

    @property
    def end(self) -> int:
        """The id of the piece that closes a sentence."""
        return self._marker("[SEP]")

    def _marker(self, name: str) -> int:
        found = self.tokenizer.token_to_id(name)
        if found is None:
            raise ModelError("tokenizer.json", f"has no piece {name}", "reinstall claimtrail")
        return found

    def lexicon(self) -> frozenset[str]:
        """The pieces that are whole words: the commonest words of English, in lower case."""
        return frozenset(piece for piece in self.tokenizer.get_vocab() if piece.isalpha() and len(piece) > 1)

    def of(self, words: Sequence[str]) -> list[Pieces]:
        """The pieces of each word; a word without any (a stray control character) counts as unknown."""
        new = sorted({word for word in words if word not in self.known})
        found = dict(zip(new, self._split(new), strict=True))
        pieces = [self.known[word] if word in self.known else found[word] for word in words]
        if len(self.known) + len(found) > self.limit:
            self.known.clear()
        self.known.update(found)
        return pieces

    def _split(self, words: Sequence[str]) -> Iterator[Pieces]:
        unknown = (self._marker("[UNK]"),)
        encodings = self.tokenizer.encode_batch(list(words), add_special_tokens=False)
        for word, encoding in zip(words, encodings, strict=True):
            yield Pieces(_shortened(tuple(encoding.ids)) or unknown, shape(word), affixes(word))


def _shortened(ids: tuple[int, ...]) -> tuple[int, ...]:
    return ids if len(ids) <= LONGEST_WORD else (*ids[: LONGEST_WORD - 1], ids[-1])


def length(words: Sequence[Pieces]) -> int:
    """How many pieces a sentence takes, its two markers included."""
    return 2 + sum(len(word.ids) for word in words)


def batch(sentences: Sequence[Sequence[Pieces]], start: int, end: int) -> Batch:
    """Sentences, one a row, padded with zeros to the longest.

    `pieces`, `shapes` and `mask` are rows by pieces; `first` and `last` (the places of a word's outer pieces)
    and `words` (1 where there is a word) are rows by words; `affixes` is rows by words by `AFFIXES`.
    """
    rows, wide = len(sentences), max(length(sentence) for sentence in sentences)
    most = max(len(sentence) for sentence in sentences)
    made = Batch(
        pieces=np.zeros((rows, wide), np.int64),
        shapes=np.zeros((rows, wide), np.int64),
        mask=np.zeros((rows, wide), np.int64),
        first=np.zeros((rows, most), np.int64),
        last=np.zeros((rows, most), np.int64),
        affixes=np.zeros((rows, most, AFFIXES), np.int64),
        words=np.zeros((rows, most), np.int64),
    )
    for row, sentence in enumerate(sentences):
        _fill(made, row, sentence, start, end)
    return made


def _fill(made: Batch, row: int, sentence: Sequence[Pieces], start: int, end: int) -> None:
    sizes = np.array([len(word.ids) for word in sentence], np.int64)
    ends = 1 + np.cumsum(sizes)
    used = int(ends[-1]) + 1
    made.pieces[row, :used] = [start, *(piece for word in sentence for piece in word.ids), end]
    made.shapes[row, 1 : used - 1] = np.repeat([word.shape for word in sentence], sizes)
    made.mask[row, :used] = 1
    made.first[row, : len(sentence)] = ends - sizes
    made.last[row, : len(sentence)] = ends - 1
    made.affixes[row, : len(sentence)] = [word.affixes for word in sentence]
    made.words[row, : len(sentence)] = 1
