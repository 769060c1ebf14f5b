"""Claims of one message to incidents of terrorism: which count, which tell of the same one, and who suffers."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from claimtrail.claims.amounts import count_of
from claimtrail.claims.kinds import category_of
from claimtrail.claims.kinds import kind_of as kind_of_phrase
from claimtrail.claims.named import Names
from claimtrail.claims.time_published import publication_evidence
from claimtrail.claims.tree import Tree, conjuncts, phrase
from claimtrail.gazetteer.context import demonym
from claimtrail.model import (
    Article,
    Category,
    Claim,
    Count,
    Event,
    Loss,
    Outcome,
    Place,
    Reading,
    Span,
    Status,
    TimeRange,
)
from claimtrail.reader.recase import capitals

TYPES = {
    Event.AIRSTRIKE: "ATTACK",
    Event.SHELLING: "ATTACK",
    Event.ATTACK: "ATTACK",
    Event.KILLING: "ATTACK",
    Event.EXECUTION: "ATTACK",
    Event.CHEMICAL_ATTACK: "ATTACK",
    Event.ARMED_CLASH: "ATTACK",
    Event.DESTRUCTION: "ATTACK",
    Event.BOMBING: "BOMBING",
    Event.ABDUCTION: "KIDNAPPING",
}
"""What a claim is by its event; detention, territory, displacement and agreement are no incidents of MUC-4."""
HUMAN = frozenset({"combatant", "civilian", "person"})
VAGUE = frozenset({"person", "people", "other", "victim", "casualty", "individual", "dead", "wounded", "body", "man"})
COMBAT = frozenset({Event.ARMED_CLASH})
COARSE = frozenset({"PCLI", "ADM1", "ADM2", "RGN", "CONT"})
BODILY = frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.KILLED_OR_WOUNDED, Outcome.MISSING, Outcome.CAPTURED})
LEAST = 0.35
"""The confidence from which a claim counts."""
NEAR = 1
"""Paragraphs between two claims that may tell of one incident without a common victim."""
OLD = timedelta(days=60)
"""Older incidents are background (MUC-4 relevance criteria)."""


@cache
def words() -> dict[str, Any]:
    """The word lists of the mapping (`muc4.toml`)."""
    return tomllib.loads(Path(__file__).with_name("muc4.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Message:
    """One message with its reading and claims; `published` is the day of its dateline."""

    text: str
    tree: Tree
    names: Names
    claims: tuple[Claim, ...]
    published: date | None

    @classmethod
    def of(cls, article: Article, reading: Reading, claims: Sequence[Claim]) -> "Message":
        """What the mapping needs of an article."""
        told = publication_evidence(article.text, article.title)
        day = date.fromisoformat(told.value) if told and len(told.value) == 10 else None
        tree = Tree.of(reading)
        return cls(article.text, tree, Names.of(tree, reading.links), tuple(claims), day)

    def lemmas(self, span: Span) -> list[str]:
        """The lemmas of a range, in lower case, and its forms where they differ."""
        tokens = self.tree.range(span)
        return [self.tree.lemma[token] for token in tokens]

    def tells(self, span: Span, listed: Iterable[str]) -> bool:
        """Whether a range has one of these words or phrases."""
        lemmas = f" {' '.join(self.lemmas(span))} "
        forms = f" {' '.join(self.tree.form[token] for token in self.tree.range(span))} "
        return any(f" {word} " in lemmas or f" {word} " in forms for word in listed)

    def sentence(self, span: Span) -> Span:
        """The sentence that a range stands in."""
        head = self.tree.head_of(span)
        return span if head is None else self.tree.sentence(head).span

    def paragraph(self, span: Span) -> int:
        """The number of the paragraph that a range stands in."""
        return self.text.count("\n\n", 0, span.start)


@dataclass(slots=True)
class Victim:
    """Who or what an incident was aimed at: the phrases that name them, how many, and what became of them."""

    spans: list[Span]
    count: Count | None
    outcomes: set[Outcome | None]
    human: bool


@dataclass(slots=True)
class Incident:
    """Claims of one incident, in the order of the text."""

    kind: str
    claims: list[Claim]
    victims: list[Victim] = field(default_factory=list)


def incidents(message: Message) -> list[Incident]:
    """The incidents that a message tells of, in the order of their first claims."""
    found: list[Incident] = []
    for claim in message.claims:
        if not _counts(claim, message):
            continue
        kind = kind_of(claim, message)
        home = next((each for each in reversed(found) if _same(each, claim, kind, message)), None)
        if home is None:
            home = Incident(kind, [])
            found.append(home)
        home.claims.append(claim)
        home.kind = kind if home.kind == "ATTACK" else home.kind
    for each in found:
        each.victims = list(_victims(each, message))
    return [each for each in found if _relevant(each, message)]


def kind_of(claim: Claim, message: Message) -> str:
    """The MUC-4 type of a claim: burning is arson, a kidnapping that is a killing too stays an attack."""
    if claim.event in (Event.DESTRUCTION, Event.ATTACK) and message.tells(claim.trigger, words()["fires"]["words"]):
        return "ARSON"
    if claim.event in (Event.ATTACK, Event.DESTRUCTION, Event.KILLING) and message.tells(
        claim.trigger, ("explosion", "explode", "bomb", "dynamite", "bombing", "blast", "blow up", "detonate")
    ):
        return "BOMBING"
    return TYPES[claim.event]


def _counts(claim: Claim, message: Message) -> bool:
    """Whether a claim may tell of an incident: true, told surely enough, of a type that counts, and not long past."""
    if claim.event not in TYPES or claim.status in (Status.DENIED,):
        return False
    if claim.confidence["claim"] < LEAST:
        return False
    start = claim.time.start if claim.time else None
    return not (start and message.published and date.fromisoformat(start) < message.published - OLD)


def _same(incident: Incident, claim: Claim, kind: str, message: Message) -> bool:
    """Whether a claim tells of an incident already begun.

    It does where they share a victim who is named or described in the same words, whatever else differs; else where
    neither kind, place nor day differs and one of the two tells of no victim, or both stand near each other.
    """
    mine = heads(claim, message)
    theirs = {head for other in incident.claims for head in heads(other, message)}
    kinds = {incident.kind, kind}
    if mine & theirs:
        return len(kinds) == 1 or "ATTACK" in kinds
    if any(_apart(other, claim) for other in incident.claims) or (len(kinds) > 1 and kinds != {"ATTACK", "BOMBING"}):
        return False
    gap = message.paragraph(claim.trigger) - message.paragraph(incident.claims[-1].trigger)
    return not mine or not theirs or gap <= NEAR


def _apart(one: Claim, other: Claim) -> bool:
    """Whether two claims are of other days or other places."""
    return _other_days(one.time, other.time) or _other_places(one.place, other.place)


def _other_days(one: TimeRange | None, other: TimeRange | None) -> bool:
    if one is None or other is None or not one.start or not other.start:
        return False
    return max(one.start, other.start) > min(one.end or one.start, other.end or other.start)


def _other_places(one: Place | None, other: Place | None) -> bool:
    a, b = one and one.resolved, other and other.resolved
    if not a or not b:
        return False
    fine = a.feature not in COARSE and b.feature not in COARSE
    return a.country != b.country or (fine and a.name != b.name)


def victim_spans(claim: Claim) -> list[Span]:
    """The phrases of those whom a claim says it was done to."""
    return [loss.who for loss in claim.losses] + [party.span for party in claim.targets]


def heads(claim: Claim, message: Message) -> set[str]:
    """The head words of the victims of a claim and the names in their phrases, or taken up by them."""
    tree, found = message.tree, set[str]()
    for span in victim_spans(claim):
        for each in (span, message.names.behind(span)):
            head = tree.head_of(each) if each else None
            if head is None or each is None:
                continue
            if tree.lemma[head] not in VAGUE and tree.lemma[head] != "member":
                found.add(_last_name(message, head))
            found.update(
                tree.lemma[t].lower()
                for t in tree.range(each)
                if tree.upos(t) == "PROPN" and tree.mention[t] == "person"
            )
            found.update(
                tree.lemma[t].lower()
                for t in tree.range(each)
                if tree.form[t] in capitals().always and demonym(tree.form[t]) is None
            )
    return found


def _last_name(message: Message, head: int) -> str:
    """The last word of a flat name, else the lemma."""
    flat = message.tree.kids(head, "flat")
    return message.tree.lemma[flat[-1] if flat else head].lower()


def _victims(incident: Incident, message: Message) -> Iterator[Victim]:
    """The victims of an incident, those of one head word as one; who fights is none, nor is loot.

    "Three persons" are no more victims where others are told more exactly.
    """
    found: dict[str, Victim] = {}
    for claim in incident.claims:
        for loss in claim.losses:
            if _suffers(loss, incident.kind) and loss.count.high != 0:
                human = loss.outcome in BODILY and loss.category.value in HUMAN
                _add(found, message, Victim([loss.who], loss.count, {loss.outcome}, human))
                _listed(found, message, loss.who, {loss.outcome}, human)
        for party in claim.targets:
            human = is_human(party.span, message)
            _add(found, message, Victim([party.span], None, {None}, human))
            _listed(found, message, party.span, {None}, human)
    kept = [victim for victim in _titled(found, message) if not fights(victim, message)]
    for human in (True, False):
        those = [victim for victim in kept if victim.human == human]
        exact = [victim for victim in those if not _vague(victim, message)]
        yield from exact or those


def _suffers(loss: Loss, kind: str) -> bool:
    """Whether a loss is of somebody or something that an attack was aimed at: what was seized was not."""
    if loss.category.value in HUMAN:
        return loss.outcome in BODILY and (loss.outcome is not Outcome.CAPTURED or kind == "KIDNAPPING")
    return loss.outcome in (Outcome.DESTROYED, Outcome.DAMAGED)


def _listed(found: dict[str, Victim], message: Message, span: Span, outcomes: set[Outcome | None], human: bool) -> None:
    """Add those whom a list names beside a victim: "the mayor, his driver and two guards"."""
    tree, head = message.tree, message.tree.head_of(span)
    if head is None:
        return
    for kid in conjuncts(tree, head):
        other = phrase(tree, kid)
        if (
            kid != head
            and not other.overlaps(span)
            and tree.upos(kid) in ("NOUN", "PROPN")
            and is_human(other, message) == human
        ):
            _add(found, message, Victim([other], count_of(other, None, tree), outcomes, human))


def _titled(found: dict[str, Victim], message: Message) -> list[Victim]:
    """The victims with "the mayor" and "Mayor Quiroga" as one."""
    kept = dict(found)
    for key, victim in found.items():
        for other, named in found.items():
            if key != other and key in kept and other in kept and message.tree.upos(_head(named, message)) == "PROPN":
                around = Span(max(0, named.spans[0].start - 40), named.spans[0].end + 50)
                if key in message.lemmas(around) and len(victim.spans) == 1 and _single(victim):
                    named.spans += victim.spans
                    named.outcomes |= victim.outcomes
                    del kept[key]
    return list(kept.values())


def _single(victim: Victim) -> bool:
    return victim.count is None or victim.count.high in (1, None)


def _head(victim: Victim, message: Message) -> int:
    head = message.tree.head_of(victim.spans[0])
    assert head is not None
    return head


def _vague(victim: Victim, message: Message) -> bool:
    """Whether all phrases of a victim only say that it is people, or a part of a thing."""
    heads_ = [head for span in victim.spans if (head := message.tree.head_of(span)) is not None]
    listed = VAGUE if victim.human else frozenset(words()["parts"]["words"])
    return all(message.tree.lemma[head].lower() in listed or message.tree.upos(head) == "NUM" for head in heads_)


def _add(found: dict[str, Victim], message: Message, new: Victim) -> None:
    head = message.tree.head_of(new.spans[0])
    if head is None or message.tree.upos(head) == "PRON":
        return
    named = message.names.behind(new.spans[0])
    key = _last_name(message, head)
    target = message.tree.head_of(named) if named else None
    if named is not None and target is not None:
        key = _last_name(message, target)
        new.spans.insert(0, named)
    old = found.get(key)
    if old is None:
        found[key] = new
        return
    old.spans += [span for span in new.spans if span not in old.spans]
    old.outcomes |= new.outcomes
    if old.count is None or (new.count and new.count.span and not old.count.span):
        old.count = new.count


def is_human(span: Span, message: Message) -> bool:
    """Whether a phrase names people."""
    head = message.tree.head_of(span)
    if head is None:
        return False
    if message.tree.mention[head] == "person":
        return True
    at = Span(message.tree.tokens.start[head], message.tree.tokens.end[head])
    category = category_of(span.of(message.tree.text))
    return (category is not None and category.value in ("person", "civilian", "combatant")) or message.tells(
        at, [word for listed in words()["people"].values() for word in listed]
    )


def fights(victim: Victim, message: Message) -> bool:
    """Whether a victim is a soldier, a guerrilla or a thing of theirs, at which no terrorism is aimed.

    One who has left the army is none, nor is an officer who is named.
    """
    return any(_fighter(span, victim.human, message) for span in victim.spans)


def _fighter(span: Span, human: bool, message: Message) -> bool:
    head = message.tree.head_of(span)
    spared = (
        "police",
        "former",
        "retired",
        *words()["people"]["SECURITY GUARD"],
        *words()["people"]["LAW ENFORCEMENT"],
    )
    if head is None or message.tells(span, spared):
        return False
    if message.tree.lemma[head] in words()["fighters"]["words"]:
        return True
    text = span.of(message.tree.text)
    if not human:
        return category_of(text) is Category.WEAPON or message.tells(span, words()["fighters"]["places"])
    if message.tree.mention[head] in ("organisation", "military") and message.tree.upos(head) == "PROPN":
        return True
    if message.tree.upos(head) != "NOUN":
        return False
    kinds = kind_of_phrase(text)
    return ("combatant" in kinds and "police" not in kinds) or message.tells(span, words()["people"]["ACTIVE MILITARY"])


def _relevant(incident: Incident, message: Message) -> bool:
    """Whether an incident is terrorism: somebody or something that does not fight is hit.

    In combat it must be civilians; things and people told in general words only do not show it.
    """
    if not incident.victims:
        return False
    struck = any(_fighter(span, True, message) for claim in incident.claims for span in victim_spans(claim))
    combat = struck or any(claim.event in COMBAT for claim in incident.claims)
    exact = [victim for victim in incident.victims if victim.human and not _vague(victim, message)]
    things = [victim for victim in incident.victims if not victim.human]
    return bool(exact) or (bool(things) and not combat)
