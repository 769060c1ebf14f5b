"""How many were killed or taken, and how many leaders among them: the losses of a release's claims as one figure.

The data code the smallest figure that the wording supports. A release tells one operation several times: in its
headline, its lead and its story. So the losses of one sentence are added up and those of different sentences are not,
except that men of rank (a leader, a facilitator) and the rank and file are counted apart and then added.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from benchmarks.isaf_codebook import codebook
from claimtrail.model import Category, Claim, Event, Hedge, Loss, Outcome, Result, Span, Status, Voice

ELSEWHERE = frozenset({Event.ABDUCTION, Event.TERRITORY})
UNREAL = frozenset({Status.DENIED, Status.POSSIBLE})
# In these the dead are mostly those whom fighters killed, so that fighters alone count.
ASSAULTS = frozenset({Event.ATTACK, Event.BOMBING, Event.EXECUTION})
# What happened weeks before the release is the story of those whom the operation sought.
RECENT = timedelta(days=21)
# Words before a phrase that make it a part of what was counted before it.
PART = re.compile(r"\b(?:including|include|included|among them|of whom)\b[^.;]*$")
NEAR = 60
# "In June" begins with two letters and a blank.
OPENING = 4
APPOSED = re.compile(r", (?:the|an?)\b([^,.;]{0,80})")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Lost:
    """Those of one phrase who were lost.

    `counted` is whether words tell how many, `known` whether the phrase takes up somebody told of before, `part`
    whether he was counted before, and `further` whether these come to others told of before.
    """

    span: Span
    number: int
    counted: bool
    leader: bool
    ranked: bool
    known: bool
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
    parts = [_figures(tolls) for tolls in _updates(result, outcome)]
    return max((total for total, _ in parts), default=0), max((leaders for _, leaders in parts), default=0)


def civilians_killed(result: Result) -> int:
    """How many civilians were killed at least, by the claim that tells of most."""
    text, killed = result.article.text, (Outcome.KILLED, Category.CIVILIAN)
    losses = [loss for claim in _real(result) for loss in claim.losses if (loss.outcome, loss.category) == killed]
    return max((smallest(loss, text) for loss in losses), default=0)


def _figures(tolls: Sequence[Toll]) -> tuple[int, int]:
    """The figure of one release: the fullest sentence, or the most of either rank that any sentence tells."""
    ranked = max((toll.ranked for toll in tolls), default=0)
    others = max((toll.others for toll in tolls if not toll.further), default=0)
    others += sum(toll.others for toll in tolls if toll.further)
    whole = max((toll.total for toll in tolls), default=0)
    leaders = max((toll.leaders for toll in tolls), default=0)
    held = any(toll.holds for toll in tolls)
    return max(whole, max(ranked, others) if held else ranked + others), leaders


def _updates(result: Result, outcome: Outcome) -> list[list[Toll]]:
    """The tolls of each release that the text holds: an update tells the same operation anew."""
    text = result.article.text
    breaks = [match.start() for match in codebook().update.finditer(text)]
    told = _of_this_operation(result, outcome)
    parts = groupby(told, key=lambda each: sum(at <= result.sentences[each[0]].end for at in breaks))
    return [_tolls([(lost, result.sentences[n].of(text)) for n, lost in part]) for _, part in parts]


def _tolls(told: Sequence[tuple[list[Lost], str]]) -> list[Toll]:
    """The toll of each sentence; who is taken up again counts only where nobody else is told of."""
    anew = any(not each.known for lost, _ in told for each in lost)
    kept = (([each for each in lost if not (anew and each.known)], sentence) for lost, sentence in told)
    return [_toll(lost, sentence) for lost, sentence in kept if lost]


def _of_this_operation(result: Result, outcome: Outcome) -> list[tuple[int, list[Lost]]]:
    """Without sums of weeks and months, and without the sum of several operations where one is told by itself."""
    words, text = codebook(), result.article.text
    told = {each: list(_by_sentence(result, each)) for each in (Outcome.KILLED, Outcome.CAPTURED)}
    own = [n for each in told.values() for n, lost in each if any(one.counted for one in lost)]
    kept = []
    for n, lost in told[outcome]:
        sentence = result.sentences[n].of(text)
        summed = words.digest.search(sentence) and any(other > n for other in own)
        if not summed and not words.cumulative.search(sentence):
            kept.append((n, lost))
    return kept


def _by_sentence(result: Result, outcome: Outcome) -> Iterator[tuple[int, list[Lost]]]:
    pairs = [(n, lost) for lost in _lost(result, outcome) if (n := _sentence(result, lost.span)) is not None]
    pairs.sort(key=lambda pair: (pair[0], pair[1].span))
    for n, group in groupby(pairs, key=lambda pair: pair[0]):
        yield n, [lost for _, lost in group]


def _sentence(result: Result, span: Span) -> int | None:
    return next((n for n, sentence in enumerate(result.sentences) if sentence.overlaps(span)), None)


def _toll(lost: Sequence[Lost], sentence: str) -> Toll:
    whole = [each for each in lost if not each.part] or lost
    return Toll(
        ranked=sum(each.number for each in lost if each.ranked),
        others=sum(each.number for each in whole if not each.ranked),
        leaders=sum(each.number for each in lost if each.leader),
        holds=len(whole) < len(lost) or bool(codebook().holds.search(sentence)),
        further=any(each.further for each in lost),
    )


def _lost(result: Result, outcome: Outcome) -> Iterator[Lost]:
    """The fighters and other persons whom a release has lose their lives or freedom."""
    text, words = result.article.text, codebook()
    for loss in _losses(result, outcome):
        who, number = frozenset(_words(loss.who.of(text))), smallest(loss, text)
        if number == 0 or words.spares(who):
            continue
        start = loss.count.span.start if loss.count.span else loss.who.start
        before = text[max(0, min(start, loss.who.start) - NEAR) : loss.who.start].lower()
        told = loss.count.span.of(text).lower() if loss.count.span else ""
        yield Lost(
            span=loss.who,
            number=number,
            counted=loss.count.span is not None,
            leader=bool(who & words.leaders) or (number == 1 and not who & words.common and _led(loss.who, text)),
            ranked=bool(who & words.ranks) or (number == 1 and not who & words.common),
            known=number == 1 and not told and not who & words.ranks and before.split()[-1:] == ["the"],
            part=bool(PART.search(before)),
            further=told.endswith(" more"),
        )


def _led(name: Span, text: str) -> bool:
    """Whether a leader's word stands in apposition to a name: "Taliban leader, Alif", "Alif, a district commander"."""
    before = list(_words(text[max(0, name.start - NEAR) : name.start]))[-1:]
    after = APPOSED.match(text, name.end)
    return not codebook().leaders.isdisjoint([*before, *(_words(after[1]) if after else ())])


def _losses(result: Result, outcome: Outcome) -> Iterator[Loss]:
    """The losses of an outcome that are told as facts; a headline's only where the story has none."""
    text = result.article.text
    found = [
        (claim.voice, loss)
        for claim in _real(result)
        for loss in claim.losses
        if loss.outcome is outcome and _counts(loss, claim, text)
    ]
    story = [loss for voice, loss in found if voice is not Voice.HEADLINE]
    yield from story or [loss for _, loss in found]


def _real(result: Result) -> Iterator[Claim]:
    """The claims of what has happened lately."""
    for claim in result.claims:
        if claim.status not in UNREAL and claim.event not in ELSEWHERE and not _long_ago(claim, result):
            yield claim


def _counts(loss: Loss, claim: Claim, text: str) -> bool:
    if claim.status is Status.PLANNED and loss.count.span is None:
        return False
    if codebook().fighters.intersection(_words(loss.who.of(text))):
        return True
    return loss.category is Category.COMBATANT or (loss.category is Category.PERSON and claim.event not in ASSAULTS)


def _long_ago(claim: Claim, result: Result) -> bool:
    """Whether a claim is put weeks before the release, by its own sentence or by a time that opens the one before."""
    release, time = result.article.published, claim.time
    if not (release and release.day and time and time.end):
        return False
    here, there = _sentence(result, claim.trigger), _sentence(result, time.span)
    framed = there is not None and time.span.start - result.sentences[there].start <= OPENING and there + 1 == here
    return (here == there or framed) and date.fromisoformat(time.end) < date.fromisoformat(release.day) - RECENT


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
