"""A reading: the linguistic analysis of one article's text, as columns rather than objects per token."""

from dataclasses import dataclass, field

from claimtrail.model.span import Span


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text, one column a property; all columns have the same length.

    `head` is the index of the governing token in this same table, or -1 for the root of a sentence.
    `upos` and `deprel` are Universal Dependencies labels; `sentence` is an index into `Reading.sentences`.
    """

    start: tuple[int, ...]
    end: tuple[int, ...]
    sentence: tuple[int, ...]
    upos: tuple[str, ...]
    lemma: tuple[str, ...]
    head: tuple[int, ...]
    deprel: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.start)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its characters, and its half-open range of token indices."""

    span: Span
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that names a thing: person, organisation, military, location, weapon, vehicle, quantity, time ..."""

    span: Span
    type: str
    score: float
    named: bool = True


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event that the claims head proposes: its trigger, with the likeliest type and status.

    `score` is the probability that the trigger names an event, the others are those of its type and status.
    """

    span: Span
    event: str
    status: str
    score: float
    event_score: float = 1.0
    status_score: float = 1.0


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase that the claims head ties to a proposal.

    `role` is `actor`, `target`, `who`, `count`, `place`, `time` or `speaker`; `outcome` and `category` belong to `who`.
    A `count` belongs to the `who` argument of the same proposal whose index `of` gives (in `Reading.arguments`).
    """

    proposal: int
    span: Span
    role: str
    score: float
    outcome: str | None = None
    category: str | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase that the speech head takes for a part of an attribution: `source`, `cue` or `content`."""

    span: Span
    part: str
    score: float


@dataclass(frozen=True, slots=True)
class Link:
    """A phrase and the phrase before it that names the same thing, as the coreference head reads them."""

    span: Span
    antecedent: Span
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Sentences, words, trees and mentions of one text, and what the claims head proposes.

    Every range is into `text`, the whole text of the article; text that no block covers is not read.
    """

    text: str
    sentences: tuple[Sentence, ...]
    tokens: Tokens
    mentions: tuple[Mention, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    arguments: tuple[Argument, ...] = ()
    said: tuple[Said, ...] = ()
    links: tuple[Link, ...] = ()
    model: str | None = field(default=None)
