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
from claimtrail.model.reading import Argument, Link, Mention, Proposal, Said, Tokens
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
    looks,
)
from claimtrail.reader.claims_head_input import Columns, Floats, Words, read_words, windows
from claimtrail.reader.coreference import links
from claimtrail.reader.encoder import session
from claimtrail.reader.pieces import Vocabulary
from claimtrail.reader.speech_head import said

AGENTS = frozenset({"actor", "target", "speaker", "who"})
NAMED = frozenset({"person", "organisation", "military", "nationality"})

# Windows run at a time: bounds the memory that a long text takes.
_BATCH = 8


@dataclass(frozen=True, slots=True)
class OnnxNetwork:
    """The exported graphs: the tagger over windows, the linker over a window's candidates."""

    tagger: onnxruntime.InferenceSession
    linker: onnxruntime.InferenceSession

    def tag(self, columns: Iterable[Columns]) -> Iterator[tuple[Floats, Floats, Floats]]:
        """For each window, by words: BIO probabilities (words × layers × 3), vectors, BIO probabilities of speech."""
        rest = iter(columns)
        while batch := list(islice(rest, _BATCH)):
            outputs = self.tagger.run(("tags", "hidden", "speech"), _padded(batch))
            for row, column in enumerate(batch):
                tags, hidden, speech = (output[row, column[-1]] for output in outputs)
                yield tags, hidden, speech

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
class Proposed:
    """What the learned half offers for a text; as in `Reading`."""

    proposals: tuple[Proposal, ...] = ()
    arguments: tuple[Argument, ...] = ()
    said: tuple[Said, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimsHead:
    """The learned half of reading claims. Deterministic; memory grows with the text only by its words."""

    network: OnnxNetwork
    coreference: onnxruntime.InferenceSession
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
        coreference = session(files["claims_coreference.onnx"], threads)
        return cls(network, coreference, tokenizer, facts["lexicon"], decoder, facts["pieces"])

    def propose(self, text: str, tokens: Tokens, mentions: Sequence[Mention], blocks: Sequence[Block]) -> Proposed:
        """The events told in the blocks, the phrases tied to them, who says what, and which phrases are of one thing.

        The ranges of proposals and arguments are widened to whole tokens. The speakers of an event come in the order of
        their chain, the one nearest the article first.
        """
        words = read_words(self.tokenizer, self.lexicon, text, [block.span for block in blocks])
        seen = list(looks(self.network, words, windows(words, self.limit)))
        events, roles = decide(self.decoder, answers(self.network, words, seen, self.decoder.thresholds))
        arguments = tuple(_argument(words, tokens, role) for role in roles)
        spoken = tuple(said(words, seen))
        spans = {a.span for a in arguments if a.role in AGENTS} | {x.span for x in spoken if x.part == "source"}
        spans |= {mention.span for mention in mentions if mention.type in NAMED}
        linked = links(self.coreference, text, words, seen, sorted(spans))
        return Proposed(tuple(_proposal(words, tokens, event) for event in events), arguments, spoken, tuple(linked))


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
