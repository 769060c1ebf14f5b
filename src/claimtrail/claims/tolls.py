"""The toll of an article's main event: how many people its claims have killed and wounded.

The mapping, claim by claim:

1. Losses of people that are told as fact or alleged count; plans, fears and denials do not, nor do comments.
2. The main event is that of the first claim with such a loss, headline first. A claim belongs to it unless its
   resolved time or place is another one.
3. Figures of one outcome are not added to one another, but for those of one list ("a boy and four women"). The greatest
   of the lead stands, else the first one counted; exact figures come before vague ones. What follows is of parts ("two
   of them children") or of other events. Where nobody is counted, people named one by one are.
4. "Shot", "hit", "struck" alone say nothing of death: such a figure, like "casualties", is of killed and wounded
   together, and the wounded are those of it who were not killed.
5. An attacker who dies is one of the killed, added where the figure is of those whom he killed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimtrail.claims.kinds import PEOPLE
from claimtrail.claims.lexicon import lexicon
from claimtrail.model import Candidate, Claim, Hedge, Loss, Outcome, Span, Status, TimeRange, Voice

TOLD = frozenset({Status.ASSERTED, Status.ALLEGED})
HARMED = frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.KILLED_OR_WOUNDED})
# Of so many figures at the head of an article the greatest stands; later ones are of parts, and of other events.
LEAD = 2
WEEK = 7
FAR = 3.0  # degrees of latitude and longitude together
_AND = ("and", ", and", "&")


def _any_of(name: str) -> re.Pattern[str]:
    """A pattern of the words of a list of `data/tolls.toml`."""
    words = "|".join(word.replace("*", r"\w*") for word in lexicon("tolls")[name])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_DEADLY, _STRUCK, _HURT, _ATTACKER = (_any_of(name) for name in ("deadly", "struck", "hurt", "attacker"))
_CLAUSE = re.compile(
    rf"[,;:—–](?!\d)|\band (?=\d|(?:{'|'.join(lexicon('tolls')['numbers'])})\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people one event killed and wounded, and the claims that say so."""

    killed: int
    wounded: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Harm:
    """A loss of people: who and how many, and the outcome as its clause tells it."""

    claim: Claim
    loss: Loss
    who: str
    count: int
    outcome: Outcome

    @property
    def counted(self) -> bool:
        """Whether words tell how many."""
        return self.loss.count.span is not None or self.count > 1


def main_toll(text: str, claims: Sequence[Claim]) -> Toll:
    """The toll of the main event of an article with such a text; nought and no claims where it tells of none."""
    harms = _of_main_event([harm for claim in _ordered(claims) for harm in _harms(text, claim)])
    attackers = [harm for harm in harms if harm.outcome is Outcome.KILLED and harm.count == 1 and _attacker(harm)]
    victims = [harm for harm in harms if harm not in attackers]
    killed = _figure(victims, Outcome.KILLED)
    if attackers and (killed != 1 or any(harm.counted for harm in victims)):
        killed += 1
    together = _figure(victims, Outcome.KILLED_OR_WOUNDED)
    wounded = max(_figure(victims, Outcome.WOUNDED), together - killed)
    return Toll(killed, wounded, tuple(dict.fromkeys(harm.claim.id for harm in harms)))


def _ordered(claims: Iterable[Claim]) -> list[Claim]:
    told = (claim for claim in claims if claim.status in TOLD and claim.voice is not Voice.COMMENT)
    return sorted(told, key=lambda claim: (claim.voice is not Voice.HEADLINE, claim.trigger))


def _harms(text: str, claim: Claim) -> list[_Harm]:
    """The people harmed by a claim; those listed one after the other ("a boy and four adults") are one figure."""
    found: list[_Harm] = []
    for loss in claim.losses:
        if loss.outcome in HARMED and loss.category in PEOPLE and loss.count.low:
            harm = _Harm(claim, loss, loss.who.of(text), loss.count.low, _outcome(text, claim, loss))
            if (
                found
                and found[-1].loss.outcome is loss.outcome
                and _listed(text, found[-1].loss, loss, claim.voice is Voice.HEADLINE)
            ):
                before = found.pop()
                harm = replace(harm, count=before.count + harm.count, outcome=before.outcome)
            found.append(harm)
    return found


def _listed(text: str, one: Loss, other: Loss, terse: bool) -> bool:
    """Whether nothing but "and" stands between two losses; in a headline (`terse`) a comma says the same."""
    start = other.count.span.start if other.count.span else other.who.start
    between = text[one.who.end : max(one.who.end, start)].strip(" ")
    return one.who.end <= start and (between in _AND or (terse and between == ","))


def _attacker(harm: _Harm) -> bool:
    return _ATTACKER.search(harm.who) is not None


def _outcome(text: str, claim: Claim, loss: Loss) -> Outcome:
    """The outcome of a loss, heard again: in its own clause ("four shot, one fatally"), else in its sentence."""
    if loss.outcome is not Outcome.KILLED:
        return loss.outcome
    clause = _clause(text, loss.who)
    if not (_STRUCK.search(clause) or _HURT.search(clause) or _DEADLY.search(clause)):
        clause = f"{_sentence(text, loss.who)} {_sentence(text, claim.trigger)}"
    if _DEADLY.search(clause):
        return Outcome.KILLED
    return Outcome.WOUNDED if _HURT.search(clause) else Outcome.KILLED_OR_WOUNDED


def _clause(text: str, who: Span) -> str:
    """The words about a range up to a comma or the next number."""
    sentence, at = _sentence(text, who), 0
    for cut in _CLAUSE.finditer(sentence):
        if who.of(text) in sentence[at : cut.end()]:
            return sentence[at : cut.start()]
        at = cut.start()
    return sentence[at:]


def _sentence(text: str, span: Span) -> str:
    """The characters about a range up to the ends of its sentence, roughly."""
    start = max(text.rfind("\n", 0, span.start), text.rfind(". ", 0, span.start)) + 1
    ends = [at for at in (text.find("\n", span.end), text.find(". ", span.end)) if at >= 0]
    return text[start : min(ends, default=len(text))]


def _figure(harms: Sequence[_Harm], outcome: Outcome) -> int:
    """The figure of an outcome: the greatest of the lead, else the first that follows, else the people named."""
    own = [harm for harm in harms if harm.outcome is outcome]
    own = [harm for harm in own if harm.loss.count.hedge is not Hedge.VAGUE] or own
    lead = [harm for harm in own if harm in harms[:LEAD] or (own[0] is harm and harm.counted)]
    told = max((harm.count for harm in lead), default=int(bool(own)))
    return told if any(harm.counted for harm in lead) else max(told, len(_names(own)))


def _names(harms: Iterable[_Harm]) -> set[str]:
    """The last names of the people told one by one."""
    words = (harm.who.split() for harm in harms if not harm.counted)
    return {name[-1] for name in words if len(name) > 1 and all(word[:1].isupper() for word in name)}


def _of_main_event(harms: Sequence[_Harm]) -> list[_Harm]:
    """The harms that nothing sets apart in time or place from the first ones that tell of these."""
    day = next((harm.claim.time for harm in harms if _dated(harm.claim)), None)
    place = next((harm.claim.place.resolved for harm in harms if harm.claim.place and harm.claim.place.resolved), None)
    return [harm for harm in harms if _within(harm.claim, day) and _near(harm.claim, place)]


def _dated(claim: Claim) -> bool:
    time = claim.time
    return bool(time and time.start and time.end and _days(time.start, time.end) <= WEEK)


def _within(claim: Claim, day: TimeRange | None) -> bool:
    """Whether a claim may be of a day: it is not dated, or not of another time, nor of a span of weeks."""
    time = claim.time
    if not (time and time.start and time.end):
        return True
    if _days(time.start, time.end) > WEEK:
        return False
    if not (day and day.start and day.end):
        return True
    return _days(day.end, time.start) <= 1 and _days(time.end, day.start) <= 1


def _near(claim: Claim, place: Candidate | None) -> bool:
    here = claim.place.resolved if claim.place else None
    return not (here and place) or abs(here.lat - place.lat) + abs(here.lon - place.lon) < FAR


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days
