"""The values that pass between the stages; standard library only."""

from claimtrail.model.article import Article, Block, BlockKind, Snapshot
from claimtrail.model.claim import (
    Candidate,
    Category,
    Claim,
    Count,
    Event,
    Finding,
    FindingKind,
    Hedge,
    Loss,
    Outcome,
    Party,
    Place,
    Scope,
    Speaker,
    SpeakerKind,
    Status,
    Voice,
)
from claimtrail.model.reading import Argument, Link, Mention, Proposal, Reading, Said, Sentence, Tokens
from claimtrail.model.result import Result
from claimtrail.model.span import Span
from claimtrail.model.time import Anchor, Dated, Precision, TimeRange

__all__ = [
    "Anchor",
    "Argument",
    "Article",
    "Block",
    "BlockKind",
    "Candidate",
    "Category",
    "Claim",
    "Count",
    "Dated",
    "Event",
    "Finding",
    "FindingKind",
    "Hedge",
    "Link",
    "Loss",
    "Mention",
    "Outcome",
    "Party",
    "Place",
    "Precision",
    "Proposal",
    "Reading",
    "Result",
    "Said",
    "Scope",
    "Sentence",
    "Snapshot",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Status",
    "TimeRange",
    "Tokens",
    "Voice",
]
