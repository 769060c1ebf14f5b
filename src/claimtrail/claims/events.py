"""Candidate triggers of events, by general words (`data/events.toml`) and what stands around them in the tree."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from claimtrail.claims.kinds import PEOPLE, category_of
from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.phrases import Found, Phrases
from claimtrail.claims.tree import Tree, agents, conjuncts, obliques, patients, phrase
from claimtrail.model import Category, Event, Sentence, Span

STRENGTH = {"strong": 0.9, "fair": 0.6, "weak": 0.3, "person": 0.85, "vehicle": 0.6, "place": 0.8}
POS = {"noun": {"NOUN", "PROPN", "VERB"}, "verb": {"VERB", "AUX"}, "adj": {"ADJ", "VERB", "NOUN", "ADV"}}
PLACES = frozenset({Category.TERRITORY, Category.FACILITY})
RESULTS = frozenset({Event.KILLING, Event.DESTRUCTION})
CAUSES = frozenset(
    {
        Event.AIRSTRIKE,
        Event.SHELLING,
        Event.BOMBING,
        Event.ARMED_CLASH,
        Event.ATTACK,
        Event.CHEMICAL_ATTACK,
        Event.EXECUTION,
    }
)
BY = frozenset({"by", "with", "in", "from", "using", "during", "under", "after", "to"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that may name an event: of which type, and how far it does so by itself (0 to 1)."""

    span: Span
    event: Event
    strength: float
    token: int


@dataclass(frozen=True, slots=True)
class Sense:
    """An entry of the lexicon: an event type, the part of speech it is read as, and its strength or condition."""

    event: Event
    part: str
    level: str


def event_candidates(tree: Tree) -> list[Trigger]:
    """The words of a text that may name events, in the order of the text; longer phrases displace words inside them."""
    return [trigger for sentence in tree.sentences for trigger in _in_sentence(tree, sentence)]


def _in_sentence(tree: Tree, sentence: Sentence) -> Iterator[Trigger]:
    found: dict[tuple[int, ...], list[Trigger]] = {}
    for hit in _lexicon().find(tree, sentence):
        trigger = _trigger(tree, hit)
        if trigger:
            found.setdefault(hit.tokens, []).append(trigger)
    taken: set[int] = set()
    best = []
    for tokens in sorted(found, key=lambda tokens: (-len(tokens), tokens)):
        if not taken.intersection(tokens):
            taken.update(tokens)
            best.append(_choose(tree, found[tokens]))
    best.sort(key=lambda trigger: trigger.span)
    yield from (_typed(tree, trigger, best) for trigger in best)


def _typed(tree: Tree, trigger: Trigger, beside: list[Trigger]) -> Trigger:
    """A death or wreck told with its cause is an event of the cause's type: the nearest plain trigger of the sentence.

    Without one, those killed tell: fighters fall in a clash, others are attacked, where somebody has done it.
    """
    if trigger.event not in RESULTS or trigger.strength >= STRENGTH["strong"]:
        return trigger
    causes = [each for each in beside if each.strength >= STRENGTH["strong"] and each.event in CAUSES]
    if causes:
        near = min(causes, key=lambda each: abs(each.span.start - trigger.span.start))
        return replace(trigger, event=near.event)
    if trigger.event is not Event.KILLING or tree.upos(trigger.token) != "VERB":
        return trigger
    killed = {category_of(phrase(tree, noun).of(tree.text)) for noun in patients(tree, trigger.token)}
    if Category.COMBATANT in killed:
        return replace(trigger, event=Event.ARMED_CLASH)
    return replace(trigger, event=Event.ATTACK) if agents(tree, trigger.token) else trigger


def _trigger(tree: Tree, hit: Found[Sense]) -> Trigger | None:
    sense, tokens = hit.value, hit.tokens
    head = tokens[-1] if sense.part == "noun" else tokens[0]
    if tree.upos(head) not in POS[sense.part] or not _holds(tree, head, sense):
        return None
    if (
        sense.part == "noun"
        and tree.upos(head) == "VERB"
        and (not tree.form[head].endswith("ing") or tree.form[head] == "according")
    ):
        return None
    span = tree.span(tokens[0], tokens[-1] + 1) if tokens[-1] - tokens[0] < len(tokens) + 2 else tree.word(tokens[0])
    return Trigger(span, sense.event, STRENGTH[sense.level], head)


def _holds(tree: Tree, verb: int, sense: Sense) -> bool:
    """Whether the condition of an entry holds: that what the verb acts on is a person, a vehicle or a place."""
    if sense.level in {"strong", "fair", "weak"}:
        return True
    kinds = [category_of(phrase(tree, noun).of(tree.text)) for noun in patients(tree, verb)]
    names = [noun for noun in patients(tree, verb) if tree.upos(noun) == "PROPN"]
    if sense.level == "place":
        return bool(names) or any(kind in PLACES for kind in kinds)
    if sense.level == "person":
        return any(kind in PEOPLE for kind in kinds)
    return any(kind in {Category.VEHICLE, Category.AIRCRAFT, Category.WEAPON} for kind in kinds)


def _choose(tree: Tree, triggers: list[Trigger]) -> Trigger:
    """The likeliest reading of one phrase: the type that the means around it name, else the strongest entry."""
    best = max(triggers, key=lambda trigger: trigger.strength)
    if best.strength >= STRENGTH["strong"] or best.event not in RESULTS | CAUSES:
        return best
    event = means_of(tree, best.token)
    return replace(best, event=event, strength=max(best.strength, STRENGTH["fair"])) if event else best


def means_of(tree: Tree, token: int) -> Event | None:
    """The type of event that the means of a verb or noun tell: its agent, its "by" or "with" phrase, its modifiers."""
    near = [noun for case, noun in obliques(tree, token) if case in BY]
    if tree.upos(token) == "VERB":
        near = agents(tree, token) + near
    near += tree.kids(token, "compound", "amod")
    for noun in near:
        for each in conjuncts(tree, noun):
            event = _means(tree, each)
            if event:
                return event
    return None


def _means(tree: Tree, noun: int) -> Event | None:
    words = phrase(tree, noun).of(tree.text).lower().replace("-", " ").split()
    for size in (3, 2, 1):
        for at in range(len(words) - size, -1, -1):
            run = " ".join(words[at : at + size])
            event = _by_means().get(run) or _by_means().get(run.removesuffix("s"))
            if event:
                return event
    return None


@cache
def _lexicon() -> Phrases[Sense]:
    return Phrases(_entries())


def _entries() -> Iterator[tuple[str, Sense]]:
    tables = lexicon("events")
    for event in Event:
        for part, levels in tables[event].items():
            for level, phrases in levels.items():
                for words in phrases:
                    yield words, Sense(event, part, level)


@cache
def _by_means() -> dict[str, Event]:
    return {
        words.replace("-", " "): Event(event)
        for event, listed in reversed(lexicon("events")["means"].items())
        for words in listed
    }
