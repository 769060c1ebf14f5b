"""What became of those a verb, noun or predicate is about (`data/outcomes.toml`)."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.phrases import Phrases
from claimtrail.model import Category, Outcome


class Part(StrEnum):
    """How a word carries an outcome: it acts on an object, befalls its subject, names it, or is predicated."""

    VERB = "verb"
    INTRANSITIVE = "intransitive"
    NOUN = "noun"
    STATE = "state"


GROUPS = {
    Category.PERSON: "people",
    Category.CIVILIAN: "people",
    Category.COMBATANT: "people",
    Category.TERRITORY: "territory",
}


def outcome_of(words: str, part: Part, category: Category | None) -> Outcome | None:
    """The outcome that a lemma or phrase gives to what is of a category; of None to people, else to things."""
    group = GROUPS.get(category, "things") if category else "people"
    found = _table(part).get((words, group))
    other = {None: "things", Category.OTHER: "people"}.get(category)
    return found or (_table(part).get((words, other)) if other else None)


@cache
def _table(part: Part) -> dict[tuple[str, str], Outcome]:
    """(phrase, group) to outcome; the first outcome that lists a phrase has it."""
    found: dict[tuple[str, str], Outcome] = {}
    for group, outcomes in lexicon("outcomes")[part].items():
        for outcome, phrases in outcomes.items():
            for phrase in phrases:
                found.setdefault((phrase, group), Outcome(outcome))
    return found


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words that carry no outcome themselves but bear on one: `broad`, `leaving` or `taking`."""
    return frozenset(lexicon("outcomes")["beside"][name])


@cache
def carriers() -> Phrases[tuple[str, Part]]:
    """Every word and phrase that carries an outcome, with the way in which it does."""
    return Phrases(_entries())


def _entries() -> Iterator[tuple[str, tuple[str, Part]]]:
    for part in Part:
        for phrase in dict.fromkeys(phrase for phrase, _ in _table(part)):
            yield phrase, (phrase, part)
