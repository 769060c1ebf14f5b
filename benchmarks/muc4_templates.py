"""Incidents to MUC-4 templates: each slot from what the claims tell, by the fill rules of MUC-4."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from benchmarks.muc4_incidents import Incident, Message, Victim, incidents, words
from benchmarks.muc4_people import band, described, individual, named, organisation
from benchmarks.muc4_places import location
from benchmarks.muc4_score import SLOTS
from claimtrail.model import Claim, Count, Hedge, Outcome, Span, Speaker, SpeakerKind, Status

Fill = dict[str, Any]
Template = dict[str, list[Fill]]
EFFECTS = {Outcome.KILLED: "DEATH", Outcome.WOUNDED: "INJURY", Outcome.KILLED_OR_WOUNDED: "INJURY"}
DAMAGE = {Outcome.DESTROYED: "DESTROYED", Outcome.DAMAGED: "SOME DAMAGE", Outcome.SEIZED: "TARGET TAKEN"}
INDIVIDUALS, ORGANISATIONS = 2, 1
HEAD, MONTH = 160, 31
AUTHORITIES = frozenset({SpeakerKind.OFFICIAL, SpeakerKind.MILITARY})


def templates(message: Message) -> list[Template]:
    """The templates of a message, one an incident."""
    return [template(incident, message) for incident in incidents(message)]


def template(incident: Incident, message: Message) -> Template:
    """All slots of one incident; what nothing tells is empty."""
    made: Template = {slot: [] for slot in SLOTS}
    made["INCIDENT: TYPE"] = [fill(incident.kind)]
    made["INCIDENT: STAGE OF EXECUTION"] = [fill(stage(incident, message))]
    made["INCIDENT: DATE"] = [fill(each) for each in when(incident, message)]
    made["INCIDENT: LOCATION"] = [fill(each) for each in [location(incident.claims, message)] if each]
    _instruments(made, incident, message)
    _perpetrators(made, incident, message)
    for victim in incident.victims:
        (_human if victim.human else _physical)(made, victim, message)
    unhurt = any(loss.count.high == 0 and loss.outcome in EFFECTS for claim in incident.claims for loss in claim.losses)
    if unhurt and not made["HUM TGT: EFFECT OF INCIDENT"]:
        made["HUM TGT: EFFECT OF INCIDENT"] = [fill("NO INJURY OR DEATH", of=["-"])]
    return made


def fill(*alternatives: str, of: Sequence[str] = ()) -> Fill:
    """A fill: any of the alternatives; `of` is what it is about."""
    return {"alternatives": list(alternatives), "of": list(of), "optional": False}


def stage(incident: Incident, message: Message) -> str:
    """ATTEMPTED where a trigger or the word it hangs on says so, THREATENED where all that is told is planned."""
    hurt = any(loss.outcome in EFFECTS or loss.outcome in DAMAGE for claim in incident.claims for loss in claim.losses)
    tried = any(
        message.tells(_near(claim.trigger, message), words()["stages"]["attempted"]) for claim in incident.claims
    )
    if tried and not hurt:
        return "ATTEMPTED"
    return "THREATENED" if all(claim.status is Status.PLANNED for claim in incident.claims) else "ACCOMPLISHED"


def _near(span: Span, message: Message) -> Span:
    """A trigger with the words that it hangs on directly."""
    head = message.tree.head_of(span)
    above = message.tree.head(head) if head is not None else -1
    return span if above < 0 else Span(*_ends((span, message.tree.word(above))))


def _ends(spans: Iterable[Span]) -> tuple[int, int]:
    found = list(spans)
    return min(span.start for span in found), max(span.end for span in found)


def when(incident: Incident, message: Message) -> Iterator[str]:
    """The days that the claims tell, the narrowest first; else "by the date of the message"."""
    ranges = [range_ for claim in incident.claims if (range_ := _told(claim, message))]
    if ranges:
        first, last = min(ranges, key=lambda pair: (_length(*pair), -ranges.count(pair)))
        yield _day(first) if first == last else f"{_day(first)} - {_day(last)}"
    elif message.published:
        yield f"- {_day(message.published.isoformat())}"


def _told(claim: Claim, message: Message) -> tuple[str, str] | None:
    """The first and last day of a claim: not those of the dateline or of the report, and no more than a month."""
    time = claim.time
    if time is None or time.start is None or time.span.end < message.tree.text.find("--", 0, HEAD):
        return None
    if message.published and time.start > message.published.isoformat():
        return None
    token = message.tree.head_of(time.span)
    if token is not None and message.tree.lemma[message.tree.head(token)] in words()["reports"]["words"]:
        return None
    last = time.end or time.start
    return (time.start, last) if _length(time.start, last) <= MONTH else None


def _length(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _day(iso: str) -> str:
    return date.fromisoformat(iso).strftime("%d %b %y").upper()


def _instruments(made: Template, incident: Incident, message: Message) -> None:
    """The weapons named in the sentences of the triggers; the type alone where no word names the thing itself."""
    sentences = dict.fromkeys(message.sentence(claim.trigger) for claim in incident.claims)
    for kind, listed in words()["instruments"].items():
        if kind in ("FIRE",) and incident.kind != "ARSON":
            continue
        named_ = [w for w in listed if w in words()["named_instruments"]["words"]]
        told = next((w for s in sentences for w in named_ if message.tells(s, (w,))), None)
        if told:
            at = _words_of(told, sentences, message)
            made["INCIDENT: INSTRUMENT ID"].append(fill(at))
            made["INCIDENT: INSTRUMENT TYPE"].append(fill(kind, of=[at]))
            return
        if any(message.tells(s, listed) for s in sentences):
            made["INCIDENT: INSTRUMENT TYPE"].append(fill(kind, of=["-"]))
            return


def _words_of(told: str, sentences: Iterable[Span], message: Message) -> str:
    """The words of a sentence that are one of the lexicon, as they stand there."""
    tree, size = message.tree, len(told.split())
    for sentence in sentences:
        tokens = tree.range(sentence)
        for first in tokens[: len(tokens) - size + 1]:
            span = tree.span(first, first + size)
            if message.tells(span, (told,)):
                return span.of(message.text)
    return told.upper()


def _perpetrators(made: Template, incident: Incident, message: Message) -> None:
    """Individuals and organisations of the actors; how sure the organisation is; whether the state did it.

    Where those who did it are only called guerrillas or the like, the one such organisation of the message is theirs.
    """
    actors = list(dict.fromkeys(party.span for claim in incident.claims for party in claim.actors))
    actors = [span for span in actors if not any(span.overlaps(v) for victim in incident.victims for v in victim.spans)]
    people = list(dict.fromkeys(person for span in actors if (person := individual(span, message))))
    bodies = list(dict.fromkeys(body for span in actors if (body := organisation(span, message))))
    state = [span for span in actors if message.tells(span, words()["state"]["words"])]
    outlaws = [span for span in actors if message.tells(span, words()["outlaws"]["words"])]
    if not bodies and not state:
        bodies = band(message)[:1] if outlaws else []
    made["PERP: INDIVIDUAL ID"] = [fill(person) for person in people[:INDIVIDUALS]]
    for body in bodies[:ORGANISATIONS]:
        made["PERP: ORGANIZATION ID"].append(fill(body))
        made["PERP: ORGANIZATION CONFIDENCE"].append(fill(confidence(body, incident, message), of=[body]))
    if actors or incident.kind != "ATTACK":
        by_state = bool(state) and not outlaws
        made["PERP: INCIDENT CATEGORY"] = [fill("STATE-SPONSORED VIOLENCE" if by_state else "TERRORIST ACT")]


def confidence(body: str, incident: Incident, message: Message) -> str:
    """How sure it is that an organisation did it, by the status of the claims that name it and by who speaks."""
    telling = [claim for claim in incident.claims if any(organisation(p.span, message) == body for p in claim.actors)]
    if any(_own_word(body, claim, message) for claim in telling):
        return "CLAIMED OR ADMITTED"
    if any(claim.status is Status.ASSERTED and not claim.attribution for claim in telling):
        return "REPORTED AS FACT"
    if any(claim.status is Status.POSSIBLE for claim in telling):
        return "POSSIBLE"
    speakers = [speaker for claim in telling for speaker in claim.attribution]
    if any(_authority(speaker, message) for speaker in speakers):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES"
    alleged = any(claim.status is Status.ALLEGED for claim in telling)
    return "SUSPECTED OR ACCUSED" if alleged or speakers else "REPORTED AS FACT"


def _own_word(body: str, claim: Claim, message: Message) -> bool:
    return any(organisation(speaker.span, message) == body for speaker in claim.attribution)


def _authority(speaker: Speaker, message: Message) -> bool:
    return speaker.kind in AUTHORITIES or message.tells(speaker.span, words()["authorities"]["words"])


def _human(made: Template, victim: Victim, message: Message) -> None:
    """A person's name and what they are, or what a group is; how many; what became of them."""
    names = list(dict.fromkeys(name for span in victim.spans if (name := named(span, message))))
    told = [d for span in victim.spans for d in described(span, message)]
    told = list(dict.fromkeys(told))
    if not names and not told:
        return
    of = names[:1] or told[:1]
    if names:
        made["HUM TGT: NAME"].append(fill(max(names, key=len)))
        of = [max(names, key=len)]
    if told:
        made["HUM TGT: DESCRIPTION"].append(fill(max(told, key=len) if names else told[0], of=of if names else ()))
    made["HUM TGT: TYPE"].append(fill(person_type(victim, message), of=of))
    made["HUM TGT: NUMBER"].append(fill(number(victim, bool(names), message), of=of))
    effects = [EFFECTS[outcome] for outcome in victim.outcomes if outcome in EFFECTS]
    if effects:
        made["HUM TGT: EFFECT OF INCIDENT"].append(fill("DEATH" if "DEATH" in effects else effects[0], of=of))


def person_type(victim: Victim, message: Message) -> str:
    """What people are, by the first list that has a word of a phrase that names them; civilians else."""
    former = any(message.tells(span, ("former", "retired", "ex")) for span in victim.spans)
    for kind, listed in words()["people"].items():
        if any(message.tells(span, listed) for span in _wider(victim, message)):
            return f"FORMER {kind}" if former and kind in ("GOVERNMENT OFFICIAL", "ACTIVE MILITARY") else kind
    return "CIVILIAN"


def _wider(victim: Victim, message: Message) -> Iterator[Span]:
    """The phrases of a victim with the title that stands before a name."""
    for span in victim.spans:
        head = message.tree.head_of(span)
        yield (
            span
            if head is None
            else Span(
                *_ends((span, *(message.tree.word(k) for k in message.tree.kids(head, "compound", "amod", "appos"))))
            )
        )


def _physical(made: Template, victim: Victim, message: Message) -> None:
    """A thing, what it is, how many, and what became of it."""
    told = [d for span in victim.spans for d in described(span, message)]
    if not told:
        return
    of = told[:1]
    made["PHYS TGT: ID"].append(fill(told[0]))
    made["PHYS TGT: TYPE"].append(fill(building_type(victim, message), of=of))
    made["PHYS TGT: NUMBER"].append(fill(number(victim, False, message), of=of))
    effects = [DAMAGE[outcome] for outcome in victim.outcomes if outcome in DAMAGE]
    if effects:
        made["PHYS TGT: EFFECT OF INCIDENT"].append(fill(effects[0], of=of))


def building_type(victim: Victim, message: Message) -> str:
    """What a thing is, by the first list that has a word of its phrase; OTHER else."""
    for kind, listed in words()["buildings"].items():
        if any(message.tells(span, listed) for span in victim.spans):
            return str(kind)
    return "OTHER"


def number(victim: Victim, name: bool, message: Message) -> str:
    """How many: exact, about (~), at least (N -), or PLURAL where no number is told."""
    count = victim.count
    head = message.tree.head_of(victim.spans[0])
    plural = head is not None and message.tree.form[head] != message.tree.lemma[head]
    if name:
        return "1"
    if count is None or count.low is None or count.span is None:
        return "PLURAL" if plural else "1"
    return _numeral(count, plural)


def _numeral(count: Count, plural: bool) -> str:
    if count.hedge is Hedge.VAGUE or (
        count.low is not None and count.low != count.high and count.high and count.hedge is None and count.low < 2
    ):
        return "PLURAL" if plural else "1"
    if count.hedge is Hedge.ABOUT:
        return f"~{count.low}"
    if count.hedge is Hedge.AT_LEAST:
        return f"{count.low} -"
    if count.low != count.high and count.high is not None:
        return f"{count.low} - {count.high}"
    return str(count.low)
