"""The actor and the party behind a phrase: "Taliban fighters", "a spokesman of the Syrian army", "the group"."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from claimtrail.claims.actors import Actor
from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.named import Names
from claimtrail.claims.namings import Naming, Sense
from claimtrail.claims.ranges import Ranges
from claimtrail.claims.speech_sources import kind_of_speaker
from claimtrail.claims.tree import Tree, phrase
from claimtrail.model import Span, SpeakerKind

STATE = frozenset({"state forces", "police", "government", "security service"})
ARMED = frozenset({"army", "armed", "defence", "defense", "military", "tatmadaw"})
GAP = 7
# A name that the reader marks as a person, or does not mark at all.
PERSONAL = frozenset({"person", ""})
# Kinds that the words for a part of a body may tell amiss: "agency", "division".
BODIES = frozenset({SpeakerKind.AGENCY, SpeakerKind.MILITARY})
DEFINITE = frozenset({"the", "this", "that"})
KINDS = {
    "state forces": SpeakerKind.MILITARY,
    "rebel group": SpeakerKind.MILITARY,
    "militia": SpeakerKind.MILITARY,
    "coalition": SpeakerKind.MILITARY,
    "international force": SpeakerKind.MILITARY,
    "private military company": SpeakerKind.MILITARY,
    "police": SpeakerKind.OFFICIAL,
    "security service": SpeakerKind.OFFICIAL,
    "political party": SpeakerKind.OFFICIAL,
    "government": SpeakerKind.OFFICIAL,
    "intergovernmental organisation": SpeakerKind.OFFICIAL,
    "monitor": SpeakerKind.MONITOR,
    "aid organisation": SpeakerKind.MONITOR,
    "UN body": SpeakerKind.MONITOR,
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of whom a phrase names: canonical name and id of the actor, and the party it belongs to.

    A phrase for a person, place or thing of an actor has the party alone; one for an actor that only the article knows
    has the article's name and no id.
    """

    name: str | None = None
    id: str | None = None
    party: str | None = None


NOBODY = Known()


@dataclass(frozen=True, slots=True)
class Parties:
    """The actors that an article names, and the names that it has behind descriptions."""

    tree: Tree
    namings: tuple[Naming, ...]
    places: Ranges[Naming]
    names: Names
    home: str | None

    @classmethod
    def of_article(cls, tree: Tree, namings: Iterable[Naming], names: Names, home: str | None = None) -> "Parties":
        """Of the namings of a text in its order (`find_namings`); `home` is the country of most of its places."""
        found = tuple(namings)
        return cls(tree, found, Ranges((naming.span, naming) for naming in found), names, home)

    def of(self, span: Span, acts: bool = True) -> Known:
        """Whom a phrase names; a state by its land alone is an actor only where it `acts`."""
        if own := self._own(span, acts):
            return own
        behind = self.names.behind(span)
        if behind is not None:
            own = self._own(behind, acts) or NOBODY
            return own if own.name else Known(behind.of(self.tree.text), None, own.party)
        return self._taken_up(span) or NOBODY

    def of_speaker(self, span: Span) -> Known:
        """Whom a speaker's phrase names; a person's party is also told by what the article says beside the name."""
        found = self.of(span)
        if found.party:
            return found
        party = next((known.party for each in self._beside(span) if (known := self._own(each, True))), None)
        return Known(found.name, found.id, party)

    def kind(self, span: Span) -> SpeakerKind | None:
        """What a speaker is: by the phrase, by what the article says beside the name, or by the actor it names."""
        behind = self.names.behind(span)
        near = [span, *((behind,) if behind else ())]
        beside = [each for one in near for each in self._beside(one)]
        naming = self._naming(near[-1])
        if naming is not None and naming.sense is Sense.BODY and naming.actor.kind in KINDS:
            return KINDS[naming.actor.kind]
        told = next((kind for each in (*near, *beside) if (kind := self._told(each))), None)
        return told or (KINDS.get(naming.actor.kind) if naming else None)

    def _told(self, span: Span) -> SpeakerKind | None:
        """The kind that a phrase tells; whoever speaks for a body is of the body's kind.

        A surname that is also a trade tells nothing: "Mr Cook".
        """
        text, tokens = self.tree.text, self.tree.range(span)
        named = bool(tokens) and self._personal(tokens[-1])
        kind = kind_of_speaker(self.tree.span(tokens[0], tokens[-1]).of(text)) if named and len(tokens) > 1 else None
        whole = kind_of_speaker(span.of(text))
        kind = kind or (None if named and whole is SpeakerKind.WITNESS else whole)
        bodies = [naming for naming in self._within(span) if naming.sense is Sense.BODY]
        body = KINDS.get(bodies[0].actor.kind) if bodies else None
        if kind is SpeakerKind.OFFICIAL and body is not None:
            return body
        return body if body is SpeakerKind.MONITOR and kind in BODIES else kind

    def _personal(self, token: int) -> bool:
        return self.tree.upos(token) == "PROPN" and self.tree.mention[token] in PERSONAL

    def _own(self, span: Span, acts: bool) -> Known | None:
        """What the phrase's own words tell."""
        found = self._within(span)
        parties = {naming.actor.party for naming in found}
        if len({naming.actor for naming in found}) > 1:
            return Known(party=parties.pop()) if len(parties) == 1 and None not in parties else None
        naming = found[0] if found else None
        head = self.tree.head_of(span)
        if naming is None or head is None or self._doubtful(span, naming):
            return None
        if naming.sense is Sense.LAND and not self._land_acts(head, naming, acts):
            return None
        if naming.sense is Sense.OFFICE:
            return Known(party=naming.actor.party)
        inside = self.tree.word(head).overlaps(naming.span)
        if inside or (self._is(head, "people") and naming.sense is Sense.BODY):
            return Known(naming.actor.name, naming.actor.id or None, naming.actor.party)
        if self._is(head, "against"):
            return None
        return Known(party=naming.actor.party)

    def _land_acts(self, head: int, naming: Naming, acts: bool) -> bool:
        """Whether a state's name stands for it as an actor, or for one of its units: "Jordan's 40th Brigade"."""
        return acts if self.tree.word(head).overlaps(naming.span) else self._is(head, "units")

    def _within(self, span: Span) -> list[Naming]:
        """The namings in a phrase; lands only where nothing else is named."""
        found = list(self.places.within(span))
        return [naming for naming in found if naming.sense is not Sense.LAND] or found

    def _naming(self, span: Span) -> Naming | None:
        """The naming that holds the head of a phrase."""
        head = self.tree.head_of(span)
        return self.places.at(self.tree.word(head)) if head is not None else None

    def _doubtful(self, span: Span, naming: Naming) -> bool:
        """Whether the rest of the phrase makes the name doubtful, or ties it to something else: "Hezbollah-backed".

        So does a name that is only coordinated with the head: "the guards or Russia".
        """
        text, end = self.tree.text, naming.span.end
        tied = text[end : end + 1] in {"-", "‑"} and text[end + 1 : end + 2].isalpha()
        rest = (t for t in self.tree.range(span) if not self.tree.word(t).overlaps(naming.span))
        return (
            tied or self._coordinated(span, naming) or any(self.tree.form[token] in _words("apart") for token in rest)
        )

    def _coordinated(self, span: Span, naming: Naming) -> bool:
        top, head = self.tree.head_of(naming.span), self.tree.head_of(span)
        between = [top, *self.tree.governors(top)] if top is not None else []
        path = between[: between.index(head)] if head in between else []
        return any(self.tree.rel(token) == "conj" for token in path)

    def _is(self, token: int, words: str) -> bool:
        return self.tree.lemma[token] in _words(words) or self.tree.form[token] in _words(words)

    def _taken_up(self, span: Span) -> Known | None:
        """The one actor of the article that "the army", "government forces" or "the rebels" can take up."""
        tokens = [token for token in self.tree.range(span) if self.tree.upos(token) not in {"DET", "PUNCT"}]
        wanted = lexicon("parties")["taken_up"].get(" ".join(self.tree.form[token] for token in tokens))
        if not wanted or not self._definite(tokens[0], wanted):
            return None
        found = {
            naming.actor
            for naming in self.namings
            if naming.sense is Sense.BODY and _is_any(naming, wanted) and self._at_home(naming.actor)
        }
        parties = {actor.party for actor in found}
        if len(found) == 1:
            actor = found.pop()
            return Known(actor.name, actor.id or None, actor.party)
        return Known(party=parties.pop()) if len(parties) == 1 else None

    def _at_home(self, actor: Actor) -> bool:
        """Whether a body of a state is one of the country that the article is set in; others are foreign there."""
        return actor.kind not in STATE or self.home in actor.countries

    def _definite(self, first: int, wanted: Collection[str]) -> bool:
        """Whether a phrase means one that is known; bodies of states do so without an article too."""
        body = any(each in lexicon("parties")["bodies"] for each in wanted)
        return body or self.tree.form[first] in DEFINITE or (first > 0 and self.tree.form[first - 1] in DEFINITE)

    def _beside(self, span: Span) -> Iterator[Span]:
        """What the article says beside a person's name, here or elsewhere: title, office, apposition."""
        head = self.tree.head_of(span)
        if head is None or self.tree.upos(head) != "PROPN":
            return
        name = self.tree.form[self.tree.range(span)[-1]]
        for token, form in enumerate(self.tree.form):
            if form == name and self._personal(token):
                yield from self._about(token)

    def _about(self, token: int) -> Iterator[Span]:
        """The phrase that a name stands in, and what stands in apposition to it."""
        while self.tree.rel(token).partition(":")[0] in {"flat", "compound"} and self.tree.head(token) >= 0:
            token = self.tree.head(token)
        own = phrase(self.tree, token)
        tied = self.tree.kids(token, "appos", "nmod:desc")
        tied += [self.tree.head(token)] if self.tree.rel(token) == "appos" else []
        yield own
        yield from (each for each in (phrase(self.tree, other) for other in tied) if _beside(own, each))


def _beside(one: Span, other: Span) -> bool:
    """Whether no more than a comma and an article parts two phrases."""
    return max(one.start, other.start) - min(one.end, other.end) <= GAP


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("parties")[name]["words"])


def _is_any(naming: Naming, wanted: Collection[str]) -> bool:
    """Whether an actor is of a wanted kind, or one of the wanted bodies of a state."""
    actor = naming.actor
    label = actor.name.partition(" of ")[0]
    own = actor.kind == "state forces" and not ARMED.isdisjoint(actor.id.split("-"))
    known = "Army" if own and label not in lexicon("parties")["bodies"] else label
    return actor.kind in wanted or known in wanted
