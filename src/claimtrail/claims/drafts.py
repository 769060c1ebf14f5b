"""Claims in the making: a trigger with what was chosen for its slots."""

from dataclasses import dataclass, field

from claimtrail.claims.options import Option, TriggerOption, event_features
from claimtrail.claims.weigh import probability
from claimtrail.model import Event, Span

EVEN = 0.5
# F1 is best where each thing is kept whose probability exceeds half the F1 that is reached (Lipton, Elkan and
# Naryanaswamy 2014).
KEEP = 0.3


@dataclass(frozen=True, slots=True)
class Weighed:
    """A phrase chosen for a slot, and the probability that it belongs there."""

    option: Option
    score: float


@dataclass(slots=True)
class Draft:
    """A trigger chosen for a claim, with what was chosen for its slots."""

    trigger: TriggerOption
    score: float
    roles: dict[str, list[Weighed]] = field(default_factory=dict)
    losses: list[Weighed] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    """The words of this trigger and of others that tell of the same event."""


def event_of(trigger: TriggerOption) -> tuple[Event, float]:
    """The type that the reader gives, or the lexicon where the reader is not sure; and how likely it is."""
    read, lexical = trigger.proposal, trigger.lexical
    if read is None:
        assert lexical is not None
        return lexical.event, 1.0
    if lexical is None or lexical.event.value == read.event:
        return Event(read.event), read.event_score
    sure = probability("event", event_features(read, lexical))
    return (lexical.event, 1 - sure) if sure < EVEN else (Event(read.event), sure)
