"""What else competes for a phrase and for a slot: other triggers, other roles, other phrases.

A phrase that the reader ties more surely to another event or as another role is less likely here; one that is named
several times around an event is likelier. The features are weighed with those of `options`.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from claimtrail.claims.named import same_words
from claimtrail.claims.scene import Scene
from claimtrail.claims.tree import Tree
from claimtrail.claims.weigh import logit
from claimtrail.model import Argument, Reading, Span, Voice

# The reader's probability from which a trigger counts as a rival.
RIVAL = 0.3
MOST_RIVALS = 3
# The reader's probability from which a phrase counts as told of an event.
TOLD = 0.4
FAR = 6
ROLES = ("actor", "target", "place", "time", "speaker", "who")


@dataclass(frozen=True, slots=True)
class Offers:
    """The reader's arguments by the slot they are for and by the head word of their phrase, and its likely triggers."""

    slots: Mapping[tuple[int, str], Sequence[Argument]]
    heads: Mapping[int, Sequence[Argument]]
    triggers: Sequence[Span]

    @staticmethod
    def of(reading: Reading, tree: Tree) -> "Offers":
        """Linear in what the reader offers."""
        slots: dict[tuple[int, str], list[Argument]] = defaultdict(list)
        heads: dict[int, list[Argument]] = defaultdict(list)
        for argument in reading.arguments:
            head = tree.head_of(argument.span)
            slots[argument.proposal, argument.role].append(argument)
            if head is not None and argument.role != "count":
                heads[head].append(argument)
        return Offers(slots, heads, sorted(each.span for each in reading.proposals if each.score > RIVAL))

    def slot(self, proposal: int, role: str) -> Sequence[Argument]:
        """What the reader offers for a slot of one of its proposals."""
        return self.slots.get((proposal, role), ())


class News:
    """What the events of a text so far have told, by type: one that tells nothing new is seldom a claim."""

    def __init__(self, offers: Offers, tree: Tree) -> None:
        self._offers, self._tree = offers, tree
        self._told: dict[str, set[tuple[str, str]]] = defaultdict(set)

    def of(self, proposal: int, event: str, score: float) -> dict[str, float]:
        """How many phrases an event has, and how many that no event of its type, or none at all, has had before.

        To be asked once for each event, in the order of the text; what an unlikely one tells is forgotten.
        """
        found = [argument for role in ROLES for argument in self._offers.slot(proposal, role) if argument.score > TOLD]
        phrases = {(argument.role, self._word(argument.span)) for argument in found}
        new, newest = phrases - self._told[event], phrases.difference(*self._told.values())
        if score > RIVAL:
            self._told[event] |= phrases
        return {"phrases": log(1 + len(found)), "new": log(1 + len(new)), "newest": log(1 + len(newest))}

    def _word(self, span: Span) -> str:
        head = self._tree.head_of(span)
        return span.of(self._tree.text) if head is None else self._tree.lemma[head]


@dataclass(frozen=True, slots=True)
class Slot:
    """A role of a trigger (with the index of its proposal, -1 where there is none) and the scores of its phrases.

    A phrase that only rules find has the score nought.
    """

    role: str
    trigger: Span
    proposal: int
    scores: Mapping[Span, float]


def contest(slot: Slot, offers: Offers, scene: Scene) -> Iterator[dict[str, float]]:
    """For each phrase of a slot, what speaks against it or for it in its competitors."""
    return (
        {
            **_events(span, slot.trigger, offers),
            **_sentences(span, slot.trigger, scene),
            **_roles(span, slot, offers, scene.tree),
            **_phrases(span, slot, scene.tree),
            **_voices(span, slot.trigger, scene),
        }
        for span in slot.scores
    )


def _events(span: Span, trigger: Span, offers: Offers) -> dict[str, float]:
    """The likely triggers between a phrase and its own, and whether any stands nearer."""
    low, high = min(span.end, trigger.end), max(span.start, trigger.start)
    starts = [each.start for each in offers.triggers]
    between = bisect_left(starts, high) - bisect_left(starts, low)
    at, own = bisect_left(starts, span.start), abs(span.start - trigger.start)
    beside = [each for each in offers.triggers[max(0, at - 1) : at + 1] if each != trigger]
    nearer = any(abs(each.start - span.start) < own for each in beside)
    return {"rivals": float(min(MOST_RIVALS, between)), "nearer": float(nearer)}


def _sentences(span: Span, trigger: Span, scene: Scene) -> dict[str, float]:
    """How many sentences a phrase stands before its trigger, or whether it comes after."""
    own, others = scene.sentence(span), scene.sentence(trigger)
    apart = others - own if own is not None and others is not None else 0
    return {
        "same_sentence": float(apart == 0),
        "sentence_before": float(apart == 1),
        "sentences": min(FAR, max(0, apart)) / FAR,
        "sentence_after": float(apart < 0),
    }


def _roles(span: Span, slot: Slot, offers: Offers, tree: Tree) -> dict[str, float]:
    """Whether the reader would have the phrase in another role of the trigger, or in this role of another trigger."""
    head = tree.head_of(span)
    found = offers.heads.get(head, ()) if head is not None else ()
    score = slot.scores[span]
    taken = [each.score for each in found if each.proposal == slot.proposal and each.role != slot.role]
    elsewhere = [each.score for each in found if each.proposal != slot.proposal and each.role == slot.role]
    return {
        "taken": _best(taken),
        "taken_surer": float(any(each > score for each in taken)),
        "elsewhere": _best(elsewhere),
        "elsewhere_any": float(bool(elsewhere)),
        "elsewhere_surer": float(any(each > score for each in elsewhere)),
    }


def _phrases(span: Span, slot: Slot, tree: Tree) -> dict[str, float]:
    """How the phrase stands among those of its slot: the surest, the only one, named more than once."""
    score = slot.scores[span]
    others = {other: each for other, each in slot.scores.items() if not other.overlaps(span)}
    alike = [each for other, each in others.items() if same_words(tree, other, span)]
    return {
        "best": float(score > 0 and all(score >= each for each in others.values())),
        "outscored": _best(list(others.values())),
        "sole": float(not others),
        "alike": log(1 + len(alike)),
        "alike_score": max(alike, default=0.0),
    }


def _voices(span: Span, trigger: Span, scene: Scene) -> dict[str, float]:
    """Whether phrase and trigger stand in the same part of the page, and which are in a headline."""
    own, other = scene.voice(span), scene.voice(trigger)
    return {
        "same_voice": float(own is other),
        "from_headline": float(own is Voice.HEADLINE),
        "of_headline": float(other is Voice.HEADLINE),
    }


def _best(scores: Sequence[float]) -> float:
    """The highest log odds, over those of near certainty."""
    return max((logit(each) for each in scores), default=logit(0.0)) / logit(1.0)
