"""Reading an article: sentences, words, trees and mentions of the text in its blocks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimtrail.model.article import Block
from claimtrail.model.reading import Mention, Reading, Sentence, Tokens
from claimtrail.model.span import Span
from claimtrail.reader import manifest
from claimtrail.reader.claims_head import ClaimsHead, Proposed
from claimtrail.reader.heads import Parse, Parser
from claimtrail.reader.recase import Word, recased, shouted
from claimtrail.reader.sentences import sentences, wrap_width
from claimtrail.reader.words import words

# Sentences parsed at a time: bounds the memory that a long text takes.
_CHUNK = 512
_FUNCTION_WORDS = frozenset(("ADP", "AUX", "CCONJ", "DET", "PART", "PUNCT", "SCONJ"))


@dataclass(frozen=True, slots=True)
class Reader:
    """The linguistic reader, its models loaded. Give one to each process; `read` may be called any number of times."""

    parser: Parser
    claims: ClaimsHead | None
    model: str

    @classmethod
    def load(cls, threads: int = 1, folder: Path = manifest.FOLDER) -> "Reader":
        """Load the shipped models, to run on so many threads.

        Raises ModelError where a file is missing or is not the one its manifest names.
        """
        parts = manifest.parts(folder)
        return cls(Parser.load(folder, threads), _claims(parts, folder, threads), _name(parts))

    def read(self, text: str, blocks: Sequence[Block]) -> Reading:
        """Read the text inside the blocks; no sentence crosses the end of one, and text in no block is left out.

        A text in capitals is read, and is the reading's text, in the case that English would give it (`recase`).
        Raises ValueError where a block reaches beyond the text.
        """
        if shouted(text, [block.span for block in blocks]):
            text = self._recased(text, blocks)
        parsed = list(self._parsed(text, blocks))
        spans = [(span, ranges) for span, ranges, _ in parsed]
        parses = [parse for _, _, parse in parsed]
        found, tokens = _sentences(spans), _tokens(spans, parses)
        mentions = tuple(_mentions(found, tokens, parses))
        p = self.claims.propose(text, tokens, mentions, blocks) if self.claims else Proposed()
        return Reading(text, found, tokens, mentions, p.proposals, p.arguments, p.said, p.links, self.model)

    def _recased(self, text: str, blocks: Sequence[Block]) -> str:
        parsed = list(self._parsed(text, blocks))
        found = (word for _, ranges, parse in parsed for word in _seen(ranges, parse))
        return recased(text, list(found))

    @property
    def words(self) -> frozenset[str]:
        """The words of English that the reader knows, in small letters."""
        return self.parser.words

    def _parsed(self, text: str, blocks: Sequence[Block]) -> Iterator[tuple[Span, list[Span], Parse]]:
        spans = list(_worded(text, blocks))
        for first in range(0, len(spans), _CHUNK):
            chunk = spans[first : first + _CHUNK]
            parses = self.parser.parse([[word.of(text) for word in ranges] for _, ranges in chunk])
            for (span, ranges), parse in zip(chunk, parses, strict=True):
                yield span, ranges, parse


def _claims(parts: dict[str, Any], folder: Path, threads: int) -> ClaimsHead | None:
    """The claims head, where the manifest has one."""
    if "claims" not in parts:
        return None
    return ClaimsHead.load(threads, folder)


def _name(parts: dict[str, Any]) -> str:
    """The digests of the graphs, which tell one model from another: `syntax:1a2b3c4d5e6f`."""
    graphs = {part: entry["files"].get(f"{part}.onnx", {}).get("sha256", "") for part, entry in sorted(parts.items())}
    return " ".join(f"{part}:{digest[:12]}" for part, digest in graphs.items())


def _seen(ranges: Sequence[Span], parse: Parse) -> Iterator[Word]:
    """The words of a parsed sentence as recasing wants them."""
    mentions = [""] * len(ranges)
    for first, last, kind, _ in parse.phrases:
        mentions[first:last] = [kind] * (last - first)
    opening = next((at for at, upos in enumerate(parse.upos) if upos != "PUNCT"), 0)
    for at, (span, upos, mention) in enumerate(zip(ranges, parse.upos, mentions, strict=True)):
        yield Word(span, upos, mention, at == opening)


def _worded(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Span, list[Span]]]:
    """The sentences of all blocks, in order, each with its words."""
    width = wrap_width(text) if text else None
    for block in blocks:
        if block.span.end > len(text):
            raise ValueError(f"{block.span} reaches beyond the {len(text)} characters of the text")
        for span in sentences(text, block.span, width):
            yield span, list(words(text, span))


def _sentences(spans: Sequence[tuple[Span, list[Span]]]) -> tuple[Sentence, ...]:
    made, first = [], 0
    for span, ranges in spans:
        made.append(Sentence(span, first, first + len(ranges)))
        first += len(ranges)
    return tuple(made)


def _tokens(spans: Sequence[tuple[Span, list[Span]]], parses: Sequence[Parse]) -> Tokens:
    ranges = [word for _, found in spans for word in found]
    return Tokens(
        start=tuple(word.start for word in ranges),
        end=tuple(word.end for word in ranges),
        sentence=tuple(number for number, (_, found) in enumerate(spans) for _ in found),
        upos=tuple(upos for parse in parses for upos in parse.upos),
        lemma=tuple(lemma for parse in parses for lemma in parse.lemma),
        head=tuple(_shifted(parses, [sentence.first for sentence in _sentences(spans)])),
        deprel=tuple(deprel for parse in parses for deprel in parse.deprel),
    )


def _shifted(parses: Sequence[Parse], shifts: Sequence[int]) -> Iterator[int]:
    for parse, shift in zip(parses, shifts, strict=True):
        yield from (head + shift if head >= 0 else -1 for head in parse.head)


def _mentions(found: Sequence[Sentence], tokens: Tokens, parses: Sequence[Parse]) -> Iterator[Mention]:
    """The phrases that the mention head tags, save bare function words; one is named when a proper noun is in it."""
    for sentence, parse in zip(found, parses, strict=True):
        for first, last, kind, score in parse.phrases:
            if _FUNCTION_WORDS.issuperset(parse.upos[first:last]):
                continue
            span = Span(tokens.start[sentence.first + first], tokens.end[sentence.first + last - 1])
            yield Mention(span, kind, score, named="PROPN" in parse.upos[first:last])
