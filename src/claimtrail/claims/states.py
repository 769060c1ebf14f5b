"""Bodies of states by the grammar of their names: "Syrian army", "Ukraine's defence ministry", "the police of Peru"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claimtrail.claims.actors import DATA, Actor, actors, called
from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.words import Word, reach, words_of
from claimtrail.gazetteer.tables import split, table

LONGEST = 6
BODY = "state forces"
GOVERNMENT = "Government"


@dataclass(frozen=True, slots=True)
class State:
    """A state: its code, its name, and how the Uppsala Conflict Data Program writes it."""

    code: str
    name: str
    ucdp: str
    today: frozenset[str] = frozenset()

    def body(self, label: str, year: int | None = None) -> Actor:
        """One of its bodies: as the table names it ("Israel Defense Forces"), else by pattern ("Army of Syria")."""
        named = (called(f"{adjective} {label.lower()}", year) for adjective in _adjectives_of(self.code))
        return next((actor for actor in named if actor is not None), None) or self.by_pattern(label)

    def by_pattern(self, label: str) -> Actor:
        """One of its bodies, named by pattern: "Army of Syria"."""
        kind = lexicon("parties")["kinds"].get(label, BODY)
        ucdp = f"Government of {self.ucdp}" if kind in {BODY, "government", "police"} else None
        identity = f"{self.code.lower()}-{label.lower().replace(' ', '-')}"
        return Actor(identity, f"{label} of {self.name}", self.government, kind, frozenset({self.code}), ucdp=ucdp)

    @property
    def government(self) -> str:
        """The party that its bodies belong to."""
        return f"{GOVERNMENT} of {self.name}"


@dataclass(frozen=True, slots=True)
class StateWords:
    """Words `first` to, not including, `last` of a text that name a state's body (`label`), an office of it, or itself.

    `label` is None for an office ("Syrian officials") and for the state alone ("Syria", then `land`).
    """

    first: int
    last: int
    state: State
    label: str | None
    land: bool = False

    def actor(self, year: int | None) -> Actor:
        """The body as an actor of a year; the government where no body is named."""
        return self.state.body(self.label or GOVERNMENT, year)


def state_words(words: Sequence[Word]) -> Iterator[StateWords]:
    """Every naming of a state's body, office or land that begins at a word, each word's longest."""
    for at, word in enumerate(words):
        if word.bound or not {word.key, word.stem} & _firsts():
            continue
        found = _owned(words, at) or _owning(words, at)
        if found is not None:
            yield found


def _owned(words: Sequence[Word], at: int) -> StateWords | None:
    """A state's adjective or name, and the body or office behind it."""
    for last in range(reach(words, at, LONGEST), at, -1):
        state = _state(words[at:last])
        if state is None:
            continue
        adjective = _adjectival(words[at:last])
        ends = range(reach(words, last - 1, LONGEST + 1), last, -1) if adjective else ()
        for end in ends:
            skip = last + (end - last > 1 and words[last].key in _between())
            key = " ".join(word.key for word in words[skip:end])
            stem = " ".join([*(word.key for word in words[skip : end - 1]), words[end - 1].stem])
            for label in (_bodies().get(key) or _bodies().get(stem),):
                if label:
                    return StateWords(at, end, state, label)
            if key in _offices() or stem in _offices():
                return StateWords(at, end, state, None)
        return StateWords(at, last, state, None, land=True) if _noun(words[at:last]) else None
    return None


def _owning(words: Sequence[Word], at: int) -> StateWords | None:
    """A body, "of", and the name of the state."""
    for last in range(reach(words, at, LONGEST), at + 1, -1):
        if words[last - 1].key != "of":
            continue
        label = _bodies().get(" ".join(word.key for word in words[at : last - 1]))
        if label:
            for end in range(reach(words, last - 1, LONGEST), last, -1):
                state = _state(words[last:end])
                if state is not None and _noun(words[last:end]):
                    return StateWords(at, end, state, label)
    return None


def _state(run: Sequence[Word]) -> State | None:
    """The state that a run is the name or the adjective of; peoples without one state of theirs have none."""
    if not all(word.text[0].isupper() or word.key in {"of", "and"} for word in run):
        return None
    key = " ".join([*(word.key for word in run[:-1]), run[-1].stem])
    if key == "us" and run[0].text not in {"US", "US's", "US’s"}:
        return None
    return None if key in _peoples() else _nouns().get(key) or _adjectives().get(key)


def _adjectival(run: Sequence[Word]) -> bool:
    """Whether a run may stand before a body: an adjective, a possessive, or a name that only a state has."""
    key = " ".join(word.key for word in run)
    short = all(word.text.isupper() for word in run)
    return short or run[-1].stem != run[-1].key or key in _adjectives() or key not in _homonyms()


def _noun(run: Sequence[Word]) -> bool:
    return " ".join([*(word.key for word in run[:-1]), run[-1].stem]) in _nouns()


@cache
def _adjectives_of(code: str) -> tuple[str, ...]:
    return tuple(name for name, state in _adjectives().items() if state.code == code)


@cache
def _firsts() -> frozenset[str]:
    return frozenset(key.partition(" ")[0] for each in (_nouns(), _adjectives(), _bodies()) for key in each)


@cache
def _states() -> tuple[tuple[State, Mapping[str, str]], ...]:
    return tuple((_read(r), r) for r in table("states", DATA))


def actor_of(identity: str) -> Actor | None:
    """The actor of an id that a claim tells, of the table or a state's body; None for ids of neither."""
    known = next((actor for actor in actors() if actor.id == identity), None)
    code, _, label = identity.partition("-")
    state = state_of(code.upper())
    bodies = (state.by_pattern(each) for each in lexicon("parties")["bodies"]) if state and label else ()
    return known or next((actor for actor in bodies if actor.id == identity), None)


@cache
def state_of(code: str) -> State | None:
    """The state of a country's code."""
    return next((state for state, _ in _states() if state.code == code), None)


def _read(row: dict[str, str]) -> State:
    return State(row["code"], row["name"], row["ucdp"] or row["name"], frozenset(split(row["today"])))


@cache
def _nouns() -> dict[str, State]:
    others = {row["iso"]: split(row["aliases"]) for row in table("countries")}
    found: dict[str, State] = {}
    for state, row in _states():
        for name in (state.name, *split(row["nouns"]), *others.get(state.code, ())):
            found.setdefault(_key(name), state)
    return found


@cache
def _adjectives() -> dict[str, State]:
    peoples = {row["iso"]: split(row["demonyms"]) for row in table("countries")}
    found: dict[str, State] = {}
    for state, row in _states():
        for name in (*split(row["adjectives"]), *peoples.get(state.code, ())):
            found.setdefault(_key(name), state)
    return found


def adjective_of(word: Word) -> State | None:
    """The state whose adjective a word is; None for other words and for peoples without one state of theirs."""
    return _adjectives().get(word.key) if word.text[0].isupper() and word.key not in _peoples() else None


def _key(name: str) -> str:
    return " ".join(word.key for word in words_of(name))


@cache
def _bodies() -> dict[str, str]:
    return {_key(words): label for label, names in lexicon("parties")["bodies"].items() for words in names}


@cache
def _offices() -> frozenset[str]:
    return frozenset(lexicon("parties")["offices"]["words"])


@cache
def _peoples() -> frozenset[str]:
    return frozenset(lexicon("parties")["peoples"]["words"])


@cache
def _homonyms() -> frozenset[str]:
    return frozenset(lexicon("parties")["homonyms"]["words"])


@cache
def _between() -> frozenset[str]:
    return frozenset(lexicon("parties")["between"]["words"])
