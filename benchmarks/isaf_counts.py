"""How many were killed or taken, and how many leaders among them: the losses of a release's claims as one figure.

The data code the smallest figure that the wording supports. A release tells one operation several times: in its
headline, its lead and its story. So the losses of one sentence are added up and those of different sentences are not,
except that men of rank (a leader, a facilitator) and the rank and file are counted apart and then added.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from benchmarks.isaf_codebook import codebook
from claimtrail.model import Claim, Event, Hedge, Loss, Outcome, Result, Span, Status, Voice

ELSEWHERE = frozenset({Event.ABDUCTION, Event.TERRITORY})
UNREAL = frozenset({Status.DENIED, Status.PLANNED, Status.POSSIBLE})
# Words before a phrase that make it a part of what was counted before it.
PART = re.compile(r"\b(?:including|include|included|among them|of whom)\b[^.;]*$")
NEAR = 60
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Lost:
    """Those of one phrase who were lost: how many, of what rank, and whether others hold or join them."""

    span: Span
    number: int
    plain: bool
    leader: bool
    ranked: bool
    part: bool
    further: bool


@dataclass(frozen=True, slots=True)
class Toll:
    """What one sentence tells: men of rank and the rank and file, and whether the former are among the latter."""

    ranked: int
    others: int
    leaders: int
    holds: bool
    further: bool

    @property
    def total(self) -> int:
        """All of the sentence, each once."""
        return max(self.others, self.ranked) if self.holds else self.ranked + self.others


def figures(result: Result, outcome: Outcome) -> tuple[int, int]:
    """How many suffered an outcome at least, and how many of them were leaders."""
    parts = [_figures(list(tolls)) for tolls in _updates(result, outcome)]
    return max((total for total, _ in parts), default=0), max((leaders for _, leaders in parts), default=0)


def _figures(tolls: Sequence[Toll]) -> tuple[int, int]:
    """The figure of one release: the fullest sentence, or the most of either rank that any sentence tells."""
    ranked = max((toll.ranked for toll in tolls), default=0)
    others = max((toll.others for toll in tolls), default=0)
    held = any(toll.holds for toll in tolls)
    whole = max((toll.total for toll in tolls), default=0)
    leaders = max((toll.leaders for toll in tolls), default=0)
    return max(whole, max(ranked, others) if held else ranked + others), leaders


def _updates(result: Result, outcome: Outcome) -> Iterator[Iterable[Toll]]:
    """The tolls of each release that the text holds: an update tells the same operation anew."""
    text = result.article.text
    breaks = [match.start() for match in codebook().update.finditer(text)]
    told = [(n, lost) for n, lost in _by_sentence(result, outcome)]
    told = _of_this_operation(told, result)
    for _, group in groupby(told, key=lambda pair: sum(at <= result.sentences[pair[0]].end for at in breaks)):
        yield [_toll(lost, result.sentences[n].of(text)) for n, lost in group]


def _of_this_operation(told: list[tuple[int, list[Lost]]], result: Result) -> list[tuple[int, list[Lost]]]:
    """Without sums of weeks and months, and without the sum of several operations where one is told by itself."""
    text, words = result.article.text, codebook()
    own = [(n, lost) for n, lost in told if not words.cumulative.search(result.sentences[n].of(text))]
    plain = [n for n, lost in own if any(each.plain for each in lost)]
    digests = {n for n, _ in own if words.digest.search(result.sentences[n].of(text))}
    return [(n, lost) for n, lost in own if n not in digests or not any(other > n for other in plain)]


def _by_sentence(result: Result, outcome: Outcome) -> Iterator[tuple[int, list[Lost]]]:
    pairs = sorted(
        ((n, lost) for lost in _lost(result, outcome) if (n := _sentence(result, lost.span)) is not None),
        key=lambda pair: (pair[0], pair[1].span),
    )
    for n, group in groupby(pairs, key=lambda pair: pair[0]):
        yield n, [lost for _, lost in group]


def _sentence(result: Result, span: Span) -> int | None:
    return next((n for n, sentence in enumerate(result.sentences) if sentence.overlaps(span)), None)


def _toll(lost: Sequence[Lost], sentence: str) -> Toll:
    whole = [each for each in lost if not each.part]
    return Toll(
        ranked=sum(each.number for each in lost if each.ranked),
        others=sum(each.number for each in (whole or lost) if not each.ranked),
        leaders=sum(each.number for each in lost if each.leader),
        holds=(len(whole) < len(lost) and bool(whole)) or bool(codebook().holds.search(sentence)),
        further=any(each.further for each in lost),
    )


def _lost(result: Result, outcome: Outcome) -> Iterator[Lost]:
    """The fighters and other persons whom a release has lose their lives or freedom."""
    text, words = result.article.text, codebook()
    for loss in _losses(result.claims, outcome):
        who = frozenset(_words(loss.who.of(text)))
        number = smallest(loss, text)
        if number and not (who & words.spared and not who & words.ranks):
            start = min(loss.who.start, loss.count.span.start if loss.count.span else loss.who.start)
            before = text[max(0, start - NEAR) : loss.who.start].lower()
            yield Lost(
                span=loss.who,
                number=number,
                plain=loss.count.span is not None,
                leader=bool(who & words.leaders),
                ranked=_ranked(loss, number, text),
                part=bool(PART.search(before)),
                further=bool(who & words.further) or before.split()[-1:] == ["also"],
            )


def _losses(claims: Iterable[Claim], outcome: Outcome) -> Iterator[Loss]:
    """The losses of an outcome that are told as facts; a headline's only where the story has none."""
    found = [
        (claim.voice, loss)
        for claim in claims
        if claim.status not in UNREAL and claim.event not in ELSEWHERE
        for loss in claim.losses
        if loss.outcome is outcome
    ]
    story = [loss for voice, loss in found if voice is not Voice.HEADLINE]
    yield from story or [loss for _, loss in found]


def _ranked(loss: Loss, number: int, text: str) -> bool:
    """Whether a phrase tells of men of rank; one man whom no common word describes is told of for himself too."""
    who = list(_words(loss.who.of(text)))
    if codebook().ranks.intersection(who):
        return True
    return number == 1 and (loss.count.span is None or not codebook().common.intersection(who))


def smallest(loss: Loss, text: str) -> int:
    """The smallest number that the words of a loss support."""
    count = loss.count
    words = count.span.of(text).lower() if count.span else ""
    if count.hedge is Hedge.VAGUE and words:
        for number, vague in codebook().numbers:
            if any(re.search(rf"\b{word}\b", words) for word in vague):
                return number
    if count.low is None:
        return 1
    more = count.hedge is Hedge.AT_LEAST and codebook().more.search(words)
    return count.low + 1 if more else count.low


def _words(text: str) -> Iterator[str]:
    return (match.group().lower() for match in WORD.finditer(text))
