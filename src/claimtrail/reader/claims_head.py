"""The claims head: proposes events with their type and status, and the phrases that fill their slots."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from claimtrail.model.article import Block
from claimtrail.model.reading import Argument, Proposal, Sentence, Tokens
from claimtrail.model.span import Span
from claimtrail.reader import manifest
from claimtrail.reader.claims_head_decode import (
    Decoder,
    Event,
    Labels,
    Links,
    Question,
    Role,
    Thresholds,
    answers,
    decide,
)
from claimtrail.reader.claims_head_input import Columns, Floats, Words, read_words, windows
from claimtrail.reader.encoder import session
from claimtrail.reader.pieces import Vocabulary

# Windows run at a time: bounds the memory that a long text takes.
_BATCH = 8


@dataclass(frozen=True, slots=True)
class OnnxNetwork:
    """The two exported graphs: the tagger over windows, the linker over a window's candidates."""

    tagger: onnxruntime.InferenceSession
    linker: onnxruntime.InferenceSession

    def tag(self, columns: Iterable[Columns]) -> Iterator[tuple[Floats, Floats]]:
        """For each window its word-level BIO probabilities (words × layers × 3) and vectors (words × width)."""
        rest = iter(columns)
        while batch := list(islice(rest, _BATCH)):
            tags, hidden = self.tagger.run(("tags", "hidden"), _padded(batch))
            for row, column in enumerate(batch):
                yield tags[row, column[-1]], hidden[row, column[-1]]

    def link(self, hidden: Floats, question: Question) -> Links:
        """Probabilities for one window's candidates."""
        inputs = {name: getattr(question, name) for name in question.__slots__}
        events, statuses, links, categories, counts = self.linker.run(None, {"hidden": hidden, **inputs})
        return Links(events, statuses, links[..., 0], links[..., 1], links[..., 2:], categories, counts)


def _padded(batch: Sequence[Columns]) -> dict[str, np.ndarray[Any, np.dtype[np.int64]]]:
    longest = max(len(column[0]) for column in batch)
    names = ("ids", "shapes", "gaps", "flags", "mask")
    tables = {name: np.zeros((len(batch), longest), np.int64) for name in names}
    for row, column in enumerate(batch):
        size = len(column[0])
        for name, values in zip(names, column[:-1], strict=False):
            tables[name][row, :size] = values
        tables["mask"][row, :size] = 1
    return tables


@dataclass(frozen=True, slots=True)
class ClaimsHead:
    """The learned half of reading claims. Deterministic; memory grows with the text only by its words."""

    network: OnnxNetwork
    tokenizer: Tokenizer
    lexicon: Mapping[str, int]
    decoder: Decoder
    limit: int

    @classmethod
    def load(cls, threads: int = 1, folder: Path = manifest.FOLDER) -> "ClaimsHead":
        """Load the shipped model, to run on so many threads.

        Raises ModelError where a file is missing or is not the one its manifest names.
        """
        files = manifest.verified("claims", folder)
        facts = json.loads(files["claims.json"].read_text(encoding="utf-8"))
        network = OnnxNetwork(session(files["claims.onnx"], threads), session(files["claims_links.onnx"], threads))
        tokenizer = Vocabulary.load(files["tokenizer.json"]).tokenizer
        labels = Labels(**{name: tuple(values) for name, values in facts["labels"].items()})
        decoder = Decoder(labels, Thresholds(**facts["thresholds"]))
        return cls(network, tokenizer, facts["lexicon"], decoder, facts["pieces"])

    def propose(
        self, text: str, tokens: Tokens, sentences: Sequence[Sentence], blocks: Sequence[Block]
    ) -> tuple[tuple[Proposal, ...], tuple[Argument, ...]]:
        """The events told in the blocks and the phrases tied to them, their ranges widened to whole tokens.

        The speakers of an event come in the order of their chain, the one nearest the article first. `sentences` is
        part of the seam and not used: the head sees whole passages.
        """
        words = read_words(self.tokenizer, self.lexicon, text, [block.span for block in blocks])
        given = answers(self.network, words, windows(words, self.limit), self.decoder.thresholds)
        events, roles = decide(self.decoder, given)
        proposals = tuple(_proposal(words, tokens, event) for event in events)
        return proposals, tuple(_argument(words, tokens, role) for role in roles)


def _proposal(words: Words, tokens: Tokens, event: Event) -> Proposal:
    span = whole(tokens, _span(words, event.first, event.last))
    return Proposal(span, event.event, event.status, event.score, event.event_score, event.status_score)


def _argument(words: Words, tokens: Tokens, role: Role) -> Argument:
    span = whole(tokens, _span(words, role.first, role.last))
    return Argument(role.event, span, role.role, role.score, role.outcome, role.category, role.of)


def _span(words: Words, first: int, last: int) -> Span:
    return Span(int(words.start[first]), int(words.end[last - 1]))


def whole(tokens: Tokens, span: Span) -> Span:
    """The span widened so that it cuts no token; tokens are in order and do not overlap."""
    first = bisect_right(tokens.start, span.start) - 1
    last = bisect_left(tokens.end, span.end)
    start = tokens.start[first] if first >= 0 and tokens.end[first] > span.start else span.start
    end = tokens.end[last] if last < len(tokens) and tokens.start[last] < span.end else span.end
    return Span(start, end)
